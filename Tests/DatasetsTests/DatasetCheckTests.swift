import Accounts
import Datasets
import FileFormats
import Testing

@Suite("Checking datasets")
struct DatasetCheckTests {
    private func table(_ check: DatasetCheck) throws -> TableFindings {
        guard case .inputOutputTable(let findings) = check.findings else {
            throw AccountsError.lacks(role: "table")
        }
        return findings
    }

    private func regional(_ check: DatasetCheck) throws -> RegionalFindings {
        guard case .regionalAccounts(let findings) = check.findings else {
            throw AccountsError.lacks(role: "accounts")
        }
        return findings
    }

    @Test("A sound table")
    func soundTable() throws {
        let check = try DatasetCheck(of: fixture("table"))
        #expect(check.isSound)
        #expect(check.description.kind == .inputOutputTable)
        #expect(check.digests.count == 6 && check.digests.allSatisfy { $0.state == .matches })
        let findings = try table(check)
        #expect(findings.industries == 3 && findings.categories == 5 && findings.primaryInputs == 6)
        #expect(findings.extensions == ["employment"] && findings.hasImportedFlows)
        #expect(findings.balance.imbalances.isEmpty && findings.inputsReachingOutput.isEmpty)
        #expect(findings.withoutOutput.isEmpty)
        #expect(findings.negatives.map(\.block) == [.finalDemand, .primaryInputs])
        let cells = findings.negatives.flatMap(\.cells)
        #expect(cells.map(\.row) == ["A", "D29"] && cells.map(\.column) == ["STK", "A"])
        #expect(cells.map(\.amount) == [-2, -3])
        // (52 + 96 + 250) / (100 + 300 + 400), exact in binary to the last place.
        #expect(findings.valueAddedShare == 398.0 / 800.0)
    }

    @Test("Everything wrong in a table is told at once: digests, balance, inputs beyond output")
    func unsoundTable() throws {
        let copy = try DatasetCopy(of: "table", keepingDigests: true)
        try copy.edit("flows.csv", "domestic,B,A,15", "domestic,B,A,90")
        try copy.edit("flows.csv", "domestic,C,EXP,60", "domestic,C,EXP,60.25")
        let check = try DatasetCheck(of: copy.path)
        #expect(!check.isSound)
        #expect(check.digests.filter { !$0.isAccepted }.map(\.file) == ["flows.csv"])
        let findings = try table(check)
        #expect(findings.balance.imbalances.map(\.code) == ["B", "C", "A"])
        #expect(findings.balance.imbalances.map(\.difference) == [75, 0.25, 75])
        #expect(findings.balance.beyondTolerance.map(\.code) == ["B", "A"])
        #expect(findings.inputsReachingOutput.map(\.inputs) == [110])
    }

    @Test("A small imbalance within the tolerance is told and accepted")
    func withinTolerance() throws {
        let copy = try DatasetCopy(of: "table")
        try copy.edit("flows.csv", "domestic,C,EXP,60", "domestic,C,EXP,60.25")
        let check = try DatasetCheck(of: copy.path)
        #expect(check.isSound && check.digests.allSatisfy { $0.state == .unstated })
        #expect(try table(check).balance.imbalances.count == 1)
    }

    @Test("Faults are thrown, for there are no facts to tell")
    func faulty() throws {
        let copy = try DatasetCopy(of: "table")
        try copy.edit("output.csv", "A,100", "A,hundred")
        #expect(
            faults { () throws(DatasetError) in _ = try DatasetCheck(of: copy.path) } == [
                Fault(at: copy.place("output.csv", line: 2, "value"), value: "hundred", .notANumber)
            ]
        )
    }

    @Test("Regional accounts: cells without a number, negatives, and totals that do not add up")
    func regionalAccounts() throws {
        let copy = try DatasetCopy(of: "regional")
        try copy.edit("accounts.csv", "2021,3,A,29,", "2021,3,A,28,")
        let check = try DatasetCheck(of: copy.path)
        #expect(check.isSound)
        let findings = try regional(check)
        #expect(findings.industries == 3 && findings.totals == ["T", "BC"] && findings.details == ["B1"])
        #expect(findings.years.map(\.year) == [2020, 2021])
        #expect(findings.years.map { $0.regions.map(\.code) } == [["1", "2"], ["1", "3"]])
        let before = findings.years[0].measures
        #expect(before.map(\.measure) == [.valueAdded, .compensation, .employment, .investment])
        #expect(before.map(\.published) == [12, 12, 18, 0])
        #expect(before.map(\.suppressed) == [6, 6, 0, 0])
        #expect(before.map(\.notAvailable) == [0, 0, 0, 18])
        #expect(before.allSatisfy { $0.regionsOffNation.isEmpty && $0.industriesOffTotal.isEmpty })
        let after = findings.years[1].measures
        #expect(after[3].notApplicable == 3)
        #expect(after[0].negatives == [.init(region: "1", industry: "B1")])
        let (regions, industries) = (after[0].regionsOffNation, after[0].industriesOffTotal)
        #expect(regions.map(\.total) == [.init(region: "0", industry: "A")])
        #expect(regions.map(\.stated) == [50] && regions.map(\.found) == [49])
        #expect(industries.map(\.total) == [.init(region: "3", industry: "T")])
        #expect(industries.map(\.stated) == [205] && industries.map(\.difference) == [-1])
    }

    @Test("Extensions and concordances")
    func others() throws {
        guard case .extensions(let series) = try DatasetCheck(of: fixture("extensions")).findings,
            case .concordance(let map) = try DatasetCheck(of: fixture("groups")).findings
        else {
            Issue.record("other kinds")
            return
        }
        #expect(series.industries == 3)
        #expect(series.measures.map(\.years) == [[2019, 2020], [2020]])
        let negatives = series.measures.flatMap(\.negatives)
        #expect(negatives.map(\.year) == [2020] && negatives.map(\.industry) == ["C"])
        #expect(negatives.map(\.amount) == [-0.5])
        #expect(map.groups == ["goods", "services"])
        #expect(map.schemes.map(\.sources) == [3, 2])
        #expect(map.schemes.flatMap(\.groupsWithoutSource) == [])
    }
}
