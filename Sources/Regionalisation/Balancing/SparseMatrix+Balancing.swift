public import LinearAlgebra

extension SparseMatrix {
    /// The table brought to `margins`, as ``Matrix/balanced(to:by:freezing:until:)``; the same cells, other numbers.
    ///
    /// - Throws: `.negativeCell` (RAS), `.marginOutOfReach`, `.disconnected`, `.outOfReach`, `.marginsNotMet`.
    ///
    /// Precondition: as many margins as rows and columns, and frozen cells inside the table.
    public func balanced(
        to margins: Margins,
        by method: BalancingMethod,
        freezing frozen: Set<TableCell> = [],
        until end: BalancingEnd = .deviation()
    ) throws(RegionalisationError) -> Balanced<SparseMatrix> {
        precondition(
            margins.rows.count == rows && margins.columns.count == columns,
            "a \(rows) × \(columns) table has \(margins.rows.count) row and \(margins.columns.count) column margins"
        )
        let free = FreeCells(self, frozen: frozen)
        let isWhole = free.values.count == values.count
        let (change, report) = try Balancing.balanced(free, to: margins, by: method, until: end)
        let scaled = free.values(after: change)
        guard !isWhole else { return Balanced(table: replacingValues(with: scaled), report: report) }
        let isFrozen = FreeCells.frozenCells(of: self, frozen)
        var numbers = values
        var next = 0
        for cell in numbers.indices where isFrozen?[cell] != true && numbers[cell] != 0 {
            numbers[cell] = scaled[next]
            next += 1
        }
        return Balanced(table: replacingValues(with: numbers), report: report)
    }
}
