extension SparseMatrix {
    /// Number of cells kept.
    public var cellCount: Int { values.count }

    /// The cells, column after column, each column from its first row to its last.
    public var entries: some Sequence<Entry> {
        (0..<columns).lazy.flatMap { column in
            (columnStarts[column]..<columnStarts[column + 1]).lazy.map { cell in
                Entry(row: Int(rowIndices[cell]), column: column, value: values[cell])
            }
        }
    }

    /// The number in a cell, zero where none is kept. Precondition: the cell is in the matrix. O(log cells in column).
    public subscript(row: Int, column: Int) -> Double {
        precondition(row >= 0 && row < rows && column >= 0 && column < columns, "no such element")
        var (low, high) = (columnStarts[column], columnStarts[column + 1])
        while low < high {
            let middle = (low + high) / 2
            if rowIndices[middle] < row { low = middle + 1 } else { high = middle }
        }
        return low < columnStarts[column + 1] && rowIndices[low] == row ? values[low] : 0
    }

    /// M', rows made columns. O(cells + rows + columns).
    public func transposed() -> SparseMatrix {
        var starts = [Int](repeating: 0, count: rows + 1)
        for row in rowIndices { starts[Int(row) + 1] += 1 }
        for row in 0..<rows { starts[row + 1] += starts[row] }
        var next = starts
        var indices = [Int32](repeating: 0, count: cellCount)
        var turned = [Double](repeating: 0, count: cellCount)
        for column in 0..<columns {
            for cell in columnStarts[column]..<columnStarts[column + 1] {
                let place = next[Int(rowIndices[cell])]
                indices[place] = Int32(column)
                turned[place] = values[cell]
                next[Int(rowIndices[cell])] += 1
            }
        }
        return SparseMatrix(
            checkedRows: columns,
            columns: rows,
            columnStarts: starts,
            rowIndices: indices,
            values: turned
        )
    }

    /// Every number changed by `change`; which cells are kept stays as it is.
    public func mapCells(_ change: (_ row: Int, _ column: Int, _ value: Double) -> Double) -> SparseMatrix {
        var result = self
        for column in 0..<columns {
            for cell in columnStarts[column]..<columnStarts[column + 1] {
                result.values[cell] = change(Int(rowIndices[cell]), column, values[cell])
            }
        }
        return result
    }

    /// The same cells with other numbers, in the order of ``values``. Precondition: as many as there are cells.
    public func replacingValues(with numbers: [Double]) -> SparseMatrix {
        precondition(numbers.count == cellCount, "\(cellCount) cells, \(numbers.count) numbers")
        var result = self
        result.values = numbers
        return result
    }

    /// Cells of one place, which follow each other in a sorted column, added into one.
    func addingRepeatedCells() -> SparseMatrix {
        var starts = [0]
        starts.reserveCapacity(columns + 1)
        var indices: [Int32] = []
        var sums: [Double] = []
        indices.reserveCapacity(cellCount)
        sums.reserveCapacity(cellCount)
        for column in 0..<columns {
            let first = sums.count
            for cell in columnStarts[column]..<columnStarts[column + 1] {
                if sums.count > first, indices[indices.count - 1] == rowIndices[cell] {
                    sums[sums.count - 1] += values[cell]
                } else {
                    indices.append(rowIndices[cell])
                    sums.append(values[cell])
                }
            }
            starts.append(sums.count)
        }
        return SparseMatrix(
            checkedRows: rows,
            columns: columns,
            columnStarts: starts,
            rowIndices: indices,
            values: sums
        )
    }
}
