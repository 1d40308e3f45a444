public import FileFormats

/// Why a firm's books could not be read.
public enum LedgersError: Error, Sendable, Hashable {
    /// The file itself could not be read, or holds faults, each with its place.
    case file(FileFormatError)
    /// The file is of no kind that ledgers come in.
    case unknownFormat(path: String)
    /// The document is XML, but no Norwegian SAF-T Financial: its outermost element is another.
    case notAnAuditFile(path: String, root: String)
    /// The archive holds neither a workbook nor an XML file.
    case noLedgerInArchive(path: String, entries: [String])
    /// The files of one archive are the books of several firms, by organisation number.
    case severalFirms(path: String, owners: [String])
    /// The table, or the sheet, holds nothing.
    case emptyTable(path: String, sheet: String?)
    /// No row near the top names enough columns to be a header; `best` is the one that comes nearest.
    case noHeader(path: String, sheet: String?, line: Int?, best: [String])
    /// The header is there, but its columns make no kind of ledger; `lacking` is what the nearest one asks for besides.
    case noLedgerForm(
        path: String,
        line: Int,
        recognised: [LedgerColumn],
        nearest: TableForm,
        lacking: [LedgerColumn]
    )
    /// A table of gross amounts that does not say whether VAT is in them.
    case taxRuleNeeded(path: String)
    /// A table of parties that does not say whether they are customers or suppliers.
    case roleNeeded(path: String, column: String)
    /// A summary that does not say which year it is of.
    case yearNeeded(path: String)
    /// An amount such as 12.500, in a table that nowhere shows which sign is the decimal one.
    case decimalSignUnclear(Fault)
    /// The table is on parties and has no vouchers, where vouchers are asked for.
    case noVouchers(path: String, form: TableForm)
}
