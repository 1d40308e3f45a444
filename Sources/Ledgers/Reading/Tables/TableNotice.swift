/// Something about a table that does not make it wrong, but that whoever relies on the figures must know.
public enum TableNotice: Sendable, Hashable {
    /// What stands as an organisation number is a spreadsheet's scientific notation: its last digits are lost.
    case scientificNotation(line: Int, value: String, count: Int)
    /// The table has a column of open amounts, and so may list unpaid invoices only.
    case openItemsOnly(column: String)
    /// Rows of totals were left out.
    case totalsLeftOut(count: Int, lines: [Int])
    /// Postings on parties that are payments, opening balances or the like were left out; the sum is of absolute amounts.
    case postingsLeftOut(kind: PartyPosting.Kind, count: Int, sum: Kroner)
    /// Postings against the sign of an invoice, without a word that says what they are, were taken as payments.
    case takenAsPayments(count: Int, sum: Kroner)
    /// The sign of invoices was found by looking at the rows.
    case invoiceSignFound(PartyRules.InvoiceSign)
    /// These columns were not read.
    case columnsUnread([String])
}
