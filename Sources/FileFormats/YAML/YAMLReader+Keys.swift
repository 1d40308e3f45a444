// Each kind of value is asked for in two ways: required, where a missing key or an empty value is a fault, and
// optional, where both are nil without one. A value of the wrong kind is a fault either way.

extension YAMLReader {
    /// The text under `key`, which must be there.
    public mutating func text(_ key: String, in node: YAMLNode) -> String? {
        required(key, in: node).flatMap { text(of: $0) }
    }

    /// The text under `key`, if anything stands there.
    public mutating func optionalText(_ key: String, in node: YAMLNode) -> String? {
        optional(key, in: node).flatMap { text(of: $0) }
    }

    /// The number under `key`, which must be there.
    public mutating func number(_ key: String, in node: YAMLNode) -> Double? {
        required(key, in: node).flatMap { number(of: $0) }
    }

    /// The number under `key`, if anything stands there.
    public mutating func optionalNumber(_ key: String, in node: YAMLNode) -> Double? {
        optional(key, in: node).flatMap { number(of: $0) }
    }

    /// The whole number under `key`, which must be there.
    public mutating func integer(_ key: String, in node: YAMLNode) -> Int? {
        required(key, in: node).flatMap { integer(of: $0) }
    }

    /// The whole number under `key`, if anything stands there.
    public mutating func optionalInteger(_ key: String, in node: YAMLNode) -> Int? {
        optional(key, in: node).flatMap { integer(of: $0) }
    }

    /// `true` or `false` under `key`, which must be there.
    public mutating func boolean(_ key: String, in node: YAMLNode) -> Bool? {
        required(key, in: node).flatMap { boolean(of: $0) }
    }

    /// `true` or `false` under `key`, if anything stands there.
    public mutating func optionalBoolean(_ key: String, in node: YAMLNode) -> Bool? {
        optional(key, in: node).flatMap { boolean(of: $0) }
    }

    /// One of `choices` under `key`, which must be there.
    public mutating func choice(_ key: String, in node: YAMLNode, of choices: [String]) -> String? {
        required(key, in: node).flatMap { choice(of: $0, choices) }
    }

    /// One of `choices` under `key`, if anything stands there.
    public mutating func optionalChoice(_ key: String, in node: YAMLNode, of choices: [String]) -> String? {
        optional(key, in: node).flatMap { choice(of: $0, choices) }
    }

    /// The sequence under `key`, which must be there.
    public mutating func sequence(_ key: String, in node: YAMLNode) -> [YAMLNode]? {
        required(key, in: node).flatMap { sequence(of: $0) }
    }

    /// The sequence under `key`, if anything stands there.
    public mutating func optionalSequence(_ key: String, in node: YAMLNode) -> [YAMLNode]? {
        optional(key, in: node).flatMap { sequence(of: $0) }
    }

    /// The mapping under `key`, which must be there.
    public mutating func mapping(_ key: String, in node: YAMLNode) -> [YAMLNode.Entry]? {
        required(key, in: node).flatMap { mapping(of: $0) }
    }

    /// The mapping under `key`, if anything stands there.
    public mutating func optionalMapping(_ key: String, in node: YAMLNode) -> [YAMLNode.Entry]? {
        optional(key, in: node).flatMap { mapping(of: $0) }
    }
}
