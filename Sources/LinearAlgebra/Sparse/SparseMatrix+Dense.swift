extension SparseMatrix {
    /// The cells of a dense matrix that are not zero. One pass over the matrix, on several cores. O(rows × columns).
    ///
    /// - Throws: `.notFinite` for the first cell, column by column, that is not a finite number; `.tooManyRows` past
    ///   2³¹ − 1.
    public init(_ matrix: Matrix) throws(LinearAlgebraError) {
        guard matrix.rows <= Int(Int32.max) else { throw .tooManyRows(matrix.rows) }
        let width = max(1, 131_072 / max(matrix.rows, 1))
        let parts = partCount(of: matrix.columns, size: width)
        let gathered = [Gathered](unsafeUninitializedCapacity: parts) { buffer, count in
            let written = DisjointlyWritten(buffer)
            // Every part writes its own place.
            concurrently(parts) { index in
                let columns = part(index, of: matrix.columns, size: width)
                written.buffer.initializeElement(at: index, to: Gathered(columns, of: matrix))
            }
            count = parts
        }
        var starts = [0]
        starts.reserveCapacity(matrix.columns + 1)
        var (indices, numbers): ([Int32], [Double]) = ([], [])
        let total = gathered.reduce(0) { $0 + $1.values.count }
        indices.reserveCapacity(total)
        numbers.reserveCapacity(total)
        for cells in gathered {
            if let first = cells.notFinite {
                throw .notFinite(
                    row: first.row,
                    column: first.column,
                    value: matrix[first.row, first.column]
                )
            }
            for count in cells.counts { starts.append(starts[starts.count - 1] + count) }
            indices.append(contentsOf: cells.indices)
            numbers.append(contentsOf: cells.values)
        }
        self.init(
            checkedRows: matrix.rows,
            columns: matrix.columns,
            columnStarts: starts,
            rowIndices: indices,
            values: numbers
        )
    }

    /// Some columns' cells.
    private struct Gathered: Sendable {
        /// Cells kept, column by column.
        private(set) var counts: [Int] = []
        private(set) var indices: [Int32] = []
        private(set) var values: [Double] = []
        private(set) var notFinite: (row: Int, column: Int)?

        /// Every cell is written where the next one goes, and the place moves on only if the cell stays: a branch on zero
        /// would be guessed wrong for every tenth cell of a sparse table.
        init(_ columns: Range<Int>, of matrix: Matrix) {
            let rows = matrix.rows
            let all = matrix.columnMajor
            let elements = all.span
            var largest: UInt64 = 0
            var kept = [Int32](repeating: 0, count: rows)
            var place = kept.mutableSpan
            for column in columns {
                var count = 0
                for row in 0..<rows {
                    // Every row of the column is inside the matrix, and no more are kept than there are rows.
                    let value = elements[unchecked: column * rows + row]
                    place[unchecked: count] = Int32(truncatingIfNeeded: row)
                    count += value == 0 ? 0 : 1
                    largest = max(largest, value.magnitude.bitPattern)
                }
                for index in 0..<count {
                    let row = place[unchecked: index]
                    indices.append(row)
                    values.append(elements[unchecked: column * rows + Int(row)])
                }
                counts.append(count)
            }
            // Infinity and what is no number have the largest patterns of all.
            if largest >= Double.infinity.bitPattern {
                let cells = (columns.lowerBound * rows)..<(columns.upperBound * rows)
                notFinite = cells.first { !all[$0].isFinite }.map { ($0 % rows, $0 / rows) }
            }
        }
    }
}

extension Matrix {
    /// The matrix with the cells that `cells` keeps replaced by its numbers. O(rows × columns), on several cores.
    ///
    /// Precondition: as many rows and columns.
    public func replacingCells(with cells: SparseMatrix) -> Matrix {
        precondition(cells.rows == rows && cells.columns == columns, "the matrices have different shapes")
        let size = max(1, 131_072 / max(rows, 1))
        let elements = [Double](unsafeUninitializedCapacity: rows * columns) { buffer, count in
            let written = DisjointlyWritten(buffer)
            // Every column belongs to one part.
            concurrently(partCount(of: columns, size: size)) { index in
                let share = part(index, of: columns, size: size)
                let range = (share.lowerBound * rows)..<(share.upperBound * rows)
                storage.withUnsafeBufferPointer { own in
                    _ = UnsafeMutableBufferPointer(rebasing: written.buffer[range])
                        .initialize(fromContentsOf: own[range])
                }
                let (starts, indices, numbers) = (
                    cells.columnStarts.span, cells.rowIndices.span, cells.values.span
                )
                for column in share {
                    for cell in starts[column]..<starts[column + 1] {
                        // Its row was checked when the sparse matrix was made.
                        written.buffer[column * rows + Int(indices[unchecked: cell])] =
                            numbers[unchecked: cell]
                    }
                }
            }
            count = rows * columns
        }
        return Matrix(rows: rows, columns: columns, columnMajor: elements)
    }
}
