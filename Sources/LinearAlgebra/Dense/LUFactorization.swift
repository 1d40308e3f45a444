import COpenBLAS

/// A square matrix factored once as PM = LU, ready to solve for any number of right-hand sides.
///
/// The factors take the matrix's own storage (pass it with `consume` and nothing is copied). Systems in the
/// matrix and in its transpose are solved from the same factors: no inverse and no transposed copy is formed.
///
/// Source: LAPACK Users' Guide, 3rd ed., dgetrf, dgetrs, dgecon.
public struct LUFactorization: Sendable {
    /// Number of rows and columns.
    public let size: Int
    /// Estimate of 1 / (‖M‖₁ ‖M⁻¹‖₁), between 0 (singular) and 1; `nil` where none was asked for.
    public let reciprocalCondition: Double?

    private let factors: Matrix
    private let pivots: [Int32]

    /// The smallest reciprocal condition number that is accepted unless the caller says otherwise.
    ///
    /// A relative error of one unit in the last place (1.1 × 10⁻¹⁶) in the matrix can grow by its inverse; at
    /// 10⁻¹² four correct digits may be all that is left.
    public static let leastReciprocalCondition = 1e-12

    /// Factors `matrix` in place. O(n³).
    ///
    /// - Parameters:
    ///   - estimatingCondition: whether to estimate the condition number, which takes a tenth of the time again at
    ///     n = 5 000. Who knows it from elsewhere can do without.
    /// - Throws: `.notSquare`, `.notFinite` (checked before LAPACK is called), `.singular` with the first zero
    ///   pivot, or `.illConditioned` when the estimate falls below `least`.
    public init(
        _ matrix: consuming Matrix,
        estimatingCondition: Bool = true,
        leastReciprocalCondition least: Double = LUFactorization.leastReciprocalCondition
    ) throws(LinearAlgebraError) {
        let size = matrix.rows
        guard matrix.columns == size else { throw .notSquare(rows: size, columns: matrix.columns) }
        let survey = matrix.survey
        if !survey.isFinite, let (row, column, value) = matrix.firstNonFinite {
            throw .notFinite(row: row, column: column, value: value)
        }
        var pivots = [Int32](repeating: 0, count: size)
        var factors = matrix
        if size > 0 {
            let info = LAPACKE_dgetrf_work(
                LAPACK_COL_MAJOR,
                Int32(size),
                Int32(size),
                &factors.storage,
                Int32(size),
                &pivots
            )
            if info > 0 { throw .singular(pivot: Int(info) - 1) }
            if info < 0 { throw .refused(routine: "dgetrf", argument: Int(-info)) }
        }
        var reciprocal: Double?
        if estimatingCondition {
            let estimate = try Self.reciprocalCondition(of: factors, norm: survey.largestSum)
            // Written so that a NaN estimate is refused too.
            guard estimate >= least else {
                throw .illConditioned(reciprocalCondition: estimate, least: least)
            }
            reciprocal = estimate
        }
        self.size = size
        self.factors = factors
        self.pivots = pivots
        reciprocalCondition = reciprocal
    }

    /// The factors and pivots, to be worked on in their own memory.
    consuming func takingFactors() -> (Matrix, [Int32]) { (factors, pivots) }

    /// X in MX = B, one column a right-hand side. O(n²) a column.
    ///
    /// - Throws: `.shape` when B has another number of rows, `.notFinite` when B holds NaN or an infinity.
    public func solve(_ rightHandSides: Matrix) throws(LinearAlgebraError) -> Matrix {
        try solve(rightHandSides, CChar(UInt8(ascii: "N")))
    }

    /// X in M'X = B, from the same factors.
    ///
    /// - Throws: as ``solve(_:)``.
    public func solveTransposed(_ rightHandSides: Matrix) throws(LinearAlgebraError) -> Matrix {
        try solve(rightHandSides, CChar(UInt8(ascii: "T")))
    }

    private func solve(_ rightHandSides: Matrix, _ operation: CChar) throws(LinearAlgebraError) -> Matrix {
        guard rightHandSides.rows == size else { throw .shape(expectedRows: size, rows: rightHandSides.rows) }
        if let (row, column, value) = rightHandSides.firstNonFinite {
            throw .notFinite(row: row, column: column, value: value)
        }
        var solution = rightHandSides
        guard size > 0, rightHandSides.columns > 0 else { return solution }
        let info = LAPACKE_dgetrs_work(
            LAPACK_COL_MAJOR,
            operation,
            Int32(size),
            Int32(rightHandSides.columns),
            factors.storage,
            Int32(size),
            pivots,
            &solution.storage,
            Int32(size)
        )
        guard info == 0 else { throw .refused(routine: "dgetrs", argument: Int(-info)) }
        return solution
    }

    private static func reciprocalCondition(of factors: Matrix, norm: Double) throws(LinearAlgebraError)
        -> Double
    {
        guard factors.rows > 0 else { return 1 }
        var reciprocal = 0.0
        let info = LAPACKE_dgecon(
            LAPACK_COL_MAJOR,
            CChar(UInt8(ascii: "1")),
            Int32(factors.rows),
            factors.storage,
            Int32(factors.rows),
            norm,
            &reciprocal
        )
        guard info == 0 else { throw .refused(routine: "dgecon", argument: Int(-info)) }
        return reciprocal
    }
}
