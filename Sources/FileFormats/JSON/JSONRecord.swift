/// The wanted values of one object of a ``JSONRecordStream``.
public struct JSONRecord: Sendable {
    /// The line of the file the object begins in, counted from 1.
    public internal(set) var line = 0
    var values: [Value]

    /// A value as it stands in the text.
    enum Value: Sendable, Equatable {
        case absent
        case null
        case text(String)
        case number(String)
        case bool(Bool)
    }

    init(count: Int) {
        values = [Value](repeating: .absent, count: count)
    }

    /// The value of the wanted field at `index` as text: a string's characters, a number's digits, `true` or `false`;
    /// `nil` where it is missing, null, an object or an array.
    public func text(_ index: Int) -> String? {
        switch values[index] {
        case .absent, .null: nil
        case .text(let text), .number(let text): text
        case .bool(let value): value ? "true" : "false"
        }
    }
}
