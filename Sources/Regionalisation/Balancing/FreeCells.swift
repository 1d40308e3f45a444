/// The cells of a table that balancing may change, column by column: neither zero nor frozen.
///
/// Zero stays zero in every method, so zeros are left out of the work. The values are changed once, at the end; until
/// then only row and column factors move.
struct FreeCells {
    let rows: Int
    let columns: Int
    /// Column j's cells are `starts[j]..<starts[j + 1]`.
    let starts: [Int]
    /// Each cell's row. Empty where the table is full: then a column's cells are its rows in order.
    let rowIndices: [Int32]
    /// Each cell's value.
    var values: [Double]
    /// What the frozen cells add up to, by row and by column.
    let frozenRows: [Double]
    let frozenColumns: [Double]
    /// How many cells are frozen; zeros may be among them.
    let frozen: Int

    /// Whether no cell is zero or frozen.
    var isFull: Bool { rowIndices.isEmpty && !values.isEmpty }

    /// The free cells of a table given column by column.
    ///
    /// - Parameter column: the cells of a column as (row, value), rows ascending.
    /// - Throws: `.cellNotFinite`.
    init(
        rows: Int,
        columns: Int,
        frozen cells: Set<TableCell>,
        capacity: Int,
        column: (Int, (Int, Double) throws(RegionalisationError) -> Void) throws(RegionalisationError) -> Void
    ) throws(RegionalisationError) {
        var starts = [0]
        starts.reserveCapacity(columns + 1)
        var (indices, values): ([Int32], [Double]) = ([], [])
        indices.reserveCapacity(capacity)
        values.reserveCapacity(capacity)
        var frozenRows = [Double](repeating: 0, count: rows)
        var frozenColumns = [Double](repeating: 0, count: columns)
        for position in 0..<columns {
            try column(position) { (row, value) throws(RegionalisationError) in
                guard value.isFinite else {
                    throw .cellNotFinite(row: .row(row), column: .column(position), value: value)
                }
                if !cells.isEmpty, cells.contains(TableCell(row: row, column: position)) {
                    frozenRows[row] += value
                    frozenColumns[position] += value
                } else if value != 0 {
                    indices.append(Int32(row))
                    values.append(value)
                }
            }
            starts.append(values.count)
        }
        self.rows = rows
        self.columns = columns
        self.starts = starts
        rowIndices = values.count == rows * columns ? [] : indices
        self.values = values
        self.frozenRows = frozenRows
        self.frozenColumns = frozenColumns
        frozen = cells.count
    }

    /// Calls `visit` with every cell's place in `values`, its row and its column, column by column.
    @inline(__always)
    func forEach(_ visit: (_ index: Int, _ row: Int, _ column: Int) -> Void) {
        let isFull = isFull
        for column in 0..<columns {
            let first = starts[column]
            for index in first..<starts[column + 1] {
                visit(index, isFull ? index - first : Int(rowIndices[index]), column)
            }
        }
    }

    /// The margins less what the frozen cells take of them.
    func remaining(of margins: Margins) -> (rows: [Double], columns: [Double]) {
        (
            zip(margins.rows, frozenRows).map { $0 - $1 },
            zip(margins.columns, frozenColumns).map { $0 - $1 }
        )
    }
}
