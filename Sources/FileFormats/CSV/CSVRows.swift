/// The rows of a table in this package's own form, one at a time: what `CSVTable` holds all at once.
///
/// Everything wrong with the form is gathered, and rows at fault do not come; whoever reads to the end and calls `finish()`
/// knows of all.
///
///     let rows = try CSVRows(ByteSource(contentsOf: "figures.csv"))
///     while try rows.next() { rows.row[0] … }
///     try rows.finish()
public final class CSVRows {
    /// The file, as the user named it.
    public let file: String
    /// The column names; empty where the header is missing, which `finish()` tells.
    public let header: [String]
    /// The row that `next()` found; valid until it is called again.
    public private(set) var row: TableRow

    private let stream: CSVStream
    private var faults = FaultCollector()
    /// Blank lines that were passed, of which nothing is known until another row comes: at the end they are no rows.
    private var blanks: Range<Int> = 0..<0
    private var isWaiting = false
    private let blank: UnsafeMutablePointer<Int32>

    /// Reads the header of the table that `source` hands out.
    ///
    /// - Throws: `.notUTF8`; `.unreadable`; `.tooLarge` for a header longer than a mebibyte; `.faults` for semicolons where
    ///   commas are expected.
    public init(_ source: ByteSource, separator: CSVTable.Separator = .comma) throws(FileFormatError) {
        stream = try CSVStream(source, form: .strict(separator))
        file = stream.file
        blank = .allocate(capacity: 2)
        blank.initialize(repeating: 0, count: 2)
        let hasHeader = try stream.next() && !stream.isBlank
        row = stream.row
        let names = hasHeader ? (0..<row.count).map(row.text) : []
        header = names
        if !hasHeader { faults.add(Fault(at: Place(file: file, line: 1), .missing)) }
        if separator == .comma, names.count == 1, names[0].contains(";"), !names[0].contains(",") {
            // Every line would be at fault; one word on the file as a whole says more.
            let place = Place(file: file, line: 1)
            throw .faults([
                Fault(at: place, value: names[0], .malformed(rule: "fields are separated by commas"))
            ])
        }
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            let place = Place(file: file, line: stream.line, column: name)
            faults.add(Fault(at: place, value: name, .duplicate(firstLine: stream.line)))
        }
    }

    deinit { blank.deallocate() }

    /// The digest of the file, once `next()` has come to its end; `nil` for a source that takes none.
    public var digest: SHA256Digest? { stream.digest }

    /// Goes to the next row, which has as many fields as the header; false at the end.
    ///
    /// - Throws: `.notUTF8`; `.unreadable`; `.tooLarge` for a row longer than a mebibyte; `.faults` for one of more than
    ///   4,096 fields.
    public func next() throws(FileFormatError) -> Bool {
        while true {
            if isWaiting, let line = blanks.first {
                blanks.removeFirst()
                row = TableRow(line: line, count: 1, base: stream.row.base, bounds: UnsafePointer(blank))
                return true
            }
            if isWaiting {
                isWaiting = false
                row = stream.row
            } else {
                guard try stream.next() else { return false }
                if stream.isBlank {
                    let first = blanks.isEmpty ? stream.line : blanks.lowerBound
                    blanks = first..<stream.line + 1
                    continue
                }
                if header.count == 1 {
                    isWaiting = !blanks.isEmpty
                    if isWaiting { continue }
                } else {
                    refuseBlanks()
                }
                row = stream.row
            }
            if row.count == header.count { return true }
            refuse(row.line, row.count)
        }
    }

    /// Ends the reading.
    ///
    /// - Throws: `.faults` with everything that is wrong with the table's form.
    public func finish() throws(FileFormatError) {
        var all = stream.faults
        for fault in faults.faults { all.add(fault) }
        try all.finish()
    }

    private func refuse(_ line: Int, _ count: Int) {
        guard !header.isEmpty else { return }
        let problem = Fault.Problem.fieldCount(expected: header.count, found: count)
        faults.add(Fault(at: Place(file: file, line: line), problem))
    }

    private func refuseBlanks() {
        for line in blanks.prefix(FaultCollector.most) { refuse(line, 1) }
        blanks = 0..<0
    }
}
