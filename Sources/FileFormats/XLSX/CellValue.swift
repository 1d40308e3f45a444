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
}
