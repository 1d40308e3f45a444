/// The rows of a text table of any size, one at a time, in a bounded amount of memory.
///
/// It reads what other programs export: any of four separators, three encodings, lines that end in LF, CR LF or CR,
/// quotes inside an unquoted field, rows of unequal length. What no reading could make right is refused: mixed encodings, a
/// quote that never closes, a row or a number of fields beyond `Limits`. In the strict form, which is this package's own
/// (`CSVRows`, `CSVTable`), all that RFC 4180 does not allow is noted, and no encoding but UTF-8 is read.
///
///     let stream = try CSVStream(contentsOf: "bilagsjournal.csv")
///     while try stream.next() {
///         let row = stream.row
///         // … valid until the next call of next()
///     }
public final class CSVStream {
    /// How the text is written; what is left out is found by looking at the first rows.
    public struct Form: Sendable, Hashable {
        /// What stands between two fields.
        public var separator: CSVTable.Separator?
        /// How letters stand as bytes.
        public var encoding: TextEncoding?

        /// Whether the text is held to RFC 4180 and UTF-8.
        private(set) var isStrict = false

        /// What is known of the form.
        public init(separator: CSVTable.Separator? = nil, encoding: TextEncoding? = nil) {
            self.separator = separator
            self.encoding = encoding
        }

        /// The strict form, with fields between `separator`.
        static func strict(_ separator: CSVTable.Separator) -> Form {
            var form = Form(separator: separator, encoding: .utf8)
            form.isStrict = true
            return form
        }
    }

    /// How large the parts of a file may be.
    public enum Limits {
        /// Bytes of a row as UTF-8, its quotes and separators included.
        public static let rowBytes = 1 << 20
        /// Fields of a row.
        public static let fields = 4_096
    }

    static let unclosed = "a quote is opened and never closed"
    static let afterQuote = "nothing may follow a closing quote"
    static let tooLong = "the row is longer than a mebibyte"
    static let tooManyFields = "the row has more than 4,096 fields"

    /// The file, as the user named it.
    public let file: String
    /// What stands between two fields.
    public private(set) var separator: CSVTable.Separator
    /// The number of the line that `row` begins on; zero before the first.
    public private(set) var line = 0
    /// The share of the file's bytes read so far.
    public var progress: Double { source.size == 0 ? 1 : Double(source.position) / Double(source.size) }
    /// The encoding, as far as the file has shown it: a file of ASCII alone counts as UTF-8.
    public var encoding: TextEncoding { decoder.encoding }

    /// What is wrong with the strict form so far.
    private(set) var faults = FaultCollector()
    /// Whether nothing at all stands on the row.
    var isBlank: Bool { scanner.isBlank }
    /// The digest of the file, once `next()` has come to its end; `nil` for a source that takes none.
    public var digest: SHA256Digest? { source.digest }

    private let form: Form
    private let source: ByteSource
    private var decoder: TextDecoder
    private let piece: UnsafeMutableRawBufferPointer
    private let buffer: UnsafeMutablePointer<UInt8>
    private var scanner: CSVRowScanner
    private var isAtEnd = false

    private static let pieceBytes = 1 << 18

    /// Opens the table at `path` and looks at its first rows.
    ///
    /// - Throws: as `ByteSource.init(contentsOf:)`.
    public convenience init(contentsOf path: String, form: Form = Form()) throws(FileFormatError) {
        try self.init(try ByteSource(contentsOf: path), form: form)
    }

    /// Reads the table that `source` hands out.
    ///
    /// - Throws: `.unreadable`.
    public init(_ source: ByteSource, form: Form = Form()) throws(FileFormatError) {
        self.source = source
        self.form = form
        file = source.file
        decoder = TextDecoder(form.encoding, isStrict: form.isStrict)
        piece = .allocate(byteCount: CSVStream.pieceBytes, alignment: 16)
        // A row of full length, then a piece's worth of text, the letter before it, and the scanner's sentinel.
        buffer = .allocate(capacity: Limits.rowBytes + TextDecoder.expansion * CSVStream.pieceBytes + 32)
        scanner = CSVRowScanner(buffer, separator: .semicolon, isStrict: form.isStrict)
        separator = .semicolon
        let found = try firstSeparator()
        separator = found.separator
        scanner.setSeparator(found.separator, skipping: found.declaration)
    }

    deinit {
        piece.deallocate()
        buffer.deallocate()
        scanner.deallocate()
    }

    /// The row that `next()` found; valid until it is called again.
    public var row: TableRow { scanner.row(line: line) }

    /// Goes to the next row, blank ones included; false at the end.
    ///
    /// - Throws: `.faults` with one fault where the rest of the file cannot be read; `.notUTF8` where it was to be that;
    ///   `.unreadable`; in the strict form `.tooLarge` for a row beyond the limit.
    public func next() throws(FileFormatError) -> Bool {
        while true {
            switch scanner.next(isLast: isAtEnd && decoder.failure == nil) {
            case .row:
                line = scanner.rowLine
                if form.isStrict { noteIrregularities() }
                return true
            case .needsMore:
                if isAtEnd {
                    if let failure = decoder.failure { throw encodingFault(failure) }
                    return false
                }
                guard scanner.waitingBytes <= Limits.rowBytes else {
                    if form.isStrict {
                        throw .tooLarge(path: file, bytes: scanner.waitingBytes, limit: Limits.rowBytes)
                    }
                    throw fault(scanner.isInQuotes ? CSVStream.unclosed : CSVStream.tooLong)
                }
                try refill()
            case .broken(let rule): throw fault(rule)
            }
        }
    }

    /// Reads and decodes the next piece behind what is still to be scanned.
    private func refill() throws(FileFormatError) {
        scanner.moveToFront()
        let count = try source.read(into: piece)
        isAtEnd = count == 0
        let bytes = UnsafeBufferPointer(rebasing: piece.bindMemory(to: UInt8.self)[..<count])
        scanner.end += decoder.decode(bytes, isLast: isAtEnd, into: buffer + scanner.end)
        if decoder.failure != nil { isAtEnd = true }
    }

    /// The separator, given or found in the first piece, and the length of a first line `sep=;` that says it.
    private func firstSeparator() throws(FileFormatError) -> (separator: CSVTable.Separator, declaration: Int)
    {
        if form.isStrict { return (form.separator ?? .comma, 0) }
        while !isAtEnd, scanner.end < 1 << 16 { try refill() }
        let text = UnsafeBufferPointer(start: buffer, count: scanner.end)
        let (declared, length) = SeparatorSearch.declaration(in: text)
        let found = form.separator ?? declared ?? SeparatorSearch(text).separator
        return (found, length)
    }

    private func noteIrregularities() {
        for found in scanner.irregularities {
            let place = Place(file: file, line: found.line)
            faults.add(Fault(at: place, value: found.value, .malformed(rule: found.rule)))
        }
    }

    private func fault(_ rule: String) -> FileFormatError {
        .faults([
            Fault(
                at: Place(file: file, line: scanner.rowLine),
                value: scanner.excerpt,
                .malformed(rule: rule)
            )
        ])
    }

    private func encodingFault(_ failure: TextDecoder.Failure) -> FileFormatError {
        if form.encoding == .utf8, failure.rule == TextDecoder.mixed {
            return .notUTF8(path: file, byteOffset: failure.offset)
        }
        let value = "0x" + String(failure.byte, radix: 16, uppercase: true) + " (byte \(failure.offset + 1))"
        let place = Place(file: file, line: scanner.lastLine)
        return .faults([Fault(at: place, value: value, .malformed(rule: failure.rule))])
    }
}
