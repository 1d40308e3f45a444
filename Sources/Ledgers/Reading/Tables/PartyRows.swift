import Accounts
import FileFormats

/// Takes the rows of a party ledger or a summary, each of which is an amount on a party.
///
/// Rules, each said in the notices where it did something:
/// - what a row is, its kind (*bilagsart*) says, or else its text;
/// - where neither says, a row with the sign of an invoice is one, and a row with the other sign is a payment;
/// - payments and opening balances are no purchases or sales, and their net is nothing;
/// - a summary is of the last day of its year;
/// - net is gross without the VAT of the rule that the mapping file gives; a summary is net already.
final class PartyRows<Consumer: PartyPostingConsumer> {
    var fields: RowFields
    var parties: PartyBook
    private let consumer: Consumer
    let layout: TableLayout
    private let tax: TaxRule
    let invoiceSign: PartyRules.InvoiceSign
    private let summaryDate: CalendarDate

    private var first: CalendarDate?
    private var last: CalendarDate?
    private var rows = 0
    private var debit = Kroner.zero
    private var credit = Kroner.zero
    private var leftOut: [PartyPosting.Kind: (count: Int, sum: Kroner)] = [:]
    private var taken = (count: 0, sum: Kroner.zero)

    init(
        _ layout: TableLayout,
        in table: TableFile,
        tax: TaxRule,
        invoiceSign: PartyRules.InvoiceSign,
        summaryDate: CalendarDate,
        into consumer: Consumer
    ) {
        self.summaryDate = summaryDate
        if layout.form == .summary { (first, last) = (summaryDate, summaryDate) }
        self.layout = layout
        self.consumer = consumer
        self.tax = tax
        self.invoiceSign = invoiceSign
        fields = RowFields(layout, in: table)
        parties = PartyBook(layout)
    }

    /// Takes a row below the header; false when nothing after it matters.
    func take(_ row: TableRow) -> Bool {
        if row.isBlank || fields.hasTooManyFields(row) || fields.isTotal(row) { return true }
        if layout.form == .summary { takeSummary(row) } else { takePosting(row) }
        return fields.stop == nil && !parties.isFull
    }

    /// Ends the reading.
    func finish() throws(LedgersError) -> (books: Books, notices: [TableNotice]) {
        try fields.finish()
        if parties.isFull {
            throw .file(.tooMany(path: layout.file, of: "parties", limit: LedgerBounds.parties))
        }
        guard rows > 0 else { throw .emptyTable(path: layout.file, sheet: layout.sheet) }
        let period: ClosedRange<CalendarDate>? = if let first, let last { first...last } else { nil }
        let books = Books(
            file: layout.file,
            format: layout.formatName,
            owner: nil,
            ownerName: "",
            period: period,
            accounts: [:],
            parties: parties.parties,
            voucherCount: 0,
            lineCount: rows,
            debit: debit,
            credit: credit
        )
        var notices = layout.notices + parties.notices + fields.notices
        if layout.form == .partyLedger, layout.rules.invoiceSign == nil, layout.columns[.amount] != nil {
            notices.append(.invoiceSignFound(invoiceSign))
        }
        for kind in PartyPosting.Kind.allCases {
            if let (count, sum) = leftOut[kind] {
                notices.append(.postingsLeftOut(kind: kind, count: count, sum: sum))
            }
        }
        if taken.count > 0 { notices.append(.takenAsPayments(count: taken.count, sum: taken.sum)) }
        return (books, notices)
    }

    private func takeSummary(_ row: TableRow) {
        rows += 1
        for (column, role) in [(LedgerColumn.purchases, PartyRole.supplier), (.sales, .customer)] {
            guard let index = layout.columns[column], !RowFields.trimmed(row[index]).isEmpty else { continue }
            guard let amount = fields.amount(row, column), let party = party(row, role) else { continue }
            count(amount)
            post(row, party, date: summaryDate, kind: .period, net: amount, gross: amount)
        }
    }

    private func takePosting(_ row: TableRow) {
        rows += 1
        guard let role = role(row), let party = party(row, role), let date = fields.date(row),
            let amount = amount(row)
        else { return }
        first = min(first ?? date, date)
        last = max(last ?? date, date)
        count(amount)
        // Positive for what was bought or sold.
        let gross = isInvoicePositive(role) ? amount : -amount
        let words = text(row, .kind).flatMap(PostingWords.kind) ?? text(row, .text).flatMap(PostingWords.kind)
        if words == nil, gross.oere < 0 { taken = (taken.count + 1, taken.sum + gross.magnitude) }
        let kind = words ?? (gross.oere < 0 ? .payment : .invoice)
        let isTrade = kind == .invoice || kind == .creditNote
        if !isTrade {
            let held = leftOut[kind] ?? (0, .zero)
            leftOut[kind] = (held.count + 1, held.sum + gross.magnitude)
        }
        post(row, party, date: date, kind: kind, net: isTrade ? tax.net(of: gross) : .zero, gross: gross)
    }

    private func post(
        _ row: TableRow,
        _ party: PartyReference,
        date: CalendarDate,
        kind: PartyPosting.Kind,
        net: Kroner,
        gross: Kroner
    ) {
        guard fields.isSound else { return }
        consumer.take(
            PartyPosting(
                line: row.line,
                party: party,
                voucher: text(row, .voucher) ?? "",
                date: date,
                kind: kind,
                net: net,
                gross: gross,
                reference: text(row, .invoice),
                text: text(row, .text) ?? ""
            )
        )
    }

    private func count(_ amount: Kroner) {
        if amount.oere > 0 { debit = debit + amount } else { credit = credit - amount }
    }

    private func text(_ row: TableRow, _ column: LedgerColumn) -> String? {
        guard let index = layout.columns[column] else { return nil }
        let bytes = RowFields.trimmed(row[index])
        return bytes.isEmpty ? nil : String(decoding: bytes.prefix(LedgerBounds.textBytes), as: UTF8.self)
    }
}
