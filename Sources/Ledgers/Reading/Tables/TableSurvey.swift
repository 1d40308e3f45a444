import FileFormats

/// The first rows of a table as texts: enough to find the header and to see how the rows below it are written.
struct TableSurvey {
    struct Row {
        let line: Int
        let fields: [String]
        /// Which fields are numbers of a workbook, and so say nothing of how people write amounts.
        let numbers: Set<Int>
    }

    /// The header is among this many rows that hold something.
    static let headerRows = 30
    /// Rows looked at below.
    private static let sampleRows = 2_000
    /// A field is cut here, and the rows end here: the survey is small whatever the file holds.
    private static let fieldBytes = 200
    private static let bytes = 4 << 20

    private(set) var rows: [Row] = []

    /// Looks at the first rows of `file`.
    init(_ file: TableFile) throws(LedgersError) {
        var found: [Row] = []
        var bytes = 0
        try file.forEachRow { row in
            if row.isBlank { return true }
            let fields = (0..<row.count).map { field in
                let text = String(decoding: row[field].prefix(TableSurvey.fieldBytes), as: UTF8.self)
                return TableSurvey.trimmed(text)
            }
            bytes += fields.reduce(16 * fields.count) { $0 + $1.utf8.count }
            found.append(
                Row(
                    line: row.line,
                    fields: fields,
                    numbers: Set(fields.indices.filter { row.kind(of: $0) == .number })
                )
            )
            return found.count < TableSurvey.headerRows + TableSurvey.sampleRows && bytes < TableSurvey.bytes
        }
        rows = found
    }

    /// Without spaces, no-break ones included, at either end.
    static func trimmed(_ text: String) -> String {
        let isKept: (Character) -> Bool = { !$0.isWhitespace && $0 != "\u{FEFF}" }
        guard let first = text.firstIndex(where: isKept), let last = text.lastIndex(where: isKept) else {
            return ""
        }
        return String(text[first...last])
    }

    /// The rows among which the header is looked for.
    var candidates: ArraySlice<Row> { rows.prefix(TableSurvey.headerRows) }

    /// The sign that the amounts in `columns`, below the header, show; of two, the one that most show.
    func decimalSign(in columns: [Int], below header: Int) -> DecimalSign? {
        var counts: [DecimalSign: Int] = [:]
        for row in rows where row.line > header {
            for column in columns where column < row.fields.count && !row.numbers.contains(column) {
                let bytes = Array(row.fields[column].utf8)
                let evidence = bytes.withUnsafeBufferPointer { DecimalSign.evidence(in: $0) }
                if case .sure(let sign) = evidence { counts[sign, default: 0] += 1 }
            }
        }
        let (commas, points) = (counts[.comma, default: 0], counts[.point, default: 0])
        if commas == 0, points == 0 { return nil }
        return commas >= points ? .comma : .point
    }

    /// Whether every amount in `column`, below the header, is negative, and there is one.
    func isNegative(_ column: Int, below header: Int) -> Bool {
        let amounts = rows.filter { $0.line > header && column < $0.fields.count }.map { $0.fields[column] }
            .filter { text in text.contains { ("1"..."9").contains($0) } }
        return !amounts.isEmpty
            && amounts.allSatisfy { $0.hasPrefix("-") || $0.hasSuffix("-") || $0.hasPrefix("(") }
    }

    /// The latest year that the rows above the header name.
    func year(above header: Int) -> Int? {
        let words = rows.filter { $0.line < header }.flatMap(\.fields).flatMap { field in
            field.split { !$0.isNumber }.filter { $0.utf8.count == 4 }.compactMap { Int($0) }
        }
        return words.filter { (1950...2098).contains($0) }.max()
    }
}
