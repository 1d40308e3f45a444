import Accounts
import FileFormats

/// Puts vouchers together from the rows of a journal, one for each posting on an account.
///
/// A voucher is the consecutive rows with the same number, date and journal. Whole vouchers are handed over; after the first
/// fault none are, for then the file is refused.
struct JournalRows<Consumer: VoucherConsumer> {
    private let at: ColumnPlaces
    private var fields: RowFields
    private var parties: PartyBook
    private let consumer: Consumer
    private let layout: TableLayout

    private var accounts = ByteTable()
    private var accountNames: [String: String] = [:]
    private var taxCodes = ByteTable()
    private var journals = ByteTable()
    private var texts = TextCache()

    /// The bytes of number, date and journal of the voucher being put together.
    private var key: [UInt8] = []
    private let keyColumns: [Int]
    private var number = ""
    private var date: CalendarDate?
    private var journal = ""
    private var lines: [JournalLine] = []

    private var first: CalendarDate?
    private var last: CalendarDate?
    private(set) var voucherCount = 0
    private(set) var lineCount = 0
    private var debit = Kroner.zero
    private var credit = Kroner.zero
    private var unbalancedCount = 0
    private var unbalanced: [UnbalancedVoucher] = []

    init(_ layout: TableLayout, in table: TableFile, into consumer: Consumer) {
        self.layout = layout
        at = ColumnPlaces(layout.columns)
        keyColumns = [at.voucher, at.date, at.kind].filter { $0 >= 0 }
        self.consumer = consumer
        fields = RowFields(layout, in: table)
        parties = PartyBook(layout)
    }

    /// Takes a row below the header; false when nothing after it matters.
    mutating func take(_ row: TableRow) -> Bool {
        if row.isBlank { return true }
        if fields.hasTooManyFields(row) { return true }
        if !isSameVoucher(row) {
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

    /// Whether the row says the same voucher as the one before; compared as it stands, so that a date is read once.
    private func isSameVoucher(_ row: TableRow) -> Bool {
        var position = 0
        for index in keyColumns {
            let bytes = row[index]
            guard position + bytes.count < key.count, key[position + bytes.count] == 0 else { return false }
            for offset in 0..<bytes.count where key[position + offset] != bytes[offset] { return false }
            position += bytes.count + 1
        }
        return position == key.count && position > 0
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
        key.removeAll(keepingCapacity: true)
        for index in keyColumns {
            key.append(contentsOf: row[index])
            key.append(0)
        }
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

    private mutating func line(_ row: TableRow) -> JournalLine? {
        let account = RowFields.trimmed(row[at.account])
        if account.isEmpty {
            fields.fault(row, .account, .missing)
            return nil
        }
        guard let amount = amount(row) else { return nil }
        if amount.oere > 0 { debit = debit + amount } else { credit = credit - amount }
        let number = accounts.index(of: account)
        if number == accountNames.count {
            accountNames[accounts.texts[number]] = text(row, at.accountName, .accountName) ?? ""
        }
        var code: String?
        let bytes = RowFields.trimmed(row[at.taxCode])
        if !bytes.isEmpty { code = taxCodes.text(bytes) }
        return JournalLine(
            line: row.line,
            account: accounts.texts[number],
            amount: amount,
            party: party(row, account: account),
            taxCode: code,
            text: text(row, at.text, .text) ?? "",
            reference: text(row, at.invoice, .invoice)
        )
    }

    /// Debit less credit, or the amount as it stands.
    private mutating func amount(_ row: TableRow) -> Kroner? {
        if at.amount >= 0 { return fields.amount(row, .amount, at.amount) }
        let isDebit = !RowFields.trimmed(row[at.debit]).isEmpty
        let isCredit = !RowFields.trimmed(row[at.credit]).isEmpty
        guard isDebit || isCredit else {
            fields.fault(row, at.debit < 0 ? .credit : .debit, .missing)
            return nil
        }
        var amount = Kroner.zero
        if isDebit {
            guard let value = fields.amount(row, .debit, at.debit) else { return nil }
            amount = amount + value
        }
        if isCredit {
            guard let value = fields.amount(row, .credit, at.credit) else { return nil }
            amount = layout.creditIsNegative ? amount + value : amount - value
        }
        return amount
    }

    private mutating func party(_ row: TableRow, account: UnsafeBufferPointer<UInt8>) -> PartyReference? {
        let customer = RowFields.trimmed(row[at.customer])
        let supplier = RowFields.trimmed(row[at.supplier])
        switch (customer.isEmpty, supplier.isEmpty) {
        case (false, true): return parties.party(.customer, customer, row)
        case (true, false): return parties.party(.supplier, supplier, row)
        case (true, true): return partyOfEitherRole(row, account)
        case (false, false):
            // As in SAF-T files that name both: payables are the supplier's.
            let isPayable =
                account.count > 1 && account[0] == UInt8(ascii: "2") && account[1] == UInt8(ascii: "4")
            return parties.party(isPayable ? .supplier : .customer, isPayable ? supplier : customer, row)
        }
    }

    private mutating func partyOfEitherRole(
        _ row: TableRow,
        _ account: UnsafeBufferPointer<UInt8>
    ) -> PartyReference? {
        let id = RowFields.trimmed(row[at.party])
        guard !id.isEmpty else { return nil }
        guard let role = JournalRows.role(of: account) ?? layout.rules.role else {
            fields.fault(
                row,
                .party,
                .malformed(rule: "the line does not show whether the party is a customer or a supplier")
            )
            return nil
        }
        return parties.party(role, id, row)
    }

    /// The role of a party on `account` (NS 4102): receivables and income are a customer's, payables and costs a supplier's.
    private static func role(of account: UnsafeBufferPointer<UInt8>) -> PartyRole? {
        switch (account[0], account.count > 1 ? account[1] : 0) {
        case (UInt8(ascii: "1"), UInt8(ascii: "5")), (UInt8(ascii: "3"), _): .customer
        case (UInt8(ascii: "2"), UInt8(ascii: "4")), (UInt8(ascii: "4")...UInt8(ascii: "7"), _): .supplier
        default: nil
        }
    }

    private mutating func text(_ row: TableRow, _ index: Int, _ column: LedgerColumn) -> String? {
        let bytes = RowFields.trimmed(row[index])
        guard bytes.count <= LedgerBounds.textBytes else {
            fields.fault(row, column, .malformed(rule: RowFields.textTooLong))
            return nil
        }
        return bytes.isEmpty ? nil : texts.text(bytes)
    }
}
