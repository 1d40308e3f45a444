/// A table of text cells, laid out for a terminal or as Markdown.
public struct TextTable: Sendable {
    /// The column headings.
    public let header: [String]
    /// The rows; each has as many cells as the header.
    public private(set) var rows: [[String]] = []

    private let numeric: [Bool]

    /// A table; columns whose place in `numeric` is true are set flush right.
    public init(header: [String], numeric: [Bool]) {
        precondition(header.count == numeric.count, "one alignment a column")
        self.header = header
        self.numeric = numeric
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
        let widths = header.indices.map { column in
            ([header] + rows).map { $0[column].count }.max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            cells.indices.map { column in
                let padding = String(repeating: " ", count: widths[column] - cells[column].count)
                return numeric[column] ? padding + cells[column] : cells[column] + padding
            }.joined(separator: "  ").trimmingTrailingSpaces
        }
        let rule = String(repeating: "─", count: widths.reduce(0, +) + 2 * max(0, widths.count - 1))
        return ([line(header), rule] + rows.map(line)).joined(separator: "\n") + "\n"
    }

    /// The table in Markdown.
    public var markdown: String {
        func line(_ cells: [String]) -> String {
            "| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ")
                + " |"
        }
        let rule = "|" + numeric.map { $0 ? "---:|" : "---|" }.joined()
        return ([line(header), rule] + rows.map(line)).joined(separator: "\n") + "\n"
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
