/// Builds the text of a table, quoting only the fields that need it and ending every line in `\n`.
///
/// What it writes, `CSVTable` reads back field for field.
public struct CSVWriter: Sendable {
    /// The text so far.
    public private(set) var text = ""
    private let separator: CSVTable.Separator

    /// A writer with nothing written.
    public init(separator: CSVTable.Separator = .comma) {
        self.separator = separator
    }

    /// Adds one line; the first is the header.
    public mutating func write(row: [String]) {
        // An empty line would be skipped when read back; a pair of quotes is a row with one empty field.
        if row == [""] {
            text += "\"\"\n"
            return
        }
        for (index, field) in row.enumerated() {
            if index > 0 { text.unicodeScalars.append(Unicode.Scalar(separator.rawValue)) }
            append(field)
        }
        text += "\n"
    }

    private mutating func append(_ field: String) {
        guard needsQuotes(field) else {
            text += field
            return
        }
        text += "\""
        for scalar in field.unicodeScalars {
            if scalar == "\"" { text += "\"" }
            text.unicodeScalars.append(scalar)
        }
        text += "\""
    }

    private func needsQuotes(_ field: String) -> Bool {
        // A byte order mark at the start of a file would be skipped when read back.
        if field.unicodeScalars.first == "\u{FEFF}" { return true }
        return field.utf8.contains { byte in
            byte == separator.rawValue || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
    }
}
