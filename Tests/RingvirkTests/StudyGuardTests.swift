import Accounts
import Actors
import FileFormats
import Leontief
import Reporting
import TestSupport
import Testing

@testable import Ringvirk

/// What would otherwise give a number of the wrong size without a word.
@Suite("What a study does not let pass")
struct StudyGuardTests {
    private func refusal(_ copy: StudyCopy) -> StudyError? {
        do throws(StudyError) {
            _ = try Study(definedIn: copy.study).run()
            return nil
        } catch {
            return error
        }
    }

    @Test("regional accounts in another unit than the table's")
    func unitOfAccounts() throws {
        let copy = try StudyCopy()
        try copy.edit("accounts/dataset.json", "\"unit\": \"MNOK\"", "\"unit\": \"TNOK\"")
        #expect(
            refusal(copy)
                == .accounts(
                    .differ(.unit(Unit("TNOK"), .millionKroner)),
                    source: copy.data + "/studies/small/accounts"
                )
        )
    }

    @Test("regional accounts of another nation than the table's")
    func nationOfAccounts() throws {
        let copy = try StudyCopy()
        try copy.edit("accounts/dataset.json", "\"code\": \"0\"", "\"code\": \"Y\"")
        try copy.write(
            try copy.text("accounts/accounts.csv").replacing("2020,0,", with: "2020,Y,"),
            to: "accounts/accounts.csv"
        )
        let members = try JSONDocument(contentsOf: copy.file("accounts/dataset.json")).root.members ?? []
        try copy.write(
            JSONValue.object(members.filter { $0.key != "files" }).prettyText,
            to: "accounts/dataset.json"
        )
        #expect(
            refusal(copy)
                == .accounts(.differ(.region("Y", "0")), source: copy.data + "/studies/small/accounts")
        )
    }

    @Test("a table without a row of wages, or without household consumption: Type II would be Type I")
    func lacks() throws {
        let wages = try StudyCopy()
        try wages.edit("table-2020/primary_inputs.csv", ",compensation", ",operating_surplus")
        #expect(
            refusal(wages)
                == .accounts(.lacks(role: "compensation"), source: wages.data + "/studies/small/table-2020")
        )
        let consumption = try StudyCopy()
        try consumption.edit("table-2020/final_demand.csv", "household_consumption", "collective_consumption")
        #expect(
            refusal(consumption)
                == .accounts(
                    .lacks(role: "household_consumption"),
                    source: consumption.data + "/studies/small/table-2020"
                )
        )
    }

    @Test("an industry with supply that the regional accounts do not have")
    func industryWithoutAccounts() throws {
        let copy = try StudyCopy()
        let lines = try copy.text("accounts/accounts.csv").split(separator: "\n")
        try copy.write(
            lines.filter { !$0.contains(",C,") }.joined(separator: "\n") + "\n",
            to: "accounts/accounts.csv"
        )
        try copy.edit("accounts/industries.csv", "C,Services,Tjenester,industry,\n", "")
        try copy.edit("accounts/industries.csv", "A B C", "A B")
        let accounts = copy.data + "/studies/small/accounts"
        // The groups still count on it.
        #expect(refusal(copy) == .accounts(.unknownLabel(code: "C", known: ["A", "B"]), source: accounts))
        // Nor may its group stay empty: the table supplies what nobody in the region would make.
        try copy.edit("groups/mapping.csv", "ssb_11713,C,C\n", "")
        #expect(refusal(copy) == .accounts(.noSource(target: "C"), source: accounts))
    }

    @Test("two measures with one code")
    func doubledMeasure() throws {
        let copy = try StudyCopy()
        try copy.addToTable("output", unit: "persons", [1, 1, 1])
        #expect(
            refusal(copy)
                == .accounts(.duplicateLabel(code: "output"), source: copy.data + "/studies/small/table-2020")
        )
        let emissions = try StudyCopy()
        try emissions.put(
            "code,name_en,name_nb,unit\noutput,Output,Produksjon,t\n",
            in: "emissions",
            "measures.csv"
        )
        try emissions.put(
            try emissions.text("emissions/extensions.csv").replacing("ghg,", with: "output,"),
            in: "emissions",
            "extensions.csv"
        )
        #expect(
            refusal(emissions)
                == .accounts(
                    .duplicateLabel(code: "output"),
                    source: emissions.data + "/studies/small/emissions"
                )
        )
    }

    @Test("a measure that both the table and the emission accounts have, by the folders of both")
    func measureInTwoDatasets() throws {
        let copy = try StudyCopy()
        try copy.addToTable("ghg", unit: "t CO2e", [1, 1, 1])
        #expect(
            refusal(copy)
                == .repeatedExtension(
                    code: "ghg",
                    first: copy.data + "/studies/small/table-2020",
                    second: copy.data + "/studies/small/emissions"
                )
        )
    }

    @Test("an extension in a unit that results do not name, by the dataset it stands in")
    func unitOfExtension() throws {
        let copy = try StudyCopy()
        try copy.addToTable("employment", unit: "hours", [100, 200, 1000])
        let table = copy.data + "/studies/small/table-2020"
        #expect(
            refusal(copy)
                == .accounts(.differ(.unit(Unit("hours"), .persons)), source: table)
        )
        let emissions = try StudyCopy()
        try emissions.edit("emissions/measures.csv", "t CO2e", "kt")
        #expect(
            refusal(emissions)
                == .accounts(
                    .differ(.unit(Unit("kt"), .tonnesCO2Equivalents)),
                    source: emissions.data + "/studies/small/emissions"
                )
        )
    }

    @Test("accounts without wages and jobs, where the table has them: nothing is held against them")
    func checksOfWhatThereIs() throws {
        let copy = try StudyCopy()
        try copy.addToTable("employment", unit: "persons", [100, 200, 1000])
        let lines = try copy.text("accounts/accounts.csv").split(separator: "\n").map(String.init)
        let without = lines.dropFirst().map { line in
            (line.split(separator: ",").prefix(4) + ["..", "..", ".."]).joined(separator: ",")
        }
        try copy.put(
            ([lines[0]] + without).joined(separator: "\n") + "\n",
            in: "accounts",
            "accounts.csv"
        )
        let report = try Study(definedIn: copy.study).run().report
        let kinds = Set(report.checks.map(\.kind))
        #expect(kinds.contains(.nationalValueAdded))
        #expect(
            kinds.isDisjoint(with: [.nationalCompensation, .impliedEmployment, .impliedCompensation])
        )
        #expect(report.regionalMultipliers?[.employment, .type1, .region] != nil)
        let whole = Set(
            try Study(definedIn: StudyCopy.original + "/study.yaml").run().report.checks.map(\.kind)
        )
        #expect(whole.isSuperset(of: [.nationalCompensation, .impliedEmployment, .impliedCompensation]))
    }

    @Test("jobs in an industry that produces nothing")
    func amountWithoutOutput() throws {
        let axis = try Axis(["A", "B"].map { Industry(code: $0, name: Name($0)) })
        #expect(throws: LeontiefError.amountWithoutOutput(sector: "B", amount: 3)) {
            try MeasureCoefficients.ratio(
                of: LabelledVector(axis, [1, 3]),
                to: LabelledVector(axis, [2, 0])
            )
        }
        #expect(
            try MeasureCoefficients.ratio(
                of: LabelledVector(axis, [1, 0]),
                to: LabelledVector(axis, [2, 0])
            ).values
                == [0.5, 0]
        )
    }

    @Test("a deflator where the price is in the table's prices already")
    func deflator() throws {
        let copy = try StudyCopy()
        try copy.edit("actors.csv", ",2020,basic,,", ",2020,basic,2,")
        guard case .actors(.needlessDeflator(_, 2, 2020), _) = refusal(copy) else {
            Issue.record("\(String(describing: refusal(copy)))")
            return
        }
    }

    @Test("a region whose printed jobs pass the nation's leaves the rest of the country none, and says so")
    func restNotBelowZero() throws {
        let copy = try StudyCopy()
        try copy.edit("study.yaml", "coefficients: national", "coefficients: county")
        try copy.edit("accounts/accounts.csv", "2020,1,A,2,1,12,..", "2020,1,A,2,1,120,..")
        let rules = try Study(definedIn: copy.study).run().report.rules
        let rule = try #require(rules.first { $0.name == "rest-of-country-not-below-zero" })
        #expect(rule.touched == ["employment A: 120.0 of 100.0"])
    }
}

extension StudyCopy {
    /// Lets amounts of A, B and C ride on the nation's table.
    fileprivate func addToTable(_ code: String, unit: String, _ amounts: [Int]) throws {
        let rows = zip(["A", "B", "C"], amounts).map { "\(code),\(code),\(code),\(unit),\($0),\($1)\n" }
        try put(
            "extension,name_en,name_nb,unit,industry,value\n" + rows.joined(),
            in: "table-2020",
            "extensions.csv"
        )
    }
}
