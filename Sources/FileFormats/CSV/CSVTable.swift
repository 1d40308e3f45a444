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
    ///   twice in the header, or the missing header.
    /// - Complexity: O(*n*) in the number of bytes.
    public init(bytes: [UInt8], file: String, separator: Separator = .comma) throws(FileFormatError) {
        if let offset = UTF8Text.firstInvalidOffset(in: bytes) {
            throw .notUTF8(path: file, byteOffset: offset)
        }
        var scanner = CSVScanner(bytes, file: file, separator: separator)
        let records = scanner.records()
        var faults = scanner.faults
        let header = CSVTable.header(in: records.first, file: file, faults: &faults)
        let rows = records.dropFirst().map { Row(line: $0.line, fields: $0.fields) }
        if separator == .comma, header.count == 1, header[0].contains(";"), !header[0].contains(",") {
            // Every line would be at fault; one word on the file as a whole says more.
            let place = Place(file: file, line: 1)
            throw .faults([
                Fault(at: place, value: header[0], .malformed(rule: "fields are separated by commas"))
            ])
        }
        for row in rows where row.fields.count != header.count && !header.isEmpty {
            let problem = Fault.Problem.fieldCount(expected: header.count, found: row.fields.count)
            faults.add(Fault(at: Place(file: file, line: row.line), problem))
        }
        try faults.finish()
        self.file = file
        self.header = header
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

    private static func header(
        in record: CSVScanner.Record?,
        file: String,
        faults: inout FaultCollector
    ) -> [String] {
        guard let record, !record.isBlank else {
            faults.add(Fault(at: Place(file: file, line: 1), .missing))
            return []
        }
        var seen: Set<String> = []
        for name in record.fields where !seen.insert(name).inserted {
            let place = Place(file: file, line: record.line, column: name)
            faults.add(Fault(at: place, value: name, .duplicate(firstLine: record.line)))
        }
        return record.fields
    }
}
