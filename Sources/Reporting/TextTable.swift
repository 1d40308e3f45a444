/// A table of text cells, laid out for a terminal or as Markdown.
public struct TextTable: Sendable {
    /// The column headings.
    public let header: [String]
    /// The rows; each has as many cells as the header.
    public private(set) var rows: [[String]] = []

    private let numeric: [Bool]
    private let groups: [String]

    /// A table; columns whose place in `numeric` is true are set flush right.
    ///
    /// - Parameter groups: what neighbouring columns have in common, one text a column, set once above them.
    public init(header: [String], numeric: [Bool], groups: [String]? = nil) {
        precondition(header.count == numeric.count, "one alignment a column")
        precondition(groups == nil || groups?.count == header.count, "one group a column")
        self.header = header
        self.numeric = numeric
        self.groups = groups ?? header.map { _ in "" }
    }

    /// A table whose first column is text and whose others are numbers.
    public init(label: String, numbers: [String]) {
        self.init(header: [label] + numbers, numeric: [false] + numbers.map { _ in true })
    }

    /// Adds a row. Precondition: as many cells as the header has.
    public mutating func add(_ cells: [String]) {
        precondition(cells.count == header.count, "\(header.count) columns, \(cells.count) cells")
        rows.append(cells)
    }

    /// The table in columns for a terminal, with a rule below the header.
    public var plainText: String {
        var widths = header.indices.map { column in
            ([header] + rows).map { $0[column].count }.max() ?? 0
        }
        let spans = self.spans
        for span in spans {
            // A group's text needs as much room as its columns have together.
            let room = widths[span.columns].reduce(0, +) + 2 * (span.columns.count - 1)
            if span.text.count > room { widths[span.columns.upperBound - 1] += span.text.count - room }
        }
        func line(_ cells: [String]) -> String {
            cells.indices.map { column in
                let padding = String(repeating: " ", count: widths[column] - cells[column].count)
                return numeric[column] ? padding + cells[column] : cells[column] + padding
            }.joined(separator: "  ").trimmingTrailingSpaces
        }
        let above = spans.map { span in
            let room = widths[span.columns].reduce(0, +) + 2 * (span.columns.count - 1)
            let padding = String(repeating: " ", count: room - span.text.count)
            return numeric[span.columns.lowerBound] ? padding + span.text : span.text + padding
        }.joined(separator: "  ").trimmingTrailingSpaces
        let rule = String(repeating: "─", count: widths.reduce(0, +) + 2 * max(0, widths.count - 1))
        return ((above.isEmpty ? [] : [above]) + [line(header), rule] + rows.map(line)).joined(
            separator: "\n"
        ) + "\n"
    }

    /// Neighbouring columns with the same group text, in order.
    private var spans: [(text: String, columns: Range<Int>)] {
        groups.indices.reduce(into: []) { spans, column in
            if let last = spans.last, last.text == groups[column], !last.text.isEmpty {
                spans[spans.count - 1].columns = last.columns.lowerBound..<column + 1
            } else {
                spans.append((groups[column], column..<column + 1))
            }
        }
    }

    /// The table in Markdown.
    public var markdown: String {
        func line(_ cells: [String]) -> String {
            "| "
                + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(
                    separator: " | "
                )
                + " |"
        }
        let rule = "|" + numeric.map { $0 ? "---:|" : "---|" }.joined()
        let headings = zip(groups, header).map { group, heading in
            [group, heading].filter { !$0.isEmpty }.joined(separator: ", ")
        }
        return ([line(headings), rule] + rows.map(line)).joined(separator: "\n") + "\n"
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
