import Accounts
import FileFormats
import StatisticsNorway
import TestSupport
import Testing

@Suite("Air emission accounts, as published", .enabled(if: PublishedFiles.exists(PublishedFiles.emissions)))
struct AirEmissionAccountsTests {
    private func accounts() throws -> AirEmissionAccounts {
        try AirEmissionAccounts(
            contentsOf: PublishedFiles.questionnaire
        )
    }

    @Test("eight measures in tonnes, fourteen years, on the tables' axis")
    func extent() throws {
        let series = try accounts().series
        #expect(
            series.measures.map { "\($0.code) \($0.unit)" } == [
                "ghg t CO2e", "co2 t", "co2_biomass t", "ch4 t", "n2o t", "hfc t CO2e", "pfc t CO2e",
                "sf6_nf3 t CO2e",
            ]
        )
        #expect(series.years.map(\.number) == Array(2008...2021))
        #expect(series.industries.count == 65)
        if PublishedFiles.exists(PublishedFiles.inputOutput) {
            let files = PublishedFiles.workbooks(2019)
            let table = try InputOutputWorkbook(domestic: files.domestic, imports: files.imports).table
            for one in try series.extensions(of: 2019) {
                #expect(try one.amounts(joining: table).sum == one.amounts.sum)
            }
        }
    }

    @Test("every emission equals the one extracted independently, R19 to R21 together")
    func oracle() throws {
        // Their units in ours.
        let measures = [
            "GHG": ("ghg", 1e6), "CO2": ("co2", 1e3), "Biomass CO2": ("co2_biomass", 1e3), "CH4": ("ch4", 1),
            "N2O": ("n2o", 1), "HFC": ("hfc", 1), "PFC": ("pfc", 1), "SF6_NF3": ("sf6_nf3", 1),
        ]
        let series = try accounts().series
        let oracle = try CSVTable(contentsOf: PublishedFiles.emissions + "/aea_by_io_code_2012-2021.csv")
        let merged = ["R19", "R20", "R21"]
        var compared = 0
        for row in oracle.rows {
            let (code, factor) = try #require(measures[row.fields[1]])
            let year = Year(try #require(Int(row.fields[0])))
            let amounts = try #require(try series.extensions(of: year).first { $0.code == code }).amounts
            var values: [String: Double] = [:]
            for (name, field) in zip(oracle.header, row.fields).dropFirst(3) {
                values[name] = try #require(CSVNumber.number(field)) * factor
            }
            #expect(values.count == 65)
            values["R21"] = merged.reduce(0) { $0 + (values[$1] ?? 0) }
            values["R19"] = 0
            values["R20"] = 0
            for industry in series.industries.labels {
                let expected = try #require(values[industry.code])
                // Both are sums of a few products of the same printed figures.
                let isEqual = abs(amounts[industry] - expected) <= 1e-9 * expected
                #expect(
                    isEqual,
                    "\(year) \(code) \(industry.code): \(amounts[industry]), expected \(expected)"
                )
                compared += 1
            }
        }
        #expect(compared == 10 * 8 * 65)
    }

    @Test("2019 adds up to what the questionnaire prints for industries and households")
    func totals() throws {
        let accounts = try accounts()
        let carbon = try #require(try accounts.series.extensions(of: 2019).first { $0.code == "co2" })
        // 58 002.82 and 4 295.96 thousand tonnes; 64 rows of seven decimals.
        #expect(abs(carbon.amounts.sum - 58_002_820.0217) < 0.1)
        #expect(accounts.households("co2", 2019) == 4_295_958.2283)
        #expect(accounts.households("co2", 1990) == nil)
        let gases = 4_295_958.2283 + 28 * 16_207.8559407 + 265 * 225.3533759 + 226_065.7347034 + 24_004.5215
        #expect(abs(try #require(accounts.households("ghg", 2019)) - gases) < 1e-6)
    }

    @Test("the rules say what was merged, converted, weighted and left where it was printed")
    func rules() throws {
        let rules = try accounts().series.rules
        func touched(_ name: String) -> [String] { rules.first { $0.name == name }?.touched ?? [] }
        #expect(touched("industries-merged-by-publisher") == ["R19 → R21", "R20 → R21"])
        #expect(touched("thousand-tonnes-to-tonnes") == ["CO2", "Biomass CO2"])
        #expect(touched("greenhouse-gases-weighted-by-ar5") == ["CH4 × 28", "N2O × 265"])
        #expect(touched("real-estate-emissions-printed-on-dwellings").contains("2019 CO2"))
    }
}
