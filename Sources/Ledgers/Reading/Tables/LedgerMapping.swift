public import FileFormats

/// What a mapping file says of a table: which columns mean what, and how the rest is to be read.
///
/// `ringvirk ledger map` proposes one; whoever knows the ledger corrects it. With a mapping, columns mean what it says and
/// nothing else; what it leaves out besides columns is found by looking, as without one.
public struct LedgerMapping: Sendable, Hashable {
    /// The mapping file, as the user named it.
    public let file: String
    /// What stands between two fields.
    public let separator: CSVTable.Separator?
    /// How letters stand as bytes.
    public let encoding: TextEncoding?
    /// The sheet of a workbook.
    public let sheet: String?
    /// The line of the header.
    public let headerLine: Int?
    /// What kind of table it is.
    public let form: TableForm?
    /// What stands between kroner and øre.
    public let decimalSign: DecimalSign?
    /// The parties' role, the VAT rule and the sign of invoices.
    public let rules: PartyRules
    /// The columns, in the file's order.
    public let columns: [Column]

    /// A column, named as the header names it.
    public struct Column: Sendable, Hashable {
        /// What it means.
        public let meaning: LedgerColumn
        /// Its name in the header.
        public let header: String
        /// Where the mapping file says so.
        public let place: Place
    }

    /// The row that holds every header named, and where each stands in it.
    func header(
        in survey: TableSurvey,
        of path: String,
        sheet: String?
    ) throws(LedgersError) -> (TableSurvey.Row, [LedgerColumn: Int]) {
        var best: (row: TableSurvey.Row, columns: [LedgerColumn: Int])?
        for row in survey.candidates where headerLine == nil || headerLine == row.line {
            let found = positions(in: row.fields)
            if found.count == columns.count { return (row, found) }
            if found.count > best?.columns.count ?? 0 || headerLine != nil { best = (row, found) }
        }
        guard let best else { throw .noHeader(path: path, sheet: sheet, line: nil, best: []) }
        let faults = columns.filter { best.columns[$0.meaning] == nil }.map { column in
            Fault(at: column.place, value: column.header, .notOneOf(best.row.fields.filter { !$0.isEmpty }))
        }
        throw .file(.faults(faults))
    }

    private func positions(in headers: [String]) -> [LedgerColumn: Int] {
        var found: [LedgerColumn: Int] = [:]
        for column in columns {
            let name = ColumnAliases.normalised(column.header)
            let index =
                headers.firstIndex(of: column.header)
                ?? headers.firstIndex { !name.isEmpty && ColumnAliases.normalised($0) == name }
            if let index { found[column.meaning] = index }
        }
        return found
    }
}
