import Accounts
import Testing

@testable import Ledgers

@Suite("Double registrations")
struct DuplicateSearchTests {
    private typealias T = TestBooks

    private func rules(_ vouchers: [Voucher]) -> [String: ReviewRule] {
        let review = LedgerReview(of: [T.ledger(vouchers, parties: [T.party(T.supplier("1"), "Maskin AS")])])
        #expect(review.isWhole)
        let wanted: Set<ReviewRule> = [
            .sameVoucherTwice, .sameInvoiceTwice, .possibleDuplicate, .duplicateAlreadyReversed,
        ]
        return Dictionary(
            review.changes.filter { wanted.contains($0.rule) }.map {
                ("\($0.voucher ?? "")@\($0.line)", $0.rule)
            }
        ) { first, _ in first }
    }

    @Test("The same voucher once more, at the other end of the file")
    func sameVoucher() throws {
        #expect(
            rules([
                try T.purchase("7", "2023-03-01", "1", net: "100", ref: "A1", at: 1),
                try T.purchase("8", "2023-03-02", "1", net: "100", ref: "A2", at: 4),
                try T.purchase("7", "2023-03-01", "1", net: "100", ref: "A1", at: 7),
            ]) == ["7@9": .sameVoucherTwice]
        )
    }

    @Test("The same voucher twice in a row, which a table's reader takes for one voucher")
    func sameVoucherInARow() throws {
        let lines = try T.purchase("7", "2023-03-01", "1", net: "100", ref: "A1").lines
        #expect(rules([try T.voucher("7", "2023-03-01", lines + lines)]).count == 1)
    }

    @Test("The same invoice on a new voucher, days later; spaces, zeros and case of its number do not matter")
    func sameInvoice() throws {
        #expect(
            rules([
                try T.purchase("7", "2023-03-01", "1", net: "100", ref: "inv 0042", at: 1),
                try T.purchase("9", "2023-03-19", "1", net: "100", ref: "INV0042", at: 4),
            ]) == ["9@6": .sameInvoiceTwice]
        )
    }

    @Test("One supplier under two numbers of the books is one by its organisation number")
    func twoPartyNumbers() throws {
        let vouchers = [
            try T.purchase("7", "2023-03-01", "1", net: "100", ref: "42"),
            try T.purchase("9", "2023-03-04", "2", net: "100", ref: "42"),
        ]
        func refused(_ second: String) -> Kroner {
            let parties = [
                T.party(T.supplier("1"), "Maskin AS", "923609016"),
                T.party(T.supplier("2"), "Maskin AS", second),
            ]
            return LedgerReview(of: [T.ledger(vouchers, parties: parties)]).balances[0].refused.amount
        }
        #expect(refused("NO 923 609 016 MVA") == T.kroner("100"))
        #expect(refused("974760673") == .zero)
    }

    @Test("The same books in two files are one firm's: everything in the second is there already")
    func twoFiles() throws {
        let vouchers = [
            try T.purchase("7", "2023-03-01", "1", net: "100", ref: "42"),
            try T.sale("8", "2023-03-02", "10", net: "300", ref: "43"),
        ]
        let parties = [T.party(T.supplier("1"), "Maskin AS"), T.party(T.customer("10"), "Fôrfabrikk AS")]
        let review = LedgerReview(of: [
            T.ledger(vouchers, parties: parties), T.ledger(vouchers, parties: parties, file: "b.csv"),
        ])
        #expect(review.isWhole)
        #expect(review.balances.map(\.refused.amount.oere) == [0, 0, 10_000, 30_000])
        let others = LedgerReview(of: [
            T.ledger(vouchers, parties: parties),
            T.ledger(vouchers, parties: parties, owner: "888888888", file: "b.csv"),
        ])
        #expect(others.balances.map(\.refused.amount.oere) == [0, 0, 0, 0])
    }

    @Test("Rent of the same amount each month is none, with its own invoice numbers, one contract's, or none")
    func rent() throws {
        for reference in ["own", "contract", "none"] {
            let vouchers = try (1...6).map { month in
                try T.purchase(
                    "\(month)",
                    "2023-0\(month)-15",
                    "1",
                    net: "75000",
                    ref: reference == "own" ? "\(880 + month)" : reference == "contract" ? "K-17" : nil
                )
            }
            #expect(rules(vouchers).isEmpty, "\(reference)")
        }
        // Only two of them: whole months apart, so only a remark.
        let two = try [1, 4].map { try T.purchase("\($0)", "2023-0\($0)-15", "1", net: "75000", ref: "K-17") }
        #expect(Array(rules(two).values) == [.possibleDuplicate])
    }

    @Test("One of the rents registered twice is one")
    func rentTwice() throws {
        var vouchers = try (1...6).map { month in
            try T.purchase(
                "\(month)",
                "2023-0\(month)-15",
                "1",
                net: "75000",
                ref: "\(880 + month)",
                at: month * 10
            )
        }
        vouchers.append(try T.purchase("99", "2023-04-21", "1", net: "75000", ref: "884", at: 99))
        #expect(rules(vouchers) == ["99@101": .sameInvoiceTwice])
    }

    @Test("Two equal invoices on one day are two, by their numbers; without numbers they are remarked")
    func equalInvoices() throws {
        func pair(_ one: String?, _ other: String?) throws -> [ReviewRule] {
            Array(
                rules([
                    try T.purchase("7", "2023-03-01", "1", net: "100", ref: one),
                    try T.purchase("8", "2023-03-01", "1", net: "100", ref: other),
                ]).values
            )
        }
        #expect(try pair("501", "502").isEmpty)
        #expect(try pair(nil, nil) == [.possibleDuplicate])
        #expect(try pair("501", nil) == [.possibleDuplicate])
    }

    @Test("Equal amounts of two suppliers, and an invoice and its credit note, are none")
    func others() throws {
        #expect(
            rules([
                try T.purchase("7", "2023-03-01", "1", net: "100", ref: "42"),
                try T.purchase("7", "2023-03-01", "2", net: "100", ref: "42"),
                try T.purchase("9", "2023-03-03", "1", net: "-100", ref: "42"),
            ]).isEmpty
        )
    }

    @Test("A number on several amounts is no invoice's")
    func customerNumber() throws {
        #expect(
            Array(
                rules([
                    try T.purchase("1", "2023-03-01", "1", net: "100", ref: "1155"),
                    try T.purchase("2", "2023-03-02", "1", net: "230", ref: "1155"),
                    try T.purchase("3", "2023-03-09", "1", net: "100", ref: "1155"),
                ]).values
            ) == [.possibleDuplicate]
        )
    }

    @Test("One that was reversed is kept, for it has been taken out already")
    func reversed() throws {
        #expect(
            Array(
                rules([
                    try T.purchase("1", "2023-03-01", "1", net: "100", ref: "42"),
                    try T.purchase("2", "2023-03-08", "1", net: "100", ref: "42"),
                    try T.purchase("3", "2023-03-09", "1", net: "-100", ref: "42"),
                ]).values
            ) == [.duplicateAlreadyReversed]
        )
    }
}
