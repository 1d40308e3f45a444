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
        do {
            self.init(try SparseMatrix(table), frozen: cells, hasZeros: false)
        } catch .notFinite(let row, let column, let value) {
            throw .cellNotFinite(row: .row(row), column: .column(column), value: value)
        } catch {
            preconditionFailure("a table of more than 2³¹ rows")
        }
    }

    /// The cells of a sparse table that are neither zero nor frozen. Nothing is copied where all are.
    ///
    /// - Parameter hasZeros: whether a kept cell may be zero; `nil` to look.
    init(_ table: SparseMatrix, frozen cells: Set<TableCell> = [], hasZeros: Bool? = nil) {
        rows = table.rows
        columns = table.columns
        frozen = cells.count
        let isFrozen = Self.frozenCells(of: table, cells)
        var frozenRows = [Double](repeating: 0, count: table.rows)
        var frozenColumns = [Double](repeating: 0, count: table.columns)
        guard isFrozen != nil || hasZeros ?? table.values.contains(0) else {
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

    /// The cells with other numbers, as a matrix of their own.
    ///
    /// Precondition: some cell of the table is zero or frozen.
    func matrix(_ numbers: [Double]) -> SparseMatrix {
        SparseMatrix(
            checkedRows: rows,
            columns: columns,
            columnStarts: starts,
            rowIndices: rowIndices,
            values: numbers
        )
    }

    /// The cells' values after a change.
    func values(after change: Balancing.Change) -> [Double] {
        switch change {
        case .values(let values): values
        case .factors(let rowFactors, let columnFactors):
            matrix(values).scaled(rowFactors: rowFactors, columnFactors: columnFactors).values
        }
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
