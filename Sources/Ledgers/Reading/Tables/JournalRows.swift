import Accounts
import FileFormats

/// Puts vouchers together from the rows of a journal, one for each posting on an account.
///
/// A voucher is the consecutive rows with the same number, date and journal. Whole vouchers are handed over; after the first
/// fault none are, for then the file is refused.
struct JournalRows<Consumer: VoucherConsumer> {
    let at: ColumnPlaces
    var fields: RowFields
    var parties: PartyBook
    private let consumer: Consumer
    let layout: TableLayout

    var accounts = ByteTable()
    var accountNames: [String: String] = [:]
    var taxCodes = ByteTable()
    private var journals = ByteTable()
    var texts = TextCache()

    /// Number, date and journal of the voucher being put together.
    private var key: VoucherKey
    private var number = ""
    private var date: CalendarDate?
    private var journal = ""
    private var lines: [JournalLine] = []

    private var first: CalendarDate?
    private var last: CalendarDate?
    private(set) var voucherCount = 0
    private(set) var lineCount = 0
    var debit = Kroner.zero
    var credit = Kroner.zero
    private var unbalancedCount = 0
    private var unbalanced: [UnbalancedVoucher] = []

    init(_ layout: TableLayout, in table: TableFile, into consumer: Consumer) {
        self.layout = layout
        at = ColumnPlaces(layout.columns)
        key = VoucherKey(columns: [at.voucher, at.date, at.kind].filter { $0 >= 0 })
        self.consumer = consumer
        fields = RowFields(layout, in: table)
        parties = PartyBook(layout)
    }

    /// Takes a row below the header; false when nothing after it matters.
    mutating func take(_ row: TableRow) -> Bool {
        if row.isBlank { return true }
        if fields.hasTooManyFields(row) { return true }
        if !key.isOf(row) {
            if isTotal(row) { return true }
            begin(row)
        }
        if let line = line(row) {
            lines.append(line)
            if lines.count > LedgerBounds.linesInAVoucher {
                fields.stop(
                    .file(
                        .tooMany(
                            path: layout.file,
                            of: "lines in one voucher",
                            limit: LedgerBounds.linesInAVoucher
                        )
                    )
                )
            }
        }
        return fields.stop == nil && !isFull
    }

    private var isFull: Bool { parties.isFull || accounts.isFull || taxCodes.isFull || journals.isFull }

    /// Ends the reading; what the file says of the books besides the vouchers, and what whoever relies on them must know.
    mutating func finish() throws(LedgersError) -> (books: Books, notices: [TableNotice]) {
        handOver()
        try fields.finish()
        if isFull { throw .file(.tooMany(path: layout.file, of: "parties", limit: LedgerBounds.parties)) }
        guard lineCount > 0 else { throw .emptyTable(path: layout.file, sheet: layout.sheet) }
        let period: ClosedRange<CalendarDate>? = if let first, let last { first...last } else { nil }
        let books = Books(
            file: layout.file,
            format: layout.formatName,
            owner: nil,
            ownerName: "",
            period: period,
            accounts: accountNames,
            parties: parties.parties,
            voucherCount: voucherCount,
            lineCount: lineCount,
            debit: debit,
            credit: credit,
            controls: BooksControls(unbalancedCount: unbalancedCount, unbalanced: unbalanced)
        )
        return (books, layout.notices + parties.notices + fields.notices)
    }

    /// A row of totals has a word for it where the number or the account would be, or neither number nor date.
    private mutating func isTotal(_ row: TableRow) -> Bool {
        let number = RowFields.trimmed(row[at.voucher])
        guard number.isEmpty || number[0] > 0x39 || RowFields.trimmed(row[at.account]).isEmpty else {
            return false
        }
        return fields.isTotal(row)
    }

    private mutating func begin(_ row: TableRow) {
        handOver()
        key.take(row)
        number = text(row, at.voucher, .voucher) ?? ""
        if number.isEmpty { fields.fault(row, .voucher, .missing) }
        if at.kind >= 0 { journal = journals.text(RowFields.trimmed(row[at.kind])) }
        date = fields.date(row)
        guard let date else { return }
        first = min(first ?? date, date)
        last = max(last ?? date, date)
    }

    private mutating func handOver() {
        guard !lines.isEmpty else { return }
        voucherCount += 1
        lineCount += lines.count
        let difference = lines.reduce(Kroner.zero) { $0 + $1.amount }
        if difference != .zero { note(difference) }
        if let date, fields.isSound {
            consumer.take(Voucher(journal: journal, number: number, date: date, lines: lines))
        }
        lines.removeAll(keepingCapacity: true)
    }

    private mutating func note(_ difference: Kroner) {
        unbalancedCount += 1
        guard unbalanced.count < BooksControls.most, let first = lines.first else { return }
        unbalanced.append(
            UnbalancedVoucher(journal: journal, number: number, line: first.line, difference: difference)
        )
    }
}
