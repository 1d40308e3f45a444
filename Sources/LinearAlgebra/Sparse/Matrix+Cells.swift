extension Matrix {
    /// The matrix with the cells that `cells` keeps replaced by its numbers. O(rows × columns), on several cores.
    ///
    /// Precondition: as many rows and columns.
    public func replacingCells(with cells: SparseMatrix) -> Matrix {
        precondition(cells.rows == rows && cells.columns == columns, "the matrices have different shapes")
        return Matrix(
            rows: rows,
            columns: columns,
            eachColumn: { column, written in
                _ = storage.withUnsafeBufferPointer { own in
                    written.initialize(fromContentsOf: own[(column * rows)..<((column + 1) * rows)])
                }
                cells.forEachCell(of: column) { row, value in written[row] = value }
            }
        )
    }

    /// Elements that are written column by column, on several cores: `write` initialises all of a column's.
    init(
        rows: Int,
        columns: Int,
        eachColumn write: @Sendable (_ column: Int, _ written: UnsafeMutableBufferPointer<Double>) -> Void
    ) {
        let size = max(1, 131_072 / max(rows, 1))
        let elements = [Double](unsafeUninitializedCapacity: rows * columns) { buffer, count in
            buffer.expectLargePages()
            let written = DisjointlyWritten(buffer)
            // Every column belongs to one part.
            concurrently(partCount(of: columns, size: size)) { index in
                for column in part(index, of: columns, size: size) {
                    let range = (column * rows)..<((column + 1) * rows)
                    write(column, UnsafeMutableBufferPointer(rebasing: written.buffer[range]))
                }
            }
            count = rows * columns
        }
        self.init(rows: rows, columns: columns, columnMajor: elements)
    }
}

extension SparseMatrix {
    /// The matrix with its zeros written out. O(rows × columns), on several cores.
    public func dense() -> Matrix {
        Matrix(
            rows: rows,
            columns: columns,
            eachColumn: { column, written in
                written.initialize(repeating: 0)
                forEachCell(of: column) { row, value in written[row] = value }
            }
        )
    }

    /// The matrix with its zeros written out and a_ij multiplied by r_i s_j. O(rows × columns), on several cores.
    ///
    /// Precondition: a factor a row and a column.
    package func dense(rowFactors: [Double], columnFactors: [Double]) -> Matrix {
        precondition(rowFactors.count == rows && columnFactors.count == columns, "a factor a line")
        return Matrix(
            rows: rows,
            columns: columns,
            eachColumn: { column, written in
                written.initialize(repeating: 0)
                let (factors, factor) = (rowFactors.span, columnFactors[column])
                forEachCell(of: column) { row, value in
                    written[row] = value * (factors[unchecked: row] * factor)
                }
            }
        )
    }

    /// Calls `visit` with the row and the number of every cell of a column.
    @inline(__always)
    fileprivate func forEachCell(of column: Int, _ visit: (_ row: Int, _ value: Double) -> Void) {
        let (indices, numbers) = (rowIndices.span, values.span)
        for cell in columnStarts[column]..<columnStarts[column + 1] {
            // Cells and their rows were checked when the matrix was made.
            visit(Int(indices[unchecked: cell]), numbers[unchecked: cell])
        }
    }
}
