/// A matrix of which only the cells that are not zero are kept, column by column.
///
/// Twelve bytes a cell. Up to 2³¹ − 1 rows. Columns are compressed (CSC), so that M'x is one pass over memory without
/// conflicts; for Mx in the same speed take the products of ``transposed()``.
public struct SparseMatrix: Sendable, Equatable {
    /// Number of rows.
    public let rows: Int
    /// Number of columns.
    public let columns: Int
    /// Column j's cells stand at `columnStarts[j]..<columnStarts[j + 1]`.
    public let columnStarts: [Int]
    /// The row of each cell, ascending within a column.
    public let rowIndices: [Int32]
    /// The number in each cell.
    public internal(set) var values: [Double]

    /// One cell of a matrix.
    public struct Entry: Sendable, Equatable {
        /// Row, counted from 0.
        public let row: Int
        /// Column, counted from 0.
        public let column: Int
        /// The number.
        public let value: Double

        /// A cell.
        public init(row: Int, column: Int, value: Double) {
            self.row = row
            self.column = column
            self.value = value
        }
    }

    /// A matrix of cells given in any order; cells given twice are added in the order given. O(cells + rows + columns).
    ///
    /// - Throws: `.outside` for a cell that lies outside the matrix, `.notFinite` for the first that is not a finite
    ///   number, `.tooManyRows` past 2³¹ − 1.
    public init(rows: Int, columns: Int, entries: some Collection<Entry>) throws(LinearAlgebraError) {
        guard rows <= Int(Int32.max) else { throw .tooManyRows(rows) }
        var starts = [Int](repeating: 0, count: columns + 1)
        for entry in entries {
            guard (0..<rows).contains(entry.row), (0..<columns).contains(entry.column) else {
                throw .outside(row: entry.row, column: entry.column, rows: rows, columns: columns)
            }
            guard entry.value.isFinite else {
                throw .notFinite(row: entry.row, column: entry.column, value: entry.value)
            }
            starts[entry.column + 1] += 1
        }
        for column in 0..<columns { starts[column + 1] += starts[column] }
        var indices = [Int32](repeating: 0, count: entries.count)
        var values = [Double](repeating: 0, count: entries.count)
        var next = starts
        for entry in entries {
            indices[next[entry.column]] = Int32(entry.row)
            values[next[entry.column]] = entry.value
            next[entry.column] += 1
        }
        let unsorted = SparseMatrix(
            checkedRows: rows,
            columns: columns,
            columnStarts: starts,
            rowIndices: indices,
            values: values
        )
        // Turning twice by counting sorts every column by row, stably, without comparing.
        self = unsorted.transposed().transposed().addingRepeatedCells()
    }

    /// A matrix over columns already compressed.
    ///
    /// - Throws: `.malformed` when the starts do not lead from 0 to the number of cells or rows do not ascend within
    ///   their column and the matrix, `.notFinite` for the first number that is not finite.
    public init(
        rows: Int,
        columns: Int,
        columnStarts: [Int],
        rowIndices: [Int32],
        values: [Double]
    ) throws(LinearAlgebraError) {
        guard columnStarts.count == columns + 1, columnStarts.first == 0,
            columnStarts.last == rowIndices.count, rowIndices.count == values.count
        else { throw .malformed(column: 0) }
        // All starts first: only ascending ones keep the cells below inside the arrays.
        for column in 0..<columns where columnStarts[column] > columnStarts[column + 1] {
            throw .malformed(column: column)
        }
        for column in 0..<columns {
            var previous: Int32 = -1
            for cell in columnStarts[column]..<columnStarts[column + 1] {
                guard rowIndices[cell] > previous, rowIndices[cell] < rows else {
                    throw .malformed(column: column)
                }
                guard values[cell].isFinite else {
                    throw .notFinite(row: Int(rowIndices[cell]), column: column, value: values[cell])
                }
                previous = rowIndices[cell]
            }
        }
        self.init(
            checkedRows: rows,
            columns: columns,
            columnStarts: columnStarts,
            rowIndices: rowIndices,
            values: values
        )
    }

    /// Columns that are known to be in order.
    package init(checkedRows: Int, columns: Int, columnStarts: [Int], rowIndices: [Int32], values: [Double]) {
        rows = checkedRows
        self.columns = columns
        self.columnStarts = columnStarts
        self.rowIndices = rowIndices
        self.values = values
    }
}
