import Accounts
import FileFormats
import StatisticsNorway
import Testing

@Suite("Air emission accounts, small and broken")
struct AirEmissionRefusalTests {
    private func faults(_ name: String) -> [String] {
        StatisticsNorwayTests.faults { () throws(StatisticsNorwayError) in
            _ = try AirEmissionAccounts(contentsOf: fixture(name))
        }
    }

    @Test("the sound file: real estate split, refining merged, gases weighted")
    func sound() throws {
        let path = fixture("aea.csv")
        let accounts = try AirEmissionAccounts(contentsOf: path)
        var printed: [String: Double] = [:]
        for row in try CSVTable(contentsOf: path).rows {
            printed[row.fields[0] + " " + row.fields[1]] = CSVNumber.number(row.fields[4])
        }
        func value(_ key: String) throws -> Double { try #require(printed[key]) }
        let series = accounts.series
        func amount(_ measure: String, _ industry: String) throws -> Double {
            let found = try #require(try series.extensions(of: 2030).first { $0.code == measure })
            return found.amounts[try series.industries.label(industry)]
        }
        #expect(try amount("co2", "R01") == value("CO2 A01") * 1000)
        #expect(try amount("ch4", "R68B") == value("CH4 L") - value("CH4 L68A"))
        #expect(try amount("ch4", "R68A") == value("CH4 L68A"))
        let refining = try value("HFC C19") + value("HFC C20") + value("HFC C21")
        #expect(try abs(amount("hfc", "R21") - refining) < 1e-12)
        #expect(try amount("hfc", "R19") == 0)
        let gases = try value("CO2 F") * 1000 + value("CH4 F") * 28 + value("N2O F") * 265 + value("HFC F")
        #expect(try abs(amount("ghg", "RF") - (gases + value("PFC F") + value("SF6_NF3 F"))) < 1e-9)
        #expect(accounts.households("co2", 2030) == 3250)
        let rule = try #require(
            series.rules.first { $0.name == "real-estate-emissions-printed-on-dwellings" }
        )
        #expect(rule.touched == ["2030 CO2"])
        #expect(try series.industries.label("R01").name.english == "Activities A01")
    }

    @Test("wrong fields, all told at once")
    func fields() {
        let name = "aea_wrong_fields.csv"
        #expect(
            faults(name) == [
                "\(name) | 2 | gas | CO3 | not one of",
                "\(name) | 3 | code | Z99 | unknown",
                "\(name) | 4 | value | -1 | negative",
                "\(name) | 5 | value | x | notANumber",
                "\(name) | 8 | code | C10-C12 | duplicate(firstLine: Optional(6))",
            ]
        )
    }

    @Test("a row that should be there, and a total that is none")
    func totals() {
        #expect(faults("aea_missing_row.csv") == ["aea_missing_row.csv | CH4 H50 2030 | missing"])
        let found = faults("aea_wrong_total.csv")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("aea_wrong_total.csv | 67 | value | ") == true)
    }
}
