/// What stands in a cell; of a formula, the value last calculated.
public enum CellValue: Sendable, Hashable {
    /// Nothing, or formatting only.
    case empty
    /// A finite number; dates are numbers too.
    case number(Double)
    /// A text, with the spaces it has.
    case text(String)
    /// True or false.
    case boolean(Bool)
    /// An error value such as `#VALUE!`.
    case error(String)

    /// What stands in the cell as text; `nil` for an empty one.
    public var text: String? {
        switch self {
        case .empty: nil
        case .number(let value): CSVNumber.text(value)
        case .text(let text), .error(let text): text
        case .boolean(let value): value ? "TRUE" : "FALSE"
        }
    }
}
