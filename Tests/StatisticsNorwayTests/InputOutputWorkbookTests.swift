import Accounts
import FileFormats
import StatisticsNorway
import TestSupport
import Testing

@Suite(
    "ESA questionnaires 1850 and 1950, as published",
    .enabled(if: PublishedFiles.exists(PublishedFiles.inputOutput))
)
struct InputOutputWorkbookTests {
    /// Half of the last of three printed decimals.
    private let printed = 5e-4

    private func table(_ year: Int) throws -> InputOutputTable {
        let files = PublishedFiles.workbooks(year)
        return try InputOutputWorkbook(domestic: files.domestic, imports: files.imports).table
    }

    @Test("every figure equals the one extracted independently", arguments: 2012...2021)
    func oracle(year: Int) throws {
        let table = try table(year)
        let imported = try #require(table.imported)
        let folder = PublishedFiles.inputOutput + "/csv/\(year)/"
        var compared = 0
        func compare(_ found: Double, _ value: Double, _ place: String) {
            compared += 1
            if !(abs(found - value) <= printed) {
                Issue.record("\(year) \(place): \(found), expected \(value)")
            }
        }
        for (file, flows) in [("Z_dom.csv", table.domestic), ("Z_imp.csv", imported.intermediate)] {
            let oracle = try Rectangle(folder + file)
            #expect(oracle.columns == table.industries.codes)
            #expect(oracle.rows.map(\.code) == table.industries.codes)
            for (code, values) in oracle.rows {
                let supplier = try table.industries.label(code)
                for (user, value) in zip(table.industries.labels, values) {
                    compare(flows[supplier, user], value, "\(file) \(code) \(user.code)")
                }
            }
        }
        for (file, demand) in [("Y_dom.csv", table.finalDemand), ("Y_imp.csv", imported.finalDemand)] {
            let oracle = try Rectangle(folder + file)
            #expect(oracle.rows.map(\.code) == table.industries.codes)
            for (code, values) in oracle.rows {
                let supplier = try table.industries.label(code)
                for (column, value) in zip(oracle.columns, values) {
                    guard let category = try? table.categories.label(column) else { continue }
                    compare(demand[supplier, category], value, "\(file) \(code) \(column)")
                }
            }
        }
        let primary = try Rectangle(folder + "primary_inputs.csv")
        for (code, values) in primary.rows {
            let industry = try table.industries.label(code)
            for (column, value) in zip(primary.columns, values) {
                switch column {
                case "P1": compare(table.output[industry], value, "P1 \(code)")
                case "B1G": compare(table.valueAdded[industry], value, "B1G \(code)")
                default:
                    guard let input = try? table.primaryInputs.rows.label(column) else { continue }
                    compare(table.primaryInputs[input, industry], value, "\(column) \(code)")
                }
            }
        }
        let margins = try Rectangle(folder + "final_demand_margins.csv")
        for (code, values) in margins.rows where ["RNAM", "RNTS"].contains(code) {
            let input = try table.primaryInputs.rows.label(code)
            for (column, value) in zip(margins.columns, values) {
                guard let category = try? table.categories.label(column) else { continue }
                compare(table.finalDemandInputs[input, category], value, "\(code) \(column)")
            }
        }
        #expect(compared == 2 * 65 * 65 + 2 * 65 * 7 + 65 * 8 + 2 * 7)
    }

    @Test("rows are off by rounding alone, as the publisher's own figures have been found to be")
    func balance() throws {
        // Largest deviations of a row, MNOK, computed from the workbooks in Python; three decimals.
        let expected: [Int: Double] = [
            2012: 0.320, 2013: 0.193, 2014: 0.176, 2015: 0.162, 2016: 0.238, 2017: 0.250, 2018: 0.245,
            2019: 0.188, 2020: 1.148, 2021: 0.193,
        ]
        for (year, deviation) in expected.sorted(by: { $0.key < $1.key }) {
            let report = try table(year).balanceReport
            #expect(abs(report.largest(.row) - deviation) < 5e-4, "\(year)")
            #expect(report.largest(.column) < 1e-6, "\(year)")
            #expect(report.largest(.imports) < 1e-6, "\(year)")
        }
    }

    @Test("2021 totals are those of the national accounts")
    func totals() throws {
        let table = try table(2021)
        #expect(abs(table.output.sum - 6_983_852) < 1e-6)
        #expect(abs(table.valueAdded.sum - 3_894_480) < 1e-6)
        #expect(table.area.code == "0")
        #expect(table.area.name == Name(english: "Norway", norwegian: "Norge"))
        #expect(table.basis == Basis(unit: .millionKroner, year: 2021, valuation: .basic))
        #expect(
            try table.industries.label("R03").name
                == Name(
                    english:
                        "Fish and other fishing products; aquaculture products; support services to fishing",
                    norwegian: "Fiske, fangst og akvakultur"
                )
        )
    }

    @Test(
        "the later of the two senders' dates is the vintage",
        arguments: [
            (2012, "2014-11-20"), (2016, "2018-08-23"), (2017, "2019-11-04"), (2018, "2020-11-12"),
            (2019, "2021-12-22"), (2021, "2023-11-23"),
        ]
    )
    func vintage(year: Int, date: String) throws {
        let provenance = try table(year).provenance
        #expect(provenance.vintage == date)
        #expect(provenance.files.map(\.name) == ["iot_1850_\(year).xlsx", "iot_1950_\(year).xlsx"])
        #expect(provenance.files.allSatisfy { $0.sha256.count == 64 })
    }

    @Test("what was done to the cells of 2019 stands in the rules")
    func rules() throws {
        let rules = try table(2019).rules
        func touched(_ name: String) -> [String] { rules.first { $0.name == name }?.touched ?? [] }
        #expect(
            touched("spreadsheet-error-read-as-zero") == ["1850 AK73 (R68A × R51)", "1850 AK92 (RT × R51)"]
        )
        #expect(touched("industries-merged-by-publisher") == ["R19 → R21", "R20 → R21"])
        #expect(touched("industry-without-output") == ["R19", "R20", "RU"])
        #expect(touched("row-rounding-accepted").last == "largest: R51, 0.188 MNOK")
        #expect(touched("negative-final-demand-kept").first == "1850 R01 × P52: -12509.806")
        // 27 domestic ones by an independent count.
        #expect(touched("negative-final-demand-kept").filter { $0.hasPrefix("1850") }.count == 27)
        #expect(touched("blank-cell-read-as-zero").contains("1850 R19: 82"))
        #expect(touched("blank-cell-read-as-zero").contains("1850 R01: 8"))
        #expect(touched("final-demand-subtotals-dropped").contains("TUBS"))
    }

    @Test("the two halves must be of the same year")
    func years() throws {
        let (domestic, imports) = (
            PublishedFiles.workbooks(2019).domestic, PublishedFiles.workbooks(2020).imports
        )
        let fault = Fault(
            at: Place(file: imports, column: "B3", sheet: "1950"),
            value: "2020",
            .expected("2019")
        )
        #expect(throws: StatisticsNorwayError.file(.faults([fault]))) {
            try InputOutputWorkbook(domestic: domestic, imports: imports)
        }
    }
}
