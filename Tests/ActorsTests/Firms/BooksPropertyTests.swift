import Accounts
import Actors
import Ledgers
import TestSupport
import Testing

/// Random books of two firms that trade with each other, with parties of every kind.
@Suite("Firms' accounts of random books")
struct BooksPropertyTests {
    private static let (mill, yard): (UInt32, UInt32) = (911_111_111, 922_222_222)
    private static let industries = ["01.110", "10.110", "46.110", "49.410", "62.010", "99.000"]
    private static let places: [String?] = ["5001", "1638", "0301", nil]

    private func entries(_ random: inout SeededGenerator, partner: UInt32) -> [SmallBooks.Entry] {
        (0..<Int.random(in: 1...30, using: &random)).map { _ in
            let millions = (Double.random(in: -1...9, using: &random) * 100).rounded() / 100
            let number: UInt32? =
                switch Int.random(in: 0..<10, using: &random) {
                case 0: partner
                case 1: nil
                default: UInt32.random(in: 1...24, using: &random)
                }
            let isAbroad = number == nil && Bool.random(using: &random)
            let name = isAbroad ? "Handel GmbH" : "Handel AS"
            if Bool.random(using: &random) {
                let account = ["4000", "4300", "6700", "1200"].randomElement(using: &random) ?? "4000"
                return SmallBooks.bought(
                    millions,
                    of: name,
                    number,
                    country: isAbroad ? "DE" : nil,
                    account: account
                )
            }
            let account = ["3000", "3000", "3800"].randomElement(using: &random) ?? "3000"
            return SmallBooks.sold(
                millions,
                to: name,
                number,
                country: isAbroad ? "DE" : nil,
                account: account
            )
        }
    }

    @Test(
        "Both sides add up, nothing is left below zero, and every party's kroner are found again",
        arguments: 0..<60
    )
    func addUp(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var books = SmallBooks()
        books.register(Self.mill, "10.110", in: "5059")
        books.register(Self.yard, "62.010", in: "5001")
        for digits in UInt32(1)...24 {
            books.register(
                digits,
                Self.industries[Int(digits) % Self.industries.count],
                in: Self.places[Int(digits / 6) % Self.places.count]
            )
        }
        books.add(Self.mill, entries(&random, partner: Self.yard))
        books.add(Self.yard, entries(&random, partner: Self.mill))
        let small = try SmallFrame()
        let annual = SmallBooks.annual(Self.mill, income: 300, goods: 80, wages: 60, other: 70)
        let firms = [
            BookedFirm(
                actor: try small.actor("mill", "C10", number: Self.mill),
                annualAccounts: annual,
                exciseInIncome: SmallBooks.kroner(Double(seed % 3))
            ),
            BookedFirm(
                actor: try small.actor("yard", "J62", number: Self.yard, output: 500),
                customers: seed.isMultiple(of: 2) ? .largest : .some(.none)
            ),
        ]
        let review = books.review([annual])
        let made = try ClusterBooks(
            of: firms,
            in: review,
            frame: small.frame(books),
            options: FirmBooksOptions(scalesToAnnualAccounts: true)
        )
        for (owner, books) in made.firms.enumerated() {
            books.expectWhole()
            #expect(books.account.unattributedPurchases.amount >= 0)
            #expect(books.account.unattributedSales.amount >= 0)
            let taken = books.amount(.annualAccountsAsFrame, .purchases) ?? 0
            let scale = taken == 0 ? 1 : 1 - taken / (books.totals.purchasesInLedger ?? 1)
            for (place, party) in review.parties.enumerated()
            where party.owner == owner && party.role == .supplier {
                let wanted = (party.intermediate - party.resale).millions * scale
                #expect(abs(books.explained(place) - wanted) < 1e-9, "\(place)")
            }
        }
    }
}
