import Accounts
import FileFormats

/// Reads a firm's books from a table: a CSV file or a workbook that an accounting system exported.
///
///     let reader = try TableLedgerReader(file: "bilagsjournal.csv")
///     let reading = try reader.read(into: trades, parties: trades) { progress in … }
///
/// The table is first looked at (`layout`: header, columns, form, decimal sign), then read in one pass, in a bounded amount
/// of memory. Everything wrong in it is gathered and thrown together; what is right but must be known stands in the notices.
public struct TableLedgerReader: Sendable {
    /// How the table holds the books.
    public let layout: TableLayout
    private let table: TableFile

    /// Looks at the table in `file`, by itself or with what a mapping file says of it.
    ///
    /// - Throws: `.file`; `.emptyTable`; `.noHeader`; `.noLedgerForm`; for a workbook, of its first sheet that holds
    ///   something.
    public init(file: String, mapping: LedgerMapping? = nil) throws(LedgersError) {
        (layout, table) = try LayoutSearch(path: file, mapping: mapping).found()
    }

    /// What was read besides the vouchers and postings.
    public struct Reading: Sendable, Hashable {
        /// What the table says of the books.
        public let books: Books
        /// What whoever relies on them must know.
        public let notices: [TableNotice]
    }

    /// Reads the vouchers of a journal.
    ///
    /// - Throws: `.noVouchers` for the other forms; `.file` with every fault; `.decimalSignUnclear`; `.emptyTable`.
    /// - Complexity: O(*n*) in the file's size; the file is gone through twice only where the first amounts leave the
    ///   decimal sign open.
    public func read(
        into consumer: some VoucherConsumer,
        progress: (Double) -> Void = { _ in }
    ) throws(LedgersError) -> Reading {
        guard layout.form == .journal else { throw .noVouchers(path: layout.file, form: layout.form) }
        var rows = JournalRows(layout, in: table, into: consumer)
        try table.forEachRow(progress: progress) { $0.line <= layout.headerLine || rows.take($0) }
        let (books, notices) = try rows.finish()
        return Reading(books: books, notices: notices)
    }

    /// Reads a table of any form: a journal's vouchers into `vouchers`, the postings of other forms into `parties`.
    ///
    /// - Throws: as `read(into:progress:)`, except `.noVouchers`; `.taxRuleNeeded`, `.roleNeeded` and `.yearNeeded` for
    ///   what neither the table nor a mapping file says.
    public func read(
        into vouchers: some VoucherConsumer,
        parties: some PartyPostingConsumer,
        progress: (Double) -> Void = { _ in }
    ) throws(LedgersError) -> Reading {
        if layout.form == .journal { return try read(into: vouchers, progress: progress) }
        let rows = PartyRows(
            layout,
            in: table,
            tax: try taxRule(),
            invoiceSign: try invoiceSign(),
            summaryDate: summaryDate,
            into: parties
        )
        try table.forEachRow(progress: progress) { $0.line <= layout.headerLine || rows.take($0) }
        let (books, notices) = try rows.finish()
        return Reading(books: books, notices: notices)
    }

    /// What a party ledger's or a summary's mapping file must say, and does not.
    public var unsaid: LedgersError? {
        if layout.form == .summary, layout.year == nil { return .yearNeeded(path: layout.file) }
        guard layout.form == .partyLedger else { return nil }
        if layout.rules.tax == nil { return .taxRuleNeeded(path: layout.file) }
        let isKnown =
            layout.columns[.customer] != nil || layout.columns[.supplier] != nil || layout.rules.role != nil
        return isKnown ? nil : .roleNeeded(path: layout.file, column: layout.name(of: .party))
    }

    private func taxRule() throws(LedgersError) -> TaxRule {
        if let unsaid { throw unsaid }
        return layout.rules.tax ?? .excluded
    }

    private var summaryDate: CalendarDate {
        layout.year.flatMap { CalendarDate(year: $0, month: 12, day: 31) } ?? CalendarDate(daysSince1970: 0)
    }

    private func invoiceSign() throws(LedgersError) -> PartyRules.InvoiceSign {
        if let given = layout.rules.invoiceSign { return given }
        guard layout.form == .partyLedger, layout.columns[.amount] != nil else { return .positive }
        return try InvoiceSignSearch(layout, table).sign
    }
}
