import CKernels

extension SparseMatrix {
    /// What columns are multiplied by, and what the rows then add up to.
    package struct ColumnFit: Sendable {
        /// s_j, one a column.
        package let factors: [Double]
        /// Σ_j a_ij s_j, one a row.
        package let rowSums: [Double]
    }

    /// s_j = v_j / Σ_i a_ij r_i, the factors that bring the columns of r̂A to their totals, and the row sums of Aŝ. One pass.
    ///
    /// A factor is 1 where the column has no positive sum; a total below zero counts as nothing.
    /// Precondition: a factor a row, a total a column.
    package func columnsFitted(to totals: [Double], rowFactors: [Double]) -> ColumnFit {
        precondition(rowFactors.count == rows && totals.count == columns, "a factor a row, a total a column")
        return fitted([Double](repeating: 1, count: columns), rowFactors, totals)
    }

    /// Aŝ's row sums, one a row. Precondition: a factor a column.
    package func rowSums(columnFactors: [Double]) -> [Double] {
        precondition(columnFactors.count == columns, "a factor a column")
        return fitted(columnFactors, [], nil).rowSums
    }

    /// Columns go to the cores in parts whose size depends on the table alone, each with row sums of its own; those are
    /// added in the parts' order. So the result is the same, bit for bit, on any number of threads.
    private func fitted(_ factors: [Double], _ rowFactors: [Double], _ totals: [Double]?) -> ColumnFit {
        let size = columnsInAFit
        let parts = max(partCount(of: columns, size: size), 1)
        var (factors, sums) = (factors, [Double](repeating: 0, count: parts * rows))
        factors.withUnsafeMutableBufferPointer { factors in
            let fitted = DisjointlyWritten(factors)
            sums.withUnsafeMutableBufferPointer { sums in
                let added = DisjointlyWritten(sums)
                // Every column belongs to one part, and every part has sums of its own.
                concurrently(parts) { index in
                    let range = part(index, of: columns, size: size)
                    fit(
                        range,
                        rowFactors,
                        totals,
                        fitted.buffer,
                        added.buffer.baseAddress.map { $0 + index * rows }
                    )
                }
            }
        }
        for index in 1..<parts where parts > 1 {
            for row in 0..<rows { sums[row] += sums[index * rows + row] }
        }
        return ColumnFit(factors: factors, rowSums: parts > 1 ? Array(sums[..<rows]) : sums)
    }

    private func fit(
        _ range: Range<Int>,
        _ rowFactors: [Double],
        _ totals: [Double]?,
        _ factors: UnsafeMutableBufferPointer<Double>,
        _ sums: UnsafeMutablePointer<Double>?
    ) {
        guard let factors = factors.baseAddress, let sums else { return }
        ringvirk_fit_columns(
            values,
            rowIndices,
            columnStarts,
            range.lowerBound,
            range.upperBound,
            rowFactors,
            totals,
            factors,
            sums
        )
    }

    /// Columns in a part of about 65 536 cells, but no fewer cells than there are rows to add up for it.
    private var columnsInAFit: Int {
        max(1, columns * max(65_536, 4 * rows) / max(cellCount, columns, 1))
    }

    /// r̂Aŝ, every cell multiplied by its row's and its column's factor, on several cores. O(cells).
    ///
    /// Precondition: a factor a row and a column.
    package func scaled(rowFactors: [Double], columnFactors: [Double]) -> SparseMatrix {
        precondition(rowFactors.count == rows && columnFactors.count == columns, "a factor a line")
        let size = columnsInAFit
        let numbers = [Double](unsafeUninitializedCapacity: cellCount) { buffer, count in
            let written = DisjointlyWritten(buffer)
            // Every cell belongs to one column, and every column to one part.
            concurrently(partCount(of: columns, size: size)) { index in
                let (values, indices, factors) = (values.span, rowIndices.span, rowFactors.span)
                for column in part(index, of: columns, size: size) {
                    let factor = columnFactors[column]
                    for cell in columnStarts[column]..<columnStarts[column + 1] {
                        // Rows were checked when the matrix was made.
                        let row = Int(indices[unchecked: cell])
                        written.buffer.initializeElement(
                            at: cell,
                            to: values[unchecked: cell] * (factors[unchecked: row] * factor)
                        )
                    }
                }
            }
            count = cellCount
        }
        return replacingValues(with: numbers)
    }
}
