import Accounts
import FileFormats
import StatisticsNorway
import TestSupport
import Testing

@Suite("Table 11713, as published", .enabled(if: PublishedFiles.exists(PublishedFiles.county)))
struct CountyAccountsFileTests {
    private func accounts() throws -> CountyAccounts {
        try CountyAccountsFile(contentsOf: PublishedFiles.county + "/11713_2008-2019.csv").accounts
    }

    @Test("all years, the counties of each, and 34 industries")
    func extent() throws {
        let series = try accounts().series
        #expect(series.years.map(\.number) == Array(2008...2019))
        for accounts in series.accounts {
            #expect(accounts.industries.count == 34)
            #expect(accounts.subtotals.map(\.code) == ["TOTAL", "C"])
            #expect(accounts.subtotals.map(\.industries.count) == [34, 11])
            #expect(accounts.regions.count == (accounts.year < 2018 ? 19 : 18))
            #expect(accounts.regions.codes.contains("50") == (accounts.year >= 2018))
            #expect(accounts.regions.codes.contains("16") == (accounts.year < 2018))
        }
        let latest = try series.accounts(of: 2019)
        #expect(latest.nation.name == Name(english: "Norway", norwegian: "Hele landet"))
        #expect(try latest.region("50").name == Name("Trøndelag"))
        #expect(try latest.region("01").name == Name("Østfold"))
        #expect(try latest.region("14").name == Name("Sogn og Fjordane"))
    }

    @Test("figures equal those of the table: 2019, the nation and Trøndelag")
    func figures() throws {
        let accounts = try accounts().series.accounts(of: 2019)
        #expect(accounts[.valueAdded, "0", "TOTAL"] == .value(3_164_843, .published))
        #expect(accounts[.employment, "0", "TOTAL"] == .value(2_836_100, .published))
        #expect(accounts[.compensation, "0", "TOTAL"] == .value(1_733_247, .published))
        #expect(accounts[.valueAdded, "50", "L68A"] == .value(12_706, .published))
        #expect(accounts[.valueAdded, "50", "B05_08"] == .suppressed)
        #expect(accounts[.investment, "50", "H49_5"] == .suppressed)
        #expect(accounts[.valueAdded, "50", "H49_5"].number != nil)
    }

    @Test("every printed figure comes out, and nothing else: counted against the file itself")
    func completeness() throws {
        let accounts = try accounts()
        let table = try CSVTable(contentsOf: PublishedFiles.county + "/11713_2008-2019.csv")
        let names = Dictionary(
            uniqueKeysWithValues: accounts.industries.map { ($0.industry.name.norwegian, $0) }
        )
        let columns: [(RegionalAccounts.Measure, Int, Double)] = [
            (.valueAdded, 5, 1), (.investment, 6, 1), (.employment, 7, 1000), (.compensation, 8, 1),
        ]
        var published = 0
        var cannotOccur = 0
        for row in table.rows {
            let year = Year(try #require(Int(row.fields[4])))
            guard let industry = names[row.fields[3]] else { continue }
            let inYear = try accounts.series.accounts(of: year)
            guard (try? inYear.region(row.fields[0])) != nil else { continue }
            for (measure, column, factor) in columns {
                let found =
                    industry.role == .detail
                    ? accounts.detail(
                        measure,
                        region: row.fields[0],
                        industry: industry.industry.code,
                        year: year
                    )
                    : inYear[measure, row.fields[0], industry.industry.code]
                switch found {
                case .value(let number, .published):
                    published += 1
                    // Tenths of a thousand persons are whole persons: exact after rounding.
                    let printed = try #require(Double(row.fields[column])) * factor
                    #expect(abs(number - printed) < 1e-6)
                case .notApplicable:
                    cannotOccur += 1
                    #expect(industry.industry.code == "L68A")
                default:
                    #expect(found == .suppressed && row.fields[column].isEmpty)
                }
            }
        }
        // Counted in Python: 238 region-years × 41 rows × 4 measures, of which 555 rows and one more cell blank,
        // and 238 rows of L68A whose two measures cannot occur: 219 are blank, 19 of 2019 repeat value added as
        // compensation and print no jobs but the nation's 0.1.
        #expect(cannotOccur == 238 * 2)
        #expect(published == 238 * 41 * 4 - 555 * 4 - 1 - cannotOccur)
    }

    @Test("owner-occupied dwellings pay no wages, and the rule says what was printed")
    func ownerOccupied() throws {
        let accounts = try accounts()
        let latest = try accounts.series.accounts(of: 2019)
        #expect(latest[.compensation, "0", "L68A"] == .notApplicable)
        #expect(latest[.employment, "0", "L68A"] == .notApplicable)
        let rule = try #require(latest.rules.first { $0.name == "owner-occupied-dwellings-have-no-wages" })
        #expect(rule.touched.contains("0 L68A compensation: 149788"))
        #expect(rule.touched.count == 20)
        // With that, the nation's industries add up to its total to the krone the table prints.
        for accounts in accounts.series.accounts {
            let total = try #require(accounts[.compensation, "0", "TOTAL"].number)
            #expect(try accounts.vector(.compensation, accounts.nation).sum == total, "\(accounts.year)")
            let value = try #require(accounts[.valueAdded, "0", "TOTAL"].number)
            #expect(try accounts.vector(.valueAdded, accounts.nation).sum == value, "\(accounts.year)")
        }
    }

    @Test("rules of the table as a whole")
    func rules() throws {
        let rules = try accounts().rules
        #expect(
            rules.map(\.name).sorted() == [
                "blank-is-suppressed", "mainland-norway-dropped", "owner-occupied-dwellings-have-no-wages",
                "region-not-existing-that-year",
            ]
        )
        #expect(
            rules.first { $0.name == "region-not-existing-that-year" }?.touched == [
                "50: " + (2008...2017).map(String.init).joined(separator: ", "), "16: 2018, 2019",
                "17: 2018, 2019",
            ]
        )
        #expect(
            rules.first { $0.name == "mainland-norway-dropped" }?.touched == ["Fastlands-Norge: 252 rows"]
        )
        let suppressed = try #require(rules.first { $0.name == "blank-is-suppressed" })
        #expect(suppressed.touched.count == 556)
        #expect(suppressed.touched.contains("2019 50 H49_5 investment"))
    }

    @Test("Statbank's own workbook says the same")
    func workbook() throws {
        let path = PublishedFiles.county + "/SSB_11713_Deling av nettsider.xlsx"
        let other = try CountyAccountsFile(contentsOf: path, sheet: "BNPB").accounts
        let accounts = try accounts()
        #expect(other.series.years == accounts.series.years)
        #expect(other.counties == accounts.counties)
        #expect(other.rules == accounts.rules)
        for (one, two) in zip(accounts.series.accounts, other.series.accounts) {
            #expect(one.regions == two.regions)
            for measure in RegionalAccounts.Measure.allCases {
                for region in ["0"] + one.regions.codes {
                    for row in accounts.industries {
                        let code = row.industry.code
                        #expect(one[measure, region, code] == two[measure, region, code])
                        let details = [accounts, other].map {
                            $0.detail(measure, region: region, industry: code, year: one.year)
                        }
                        #expect(details[0] == details[1])
                    }
                }
            }
        }
    }
}
