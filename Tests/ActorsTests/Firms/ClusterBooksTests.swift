import Accounts
import Actors
import Ledgers
import TestSupport
import Testing

/// Two firms of industry C10 and J62 with eleven parties; every figure is reckoned by hand beside it.
@Suite("Firms' accounts from reviewed books")
struct ClusterBooksTests {
    static let (mill, yard): (UInt32, UInt32) = (911_111_111, 922_222_222)
    private let small: SmallFrame
    private let books: SmallBooks
    private let annual = SmallBooks.annual(mill, income: 100, goods: 30, wages: 12, other: 20)

    init() throws {
        small = try SmallFrame()
        var books = SmallBooks()
        books.register(Self.mill, "10.110", in: "5059")
        books.register(Self.yard, "62.010", in: "5001")
        books.register(1, "01.110", in: "5001")
        books.register(2, "46.110", in: "0301")
        books.register(3, "62.010", in: "0301")
        books.register(4, "10.110", in: "1638")
        books.add(
            Self.mill,
            [
                SmallBooks.bought(10, of: "Gård AS", 1),
                SmallBooks.bought(20, of: "Grossist AS", 2),
                SmallBooks.bought(8, of: "Korn GmbH", country: "DE"),
                SmallBooks.bought(5, of: "Verft AS", Self.yard),
                SmallBooks.bought(1, of: "Verft AS", Self.yard, account: "1200"),
                SmallBooks.sold(10, to: "Grossist AS", 2),
                SmallBooks.sold(30, to: "Data AS", 3),
                SmallBooks.sold(40, to: "Brot GmbH", country: "DE"),
                SmallBooks.sold(2, to: "Kari Nordmann"),
            ]
        )
        books.add(
            Self.yard,
            [
                SmallBooks.bought(4, of: "Data AS", 3),
                SmallBooks.sold(6.5, to: "Mølle AS", Self.mill),
                SmallBooks.sold(20, to: "Fabrikk AS", 4),
            ]
        )
        self.books = books
    }

    private func cluster(
        prices: LedgerPrices? = nil,
        annual: AnnualAccounts? = nil,
        isReversed: Bool = false
    ) throws -> ClusterBooks {
        let annual = annual ?? self.annual
        let firms = [
            BookedFirm(
                actor: try small.actor("mill", "C10", number: Self.mill),
                annualAccounts: annual,
                extensions: ["employment": 40]
            ),
            BookedFirm(actor: try small.actor("yard", "J62", number: Self.yard)),
        ]
        return try ClusterBooks(
            of: isReversed ? firms.reversed() : firms,
            in: books.review([annual]),
            frame: small.frame(books, prices: prices),
            options: .exact
        )
    }

    @Test("Purchases at basic prices: margins, taxes, imports, the partner and the rest")
    func purchases() throws {
        let mill = try cluster().firms[0]
        let account = mill.account
        mill.expectWhole()
        // 5 % of the 10 + 20 invoiced at home and of the rest of the annual accounts, 50 − 43 = 7.
        #expect(isClose(account.primaryInputs["product_taxes"]?.amount, 0.05 * 37))
        #expect(isClose(account.bought("A01", .region), 9.5))
        // Of 19: a fifth is the trader's, in Oslo; a twentieth the carriers', who are in the region; 14.25 are goods.
        #expect(isClose(account.bought("G46", .restOfCountry), 3.8))
        #expect(isClose(account.bought("H49", .region, .estimated), 0.95))
        // Weights: A01 30 · 0.1, half in the region; C10 10 · 0.3; imports 4 · 0.1 and 12 · 0.3. Together 10.
        #expect(isClose(account.bought("A01", .region, .estimated), 14.25 * 0.15))
        #expect(isClose(account.bought("A01", .restOfCountry, .estimated), 14.25 * 0.15))
        #expect(isClose(account.bought("C10", .region, .estimated), 14.25 * 0.3))
        #expect(isClose(account.bought("A01", .abroad, .estimated), 14.25 * 0.04))
        #expect(isClose(account.bought("C10", .abroad, .estimated), 14.25 * 0.36))
        // 8 from abroad, by product as the industry's 4 and 12.
        #expect(isClose(account.bought("A01", .abroad), 2))
        #expect(isClose(account.bought("C10", .abroad), 6))
        #expect(isClose(account.bought("J62", .region, firm: "yard"), 5))
        #expect(isClose(account.unattributedPurchases.amount, 7 * 0.95))
        #expect(account.unattributedPurchases.source == .annualAccounts)
    }

    @Test("Primary inputs: wages told, taxes and capital as the industry, surplus closes")
    func primaryInputs() throws {
        let account = try cluster().firms[0].account
        #expect(account.primaryInputs["compensation"] == Figure(12, from: .annualAccounts))
        #expect(isClose(account.primaryInputs["production_taxes"]?.amount, -100.0 / 60))
        #expect(isClose(account.primaryInputs["capital_consumption"]?.amount, 100.0 / 30))
        // 100 − 50 − 12 + 1.667 − 3.333
        #expect(isClose(account.primaryInputs["operating_surplus"]?.amount, 38 - 100.0 / 60))
        #expect(account.primaryInputs["operating_surplus"]?.source == .balanced)
        #expect(account.extensions["employment"]?.amount == 40)
    }

