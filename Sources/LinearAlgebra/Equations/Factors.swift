/// I − A factored, by whichever engine.
enum Factors: Sendable {
    /// Of a nonnegative A.
    case productive(ProductiveLU)
    /// Of an A with cells below zero.
    case double(LUFactorization)
    case single(SinglePrecisionLU)
    case sparse(SparseLU)
    indirect case updated(LowRankUpdate, engine: SolverEngine)

    /// Factors for an engine that needs them, `nil` for one that does not.
    ///
    /// A singular I − A with A ≥ 0 is an economy at or past the edge of productivity, and is told as that.
    init?(of matrix: SquareMatrix, by engine: SolverEngine, survey: ColumnSurvey) throws(EquationsError) {
        do throws(LinearAlgebraError) {
            switch engine {
            case .iterative: return nil
            case .mixedPrecision:
                // Out of single precision's range, or of its accuracy, double precision takes over.
                if let factors = SinglePrecisionLU(identityMinus: matrix.denseMatrix) {
                    self = .single(factors)
                } else {
                    self = try Self.inDoublePrecision(matrix, survey)
                }
            case .sparseDirect where matrix.size > 0:
                self = .sparse(try SparseLU(identityMinus: matrix.sparseMatrix))
            case .factored, .sparseDirect:
                self = try Self.inDoublePrecision(matrix, survey)
            }
        } catch {
            if case .singular = error, !survey.hasNegative { try matrix.refuseAsUnproductive(survey) }
            throw .linearAlgebra(error)
        }
    }

    /// A nonnegative A needs no interchanges, and its condition follows from its weights: LAPACK need not estimate it.
    private static func inDoublePrecision(
        _ matrix: SquareMatrix,
        _ survey: ColumnSurvey
    ) throws(LinearAlgebraError) -> Factors {
        survey.hasNegative
            ? .double(try LUFactorization(matrix.denseMatrix.subtractedFromIdentity))
            : .productive(try ProductiveLU(identityMinus: matrix.denseMatrix))
    }

    /// The engine these factors serve.
    var engine: SolverEngine {
        switch self {
        case .productive, .double: .factored
        case .single: .mixedPrecision
        case .sparse: .sparseDirect
        case .updated(_, let engine): engine
        }
    }

    /// What factors of a nonnegative A prove of it by themselves.
    var ownProof: FactorProof? {
        if case .productive(let factors) = self { FactorProof(factors) } else { nil }
    }

    /// An estimate of the reciprocal condition number, where one was made.
    var reciprocalCondition: Double? {
        switch self {
        case .double(let factors): factors.reciprocalCondition
        case .productive, .single, .updated: nil
        case .sparse(let factors): factors.reciprocalCondition
        }
    }

    /// (I − A)⁻¹B or (I − A')⁻¹B, as exactly as the factors allow.
    func solve<L: Lanes>(_ right: Panel<L>, transposed: Bool) throws(LinearAlgebraError) -> Panel<L> {
        if case .productive(let factors) = self { return factors.solve(right, transposed: transposed) }
        let columns = (0..<L.laneCount).flatMap { right.vector($0) }
        let solved = try solve(
            Matrix(rows: right.length, columns: L.laneCount, columnMajor: columns),
            transposed: transposed
        )
        return Panel((0..<L.laneCount).map { solved.column($0) }, length: right.length)
    }

    /// The same for any number of right-hand sides, a column each.
    func solve(_ right: Matrix, transposed: Bool) throws(LinearAlgebraError) -> Matrix {
        switch self {
        case .productive(let factors):
            var columns: [[Double]] = []
            for start in stride(from: 0, to: right.columns, by: 8) {
                let group = (start..<min(right.columns, start + 8)).map { right.column($0) }
                let solved = factors.solve(
                    Panel<SIMD8<Double>>(group, length: right.rows),
                    transposed: transposed
                )
                columns += group.indices.map { solved.vector($0) }
            }
            return Matrix(rows: right.rows, columns: right.columns, columnMajor: columns.flatMap(\.self))
        case .double(let factors):
            return transposed ? try factors.solveTransposed(right) : try factors.solve(right)
        case .single(let factors): return try factors.solve(right, transposed: transposed)
        case .sparse(let factors): return try factors.solve(right, transposed: transposed)
        case .updated(let update, _): return try update.solve(right, transposed: transposed)
        }
    }
}

extension SquareMatrix {
    /// The engine that factors this kind of matrix in double precision.
    var directEngine: SolverEngine {
        switch self {
        case .dense: .factored
        case .sparse: .sparseDirect
        }
    }

    /// The matrix with its zeros.
    var denseMatrix: Matrix {
        switch self {
        case .dense(let matrix): matrix
        case .sparse(let matrix, _): matrix.dense()
        }
    }

    /// The matrix without its zeros.
    var sparseMatrix: SparseMatrix {
        get throws(LinearAlgebraError) {
            switch self {
            case .dense(let matrix): try SparseMatrix(matrix)
            case .sparse(let matrix, _): matrix
            }
        }
    }

    /// ‖I − A‖₁.
    func normOfIdentityMinus(_ survey: ColumnSurvey) -> Double {
        (0..<size).map { column in
            let own = self[column, column]
            return survey.absoluteSums[column] - abs(own) + abs(1 - own)
        }.max() ?? 1
    }

    /// One cell.
    subscript(row: Int, column: Int) -> Double {
        switch self {
        case .dense(let matrix): matrix[row, column]
        case .sparse(let matrix, _): matrix[row, column]
        }
    }
}
