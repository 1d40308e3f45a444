@testable import Accounts
import TestSupport
import Testing

@Suite("Input-output table")
struct InputOutputTableTests {
    /// Two industries, one of them importing 5 from abroad; rows and columns add up to 100 and 200.
    private func small() throws -> SmallTable {
        SmallTable(
            industries: try industries(["a", "b"]),
            domestic: [[20, 30], [10, 60]],
            finalDemand: [[50, 0], [100, 30]],
            categories: [.household, .export],
            imported: ([[5, 10], [0, 0]], [[7, 0], [2, 1]]),
            inputs: [PrimaryInput(.imports), PrimaryInput(.productTaxes), PrimaryInput(.compensation)],
            primaryInputs: [[5, 10], [-2, 3], [67, 97]],
            finalDemandInputs: [[9, 1], [4, 0], [0, 0]],
            output: [100, 200]
        )
    }

    @Test("value added is what is neither imports nor product taxes; roles a table lacks are zero")
    func roles() throws {
        let table = try small().table()
        #expect(table.valueAdded.values == [67, 97])
        #expect(table.inputs(.productTaxes).values == [-2, 3])
        #expect(table.inputs(.operatingSurplus).values == [0, 0])
        #expect(table.industriesWithoutOutput.isEmpty)
        #expect(table.balanceReport.imbalances.isEmpty)
    }

    @Test("an industry without output is listed, not refused")
    func withoutOutput() throws {
        var sick = try small()
        sick.domestic = [[20, 0], [0, 0]]
        sick.finalDemand = [[80, 0], [0, 0]]
        sick.imported = ([[5, 0], [0, 0]], [[7, 0], [2, 1]])
        sick.primaryInputs = [[5, 0], [-2, 0], [77, 0]]
        sick.output = [100, 0]
        #expect(try sick.table().industriesWithoutOutput.map(\.code) == ["b"])
    }

    @Test("the German manual's cells add up to its output to the million, and to its value added")
    func germany() throws {
        let table = try GermanManual1995.table()
        #expect(table.valueAdded.values == GermanManual1995.valueAdded)
        #expect(table.balanceReport.imbalances.isEmpty)
    }

    /// The manual's table with the row total it prints for industry taken for its output.
    private func germanyByPrintedRowTotal(tolerance: Double) throws -> InputOutputTable {
        var output = GermanManual1995.output
        output[1] = GermanManual1995.printedRowTotalOfIndustry
        return try GermanManual1995.table(output: output, tolerance: tolerance)
    }

