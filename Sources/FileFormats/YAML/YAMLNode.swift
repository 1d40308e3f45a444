/// A value in a YAML document, and where it stands.
public struct YAMLNode: Sendable, Hashable {
    /// Where it stands: the file, the line, and as `column` the path of keys that leads there, such as
    /// `shocks[0].industry`; the root has no path.
    public let place: Place
    /// What it is.
    public let kind: Kind

    /// What a node can be.
    public enum Kind: Sendable, Hashable {
        /// Keys and their values in the order they stand, each key once.
        case mapping([Entry])
        /// Values one after another.
        case sequence([YAMLNode])
        /// A text as it stands, and whether it stood in quotes or as a block; numbers are texts too.
        case scalar(text: String, quoted: Bool)
        /// Nothing, `~` or `null`.
        case null
    }

    /// A key and its value.
    public struct Entry: Sendable, Hashable {
        /// The key's text.
        public let key: String
        /// Where the key stands; as `column` the path of keys, this one included.
        public let place: Place
        /// The value.
        public let value: YAMLNode
    }

    init(place: Place, kind: Kind) {
        self.place = place
        self.kind = kind
    }

    /// The value under `key`; `nil` where there is no such key or the node is no mapping.
    ///
    /// - Complexity: O(*n*) in the number of keys.
    public subscript(_ key: String) -> YAMLNode? {
        entries?.first { $0.key == key }?.value
    }

    /// The keys and values of a mapping; `nil` for everything else.
    public var entries: [Entry]? {
        if case .mapping(let entries) = kind { entries } else { nil }
    }

    /// The values of a sequence; `nil` for everything else.
    public var elements: [YAMLNode]? {
        if case .sequence(let elements) = kind { elements } else { nil }
    }

    /// The text of a scalar; `nil` for everything else.
    public var scalar: String? {
        if case .scalar(let text, _) = kind { text } else { nil }
    }

    /// Whether nothing stands here.
    public var isNull: Bool { kind == .null }
}
