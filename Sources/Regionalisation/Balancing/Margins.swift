/// The row and column totals a table is balanced to, in the table's unit.
///
/// Rows and columns are two sums of the same table, so their totals must agree. Printed margins seldom do to the last
/// digit: the caller says which side yields, and the imbalance stays on record.
public struct Margins: Sendable, Equatable {
    /// Row totals, one a row.
    public let rows: [Double]
    /// Column totals, one a column.
    public let columns: [Double]
    /// Sum of the row totals less the sum of the column totals, as they were given.
    public let imbalance: Double
    /// Which side was scaled to the other's total; `nil` where they agreed to rounding.
    public let scaled: TableLine.Side?

    /// How far apart the two sums may lie and still be equal: rounding of the additions, relative to the sum of
    /// absolute margins. A thousand additions lose about 10⁻¹³.
    static let roundingShare = 1e-12

    /// Margins whose sums agree to rounding.
    ///
    /// - Throws: `.marginNotFinite`, `.marginsDisagree` with both sums.
    public init(rows: [Double], columns: [Double]) throws(RegionalisationError) {
        try self.init(rows, columns, yielding: nil)
    }

    /// Margins whose sums need not agree: those of `side` are multiplied by the other side's sum over their own.
    ///
    /// - Throws: `.marginNotFinite`; `.marginsDisagree` when the two sums have not the same sign, so that no positive
    ///   factor brings them together.
    public init(rows: [Double], columns: [Double], scaling side: TableLine.Side) throws(RegionalisationError)
    {
        try self.init(rows, columns, yielding: side)
    }

    private init(
        _ rows: [Double],
        _ columns: [Double],
        yielding side: TableLine.Side?
    ) throws(RegionalisationError) {
        for (margins, side) in [(rows, TableLine.Side.row), (columns, .column)] {
            for (position, margin) in margins.enumerated() where !margin.isFinite {
                throw .marginNotFinite(TableLine(side, position), margin)
            }
        }
        let (rowTotal, columnTotal) = (rows.reduce(0, +), columns.reduce(0, +))
        let size = (rows + columns).reduce(0) { $0 + abs($1) }
        imbalance = rowTotal - columnTotal
        guard abs(imbalance) > Self.roundingShare * size else {
            self.rows = rows
            self.columns = columns
            scaled = nil
            return
        }
        guard let side, rowTotal * columnTotal > 0 else {
            throw .marginsDisagree(rows: rowTotal, columns: columnTotal)
        }
        scaled = side
        self.rows = side == .row ? rows.map { $0 * (columnTotal / rowTotal) } : rows
        self.columns = side == .column ? columns.map { $0 * (rowTotal / columnTotal) } : columns
    }
}