    @Test("Sales: traders pass on, exports and persons are final use, the rest is the industry's")
    func sales() throws {
        let books = try cluster().firms[0]
        let account = books.account
        #expect(isClose(account.sold("J62", .restOfCountry), 30))
        #expect(isClose(account.sold(nil, .abroad), 40))
        #expect(isClose(account.sold(nil, .region), 2))
        #expect(isClose(account.unattributedSales.amount, 28))
        #expect(isClose(books.amount(.soldToTraders, .sales), 10))
        #expect(isClose(books.amount(.restOfAnnualAccounts, .sales), 18))
    }

    @Test("A firm without annual accounts: its ledger is its output, wages as the industry")
    func withoutAnnualAccounts() throws {
        let books = try cluster().firms[1]
        let account = books.account
        books.expectWhole()
        #expect(account.output == Figure(26.5, from: .ledger))
        #expect(isClose(account.bought("J62", .restOfCountry), 4))
        // 1638 was a municipality of the county that is part of the region now.
        #expect(isClose(account.sold("C10", .region), 20))
        // The mill books one of the six it bought as an investment.
        #expect(isClose(account.sold("C10", .region, firm: "mill"), 6.5 * 5 / 6))
        #expect(isClose(account.sold(nil, .region), 6.5 / 6))
        // 22.5 of value added; the industry's wages are 60 of 80.
        #expect(isClose(account.primaryInputs["compensation"]?.amount, 16.875))
        #expect(account.primaryInputs["compensation"]?.source == .estimated)
        #expect(isClose(account.primaryInputs["operating_surplus"]?.amount, 22.5 - 16.875 - 2.65))
        #expect(books.totals.outputStated == 100)
    }

    @Test("What two firms say of a delivery is listed to the øre")
    func agreements() throws {
        let agreements = try cluster().agreements
        #expect(agreements.map { [$0.seller, $0.buyer] } == [["yard", "mill"]])
        #expect(agreements[0].sold == SmallBooks.kroner(6.5))
        #expect(agreements[0].bought == SmallBooks.kroner(6))
        #expect(agreements[0].invested == SmallBooks.kroner(1))
        #expect(agreements[0].difference == SmallBooks.kroner(0.5))
    }

    @Test("Every cell leads back to parties and lines, every party's kroner are in the cells and pools")
    func explanation() throws {
        let review = books.review([annual])
        let mill = try cluster().firms[0]
        for (place, party) in review.parties.enumerated() where party.owner == 0 {
            #expect(isClose(mill.explained(place), party.intermediate.millions), "\(place)")
        }
        let goods = try #require(
            mill.explanation.cells.first {
                $0.industry == "C10" && $0.place == .region && $0.source == .estimated
            }
        )
        let behind = mill.explanation.parties(behind: goods)
        #expect(behind.map { review.parties[$0].number } == [SmallBooks.number(2)])
        #expect(behind.map { review.parties[$0].lines.map(\.line) } == [[11]])
        #expect(isClose(mill.explanation[.goodsThroughTrade]?.amount, 14.25))
    }

    @Test("Facts: what the register knows, what is estimated, what is left")
    func facts() throws {
        let facts = try cluster().firms[0].facts
        // 10 + 8 + 5 known, of the trader's 20 a fifth; of 50 in the annual accounts.
        let purchases = try #require(facts.purchases)
        #expect(isClose(purchases.registered, 27.0 / 50))
        #expect(isClose(purchases.estimated, 16.0 / 50))
        #expect(isClose(purchases.unattributed, 7.0 / 50))
        let sales = try #require(facts.sales)
        #expect(isClose(sales.registered, 0.72))
        #expect(isClose(sales.unattributed, 0.28))
        #expect(facts.months == 9)
        #expect(facts.yearsApart == 0)
        // Income booked is 82 of 100, goods 43 of 30.
        #expect(isClose(facts.annualDeviation, 1))
    }

    @Test("Prices as invoiced: the account is the ledger's sums by industry and place")
    func asInvoiced() throws {
        let mill = try cluster(prices: .asInvoiced).firms[0]
        mill.expectWhole()
        #expect(isClose(mill.account.bought("A01", .region), 10))
        #expect(isClose(mill.account.bought("G46", .restOfCountry), 20))
        #expect(isClose(mill.account.sold("G46", .restOfCountry), 10))
        #expect(isClose(mill.account.unattributedPurchases.amount, 7))
        #expect(mill.account.primaryInputs["product_taxes"]?.amount == 0)
    }

    @Test("The order of the firms changes nothing")
    func order() throws {
        let (one, other) = (try cluster(), try cluster(isReversed: true))
        #expect(one.firms[0].explanation.cells == other.firms[1].explanation.cells)
        #expect(one.firms[1].account.primaryInputs == other.firms[0].account.primaryInputs)
        #expect(one.agreements == other.agreements)
    }
}
