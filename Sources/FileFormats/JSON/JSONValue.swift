/// A JSON value that keeps the order of its keys.
public enum JSONValue: Sendable, Hashable {
    /// Members in the order they stand, each key once.
    case object([Member])
    /// Values one after another.
    case array([JSONValue])
    /// A text.
    case string(String)
    /// A number with a fraction or an exponent, or too large for `integer`.
    case number(Double)
    /// A whole number.
    case integer(Int)
    /// `true` or `false`.
    case bool(Bool)
    /// `null`.
    case null

    /// A key and its value.
    public struct Member: Sendable, Hashable {
        /// The key.
        public let key: String
        /// The value.
        public let value: JSONValue

        /// `value` under `key`.
        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The object with `pairs` as members, in that order.
    public static func object(pairs: [(String, JSONValue)]) -> JSONValue {
        .object(pairs.map { Member($0, $1) })
    }

    /// The value under `key`; `nil` where there is no such key or this is no object.
    ///
    /// - Complexity: O(*n*) in the number of members.
    public subscript(_ key: String) -> JSONValue? {
        members?.first { $0.key == key }?.value
    }

    /// The value at `index` of an array; `nil` beyond its end or where this is no array.
    public subscript(_ index: Int) -> JSONValue? {
        guard let elements, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// The members of an object; `nil` for everything else.
    public var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The values of an array; `nil` for everything else.
    public var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The text of a string; `nil` for everything else.
    public var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The value of a number, whole or not; `nil` for everything else.
    public var number: Double? {
        switch self {
        case .number(let value): value
        case .integer(let value): Double(value)
        default: nil
        }
    }

    /// The value of a whole number; `nil` for everything else.
    public var integer: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    /// The value of a truth value; `nil` for everything else.
    public var boolean: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// Whether this is `null`.
    public var isNull: Bool { self == .null }
}
