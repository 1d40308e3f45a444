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
            text += CSVWriter.field(field, separator: separator)
        }
        text += "\n"
    }

    /// `field` as it stands in a row, in quotes where it needs them.
    public static func field(_ field: String, separator: CSVTable.Separator = .comma) -> String {
        guard needsQuotes(field, separator) else { return field }
        var text = "\""
        for scalar in field.unicodeScalars {
            if scalar == "\"" { text += "\"" }
            text.unicodeScalars.append(scalar)
        }
        return text + "\""
    }

    private static func needsQuotes(_ field: String, _ separator: CSVTable.Separator) -> Bool {
        // A byte order mark at the start of a file would be skipped when read back.
        if field.unicodeScalars.first == "\u{FEFF}" { return true }
        return field.utf8.contains { byte in
            byte == separator.rawValue || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
    }
}
