public import LinearAlgebra

extension Matrix {
    /// The table brought to `margins`: the closest one, in the method's sense, with the same zeros.
    ///
    /// Works with one factor a row and one a column; the table itself is scaled once, at the end. O(non-zero cells) an
    /// iteration.
    ///
    /// - Parameters:
    ///   - margins: one a row and one a column, in the table's unit.
    ///   - method: RAS, GRAS or sign-flipping RAS.
    ///   - frozen: cells that keep their value to the last bit (M-RAS); the rest is balanced to what they leave.
    ///   - end: when to stop.
    /// - Throws: `.cellNotFinite`, `.negativeCell` (RAS), `.marginOutOfReach`, `.disconnected`, `.outOfReach`,
    ///   `.marginsNotMet`; rows and columns are named by position.
    ///
    /// Precondition: as many margins as rows and columns, and frozen cells inside the table.
    public func balanced(
        to margins: Margins,
        by method: BalancingMethod,
        freezing frozen: Set<TableCell> = [],
        until end: BalancingEnd = .deviation()
    ) throws(RegionalisationError) -> Balanced<Matrix> {
        precondition(
            margins.rows.count == rows && margins.columns.count == columns,
            "a \(rows) × \(columns) table has \(margins.rows.count) row and \(margins.columns.count) column margins"
        )
        let cells = try FreeCells(self, frozen: frozen)
        let (change, report) = try Balancing.balanced(cells, to: margins, by: method, until: end)
        if case .factors(let rowFactors, let columnFactors) = change, frozen.isEmpty {
            // Without frozen cells the table is its free cells, and nothing else of it need be read again.
            let scaled = cells.matrix(cells.values).dense(
                rowFactors: rowFactors,
                columnFactors: columnFactors
            )
            return Balanced(table: scaled, report: report)
        }
        let values = cells.values(after: change)
        guard !cells.isFull else {
            return Balanced(table: Matrix(rows: rows, columns: columns, columnMajor: values), report: report)
        }
        return Balanced(table: replacingCells(with: cells.matrix(values)), report: report)
    }
}
