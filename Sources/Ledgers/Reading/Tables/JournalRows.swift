import Accounts
import FileFormats

/// Puts vouchers together from the rows of a journal, one for each posting on an account.
///
/// A voucher is the consecutive rows with the same number, date and journal. Whole vouchers are handed over; after the first
/// fault none are, for then the file is refused.
final class JournalRows<Consumer: VoucherConsumer> {
    private var fields: RowFields
    private var parties: PartyBook
    private let consumer: Consumer
    private let layout: TableLayout

    private var accounts = ByteTable()
    private var accountNames: [String: String] = [:]
    private var taxCodes = ByteTable()
    private var journals = ByteTable()

    /// The bytes of number, date and journal of the voucher being put together.
    private var key: [UInt8] = []
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
        self.consumer = consumer
        fields = RowFields(layout, in: table)
        parties = PartyBook(layout)
    }

    /// Takes a row below the header; false when nothing after it matters.
    func take(_ row: TableRow) -> Bool {
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
                    .file(.tooMany(path: layout.file, of: "lines in one voucher", limit: LedgerBounds.linesInAVoucher)))
            }
        }
        return fields.stop == nil && !parties.isFull
    }

    /// Ends the reading; what the file says of the books besides the vouchers, and what whoever relies on them must know.
    func finish() throws(LedgersError) -> (books: Books, notices: [TableNotice]) {
        handOver()
        try fields.finish()
        if parties.isFull { throw .file(.tooMany(path: layout.file, of: "parties", limit: LedgerBounds.parties)) }
        guard lineCount > 0 else { throw .emptyTable(path: layout.file, sheet: layout.sheet) }
        let period: ClosedRange<CalendarDate>? = if let first, let last { first...last } else { nil }
        let books = Books(
            file: layout.file, format: layout.formatName, owner: nil, ownerName: "", period: period, accounts: accountNames,
            parties: parties.parties, voucherCount: voucherCount, lineCount: lineCount, debit: debit, credit: credit,
            controls: BooksControls(unbalancedCount: unbalancedCount, unbalanced: unbalanced)
        )
        return (books, layout.notices + parties.notices + fields.notices)
    }

    /// Whether the row says the same voucher as the one before; compared as it stands, so that a date is read once.
    private func isSameVoucher(_ row: TableRow) -> Bool {
        var position = 0
        for column in [LedgerColumn.voucher, .date, .kind] {
            guard let index = layout.columns[column] else { continue }
            let bytes = row[index]
            guard position + bytes.count < key.count, key[position + bytes.count] == 0 else { return false }
            for offset in 0..<bytes.count where key[position + offset] != bytes[offset] { return false }
            position += bytes.count + 1
        }
        return position == key.count && position > 0
    }

    /// A row of totals has a word for it where the number or the account would be, or neither number nor date.
    private func isTotal(_ row: TableRow) -> Bool {
        guard let voucher = layout.columns[.voucher], let account = layout.columns[.account] else { return false }
        let number = RowFields.trimmed(row[voucher])
        guard number.isEmpty || number[0] > 0x39 || RowFields.trimmed(row[account]).isEmpty else { return false }
        return fields.isTotal(row)
    }

    private func begin(_ row: TableRow) {
        handOver()
        key.removeAll(keepingCapacity: true)
        for column in [LedgerColumn.voucher, .date, .kind] {
            guard let index = layout.columns[column] else { continue }
            key.append(contentsOf: row[index])
            key.append(0)
        }
        number = text(row, .voucher) ?? ""
        if number.isEmpty { fields.fault(row, .voucher, .missing) }
        if let index = layout.columns[.kind] { journal = journals.text(RowFields.trimmed(row[index])) }
        date = fields.date(row)
        guard let date else { return }
        first = min(first ?? date, date)
        last = max(last ?? date, date)
    }

    private func handOver() {
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

    private func note(_ difference: Kroner) {
        unbalancedCount += 1
        guard unbalanced.count < BooksControls.most, let first = lines.first else { return }
        unbalanced.append(
            UnbalancedVoucher(journal: journal, number: number, line: first.line, difference: difference))
    }

    private func line(_ row: TableRow) -> JournalLine? {
        guard let index = layout.columns[.account] else { return nil }
        let account = RowFields.trimmed(row[index])
        if account.isEmpty {
            fields.fault(row, .account, .missing)
            return nil
        }
        guard let amount = amount(row) else { return nil }
        if amount.oere > 0 { debit = debit + amount } else { credit = credit - amount }
        let number = accounts.index(of: account)
        if number == accountNames.count { accountNames[accounts.texts[number]] = text(row, .accountName) ?? "" }
        var code: String?
        if let index = layout.columns[.taxCode] {
            let bytes = RowFields.trimmed(row[index])
            if !bytes.isEmpty { code = taxCodes.text(bytes) }
        }
        return JournalLine(
            line: row.line, account: accounts.texts[number], amount: amount, party: party(row, account: account),
            taxCode: code, text: text(row, .text) ?? "", reference: text(row, .invoice)
        )
    }

    /// Debit less credit, or the amount as it stands.
    private func amount(_ row: TableRow) -> Kroner? {
        if layout.columns[.amount] != nil { return fields.amount(row, .amount) }
        let isDebit = layout.columns[.debit].map { !RowFields.trimmed(row[$0]).isEmpty } ?? false
        let isCredit = layout.columns[.credit].map { !RowFields.trimmed(row[$0]).isEmpty } ?? false
        guard isDebit || isCredit else {
            fields.fault(row, layout.columns[.debit] == nil ? .credit : .debit, .missing)
            return nil
        }
        var amount = Kroner.zero
        if isDebit {
            guard let value = fields.amount(row, .debit) else { return nil }
            amount = amount + value
        }
        if isCredit {
            guard let value = fields.amount(row, .credit) else { return nil }
            amount = layout.creditIsNegative ? amount + value : amount - value
        }
        return amount
    }

    private func party(_ row: TableRow, account: UnsafeBufferPointer<UInt8>) -> PartyReference? {
        let customer = layout.columns[.customer].map { RowFields.trimmed(row[$0]) }.flatMap { $0.isEmpty ? nil : $0 }
        let supplier = layout.columns[.supplier].map { RowFields.trimmed(row[$0]) }.flatMap { $0.isEmpty ? nil : $0 }
        if let customer, supplier == nil { return parties.party(.customer, customer, row) }
        if let supplier, customer == nil { return parties.party(.supplier, supplier, row) }
        let role = JournalRows.role(of: account) ?? layout.rules.role
        if let customer, let supplier {
            // As in SAF-T files that name both: payables are the supplier's.
            let isPayable = account.count > 1 && account[0] == UInt8(ascii: "2") && account[1] == UInt8(ascii: "4")
            return parties.party(isPayable ? .supplier : .customer, isPayable ? supplier : customer, row)
        }
        guard let index = layout.columns[.party] else { return nil }
        let id = RowFields.trimmed(row[index])
        guard !id.isEmpty else { return nil }
        guard let role else {
            fields.fault(row, .party, .malformed(rule: "the line does not show whether the party is a customer or a supplier"))
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

    private func text(_ row: TableRow, _ column: LedgerColumn) -> String? {
        guard let index = layout.columns[column] else { return nil }
        let bytes = RowFields.trimmed(row[index])
        guard bytes.count <= LedgerBounds.textBytes else {
            fields.fault(row, column, .malformed(rule: RowFields.textTooLong))
            return nil
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
