/// A row or a column of a table that is balanced, for results and refusals to name.
public struct TableLine: Sendable, Hashable {
    /// Row or column.
    public let side: Side
    /// Where it stands, counted from 0.
    public let position: Int
    /// Its label's code, where the table has labels.
    public let code: String?

    /// The two sides of a table.
    public enum Side: String, Sendable, Hashable, CaseIterable {
        /// A row.
        case row
        /// A column.
        case column
    }

    /// The row or column at `position`.
    public init(_ side: Side, _ position: Int, code: String? = nil) {
        self.side = side
        self.position = position
        self.code = code
    }

    /// The row at `position`.
    public static func row(_ position: Int) -> TableLine { TableLine(.row, position) }

    /// The column at `position`.
    public static func column(_ position: Int) -> TableLine { TableLine(.column, position) }

    /// The same line with the code it has on its axis.
    func named(rows: [String], columns: [String]) -> TableLine {
        let codes = side == .row ? rows : columns
        return TableLine(side, position, code: codes.indices.contains(position) ? codes[position] : nil)
    }
}

/// A cell of an unlabelled table, row and column counted from 0.
public struct TableCell: Sendable, Hashable {
    /// The row, from 0.
    public let row: Int
    /// The column, from 0.
    public let column: Int

    /// The cell in `row` and `column`.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}
