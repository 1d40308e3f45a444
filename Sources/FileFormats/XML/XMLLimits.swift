/// How much of an XML document is held at a time; what lies beyond is refused before it fills the memory.
public struct XMLLimits: Sendable, Hashable {
    /// Elements inside each other.
    public var depth = 256
    /// Bytes between two tags: of a text, a comment, or a tag that does not end. No table or ledger has a mebibyte in one field.
    public var bytesWithoutTag = 1 << 20

    /// The limits above.
    public static let `default` = XMLLimits()

    /// The default limits, to be changed one by one.
    public init() {}
}
