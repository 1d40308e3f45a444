/// The objects of one large JSON array, one after another, each reduced to the fields that are wanted.
///
/// A file of gigabytes is read in the memory of its largest object, which is bounded. An object alone, outside an array,
/// is read as an array of one. Strictness is ``JSONDocument``'s: what it refuses is refused here, but only the wanted
/// keys are looked at for standing twice.
///
///     var stream = try JSONRecordStream(ByteStream(path), fields: ["name", "address.town"])
///     while let record = try stream.next() { record.text(1) … }
public struct JSONRecordStream: ~Copyable {
    private var source: ByteStream
    private let tree: JSONFieldTree
    private let fields: [String]
    private let limit: Int
    private var window: [UInt8] = []
    private var start = 0
    private var line = 1
    private var state = State.beginning
    private var piece: [UInt8] = []

    private enum State {
        case beginning, afterElement, afterOnly, ended
    }

    /// A mebibyte: several hundred times the largest unit of a register.
    public static let defaultLimit = 1 << 20

    /// Reads objects from `source`, taking the values at the dotted paths `fields`; an object may have `limit` bytes.
    public init(_ source: consuming ByteStream, fields: [String], limit: Int = defaultLimit) {
        self.source = source
        self.fields = fields
        self.limit = limit
        tree = JSONFieldTree(fields)
    }

    /// The share of the file that has been read, 0 to 1.
    public var progress: Double { source.progress }

    /// The digest of the file, once `next()` has come to its end.
    public var digest: SHA256Digest { source.digest }

    /// The next object; `nil` after the last.
    ///
    /// - Throws: what ``ByteStream/next(_:)`` throws; `.faults` with the first thing that breaks JSON's rules;
    ///   `.tooMany` for more than 64 nested levels; `.tooLarge` for an object beyond the limit; `.notUTF8`; `.damaged`
    ///   where the file ends inside an object.
    public mutating func next() throws(FileFormatError) -> JSONRecord? {
        guard try moveToObject() else { return nil }
        return try object()
    }

    /// Moves to the brace of the next object; `false` after the last.
    private mutating func moveToObject() throws(FileFormatError) -> Bool {
        switch state {
        case .beginning:
            while window.count < 3, try refill() {}
            start = UTF8Text.markLength(in: window)
            guard try skipped("[") else {
                state = .afterOnly
                return try expectObject()
            }
            state = .afterElement
            return try skipped("]") ? try end() : try expectObject()
        case .afterElement:
            if try skipped("]") { return try end() }
            guard try skipped(",") else { throw malformed("a comma or a closing bracket is expected") }
            return try expectObject()
        case .afterOnly: return try end()
        case .ended: return false
        }
    }

    private mutating func expectObject() throws(FileFormatError) -> Bool {
        guard try peek() == UInt8(ascii: "{") else { throw malformed("an object in braces is expected") }
        return true
    }

    private mutating func end() throws(FileFormatError) -> Bool {
        guard try peek() == nil else { throw malformed("nothing may follow the value") }
        state = .ended
        return false
    }

    /// Reads the object that begins at `start`: first to its end, then its fields.
    private mutating func object() throws(FileFormatError) -> JSONRecord {
        var finder = JSONObjectEnd()
        var end = start
        while !finder.scan(window, from: &end) {
            guard end - start <= limit else {
                throw .tooLarge(path: source.path, bytes: end - start, limit: limit)
            }
            let before = start
            guard try refill() else {
                throw .damaged(path: source.path, reason: "the file is cut off inside an object")
            }
            end -= before - start
        }
        var scanner = JSONFieldScanner(
            file: source.path,
            line: line,
            position: start,
            end: end,
            offset: source.length - window.count
        )
        let record = try scanner.record(window.span, tree, fields)
        line = scanner.line
        start = end
        return record
    }

    /// The next byte that is no space, which stays where it is; `nil` at the end of the file.
    private mutating func peek() throws(FileFormatError) -> UInt8? {
        while true {
            while start < window.count {
                switch window[start] {
                case 0x0A: line += 1
                case 0x20, 0x09, 0x0D: break
                default: return window[start]
                }
                start += 1
            }
            guard try refill() else { return nil }
        }
    }

    private mutating func skipped(_ character: Unicode.Scalar) throws(FileFormatError) -> Bool {
        guard let byte = try peek(), UInt32(byte) == character.value else { return false }
        start += 1
        return true
    }

    /// Appends the next piece, after taking away what has been read; `false` at the end of the file.
    private mutating func refill() throws(FileFormatError) -> Bool {
        guard try source.next(&piece) else { return false }
        window.removeFirst(start)
        start = 0
        window.append(contentsOf: piece)
        return true
    }

    private func malformed(_ rule: String) -> FileFormatError {
        .faults([Fault(at: Place(file: source.path, line: line), .malformed(rule: rule))])
    }
}
