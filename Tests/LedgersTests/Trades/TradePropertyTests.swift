import Accounts
import TestSupport
import Testing

@testable import Ledgers

@Suite("Trades of random vouchers")
struct TradePropertyTests {
    @Test("Every line is counted once, and what parties have is what the lines say", arguments: 0..<40)
    func everyLineOnce(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let vouchers = try RandomVouchers.make(&random, count: 200)
        let book = TestBooks.book(vouchers)
        let lines = vouchers.flatMap(\.lines)
        #expect(book.lines.total.lines == lines.count)
        let debit = lines.reduce(Kroner.zero) { $0 + max($1.amount, .zero) }
        #expect(book.lines.total.debit == debit)
        #expect(book.lines.total.balance == lines.reduce(.zero) { $0 + $1.amount })
        // Parts add up to the whole: the lines given to parties are the parties' trades.
        #expect(
            book.net(of: .supplier)
                == book.lines[.purchase].balance + book.lines[.capitalPurchase].balance
        )
        #expect(book.net(of: .customer) == -(book.lines[.sale].balance + book.lines[.capitalSale].balance))
        #expect(
            (0..<book.invoiceCount).reduce(Kroner.zero) { $0 + book.net(ofInvoice: $1) }
                == book.net(of: .supplier) + book.net(of: .customer)
        )
        #expect(book.parties.reduce(0) { $0 + $1.trades } == book.tradeCount)
        let byYear = (1990...2030).reduce(Kroner.zero) { $0 + book.balance(ofAccounts: 0...99, in: $1) }
        #expect(byYear == book.lines.total.balance)
    }

    @Test("Shares add up to the whole and are nearest to proportion", arguments: 0..<200)
    func shares(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let amount = Int64.random(in: -10_000_000_000_000...10_000_000_000_000, using: &random)
        let weights = (0..<Int.random(in: 1...9, using: &random)).map { _ in
            Int64.random(in: 0...10_000_000_000_000, using: &random)
        }
        guard let parts = ProportionalShares.parts(of: amount, weights: weights) else {
            #expect(weights.allSatisfy { $0 == 0 })
            return
        }
        #expect(parts.reduce(0, +) == amount)
        let total = Double(weights.reduce(0, +))
        for (part, weight) in zip(parts, weights) {
            // One øre for the rounding, and what a double of this size cannot tell.
            #expect(abs(Double(part) - Double(amount) * Double(weight) / total) < 1 + 0.01)
        }
        let turned = ProportionalShares.parts(of: amount, weights: weights.map { -$0 })
        #expect(turned?.reduce(0, +) == amount)
    }

    @Test("Shares by hand: the øre left over goes to the largest remainder, of equals to the first")
    func sharesByHand() {
        #expect(ProportionalShares.parts(of: 100, weights: [1, 1, 1]) == [34, 33, 33])
        #expect(ProportionalShares.parts(of: -100, weights: [1, 1, 1]) == [-33, -33, -34])
        #expect(ProportionalShares.parts(of: 10, weights: [1, 5, 4]) == [1, 5, 4])
        #expect(ProportionalShares.parts(of: 7, weights: [3, -2]) == [21, -14])
        #expect(ProportionalShares.parts(of: 7, weights: [3, -3]) == nil)
        #expect(ProportionalShares.parts(of: 7, weights: []) == nil)
    }

    @Test("Texts come back as they went in")
    func texts() {
        var pool = PackedTexts()
        let long = String(repeating: "æ", count: 300)
        let texts = ["", "0", "007", "123456789012345", "Bilag 7/2", "é", "12x", "1"]
        for round in 0..<20 { for text in texts { pool.append(text + (round == 3 ? "9" : "")) } }
        pool.append(long)
        pool.append(long + "x")
        for round in 0..<20 {
            for (place, text) in texts.enumerated() {
                #expect(pool[round * texts.count + place] == text + (round == 3 ? "9" : ""))
            }
        }
        #expect(pool[pool.count - 1] != pool[pool.count - 2])
        #expect(pool[pool.count - 1].hasPrefix("ææææ"))
    }

    @Test(
        "Accounts of the standard chart",
        arguments: [
            ("1250", AccountKind.capitalGoods), ("1300", .balance), ("1460", .stock), ("1500", .receivables),
            ("1530", .accrual), ("1570", .balance), ("1700", .accrual), ("1920", .bank), ("2380", .bank),
            ("2400", .payables), ("2600", .balance), ("2700", .valueAddedTax), ("2740", .valueAddedTax),
            ("2770", .balance), ("2960", .accrual), ("3000", .income), ("3800", .assetSales),
            ("40001", .goods), ("5000", .wages), ("5990", .operating), ("6000", .depreciation),
            ("6340", .operating), ("7770", .operating), ("8150", .finance), ("9000", .other), ("400", .other),
            ("bank", .other), ("", .other), ("0400", .other),
        ]
    )
    func accounts(account: String, kind: AccountKind) {
        #expect(AccountKind(ofAccount: account) == kind)
    }
}

/// Vouchers of all sorts that balance, in a random order of lines.
enum RandomVouchers {
    static func make(_ random: inout SeededGenerator, count: Int) throws -> [Voucher] {
        try (0..<count).map { number in
            var lines: [JournalLine] = []
            for _ in 0..<Int.random(in: 1...3, using: &random) { lines += entry(&random) }
            if Bool.random(using: &random) { lines.shuffle(using: &random) }
            let day = Int.random(in: 10...28, using: &random)
            return try TestBooks.voucher(
                "\(number)",
                "20\(Int.random(in: 20...23, using: &random))-05-\(day)",
                lines
            )
        }
    }

    private static func entry(_ random: inout SeededGenerator) -> [JournalLine] {
        let net = Int64.random(in: -50_000...500_000, using: &random)
        let tax = net / 4
        let party = "\(Int.random(in: 1...20, using: &random))"
        func line(_ account: String, _ oere: Int64, _ party: PartyReference? = nil) -> JournalLine {
            JournalLine(
                line: 1,
                account: account,
                amount: Kroner(oere: oere),
                party: party,
                taxCode: nil,
                text: "",
                reference: "\(abs(net))"
            )
        }
        let supplier = PartyReference(.supplier, party)
        let customer = PartyReference(.customer, party)
        let cost =
            ["4000", "6300", "1250", "1460", "7770", "5990", "9999"].randomElement(using: &random) ?? "4000"
        switch Int.random(in: 0..<7, using: &random) {
        case 0: return [line(cost, net), line("2710", tax), line("2400", -net - tax, supplier)]
        case 1: return [line("1500", net + tax, customer), line("3000", -net), line("2700", -tax)]
        case 2: return [line("2400", net, supplier), line("1920", -net)]
        case 3: return [line("1920", net), line("1500", -net, customer)]
        case 4: return [line(cost, net), line("2960", -net)]
        case 5: return [line(cost, net, supplier), line("2400", -net, supplier)]
        default: return [line("5000", net), line("1920", -net)]
        }
    }
}
