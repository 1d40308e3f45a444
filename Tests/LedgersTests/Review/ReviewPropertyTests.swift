import Accounts
import TestSupport
import Testing

@testable import Ledgers

@Suite("Reviews of random ledgers")
struct ReviewPropertyTests {
    @Test(
        "Nothing disappears, in øre and in trades, and the order of the files does not matter",
        arguments: 0..<30
    )
    func nothingDisappears(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let ledgers = try (0..<3).map { file in
            var vouchers = try RandomVouchers.make(&random, count: 150)
            // Double registrations of both kinds.
            for voucher in vouchers.prefix(10) {
                vouchers.append(voucher)
                vouchers.append(
                    Voucher(
                        journal: "",
                        number: voucher.number + "x",
                        date: voucher.date,
                        lines: voucher.lines
                    )
                )
            }
            return TestBooks.ledger(
                vouchers,
                parties: Self.parties(&random),
                owner: ["999999999", "888888888", nil][file],
                file: "\(file).xml"
            )
        }
        let register = try Self.register(&random)
        let review = LedgerReview(of: ledgers, register: register)
        #expect(review.balances.count == 6)
        for balance in review.balances { #expect(balance.isWhole, "\(balance)") }
        #expect(
            review.parties.reduce(Kroner.zero) { $0 + $1.amount }
                == review.balances.reduce(.zero) { $0 + $1.counted }
        )
        #expect(review.balances.contains { $0.refused.amount != .zero })
        let turned = LedgerReview(of: ledgers.reversed(), register: register)
        #expect(turned.isWhole)
        func kept(_ review: LedgerReview) -> [String: Kroner] {
            Dictionary(
                uniqueKeysWithValues: review.balances.map {
                    ("\(review.files[$0.file].file) \($0.role)", $0.kept.amount)
                }
            )
        }
        #expect(kept(review) == kept(turned))
        // The log's refusals are the refused bucket, row by row.
        let refused = review.changes.filter { $0.rule.outcome == .refused }.reduce(Kroner.zero) {
            $0 + $1.amount
        }
        #expect(refused == review.balances.reduce(.zero) { $0 + $1.refused.amount })
    }

    @Test("The same ledgers give the same review")
    func repeatable() throws {
        var random = SeededGenerator(seed: 5)
        let ledger = TestBooks.ledger(
            try RandomVouchers.make(&random, count: 200),
            parties: Self.parties(&random)
        )
        let register = try Self.register(&random)
        let (one, other) = (
            LedgerReview(of: [ledger], register: register), LedgerReview(of: [ledger], register: register)
        )
        #expect(one.parties == other.parties)
        #expect(one.changes == other.changes)
    }

    private static let numbers: [UInt32] = [923_609_016, 974_760_673, 971_274_190, 999_999_999, 888_888_888]

    private static func parties(_ random: inout SeededGenerator) -> [Party] {
        [PartyRole.supplier, .customer].flatMap { role in
            (1...18).map { id in
                let name = ["Maskin AS", "Kari Nordmann", "", "Ferro GmbH", "Per ENK"].randomElement(
                    using: &random
                )
                let number: String? =
                    switch Int.random(in: 0..<6, using: &random) {
                    case 0: nil
                    case 1: "9,2E+08"
                    case 2: "SE556012579001"
                    default: numbers.randomElement(using: &random).map { "\($0)" }
                    }
                return TestBooks.party(PartyReference(role, "\(id)"), name ?? "", number)
            }
        }
    }

    private static func register(_ random: inout SeededGenerator) throws -> RegisterExtract {
        var register = TestRegister()
        let day = try TestBooks.date("2022-05-15")
        register.add(numbers[0], events: .init(dissolved: day, mergedInto: TestRegister.number(numbers[1])))
        register.add(numbers[1])
        for index in 0..<5 {
            register.add(
                UInt32(800_000_000 + index),
                form: "BEDR",
                parent: numbers[1],
                employees: Bool.random(using: &random) ? nil : Int.random(in: 0...40, using: &random),
                events: .init(registered: index == 2 ? day : nil, dissolved: index == 3 ? day : nil)
            )
        }
        register.add(numbers[2], nil, form: "ENK")
        return register.extract
    }
}
