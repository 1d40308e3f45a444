/// A file with one YAML document, as people write for a study: mappings, sequences and scalars.
///
/// Anchors, aliases, tags, a key that stands twice and a second document are refused.
public struct YAMLDocument: Sendable, Hashable {
    /// How much of a document is accepted.
    public struct Limits: Sendable, Hashable {
        /// Bytes of the text.
        public var bytes = 4 << 20
        /// Levels of mappings and sequences inside one another.
        public var depth = 64

        /// Four mebibytes, and 64 levels.
        public static let `default` = Limits()

        /// The default limits, to be changed one by one.
        public init() {}
    }

    /// The file's path, as the user named it.
    public let file: String
    /// The whole document; null when it is empty.
    public let root: YAMLNode

    /// Reads the document in the file at `path`.
    ///
    /// - Throws: as `InputFile.text(at:limit:)` and `init(text:file:limits:)`.
    public init(contentsOf path: String, limits: Limits = .default) throws(FileFormatError) {
        let text = try InputFile.text(at: path, limit: limits.bytes)
        try self.init(text: text, file: path, limits: limits)
    }

    /// Reads the document in `text`, named `file` in messages.
    ///
    /// - Throws: `.faults` with what breaks YAML's rules or those above; `.tooLarge`; `.tooMany` levels.
    public init(text: String, file: String, limits: Limits = .default) throws(FileFormatError) {
        let bytes = text.utf8.count
        guard bytes <= limits.bytes else { throw .tooLarge(path: file, bytes: bytes, limit: limits.bytes) }
        self.file = file
        root = try YAMLComposer(text: text, file: file, depth: limits.depth).root()
    }
}
