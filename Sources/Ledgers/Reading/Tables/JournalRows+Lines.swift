import Accounts
import FileFormats

extension JournalRows {
    /// The posting that a row is; `nil` after a fault.
    mutating func line(_ row: TableRow) -> JournalLine? {
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

    /// A field's text without spaces around it; `nil` where there is none, and after a fault.
    mutating func text(_ row: TableRow, _ index: Int, _ column: LedgerColumn) -> String? {
        let bytes = RowFields.trimmed(row[index])
        guard bytes.count <= LedgerBounds.textBytes else {
            fields.fault(row, column, .malformed(rule: RowFields.textTooLong))
            return nil
        }
        return bytes.isEmpty ? nil : texts.text(bytes)
    }
}
