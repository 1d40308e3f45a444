import Accounts
import FileFormats
import StatisticsNorway
import Testing

@Suite("Table 11713, small and broken")
struct CountyRefusalTests {
    private func faults(_ name: String) -> [String] {
        StatisticsNorwayTests.faults { () throws(StatisticsNorwayError) in
            _ = try CountyAccountsFile(contentsOf: fixture(name))
        }
    }

    @Test("the sound file: regions by year, withheld cells, dwellings, details")
    func sound() throws {
        let accounts = try CountyAccountsFile(contentsOf: fixture("11713.csv")).accounts
        let before = try accounts.series.accounts(of: 2017)
        let after = try accounts.series.accounts(of: 2018)
        #expect(before.regions.codes == ["01", "16"])
        #expect(after.regions.codes == ["01", "50"])
        #expect(after[.valueAdded, "50", "B05_08"] == .suppressed)
        #expect(after[.investment, "50", "H49_5"] == .suppressed)
        #expect(before[.compensation, "0", "L68A"] == .notApplicable)
        #expect(after[.compensation, "0", "L68A"] == .notApplicable)
        #expect(before[.employment, "0", "L68A"] == .notApplicable)
        #expect(after[.employment, "0", "L68A"] == .notApplicable)
        #expect(accounts.detail(.valueAdded, region: "01", industry: "GOV_STATE", year: 2018).number != nil)
        #expect(accounts.detail(.valueAdded, region: "01", industry: "C24", year: 2018) == .notAvailable)
        #expect(after[.valueAdded, "01", "GOV_STATE"] == .notAvailable)
        #expect(accounts.counties.map(\.firstYear) == [nil, nil, 2018])
        #expect(accounts.counties.map(\.lastYear) == [2019, 2017, nil])
        let suppressed = try #require(accounts.rules.first { $0.name == "blank-is-suppressed" })
        #expect(suppressed.touched == ["2018 50 B05_08", "2018 50 H49_5 investment"])
    }

    @Test("Statbank's layout gives the same")
    func workbook() throws {
        let one = try CountyAccountsFile(contentsOf: fixture("11713.csv")).accounts
        let two = try CountyAccountsFile(contentsOf: fixture("11713.xlsx"), sheet: "BNPB").accounts
        #expect(one.rules == two.rules)
        #expect(one.counties == two.counties)
        for (first, second) in zip(one.series.accounts, two.series.accounts) {
            for measure in RegionalAccounts.Measure.allCases {
                for region in ["0"] + first.regions.codes {
                    for code in one.industries.map(\.industry.code) {
                        #expect(first[measure, region, code] == second[measure, region, code])
                    }
                }
            }
        }
    }

    @Test("missing columns and headings")
    func columns() {
        #expect(
            faults("11713_missing_column.csv") == [
                #"11713_missing_column.csv | 1 | – | missingColumn("employed_1000")"#
            ]
        )
        let found = StatisticsNorwayTests.faults { () throws(StatisticsNorwayError) in
            _ = try CountyAccountsFile(contentsOf: fixture("11713_other_heading.xlsx"), sheet: "BNPB")
        }
        #expect(
            found == [
                "11713_other_heading.xlsx | BNPB | A1 | – | "
                    + #"missingColumn("Lønnskostnader. Løpende priser (mill. kr)")"#
            ]
        )
        let path = fixture("11713.xlsx")
        #expect(throws: StatisticsNorwayError.file(.noSheet(path: path, wanted: "Ark1", found: ["BNPB"]))) {
            try CountyAccountsFile(contentsOf: path, sheet: "Ark1")
        }
    }

    @Test("unknown industries, texts, years and rows that stand twice, all told at once")
    func fields() {
        let name = "11713_wrong_fields.csv"
        #expect(
            faults(name) == [
                "\(name) | 3 | industry | Jordbruk | unknown",
                "\(name) | 4 | gva_mnok | mange | notANumber",
                #"\#(name) | 5 | year | i fjor | expected("a year")"#,
                "\(name) | 44 | regionCode | 0 B06_09 2018 | duplicate(firstLine: Optional(6))",
            ]
        )
    }

    @Test("a row that should be there")
    func missing() {
        #expect(faults("11713_missing_row.csv") == ["11713_missing_row.csv | 0 P85 2018 | missing"])
    }

    @Test("a figure of a county that does not exist, and a total that is none")
    func sums() {
        let ghost = "11713_figures_of_no_county.csv"
        #expect(
            faults(ghost).map { $0.hasPrefix(ghost) && $0.hasSuffix("gva_mnok | 7 | outside 0.0...0.0") } == [
                true
            ]
        )
        let found = faults("11713_wrong_total.csv")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("11713_wrong_total.csv | 2 | gva_mnok | ") == true)
    }
}
