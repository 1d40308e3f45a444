import Accounts

/// What has been counted of the vouchers, and what the files state of themselves.
struct SAFTTotals {
    private(set) var vouchers = 0
    private(set) var lines = 0
    /// By the sign of the amount.
    private(set) var debit = Kroner.zero
    private(set) var credit = Kroner.zero
    /// By the element it stands in: a negative `DebitAmount` is less debit, not more credit.
    private var debitElements = Kroner.zero
    private var creditElements = Kroner.zero
    private var unbalancedCount = 0
    private var unbalanced: [UnbalancedVoucher] = []
    private var days: ClosedRange<CalendarDate>?
    private var stated: (entries: Int?, debit: Kroner?, credit: Kroner?)

    /// The days the vouchers were posted on.
    var period: ClosedRange<CalendarDate>? { days }

    /// Adds what a file states; `nil` for what it does not.
    mutating func state(_ element: SAFTElement, _ count: Int) {
        if element == .numberOfEntries { stated.entries = (stated.entries ?? 0) + count }
    }

    /// Adds a sum that a file states.
    mutating func state(_ element: SAFTElement, _ amount: Kroner) {
        if element == .totalDebit {
            stated.debit = sum(stated.debit, amount)
        } else {
            stated.credit = sum(stated.credit, amount)
        }
    }

    /// A sum that stays as it is where it has become absurd, and would overflow if it went on.
    private func sum(_ sum: Kroner?, _ amount: Kroner) -> Kroner {
        guard let sum else { return amount }
        return sum.magnitude.oere > 1_000 * Kroner.mostInAFile.oere ? sum : sum + amount
    }

    /// Counts a line's amounts.
    mutating func count(debit debitElement: Kroner?, credit creditElement: Kroner?, net: Kroner) {
        lines += 1
        if net > .zero { debit = debit + net } else { credit = credit - net }
        if let debitElement { debitElements = debitElements + debitElement }
        if let creditElement { creditElements = creditElements + creditElement }
    }

    /// Counts a voucher out by `difference`.
    mutating func count(_ voucher: Voucher, difference: Kroner) {
        vouchers += 1
        days =
            days.map { min($0.lowerBound, voucher.date)...max($0.upperBound, voucher.date) } ?? voucher
            .date...voucher.date
        guard difference != .zero else { return }
        unbalancedCount += 1
        guard unbalanced.count < BooksControls.most else { return }
        unbalanced.append(
            UnbalancedVoucher(
                journal: voucher.journal,
                number: voucher.number,
                line: voucher.lines.first?.line ?? 0,
                difference: difference
            )
        )
    }

    /// The controls. Systems differ in whether they count vouchers or lines, and in what a negative debit is: a file is right
    /// if it is right in one of the two ways.
    var controls: BooksControls {
        BooksControls(
            unbalancedCount: unbalancedCount,
            unbalanced: unbalanced,
            stated: .init(entries: stated.entries, debit: stated.debit, credit: stated.credit),
            found: .init(
                entries: stated.entries == lines ? lines : vouchers,
                debit: stated.debit == debit ? debit : debitElements,
                credit: stated.credit == credit ? credit : creditElements
            )
        )
    }
}
