import Accounts
import FileFormats
import TestSupport
import Testing

@testable import ExampleLedgers

/// Each firm's year is one that a firm of its kind could have.
@Suite("The example's economy")
struct ExampleEconomyTests {
    static let seeds: [UInt64] = [1, 2, 3, 9]

    /// What purchases for current use may be of sales, by kind of firm.
    static let purchaseShares: [String: ClosedRange<Double>] = [
        "silisiumsmelteverk": 0.65...0.75, "fjorfeslakteri": 0.7...0.85, "fiskeforedling": 0.7...0.85,
        "forfabrikk": 0.8...0.85, "flisprodusent": 0.62...0.68, "betongvarefabrikk": 0.6...0.65,
    ]

    /// A firm's year in kroner, and what it bought by the seller's industry.
    private struct Year {
        let sales: Double
        let purchases: Double
        let investment: Double
        let wages: Double
        let allWages: Double
        let surplus: Double
        let bought: [String: Double]
        /// In the region, elsewhere in the country, abroad.
        let places: [String: Double]

        init(_ cluster: ExampleCluster, _ firm: ExampleFirm, _ year: Int) {
            let truth = FirmTruth(cluster, firm)
            func sum(_ accounts: ClosedRange<Int>) -> Double {
                Double(truth.sum(of: accounts, in: year)) / 100
            }
            var (sales, purchases, investment) = (0.0, 0.0, 0.0)
            var bought: [String: Double] = [:]
            var places: [String: Double] = [:]
            for (party, totals) in zip(firm.parties, truth.parties) {
                let net = Double(totals.net - totals.duplicated) / 100
                if party.isCustomer {
                    sales += net
                } else {
                    purchases += net
                    investment += Double(totals.investment) / 100
                    let unit = party.unit.map { cluster.units[$0] }
                    bought[String((unit?.industry ?? "abroad").prefix(2)), default: 0] += net
                    let place = unit?.place.municipality.hasPrefix("50")
                    places[place.map { $0 ? "region" : "country" } ?? "abroad", default: 0] += net
                }
            }
            self.sales = sales
            self.purchases = purchases
            self.investment = investment
            wages = sum(5000...5000)
            allWages = sum(5000...5499)
            surplus = -sum(3000...7999)
            self.bought = bought
            self.places = places
        }
    }

    @Test("Sales are the study's, purchases, wages and surplus those of the kind", arguments: seeds)
    func sums(seed: UInt64) throws {
        let cluster = ExampleCluster(try ExampleOptions(seed: seed))
        for firm in cluster.firms {
            let kind = firm.archetype
            let year = Year(cluster, firm, 2019)
            let employees = Double(kind.employees)
            #expect(abs(year.sales / kind.sales - 1) < 0.005, "\(kind.key) \(year.sales)")
            let share = try #require(Self.purchaseShares[kind.key])
            #expect(share.contains(year.purchases / year.sales), "\(kind.key) \(year.purchases / year.sales)")
            #expect((550_000...850_000).contains(year.wages / employees), "\(kind.key)")
            #expect((550_000...850_000).contains(year.allWages / employees), "\(kind.key)")
            #expect(
                (0.01...0.12).contains(year.surplus / year.sales),
                "\(kind.key) \(year.surplus / year.sales)"
            )
            #expect((0.01...0.12).contains(year.investment / year.sales), "\(kind.key) \(year.investment)")
            #expect(cluster.units[firm.unit].employees == kind.employees)
        }
    }

    @Test("Little is bought through wholesalers; most services are the region's", arguments: seeds)
    func origins(seed: UInt64) throws {
        let cluster = ExampleCluster(try ExampleOptions(seed: seed))
        for firm in cluster.firms {
            let year = Year(cluster, firm, 2019)
            let key = firm.archetype.key
            #expect((year.bought["46"] ?? 0) / year.purchases <= 0.15, "\(key)")
            #expect((year.places["region"] ?? 0) / year.purchases > 0.15, "\(key) \(year.places)")
            #expect((year.places["abroad"] ?? 0) > 0, "\(key)")
        }
        let smelter = Year(cluster, cluster.firms[0], 2019)
        #expect((0.2...0.4).contains((smelter.bought["35"] ?? 0) / smelter.purchases))
        let poultry = Year(cluster, cluster.firms[1], 2019)
        #expect((poultry.bought["01"] ?? 0) / poultry.purchases > 0.5)
        let salmon = Year(cluster, cluster.firms[2], 2019)
        #expect((salmon.bought["03"] ?? 0) / salmon.purchases > 0.6)
    }

    @Test("Both years of two have the sums of a year, and large books have them too")
    func yearsAndSizes() throws {
        for (years, lines) in [(ExampleOptions.Years.two, 12_000), (.one, 120_000)] {
            let cluster = ExampleCluster(try ExampleOptions(seed: 5, years: years, lines: lines))
            for firm in cluster.firms {
                let truth = FirmTruth(cluster, firm)
                for year in cluster.options.bookYears {
                    let income = -Double(truth.sum(of: 3000...3999, in: year)) / 100
                    #expect(abs(income / firm.archetype.sales - 1) < 0.02, "\(firm.archetype.key) \(year)")
                }
            }
        }
    }

    @Test(
        "The same is bought from the same on the same days whatever the amounts",
        arguments: 1...12 as ClosedRange<UInt64>
    )
    func drawnApart(seed: UInt64) throws {
        let cluster = ExampleCluster(try ExampleOptions(seed: seed))
        for firm in cluster.firms {
            var unscaled = firm
            unscaled.scale = .none
            let books = [firm, unscaled].map { firm in
                var keeper = BookKeeper(cluster, firm)
                var lines: [String] = []
                while let day = keeper.nextDay() {
                    for posting in day.flatMap(\.postings) where posting.party != nil {
                        lines.append(
                            "\(day[0].day) \(posting.account) \(posting.party ?? 0) \(posting.reference)"
                        )
                    }
                }
                return lines
            }
            #expect(books[0] == books[1], "\(firm.archetype.key)")
        }
    }

    @Test("Sales are those of the embedded study's actors")
    func study() throws {
        let actors = try CSVTable(contentsOf: Repository.root + "/data/studies/trondelag-2019/actors.csv")
        let columns = Dictionary(uniqueKeysWithValues: actors.header.enumerated().map { ($1, $0) })
        let (price, output) = (try #require(columns["price_nok"]), try #require(columns["output"]))
        for (row, archetype) in zip(actors.rows, Archetype.all) {
            let sales = (Double(row.fields[price]) ?? 0) * (Double(row.fields[output]) ?? 0)
            #expect(sales == archetype.sales, "\(archetype.key)")
        }
    }
}
