import Accounts

/// Invoices that wait for their day of payment.
struct UnpaidItems: Sendable {
    private var items: [Int32: [Item]] = [:]
    private var runs = 0

    /// Items in one bank voucher.
    private static let mostInVoucher = 12

    private struct Item: Sendable {
        let party: Int
        /// As it stands on the party: claims positive, debts negative.
        let oere: Int64
        let reference: String
        let foreign: (currency: ExampleCurrency, hundredths: Int64)?
    }

    mutating func add(
        party: Int,
        oere: Int64,
        reference: String,
        foreign: (currency: ExampleCurrency, hundredths: Int64)?,
        due: CalendarDate
    ) {
        items[due.daysSince1970, default: []].append(
            Item(party: party, oere: oere, reference: reference, foreign: foreign)
        )
    }

    /// The bank vouchers of a day: suppliers apart from customers. Currencies have moved since the invoice, and now and
    /// then the bank takes a fee.
    mutating func payments(
        on day: CalendarDate,
        _ parties: [BookParty],
        _ generator: inout ExampleGenerator
    ) -> [Entry] {
        let due = items.removeValue(forKey: day.daysSince1970) ?? []
        var entries: [Entry] = []
        for isCustomer in [false, true] {
            let group = due.filter { parties[$0.party].isCustomer == isCustomer }
            for start in stride(from: 0, to: group.count, by: UnpaidItems.mostInVoucher) {
                let part = group[start..<min(start + UnpaidItems.mostInVoucher, group.count)]
                entries.append(payment(Array(part), isCustomer, on: day, &generator))
            }
        }
        return entries
    }

    private mutating func payment(
        _ items: [Item],
        _ isCustomer: Bool,
        on day: CalendarDate,
        _ generator: inout ExampleGenerator
    ) -> Entry {
        let text = isCustomer ? "Innbetaling" : "Utbetaling"
        var postings: [Posting] = []
        var marks: [Entry.Mark] = []
        var bank: Int64 = 0
        for item in items {
            postings.append(
                Posting(
                    account: isCustomer ? 1500 : 2400,
                    oere: -item.oere,
                    party: item.party,
                    text: text,
                    reference: item.reference,
                    foreign: item.foreign.map { ($0.currency, -$0.hundredths) }
                )
            )
            bank += item.oere
            guard item.foreign != nil else { continue }
            let change = item.oere / 1_000 * Int64(generator.below(41) - 20)
            guard change != 0 else { continue }
            // More received or less paid is a gain.
            postings.append(
                Posting(account: change > 0 ? 8060 : 8160, oere: -change, text: "Valutadifferanse")
            )
            bank += change
        }
        // Banks charge for what they send, not for what comes back for a credit note.
        if !isCustomer, items.allSatisfy({ $0.oere < 0 }) {
            runs += 1
            if runs % 16 == 1 {
                let fee = Int64(2_500 + generator.below(300) * 10)
                postings.append(Posting(account: 7770, oere: fee, text: "Bankgebyr"))
                bank -= fee
                marks = [Entry.Mark(planted: .trapBankFee, party: nil, original: nil, oere: fee)]
            }
        }
        if bank != 0 { postings.append(Posting(account: 1920, oere: bank, text: text)) }
        return Entry(number: 0, day: day, text: text, postings: postings, trades: [], marks: marks)
    }
}
