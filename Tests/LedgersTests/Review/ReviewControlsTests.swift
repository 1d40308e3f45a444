import Accounts
import Testing

@testable import Ledgers

@Suite("The ledgers against other figures")
struct ReviewControlsTests {
    private typealias T = TestBooks

    @Test("Totals against the annual accounts, year by year")
    func annual() throws {
        let number = TestRegister.number(999_999_999)
        let ledger = T.ledger(
            [
                try T.sale("1", "2023-02-01", "10", net: "1000"),
                try T.sale("2", "2022-02-01", "10", net: "7"),
                try T.purchase("3", "2023-02-01", "1", net: "400"),
                try T.voucher("4", "2023-03-01", [T.line("4000", "50"), T.line("1920", "-50")]),
                try T.voucher("5", "2023-03-01", [T.line("5000", "90"), T.line("1920", "-90")]),
            ],
            parties: [T.party(T.supplier("1"), "Maskin AS"), T.party(T.customer("10"), "Fôrfabrikk AS")]
        )
        let accounts = AnnualAccounts(
            number: number,
            year: 2023,
            figures: [
                .operatingIncome: T.kroner("1000"), .costOfGoods: T.kroner("460"), .wages: T.kroner("90"),
            ]
        )
        let other = AnnualAccounts(
            number: TestRegister.number(888_888_888),
            year: 2023,
            figures: [.wages: T.kroner("1")]
        )
        let review = LedgerReview(of: [ledger], annualAccounts: [accounts, other])
        let controls = review.controls.annual
        #expect(controls.map(\.item) == [.operatingIncome, .costOfGoods, .wages])
        #expect(controls.map(\.agrees) == [true, false, true])
        #expect(controls[1].difference == T.kroner("-10"))
        #expect(controls[1].attributed == T.kroner("400"))
        #expect(controls[2].attributed == nil)
    }

    @Test("Opening and movement give closing, or the party is named")
    func partyBalances() throws {
        let voucher = try T.purchase("3", "2023-02-01", "1", net: "400")
        func party(_ closing: String) -> Party {
            Party(
                reference: T.supplier("1"),
                name: "Maskin AS",
                organisationNumber: nil,
                country: nil,
                postalCode: nil,
                opening: T.kroner("-100"),
                closing: T.kroner(closing),
                line: 1
            )
        }
        let right = LedgerReview(of: [T.ledger([voucher], parties: [party("-600")])])
        #expect(right.controls.openParties.isEmpty)
        #expect(right.controls.partiesChecked == 1)
        let wrong = LedgerReview(of: [T.ledger([voucher], parties: [party("-650")])])
        #expect(wrong.controls.openParties.map(\.difference) == [T.kroner("-50")])
    }

    @Test("What one firm sold, and what the other says it bought")
    func pairs() throws {
        let seller = T.ledger(
            [try T.sale("1", "2023-02-01", "10", net: "1000")],
            parties: [T.party(T.customer("10"), "Fôrfabrikk AS", "888888888")]
        )
        let buyer = T.ledger(
            [
                try T.purchase("1", "2023-02-03", "1", net: "900", ref: "1"),
                try T.purchase("2", "2023-02-05", "1", net: "900", ref: "1"),
            ],
            parties: [T.party(T.supplier("1"), "Smelteverk AS", "999999999")],
            owner: "888888888",
            file: "b.xml"
        )
        let pairs = LedgerReview(of: [seller, buyer]).controls.pairs
        #expect(pairs == [PairControl(seller: 0, buyer: 1, sold: T.kroner("1000"), bought: T.kroner("900"))])
        #expect(pairs[0].difference == T.kroner("100"))
    }
}
