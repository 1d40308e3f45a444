/// I − A with a few columns and rows changed, solved from the factors it had before (Sherman–Morrison–Woodbury).
///
/// With A₁ = A + U V', where U holds the changed columns' differences and unit vectors of the changed rows, and V unit
/// vectors of the changed columns and the changed rows' differences,
///
///     (I − A₁)⁻¹ f = y + W (I − V'W)⁻¹ V'y,   y = (I − A)⁻¹ f,   W = (I − A)⁻¹ U
///
/// Making it ready takes two solves with the old factors a changed column or row, an answer one more: O(n²) each, never
/// O(n³). What digits a badly conditioned change costs, the refinement that follows wins back.
///
/// Source: Golub & Van Loan (2013), Matrix Computations, 4th ed., §2.1.4.
struct LowRankUpdate: Sendable {
    /// The factors of I − A.
    private let base: Factors
    /// U and V, n × r.
    private let changes: (left: Matrix, right: Matrix)
    /// W and Y = (I − A')⁻¹ V, n × r.
    private let solved: (left: Matrix, right: Matrix)
    /// I − V'W, r × r.
    private let small: LUFactorization

    /// Prepares for A₁, which differs from A in the given columns and rows only.
    ///
    /// - Throws: `.singular` or `.illConditioned` where the change makes the equations so.
    init(
        of base: Factors,
        from old: SquareMatrix,
        to new: SquareMatrix,
        columns: [Int],
        rows: [Int]
    ) throws(LinearAlgebraError) {
        let size = old.size
        let isColumn = Set(columns)
        let left = Matrix(rows: size, columns: columns.count + rows.count) { row, index in
            index < columns.count
                ? new[row, columns[index]] - old[row, columns[index]]
                : row == rows[index - columns.count] ? 1 : 0
        }
        let right = Matrix(rows: size, columns: columns.count + rows.count) { column, index in
            if index < columns.count { return column == columns[index] ? 1 : 0 }
            let row = rows[index - columns.count]
            // A changed column's cells are counted once, with the column.
            return isColumn.contains(column) ? 0 : new[row, column] - old[row, column]
        }
        let solvedLeft = try base.solve(left, transposed: false)
        small = try LUFactorization(right.transposedTimes(solvedLeft).subtractedFromIdentity)
        solved = (solvedLeft, try base.solve(right, transposed: true))
        changes = (left, right)
        self.base = base
    }

    /// (I − A₁)⁻¹B or (I − A₁')⁻¹B.
    ///
    /// - Throws: as the old factors' solve.
    func solve(_ right: Matrix, transposed: Bool) throws(LinearAlgebraError) -> Matrix {
        let unchanged = try base.solve(right, transposed: transposed)
        if transposed {
            let felt = try small.solveTransposed(changes.left.transposedTimes(unchanged))
            return unchanged.adding(solved.right.times(felt))
        }
        let felt = try small.solve(changes.right.transposedTimes(unchanged))
        return unchanged.adding(solved.left.times(felt))
    }
}

extension LeontiefEquations {
    /// The equations of a matrix that differs from this one's in some columns and rows, from the factors at hand.
    ///
    /// O(n²) a changed column or row. Where there are no factors, none are needed: the new matrix is iterated on.
    ///
    /// - Parameters:
    ///   - matrix: the changed matrix, of the same size.
    ///   - columns: positions of the columns that differ.
    ///   - rows: positions of the rows that differ.
    /// - Throws: as ``init(_:survey:engine:accuracy:)-(Matrix,_,_,_)``.
    public func changed(
        to matrix: consuming Matrix,
        columns: [Int],
        rows: [Int]
    ) throws(EquationsError) -> LeontiefEquations {
        let survey = matrix.survey
        if !survey.isFinite, let (row, column, value) = matrix.firstNonFinite {
            throw .linearAlgebra(.notFinite(row: row, column: column, value: value))
        }
        return try changed(to: .dense(matrix), survey, columns: columns, rows: rows)
    }

    /// The equations of a sparse matrix that differs from this one's in some columns and rows.
    ///
    /// - Throws: as for a dense matrix.
    public func changed(
        to matrix: SparseMatrix,
        columns: [Int],
        rows: [Int]
    ) throws(EquationsError) -> LeontiefEquations {
        try changed(to: SquareMatrix(matrix), matrix.survey, columns: columns, rows: rows)
    }

    private func changed(
        to new: SquareMatrix,
        _ survey: ColumnSurvey,
        columns: [Int],
        rows: [Int]
    ) throws(EquationsError) -> LeontiefEquations {
        guard new.size == matrix.size else {
            throw .linearAlgebra(.shape(expectedRows: matrix.size, rows: new.size))
        }
        // What was factored to work on cells below zero, or is not factored, gives no shorter way.
        guard let factors, survey.hasNegative == self.survey.hasNegative else {
            return try LeontiefEquations(
                checked: new,
                survey: survey,
                engine: engine,
                accuracy: accuracy
            )
        }
        let update: LowRankUpdate
        do throws(LinearAlgebraError) {
            update = try LowRankUpdate(of: factors, from: matrix, to: new, columns: columns, rows: rows)
        } catch {
            if !survey.hasNegative { try new.refuseAsUnproductive(survey) }
            throw .linearAlgebra(error)
        }
        return try LeontiefEquations(
            checked: new,
            survey: survey,
            engine: engine,
            accuracy: accuracy,
            factors: .updated(update, engine: factors.engine)
        )
    }
}

extension Matrix {
    /// M + N. Precondition: the same shape.
    func adding(_ other: Matrix) -> Matrix {
        precondition(rows == other.rows && columns == other.columns, "matrices of different shapes")
        return Matrix(rows: rows, columns: columns) { self[$0, $1] + other[$0, $1] }
    }
}