    @Test("the German manual's printed row total is 46 million off: reported where that is accepted")
    func germanyByPrintedRowTotal() throws {
        let report = try germanyByPrintedRowTotal(tolerance: 46).balanceReport
        #expect(
            report.imbalances == [
                .init(side: .row, code: "industry", stated: 1_079_400, found: 1_079_446),
                .init(side: .column, code: "industry", stated: 1_079_400, found: 1_079_446),
            ]
        )
        #expect(report.largest(.row) == 46)
        #expect(report.isBalanced)
    }

    @Test("the German manual's printed row total is refused where less than 46 million is accepted")
    func germanyRefused() throws {
        let error = #expect(throws: AccountsError.self) { try germanyByPrintedRowTotal(tolerance: 45.5) }
        guard case .notBalanced(let report) = error else {
            Issue.record("another error")
            return
        }
        #expect(report.beyondTolerance.map(\.side) == [.row, .column])
        #expect(report.beyondTolerance.map(\.code) == ["industry", "industry"])
        #expect(report.beyondTolerance.map(\.difference) == [46, 46])
    }

    @Test("every row, column and import column that is off is in the refusal, not only the first")
    func allImbalances() throws {
        var sick = try small()
        sick.domestic[0][1] = 31
        sick.imported?.intermediate[0][0] = 8
        sick.imported?.finalDemand[1][1] = 4
        let error = #expect(throws: AccountsError.self) { try sick.table() }
        guard case .notBalanced(let report) = error else {
            Issue.record("another error")
            return
        }
        #expect(
            report.beyondTolerance == [
                .init(side: .row, code: "a", stated: 100, found: 101),
                .init(side: .column, code: "b", stated: 200, found: 201),
                .init(side: .imports, code: "a", stated: 5, found: 8),
                .init(side: .imports, code: "exports", stated: 1, found: 4),
            ]
        )
        #expect(report.largest(.imports) == 3)
    }

    @Test("parts on other axes are refused with the first difference")
    func axes() throws {
        let sound = try small().table()
        let swapped = try industries(["b", "a"])
        func rebuilt(
            domestic: LabelledMatrix<Industry, Industry>? = nil,
            finalDemand: LabelledMatrix<Industry, FinalDemandCategory>? = nil,
            imported: InputOutputTable.ImportedFlows? = nil,
            finalDemandInputs: LabelledMatrix<PrimaryInput, FinalDemandCategory>? = nil,
            output: LabelledVector<Industry>? = nil
        ) throws -> InputOutputTable {
            try InputOutputTable(
                area: sound.area,
                basis: sound.basis,
                domestic: domestic ?? sound.domestic,
                finalDemand: finalDemand ?? sound.finalDemand,
                imported: imported ?? sound.imported,
                primaryInputs: sound.primaryInputs,
                finalDemandInputs: finalDemandInputs ?? sound.finalDemandInputs,
                output: output ?? sound.output,
                tolerance: sound.tolerance,
                provenance: sound.provenance,
                rules: sound.rules
            )
        }
        let swap = AccountsError.differ(.label(position: 0, "b", "a"))
        #expect(throws: swap) {
            try rebuilt(domestic: LabelledMatrix(sound.industries, swapped, [[20, 30], [10, 60]]))
        }
        #expect(throws: swap) { try rebuilt(output: LabelledVector(swapped, [100, 200])) }
        #expect(throws: swap) {
            try rebuilt(finalDemand: LabelledMatrix(swapped, sound.categories, [[50, 0], [100, 30]]))
        }
        let fewer = try Axis([FinalDemandCategory.household])
        #expect(throws: AccountsError.differ(.label(position: 1, nil, "exports"))) {
            try rebuilt(
                finalDemandInputs: LabelledMatrix(sound.primaryInputs.rows, fewer, [[9], [4], [0]])
            )
        }
        #expect(throws: swap) {
            try rebuilt(
                imported: .init(
                    intermediate: LabelledMatrix(swapped, [[5, 10], [0, 0]]),
                    finalDemand: LabelledMatrix(sound.industries, sound.categories, [[7, 0], [2, 1]])
                )
            )
        }
    }

    @Test("a number that is none is refused by cell, wherever it stands")
    func notFinite() throws {
        var sick = try small()
        sick.domestic[1][0] = .nan
        #expect(throws: AccountsError.notFinite(row: "b", column: "a")) { try sick.table() }
        sick = try small()
        sick.finalDemand[0][1] = .infinity
        #expect(throws: AccountsError.notFinite(row: "a", column: "exports")) { try sick.table() }
        sick = try small()
        sick.primaryInputs[2][1] = -.infinity
        #expect(throws: AccountsError.notFinite(row: "compensation", column: "b")) { try sick.table() }
        sick = try small()
        sick.finalDemandInputs[0][0] = .nan
        #expect(throws: AccountsError.notFinite(row: "imports", column: "households")) { try sick.table() }
        sick = try small()
        sick.imported?.intermediate[0][1] = .nan
        #expect(throws: AccountsError.notFinite(row: "a", column: "b")) { try sick.table() }
        sick = try small()
        sick.imported?.finalDemand[1][0] = .nan
        #expect(throws: AccountsError.notFinite(row: "b", column: "households")) { try sick.table() }
        sick = try small()
        sick.output[1] = .nan
        #expect(throws: AccountsError.notFinite(row: "output", column: "b")) { try sick.table() }
    }

    @Test("negative output is refused with the amount")
    func negativeOutput() throws {
        var sick = try small()
        sick.output[0] = -100
        #expect(throws: AccountsError.negativeOutput(industry: "a", output: -100)) { try sick.table() }
    }
}
