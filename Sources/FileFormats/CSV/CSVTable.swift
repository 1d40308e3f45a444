/// A text table: one header line, and rows with as many fields as the header (RFC 4180, in UTF-8).
///
/// Fields may be quoted, a quote inside quotes is doubled, and quoted fields may run over several lines. Lines
/// end in LF or CRLF; a byte order mark and blank lines at the end are skipped. There are no comments: a line
/// beginning with `#` is a row.
public struct CSVTable: Sendable, Hashable {
    /// What stands between two fields.
    public enum Separator: UInt8, Sendable, Hashable, CaseIterable {
        /// `,`
        case comma = 0x2C
        /// `;`, as spreadsheets write where the comma is the decimal sign.
        case semicolon = 0x3B
        /// A tabulator.
        case tab = 0x09
        /// `|`
        case bar = 0x7C
    }

    /// One row and where it stands.
    public struct Row: Sendable, Hashable {
        /// The line of the file where the row starts, counted from 1.
        public let line: Int
        /// The fields, unquoted, as many as the header has.
        public let fields: [String]
    }

    /// The file's path, as the user named it.
    public let file: String
    /// The column names, each of them once.
    public let header: [String]
    /// The rows, in the file's order.
    public let rows: [Row]

    /// Reads the table in the file at `path`.
    ///
    /// - Throws: as `InputFile.bytes(at:limit:)` and `init(bytes:file:separator:)`.
    public init(contentsOf path: String, separator: Separator = .comma) throws(FileFormatError) {
        try self.init(bytes: try InputFile.bytes(at: path), file: path, separator: separator)
    }

    /// Reads the table in `text`, named `file` in messages.
    ///
    /// - Throws: `.faults`, as `init(bytes:file:separator:)`.
    public init(text: String, file: String, separator: Separator = .comma) throws(FileFormatError) {
        try self.init(bytes: Array(text.utf8), file: file, separator: separator)
    }

    /// Reads the table in `bytes`, named `file` in messages.
    ///
    /// - Throws: `.notUTF8`; `.faults` with every malformed field, wrong number of fields, name that stands
    ///   twice in the header, or the missing header; `.tooLarge` for a row longer than a mebibyte.
    /// - Complexity: O(*n*) in the number of bytes.
    public init(bytes: [UInt8], file: String, separator: Separator = .comma) throws(FileFormatError) {
        let source = try CSVRows(ByteSource(bytes: bytes, file: file), separator: separator)
        var rows: [Row] = []
        while try source.next() {
            let row = source.row
            rows.append(Row(line: row.line, fields: (0..<row.count).map(row.text)))
        }
        try source.finish()
        self.file = file
        self.header = source.header
        self.rows = rows
    }

    /// Makes sure that `columns` are all there, in any order and among others.
    ///
    /// - Throws: `.faults` with one `.missingColumn` for each that is not.
    public func requireColumns(_ columns: [String]) throws(FileFormatError) {
        var faults = FaultCollector()
        for column in columns where !header.contains(column) {
            faults.add(Fault(at: Place(file: file, line: 1), .missingColumn(column)))
        }
        try faults.finish()
    }
}
