public import Accounts
import LinearAlgebra

extension LabelledMatrix {
    /// The table brought to row and column totals that carry the table's own labels.
    ///
    /// As ``LinearAlgebra/Matrix/balanced(to:by:freezing:until:)``; results and refusals name rows and columns by code.
    ///
    /// - Parameters:
    ///   - rowTotals: one a row, in the table's unit.
    ///   - columnTotals: one a column.
    ///   - yielding: the side that is scaled to the other's sum where the two differ; without it they must agree.
    ///   - isFrozen: which cells keep their value.
    /// - Throws: `.accounts(.differ)` when labels disagree, and as the unlabelled function.
    public func balanced(
        rows rowTotals: LabelledVector<Row>,
        columns columnTotals: LabelledVector<Column>,
        scaling yielding: TableLine.Side? = nil,
        by method: BalancingMethod,
        until end: BalancingEnd = .deviation(),
        freezing isFrozen: ((Row, Column) -> Bool)? = nil
    ) throws(RegionalisationError) -> Balanced<LabelledMatrix> {
        if let difference = rows.firstDifference(from: rowTotals.axis) {
            throw .accounts(.differ(difference))
        }
        if let difference = columns.firstDifference(from: columnTotals.axis) {
            throw .accounts(.differ(difference))
        }
        do {
            let margins =
                if let yielding {
                    try Margins(rows: rowTotals.values, columns: columnTotals.values, scaling: yielding)
                } else {
                    try Margins(rows: rowTotals.values, columns: columnTotals.values)
                }
            let balanced = try values.balanced(
                to: margins,
                by: method,
                freezing: cells(where: isFrozen),
                until: end
            )
            return Balanced(
                table: LabelledMatrix(rows: rows, columns: columns, values: balanced.table),
                report: balanced.report.named(rows: rows.codes, columns: columns.codes)
            )
        } catch {
            throw error.named(rows: rows.codes, columns: columns.codes)
        }
    }

    private func cells(where isFrozen: ((Row, Column) -> Bool)?) -> Set<TableCell> {
        guard let isFrozen else { return [] }
        var cells: Set<TableCell> = []
        for (column, columnLabel) in columns.labels.enumerated() {
            for (row, rowLabel) in rows.labels.enumerated() where isFrozen(rowLabel, columnLabel) {
                cells.insert(TableCell(row: row, column: column))
            }
        }
        return cells
    }
}

extension RegionalisationError {
    /// The same refusal with the codes of the rows and columns it names.
    func named(rows: [String], columns: [String]) -> RegionalisationError {
        func name(_ line: TableLine) -> TableLine { line.named(rows: rows, columns: columns) }
        return switch self {
        case .marginNotFinite(let line, let value): .marginNotFinite(name(line), value)
        case .cellNotFinite(let row, let column, let value):
            .cellNotFinite(row: name(row), column: name(column), value: value)
        case .negativeCell(let row, let column, let value):
            .negativeCell(row: name(row), column: name(column), value: value)
        case .marginOutOfReach(let line, let margin, let frozen, let hasCells):
            .marginOutOfReach(name(line), margin: margin, frozen: frozen, hasCells: hasCells)
        case .disconnected(let rows, let columns, let rowTotal, let columnTotal):
            .disconnected(
                rows: rows.map(name),
                columns: columns.map(name),
                rowTotal: rowTotal,
                columnTotal: columnTotal
            )
        case .outOfReach(let rows, let columns, let rowTotal, let columnTotal):
            .outOfReach(
                rows: rows.map(name),
                columns: columns.map(name),
                rowTotal: rowTotal,
                columnTotal: columnTotal
            )
        case .marginsNotMet(let iterations, let line, let found, let wanted):
            .marginsNotMet(iterations: iterations, name(line), found: found, wanted: wanted)
        default: self
        }
    }
}
