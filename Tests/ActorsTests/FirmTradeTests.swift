import Accounts
import Actors
import TestSupport
import Testing

@Suite("Trade between firms")
struct FirmTradeTests {
    /// Firm s of industry a sells to firm k of industry b; both have complete books.
    private func firms(sold: FirmSale?, bought: FirmPurchase?) -> [FirmAccount] {
        var sales: [FirmSale] = [.to("b", 10)]
        if let sold { sales.append(sold) }
        let left = 50 - sales.reduce(0) { $0 + $1.figure.amount }
        sales.append(.to(nil, left))
        var purchases: [FirmPurchase] = [.of("a", 9), .of("c", 10)]
        if let bought { purchases.append(bought) }
        return [
            SmallArea.account("s", in: "a", output: 50, purchases: [.of("b", 5)], sales: sales),
            SmallArea.account("k", in: "b", output: 100, purchases: purchases, sales: [.to(nil, 100)]),
        ]
    }

    @Test("Both books tell: the seller's is used, the difference is listed, the buyer's total stays")
    func both() throws {
        let table = try AugmentedTable(
            parent: SmallArea.region(),
            firms: firms(sold: .to("b", 7, firm: "k"), bought: .of("a", 8, firm: "s"))
        )
        #expect(table.flows["s".firm, "k".firm] == 7)
        // 17 of industry a in all, of which 7 from the firm.
        #expect(table.flows["a".remainder, "k".firm] == 10)
        #expect(
            table.disagreements == [
                TradeDisagreement(seller: "s", buyer: "k", sold: 7, bought: 8, used: 7)
            ]
        )
        #expect(table.disagreements[0].difference == -1)
        #expect(table.faults().isEmpty)
    }

    @Test("Books that agree are not listed")
    func agree() throws {
        let table = try AugmentedTable(
            parent: SmallArea.region(),
            firms: firms(sold: .to("b", 7, firm: "k"), bought: .of("a", 7, firm: "s"))
        )
        #expect(table.flows["s".firm, "k".firm] == 7 && table.disagreements.isEmpty)
        #expect(table.flows["a".remainder, "k".firm] == 9)
    }

    @Test("Only the seller's book tells: what the buyer has of the industry is the seller's, and the rest's")
    func onlySeller() throws {
        let table = try AugmentedTable(
            parent: SmallArea.region(),
            firms: firms(sold: .to("b", 7, firm: "k"), bought: nil)
        )
        #expect(table.flows["s".firm, "k".firm] == 7 && table.flows["a".remainder, "k".firm] == 2)
        #expect(table.disagreements.map(\.sold) == [7] && table.disagreements.map(\.bought) == [nil])
        #expect(table.faults().isEmpty)
    }

    @Test("Only the seller's book tells, of more than the buyer has of the industry: surplus closes")
    func moreThanBought() throws {
        let table = try AugmentedTable(
            parent: SmallArea.region(),
            firms: firms(sold: .to("b", 12, firm: "k"), bought: nil)
        )
        #expect(table.flows["s".firm, "k".firm] == 12 && table.flows["a".remainder, "k".firm] == 0)
        // Without the trade 100 − 19 − 2 (taxes) − 22.5 (wages) as the industry's; three more bought.
        let surplus = table.inputs[.primary(PrimaryInput(.operatingSurplus)), "k".firm]
        #expect(abs(surplus - (100 - 19 - 2 - 22.5 - 3)) <= 1e-12)
        #expect(table.inputSources[6][3].source == .balanced)
        #expect(table.faults().isEmpty)
    }

    @Test("Only the buyer's book tells: what the seller sells to the industry is the buyer's, and the rest's")
    func onlyBuyer() throws {
        let table = try AugmentedTable(
            parent: SmallArea.region(),
            firms: firms(sold: nil, bought: .of("a", 8, firm: "s"))
        )
        #expect(table.flows["s".firm, "k".firm] == 8 && table.flows["s".firm, "b".remainder] == 2)
        #expect(table.disagreements.map(\.bought) == [8] && table.disagreements.map(\.sold) == [nil])
        #expect(table.faults().isEmpty)
    }

    @Test("A sale to a firm that is not in the table goes to its industry")
    func notThere() throws {
        let table = try AugmentedTable(
            parent: SmallArea.region(),
            firms: Array(firms(sold: .to("b", 7, firm: "k"), bought: nil).prefix(1))
        )
        #expect(table.flows["s".firm, "b".remainder] == 17 && table.disagreements.isEmpty)
    }

    @Test("A firm's trade with its own industry, and with a firm of it")
    func ownIndustry() throws {
        let firms = [
            SmallArea.account(
                "s",
                in: "c",
                output: 30,
                purchases: [.of("c", 4), .of("c", 2, firm: "k")],
                sales: [.to("c", 5), .to("c", 3, firm: "k"), .to(nil, 22)]
            ),
            SmallArea.account(
                "k",
                in: "c",
                output: 20,
                purchases: [.of("c", 1), .of("c", 3, firm: "s")],
                sales: [.to("c", 6), .to("c", 2, firm: "s"), .to(nil, 12)]
            ),
        ]
        let table = try AugmentedTable(parent: SmallArea.region(), firms: firms)
        #expect(table.flows["s".firm, "k".firm] == 3 && table.flows["k".firm, "s".firm] == 2)
        #expect(table.flows["c".remainder, "s".firm] == 4 && table.flows["k".firm, "c".remainder] == 6)
        // 60 − 4 − 1 bought − 5 − 6 sold − 3 − 2 between the firms.
        #expect(table.flows["c".remainder, "c".remainder] == 39)
        #expect(table.faults().isEmpty)
    }
}
