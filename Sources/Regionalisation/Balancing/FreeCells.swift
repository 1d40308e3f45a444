import LinearAlgebra

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

    /// The cells of a dense table that are neither zero nor frozen.
    ///
    /// - Throws: `.cellNotFinite`.
    init(_ table: Matrix, frozen cells: Set<TableCell> = []) throws(RegionalisationError) {
        var gathered = Gathering(rows: table.rows, columns: table.columns)
        for column in 0..<table.columns {
            var values = table.column(column)
            if !cells.isEmpty { gathered.setAside(cells, column, &values) }
            try gathered.append(column, values)
        }
        self.init(gathered, frozen: cells.count)
    }

    /// The cells of a sparse table that are neither zero nor frozen. Nothing is copied where all are.
    init(_ table: SparseMatrix, frozen cells: Set<TableCell> = []) {
        rows = table.rows
        columns = table.columns
        frozen = cells.count
        let isFrozen = Self.frozenCells(of: table, cells)
        var frozenRows = [Double](repeating: 0, count: table.rows)
        var frozenColumns = [Double](repeating: 0, count: table.columns)
        guard isFrozen != nil || table.values.contains(0) else {
            starts = table.columnStarts
            rowIndices = table.values.count == table.rows * table.columns ? [] : table.rowIndices
            values = table.values
            (self.frozenRows, self.frozenColumns) = (frozenRows, frozenColumns)
            return
        }
        var (starts, indices, values): ([Int], [Int32], [Double]) = ([0], [], [])
        for column in 0..<table.columns {
            for cell in table.columnStarts[column]..<table.columnStarts[column + 1] {
                let (row, value) = (table.rowIndices[cell], table.values[cell])
                if isFrozen?[cell] == true {
                    frozenRows[Int(row)] += value
                    frozenColumns[column] += value
                } else if value != 0 {
                    indices.append(row)
                    values.append(value)
                }
            }
            starts.append(values.count)
        }
        self.starts = starts
        rowIndices = indices
        self.values = values
        (self.frozenRows, self.frozenColumns) = (frozenRows, frozenColumns)
    }

    /// Which of a sparse table's cells are frozen; `nil` where none is.
    static func frozenCells(of table: SparseMatrix, _ cells: Set<TableCell>) -> [Bool]? {
        guard !cells.isEmpty else { return nil }
        var isFrozen = [Bool](repeating: false, count: table.values.count)
        for column in 0..<table.columns {
            for cell in table.columnStarts[column]..<table.columnStarts[column + 1] {
                isFrozen[cell] = cells.contains(TableCell(row: Int(table.rowIndices[cell]), column: column))
            }
        }
        return isFrozen
    }

    private init(_ gathered: Gathering, frozen: Int) {
        rows = gathered.rows
        columns = gathered.columns
        starts = gathered.starts
        rowIndices = gathered.values.count == rows * columns ? [] : gathered.indices
        values = gathered.values
        frozenRows = gathered.frozenRows
        frozenColumns = gathered.frozenColumns
        self.frozen = frozen
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

/// Free cells as they are found, column after column.
private struct Gathering {
    let rows: Int
    let columns: Int
    var starts = [0]
    var indices: [Int32] = []
    var values: [Double] = []
    var frozenRows: [Double]
    var frozenColumns: [Double]
    private var scratch: [Double]
    private var scratchIndices: [Int32]

    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        frozenRows = [Double](repeating: 0, count: rows)
        frozenColumns = [Double](repeating: 0, count: columns)
        scratch = frozenRows
        scratchIndices = [Int32](repeating: 0, count: rows)
    }

    /// Adds frozen cells to what is frozen, and makes them zero for the rest.
    mutating func setAside(_ cells: Set<TableCell>, _ column: Int, _ values: inout [Double]) {
        for row in 0..<rows where cells.contains(TableCell(row: row, column: column)) {
            frozenRows[row] += values[row]
            frozenColumns[column] += values[row]
            values[row] = 0
        }
    }

    /// Keeps a column's cells that are not zero.
    ///
    /// Every cell is written where the next one goes, and the place moves on only if the cell stays: a branch on zero
    /// would be guessed wrong for every tenth cell of a sparse table.
    mutating func append(_ column: Int, _ cells: [Double]) throws(RegionalisationError) {
        let (count, areFinite) = Self.keep(cells, &scratch, &scratchIndices)
        if !areFinite, let row = cells.firstIndex(where: { !$0.isFinite }) {
            throw .cellNotFinite(row: .row(row), column: .column(column), value: cells[row])
        }
        indices.append(contentsOf: scratchIndices[..<count])
        values.append(contentsOf: scratch[..<count])
        starts.append(values.count)
    }

    private static func keep(
        _ cells: [Double],
        _ scratch: inout [Double],
        _ scratchIndices: inout [Int32]
    ) -> (count: Int, areFinite: Bool) {
        var (count, check) = (0, 0.0)
        let span = cells.span
        var kept = scratch.mutableSpan
        var indices = scratchIndices.mutableSpan
        for row in span.indices {
            let value = span[row]
            kept[count] = value
            indices[count] = Int32(truncatingIfNeeded: row)
            count += value == 0 ? 0 : 1
            // Nothing, unless a value is infinite or no number.
            check += value * 0
        }
        return (count, check == 0)
    }
}
