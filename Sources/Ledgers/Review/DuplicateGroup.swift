import Accounts

/// Invoices of one party with the same amount, credit notes of it included: which of them are one invoice twice?
struct DuplicateGroup {
    private let invoices: [DuplicateCandidate]
    private let settings: ReviewSettings
    private let otherAmounts: OtherAmounts

    init(_ invoices: [DuplicateCandidate], settings: ReviewSettings, otherAmounts: OtherAmounts) {
        self.invoices = invoices.sorted { ($0.date, $0.place) < ($1.date, $1.place) }
        self.settings = settings
        self.otherAmounts = otherAmounts
    }

    func note(in found: inout [InvoicePlace: DuplicateSearch.Finding]) {
        for isCredit in [false, true] {
            let same = invoices.filter { ($0.amount < .zero) == isCredit }
            noteVouchers(same, &found)
            noteInvoices(same.filter { found[$0.place] == nil }, isCredit, &found)
            notePossible(same.filter { found[$0.place] == nil }, &found)
        }
    }

    /// The same day and voucher number, and invoice numbers that do not differ.
    private func noteVouchers(
        _ same: [DuplicateCandidate],
        _ found: inout [InvoicePlace: DuplicateSearch.Finding]
    ) {
        struct Voucher: Hashable {
            let date: CalendarDate
            let number: String
        }
        var kept: [Voucher: [DuplicateCandidate]] = [:]
        for invoice in same where !invoice.number.isEmpty {
            let voucher = Voucher(date: invoice.date, number: invoice.number)
            let original = kept[voucher]?.first { mayBeOne($0.reference, invoice.reference) }
            if let original {
                found[invoice.place] = .init(rule: .sameVoucherTwice, original: original.place)
            } else if (kept[voucher]?.count ?? 0) < Self.mostCompared {
                kept[voucher, default: []].append(invoice)
            }
        }
    }

    /// The same invoice number on several vouchers.
    private func noteInvoices(
        _ same: [DuplicateCandidate],
        _ isCredit: Bool,
        _ found: inout [InvoicePlace: DuplicateSearch.Finding]
    ) {
        let isRecurring = Set(same.map(\.date)).count > 2
        let window = isRecurring ? settings.daysBetweenRecurring : settings.daysBetweenRegistrations
        var reversals: [String: Int] = [:]
        for invoice in invoices where (invoice.amount < .zero) != isCredit && !invoice.reference.isEmpty {
            reversals[invoice.reference, default: 0] += 1
        }
        var kept: [String: DuplicateCandidate] = [:]
        for invoice in same where !invoice.reference.isEmpty {
            guard let original = kept[invoice.reference] else {
                kept[invoice.reference] = invoice
                continue
            }
            let days = Int(invoice.date.daysSince1970 - original.date.daysSince1970)
            if days > window {
                kept[invoice.reference] = invoice
            } else if otherAmounts.contains(invoice) || isWholeMonths(original.date, invoice.date) {
                found[invoice.place] = .init(rule: .possibleDuplicate, original: original.place)
            } else if let left = reversals[invoice.reference], left > 0 {
                reversals[invoice.reference] = left - 1
                found[invoice.place] = .init(rule: .duplicateAlreadyReversed, original: original.place)
            } else {
                found[invoice.place] = .init(rule: .sameInvoiceTwice, original: original.place)
            }
        }
    }

    /// The same day, and no invoice number on one of them.
    private func notePossible(
        _ same: [DuplicateCandidate],
        _ found: inout [InvoicePlace: DuplicateSearch.Finding]
    ) {
        var kept: [CalendarDate: DuplicateCandidate] = [:]
        for invoice in same {
            if let original = kept[invoice.date] {
                guard mayBeOne(original.reference, invoice.reference) else { continue }
                found[invoice.place] = .init(rule: .possibleDuplicate, original: original.place)
            } else {
                kept[invoice.date] = invoice
            }
        }
    }

    private func mayBeOne(_ first: String, _ second: String) -> Bool {
        first.isEmpty || second.isEmpty || first == second
    }

    /// Whether the days are one or more whole months apart, as payments under a contract are.
    private func isWholeMonths(_ first: CalendarDate, _ second: CalendarDate) -> Bool {
        let (one, other) = (first.parts, second.parts)
        guard (one.year, one.month) != (other.year, other.month) else { return false }
        let isLast = [first, second].allSatisfy {
            CalendarDate(daysSince1970: $0.daysSince1970 + 1).parts.day == 1
        }
        return one.day == other.day || isLast
    }

    /// More different invoices than this with one voucher number, day and amount are not compared one by one.
    private static let mostCompared = 1_000
}
