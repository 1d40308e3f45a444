/// The equations x = Ax + f and m = A'm + v, made ready once for any number of right-hand sides.
///
/// A is mostly nonnegative with a spectral radius below one: what every sector buys, per unit of its own output, of every
/// other. Several engines solve the same equations and give the same answers; which one worked is said with each answer.
/// None forms an inverse. That A is productive is proven (``ProductivityProof``) or the equations are refused, and the
/// proof's weights turn every answer's residual into a bound on its error. Answers are refined until the bound is below the
/// asked accuracy, in the end with residuals in twice the digits.
///
/// Sources: Higham (2002), Accuracy and Stability of Numerical Algorithms, ch. 7 and 12; Berman & Plemmons (1994), ch. 6.
public struct LeontiefEquations: Sendable {
    /// A.
    let matrix: SquareMatrix
    /// The asked bound on the error, relative to the answer's size.
    public let accuracy: Double
    /// The engine that will be asked first.
    public let engine: SolverEngine
    /// Lower bound on 1 / (‖I − A‖₁ ‖(I − A)⁻¹‖₁) where A is proven productive; LAPACK's estimate of it otherwise.
    public let reciprocalCondition: Double
    /// Upper bound on the spectral radius of |A|; `nil` where none below one is proven.
    public var spectralRadiusBound: Double? { proof?.spectralRadiusBound }

    /// A's column sums and signs.
    public let survey: ColumnSurvey
    let proof: ProductivityProof?
    let factors: Factors?
    let fallback = Deferred<Factors>()
    /// What the factors tell of their own answers' errors.
    let factorBound: FactorBound?
    /// What an iteration on a dense matrix solves first.
    let blocks: DiagonalBlocks?
    let insteadOf: SolverEngine?
    /// Whether the engine was left to be chosen: then another may take over where it stalls.
    let mayChange: Bool

    /// Up to this size every answer is refined until it is the exact one rounded: a hundredth of a second.
    static let largestRoundedExactly = 500

    /// Up to this size a table is factored where the engine is left to be chosen, and every answer's residual is taken, in
    /// a few milliseconds: from it, elements' own bounds are a thousand times as sharp as from the factors alone.
    static let largestFactored = 2_000

    /// Products with A that factoring is worth: n / 50 was measured for matrices larger than the cache.
    static func mostProducts(_ matrix: SquareMatrix) -> Int {
        switch matrix {
        case .dense: max(200, matrix.size / 50)
        case .sparse: 2_000
        }
    }

    /// The engine for a matrix, unless the caller names one.
    ///
    /// Dense: factoring n × n takes as long as reading it n / 50 times, and an iterative answer reads it some twenty times
    /// for up to eight right-hand sides; from two thousand sectors on the iteration wins even for several demands.
    static func choice(for matrix: SquareMatrix) -> SolverEngine {
        switch matrix {
        case .dense: matrix.size <= largestFactored ? .factored : .iterative
        case .sparse: .iterative
        }
    }
}

extension LeontiefEquations {
    /// The equations of a dense A, kept in its own memory.
    ///
    /// - Parameters:
    ///   - survey: the matrix's survey where it is at hand already.
    ///   - engine: an engine by name; `nil` leaves the choice.
    ///   - accuracy: the asked bound on every answer's error, relative to its size.
    /// - Throws: `.linearAlgebra` for a matrix that is not square, not finite, singular or ill-conditioned,
    ///   `.notProductive`, `.undecided`, `.notConverged`.
    public init(
        _ matrix: consuming Matrix,
        survey: ColumnSurvey? = nil,
        engine: SolverEngine? = nil,
        accuracy: Double = 1e-12
    ) throws(EquationsError) {
        guard matrix.rows == matrix.columns else {
            throw .linearAlgebra(.notSquare(rows: matrix.rows, columns: matrix.columns))
        }
        let survey = survey ?? matrix.survey
        if !survey.isFinite, let (row, column, value) = matrix.firstNonFinite {
            throw .linearAlgebra(.notFinite(row: row, column: column, value: value))
        }
        try self.init(checked: .dense(matrix), survey: survey, engine: engine, accuracy: accuracy)
    }

    /// The equations of a sparse A.
    ///
    /// - Throws: as for a dense A; `.linearAlgebra(.fillIn)` where ``SolverEngine/sparseDirect`` is asked for and its
    ///   factors would be too full.
    public init(
        _ matrix: SparseMatrix,
        survey: ColumnSurvey? = nil,
        engine: SolverEngine? = nil,
        accuracy: Double = 1e-12
    ) throws(EquationsError) {
        guard matrix.rows == matrix.columns else {
            throw .linearAlgebra(.notSquare(rows: matrix.rows, columns: matrix.columns))
        }
        let survey = survey ?? matrix.survey
        try self.init(checked: SquareMatrix(matrix), survey: survey, engine: engine, accuracy: accuracy)
    }

    /// Equations of a square, finite matrix, from factors at hand or made; beyond `residualSize` the factors alone may tell
    /// an answer's bound.
    init(
        checked matrix: SquareMatrix,
        survey: ColumnSurvey,
        engine asked: SolverEngine?,
        accuracy: Double,
        factors made: Factors? = nil,
        residualSize: Int = LeontiefEquations.largestFactored
    ) throws(EquationsError) {
        let wanted = asked ?? Self.choice(for: matrix)
        let engine = survey.hasNegative ? matrix.directEngine : wanted
        let factors = if let made { made } else { try Factors(of: matrix, by: engine, survey: survey) }
        let own = factors?.ownProof
        let proof = try Self.proof(for: matrix, survey: survey, factors: factors, own: own)
        let condition =
            survey.hasNegative
            ? factors?.reciprocalCondition ?? 0
            : proof.map { 1 / (matrix.normOfIdentityMinus(survey) * $0.inverseNormBound) } ?? 0
        guard condition >= LUFactorization.leastReciprocalCondition else {
            throw .linearAlgebra(
                .illConditioned(
                    reciprocalCondition: condition,
                    least: LUFactorization.leastReciprocalCondition
                )
            )
        }
        if factors == nil, case .dense(let cells) = matrix {
            blocks = DiagonalBlocks(of: cells, survey: survey)
        } else {
            blocks = nil
        }
        let isTold = matrix.size > max(residualSize, Self.largestRoundedExactly)
        if isTold, case .productive(let eliminated)? = factors, let own {
            factorBound = FactorBound(eliminated, proof: own)
        } else {
            factorBound = nil
        }
        self.matrix = matrix
        self.survey = survey
        self.accuracy = accuracy
        self.engine = factors?.engine ?? engine
        self.proof = proof
        self.factors = factors
        reciprocalCondition = condition
        insteadOf = self.engine == wanted ? nil : wanted
        mayChange = asked == nil
    }
}
