import COpenBLAS

extension LeontiefEquations {
    /// (I − A)⁻¹ in full: for analyses that use all n² of its numbers, and for nothing else.
    ///
    /// From a factorisation made for it; two further factorisations' worth of work.
    ///
    /// - Throws: `.linearAlgebra` when I − A cannot be factored.
    public func inverse() throws(EquationsError) -> Matrix {
        do throws(LinearAlgebraError) {
            return try LUFactorization(
                matrix.denseMatrix.subtractedFromIdentity,
                estimatingCondition: false
            ).inverse()
        } catch {
            throw .linearAlgebra(error)
        }
    }
}

extension LUFactorization {
    /// M⁻¹ in full. 4/3 n³ operations; `consume` the factorisation and no copy is made.
    ///
    /// - Throws: `.singular` for a zero pivot.
    public consuming func inverse() throws(LinearAlgebraError) -> Matrix {
        var (result, pivots) = takingFactors()
        let size = Int32(result.rows)
        guard size > 0 else { return result }
        let info = LAPACKE_dgetri(LAPACK_COL_MAJOR, size, &result.storage, size, pivots)
        pivots = []
        if info > 0 { throw .singular(pivot: Int(info) - 1) }
        if info < 0 { throw .refused(routine: "dgetri", argument: Int(-info)) }
        return result
    }
}

extension Matrix {
    /// Multiplies one column, in place.
    package mutating func scaleColumn(_ column: Int, by factor: Double) {
        for index in (column * rows)..<((column + 1) * rows) { storage[index] *= factor }
    }

    /// Writes one element, in place.
    package mutating func set(_ value: Double, row: Int, column: Int) {
        storage[row + column * rows] = value
    }

    /// Writes one column, in place. Precondition: one number a row.
    package mutating func replaceColumn(_ column: Int, _ numbers: [Double]) {
        precondition(numbers.count == rows, "one number a row")
        for row in 0..<rows { storage[row + column * rows] = numbers[row] }
    }

    /// Writes one row, in place. Precondition: one number a column.
    package mutating func replaceRow(_ row: Int, _ numbers: [Double]) {
        precondition(numbers.count == columns, "one number a column")
        for column in 0..<columns { storage[row + column * rows] = numbers[column] }
    }
}

extension SparseMatrix {
    /// The matrix with some columns and rows replaced; where both meet, the column counts. O(cells).
    ///
    /// Precondition: the numbers fit the matrix.
    package func replacing(
        columns: [(Int, [Double])],
        rows: [(Int, [Double])]
    ) throws(LinearAlgebraError) -> SparseMatrix {
        let (newColumns, newRows) = (Set(columns.map(\.0)), Set(rows.map(\.0)))
        var cells = entries.filter { !newColumns.contains($0.column) && !newRows.contains($0.row) }
        for (column, numbers) in columns {
            for (row, value) in numbers.enumerated() where value != 0 {
                cells.append(Entry(row: row, column: column, value: value))
            }
        }
        for (row, numbers) in rows {
            for (column, value) in numbers.enumerated() where value != 0 && !newColumns.contains(column) {
                cells.append(Entry(row: row, column: column, value: value))
            }
        }
        return try SparseMatrix(rows: self.rows, columns: self.columns, entries: cells)
    }
}
