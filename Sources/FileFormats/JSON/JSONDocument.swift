/// A JSON text (RFC 8259) and the lines its values stand in.
public struct JSONDocument: Sendable, Hashable {
    /// The file's path, as the user named it.
    public let file: String
    /// The whole value.
    public let root: JSONValue
    private let lines: [String: Int]
    private let packed: [String: JSONScalars]

    /// Reads the JSON file at `path`.
    ///
    /// - Throws: as `InputFile.text(at:limit:)` and `init(text:file:)`.
    public init(contentsOf path: String, limit: Int = 64 << 20) throws(FileFormatError) {
        try self.init(bytes: try InputFile.bytes(at: path, limit: limit), file: path)
    }

    /// Reads `text`, named `file` in messages.
    ///
    /// - Throws: `.faults` with the first thing that breaks JSON's rules, or with every key that stands twice
    ///   in its object and every number too large to hold; `.tooMany` for more than 64 nested levels.
    public init(text: String, file: String) throws(FileFormatError) {
        try self.init(parsing: Array(text.utf8), file: file, packing: .none)
    }

    /// Reads the text in `bytes`, named `file` in messages.
    ///
    /// - Parameter packing: Parts that are read into packed rows of numbers; in `root` they are `null`.
    /// - Throws: as `init(text:file:)`; `.notUTF8` with the offset of the first wrong byte; `.tooMany` for a packed part
    ///   beyond its limit.
    public init(bytes: [UInt8], file: String, packing: JSONPacking = .none) throws(FileFormatError) {
        guard UTF8Text.isValid(bytes) else {
            throw .notUTF8(path: file, byteOffset: UTF8Text.firstInvalidOffset(in: bytes) ?? 0)
        }
        try self.init(parsing: bytes, file: file, packing: packing)
    }

    private init(parsing bytes: [UInt8], file: String, packing: JSONPacking) throws(FileFormatError) {
        var parser = JSONParser(bytes, file: file, packing: packing)
        root = try parser.document()
        lines = parser.lines
        packed = parser.packed
        self.file = file
    }

    /// The packed part that a path of keys leads to; `nil` where nothing was packed there.
    func scalars(at path: String) -> JSONScalars? { packed[path] }

    /// The place of the value that a path of keys leads to, such as `files[0].sha256`; `""` is the root. The
    /// line is `nil` where nothing stands there.
    public func place(of path: String) -> Place {
        Place(file: file, line: lines[path], column: path.isEmpty ? nil : path)
    }
}

extension JSONValue {
    /// The value that `text` stands for; `file` names it in messages.
    ///
    /// - Throws: as `JSONDocument.init(text:file:)`.
    public init(parsing text: String, file: String) throws(FileFormatError) {
        self = try JSONDocument(text: text, file: file).root
    }
}
