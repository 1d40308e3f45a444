import Accounts
import Actors
import Ledgers
import TestSupport
import Testing

@Suite("Trade margins, places and kinds of industries")
struct TradeMarginsTests {
    @Test("The margins' share of the goods that carry them, trade and transport apart")
    func shares() throws {
        // Goods C10: 80 made, 20 imported, 30 + 10 margins, 10 taxes: 150 at purchasers' prices. J62 carries none.
        var small = SmallSupplyUse(
            products: try products(["C10", "G46", "H49", "J62"]),
            industries: try industries(["C10", "G46", "H49", "J62"]),
            supply: [[80, 0, 0, 0], [0, 50, 0, 0], [0, 0, 20, 0], [0, 0, 0, 40]],
            imports: [20, 0, 0, 0],
            use: (
                intermediate: [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]],
                finalDemand: [[150], [20], [10], [40]]
            ),
            inputs: [PrimaryInput(.operatingSurplus)],
            primaryInputs: [[80, 50, 20, 40]]
        )
        small.items = [
            ValuationItem(code: "OTTM", name: Name("margins"), role: .margins),
            ValuationItem(code: "O21X31", name: Name("taxes"), role: .netProductTaxes),
        ]
        small.valuation = [[40, 10], [-30, 0], [-10, 0], [0, 0]]
        small.valued = .purchasers
        let table = try small.table()
        let margins = try TradeMargins(of: table, groups: Concordance(identityOn: table.industries))
        #expect(isClose(margins.tradeShare, 30.0 / 150))
        #expect(isClose(margins.transportShare, 10.0 / 150))
        #expect(margins.rates == ["C10": 40.0 / 150])
        #expect(margins.carriers.map(\.code) == ["H49"])
    }

    @Test("What an industry deals in stands in its code")
    func kinds() {
        let goods = ["R01", "RB", "R10_12", "R33", "B", "A01_02", "C25_28"]
        #expect(goods.allSatisfy { IndustryKind(code: $0) == .goods })
        #expect(["R45", "R46", "G45_47", "G"].allSatisfy { IndustryKind(code: $0) == .trade })
        #expect(["R49", "H49_52", "H53"].allSatisfy { IndustryKind(code: $0) == .transport })
        #expect(
            ["RD", "R36", "RF", "R90_99", "D35", "F41_43", "RT", ""].allSatisfy {
                IndustryKind(code: $0) == .other
            }
        )
    }

    @Test("Municipalities lie in the region by the county's number, its former counties' too")
    func places() {
        let places = TradePlaces(of: Region(code: "50", name: Name("50")), former: ["16", "17"])
        #expect(places.place(of: .municipality("5059")) == .region)
        #expect(places.place(of: .municipality("1638")) == .region)
        #expect(places.place(of: .municipality("0301")) == .restOfCountry)
        #expect(places.place(of: .abroad("DE")) == .abroad)
        #expect(places.place(of: .norway) == nil)
        #expect(places.place(of: .unknown) == nil)
        #expect(TradePlaces.nation.place(of: .norway) == .region)
    }
}
