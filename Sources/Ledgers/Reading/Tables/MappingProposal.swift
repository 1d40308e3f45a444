/// What a mapping file for a table would say, as far as the table shows it, for somebody who knows the ledger to correct.
///
/// There is one for tables that cannot be read as they are, too: that is when it is needed. The header is then the row that
/// names most known columns, or else the one with most texts.
public struct MappingProposal: Sendable, Hashable {
    /// The file, as the user named it.
    public let file: String
    /// What kind of file it is.
    public let container: TableLayout.Container
    /// The line, or the row of the sheet, of the header.
    public let headerLine: Int
    /// The columns, in order.
    public let columns: [Column]
    /// What kind of table it is; `nil` where the columns recognised make none.
    public let form: TableForm?
    /// What the nearest form asks for besides.
    public let lacking: [LedgerColumn]
    /// What stands between kroner and øre; `nil` where no amount shows it.
    public let decimalSign: DecimalSign?
    /// What a mapping file has said already.
    public let rules: PartyRules

    /// A column of the table.
    public struct Column: Sendable, Hashable {
        /// Its name in the header.
        public let header: String
        /// What it means; `nil` where the name is not known.
        public let meaning: LedgerColumn?
        /// The first value below the header; empty where none stands near it.
        public let example: String
    }

    /// Looks at the table in `file`.
    ///
    /// - Throws: `.file`; `.emptyTable`.
    public init(file: String, mapping: LedgerMapping? = nil) throws(LedgersError) {
        self = try LayoutSearch(path: file, mapping: mapping).proposal()
    }

    init(_ survey: TableSurvey, header: TableSurvey.Row, meanings: [LedgerColumn: Int], of layout: Frame) {
        file = layout.file
        container = layout.container
        headerLine = header.line
        let byIndex = Dictionary(meanings.map { ($0.value, $0.key) }) { first, _ in first }
        columns = header.fields.enumerated().map { index, name in
            let below = survey.rows.lazy.filter { $0.line > header.line && index < $0.fields.count }
            return Column(
                header: name,
                meaning: byIndex[index],
                example: below.map { $0.fields[index] }.first { !$0.isEmpty } ?? ""
            )
        }
        let known = Set(meanings.keys)
        form = layout.form ?? TableForm.decided(from: known)
        lacking =
            form == nil
            ? TableForm.allCases.map { $0.lacking(in: known) }.min { $0.count < $1.count } ?? []
            : form?.lacking(in: known) ?? []
        let amounts = LedgerColumn.amounts.compactMap { meanings[$0] }
        decimalSign = layout.decimalSign ?? survey.decimalSign(in: amounts, below: header.line)
        rules = layout.rules
    }

    /// What is known of a table before its header.
    struct Frame {
        let file: String
        let container: TableLayout.Container
        let form: TableForm?
        let decimalSign: DecimalSign?
        let rules: PartyRules
    }
}

extension LayoutSearch {
    /// The proposal for the first table of the file that holds something, preferring one that is a ledger.
    func proposal() throws(LedgersError) -> MappingProposal {
        var best: MappingProposal?
        for (table, container) in try tables() {
            let survey = try TableSurvey(table)
            guard let found = proposal(survey, container) else { continue }
            if found.form != nil { return found }
            best = best ?? found
        }
        guard let best else { throw .emptyTable(path: path, sheet: nil) }
        return best
    }

    private func proposal(_ survey: TableSurvey, _ container: TableLayout.Container) -> MappingProposal? {
        let frame = MappingProposal.Frame(
            file: path,
            container: container,
            form: mapping?.form,
            decimalSign: mapping?.decimalSign,
            rules: mapping?.rules ?? PartyRules()
        )
        let rows = survey.candidates.filter { mapping?.headerLine == nil || mapping?.headerLine == $0.line }
        let ranked = rows.map { (row: $0, meanings: ColumnAliases.meanings(of: $0.fields)) }
        let known =
            ranked.first { $0.meanings.count >= LayoutSearch.enough }
            ?? ranked.max { $0.meanings.count < $1.meanings.count }
        let widest = rows.max { LayoutSearch.texts($0) < LayoutSearch.texts($1) }
        guard let known, let widest else { return nil }
        let isKnown = !known.meanings.isEmpty
        return MappingProposal(
            survey,
            header: isKnown ? known.row : widest,
            meanings: isKnown ? known.meanings : [:],
            of: frame
        )
    }

    /// How many fields of the row are texts, as a header's are.
    private static func texts(_ row: TableSurvey.Row) -> Int {
        row.fields.indices.count { !row.numbers.contains($0) && row.fields[$0].contains { $0.isLetter } }
    }
}
