public import FileFormats

/// Why the example could not be made.
public enum ExampleLedgersError: Error, Sendable, Hashable {
    /// A file could not be written.
    case file(FileFormatError)
    /// A workbook has no room for so many lines.
    case tooManyRows(firm: String, lines: Int, limit: Int)
    /// A first year that the example's register is not made for.
    case yearOutside(asked: Int, first: Int, last: Int)
    /// Fewer lines than the events every firm has.
    case tooFewLines(asked: Int, least: Int)
    /// More lines than the example's amounts and numbers are made for.
    case tooManyLines(asked: Int, most: Int)
}
