public import Accounts
public import LinearAlgebra

/// I − A made ready once: answers for any final demand and for any row of values, with a bound on the error.
///
/// No inverse is formed. Which of several engines works is chosen by size and structure, or named, and said in every
/// answer; all give the same answers. That the economy is productive (Hawkins & Simon 1949) is proven, not guessed, and
/// the proof's weights turn every answer's residual into a bound on its error, below the asked accuracy where the
/// coefficients determine the digits.
public struct LeontiefSystem<Sector: Label>: Sendable {
    /// The coefficients the system was made from.
    public let coefficients: TechnicalCoefficients<Sector>
    let equations: LeontiefEquations

    /// The system of `coefficients`.
    ///
    /// - Parameters:
    ///   - engine: how it is solved; `nil` leaves the choice (see ``LinearAlgebra/SolverEngine``). Negative coefficients
    ///     are always factored in double precision.
    ///   - accuracy: asked bound on every answer's error, relative to its size.
    /// - Throws: `.notProductive` with the sectors responsible when the spectral radius of a nonnegative A is one or
    ///   more, `.productivityUndecided` when it is too close to one to tell; `.linearAlgebra` when I − A is singular,
    ///   ill-conditioned or too full to be factored sparsely; `.notConverged` when a named iteration stalls.
    public init(
        _ coefficients: TechnicalCoefficients<Sector>,
        engine: SolverEngine? = nil,
        accuracy: Double = 1e-12
    ) throws(LeontiefError) {
        let survey = coefficients.survey
        do throws(EquationsError) {
            switch coefficients.values {
            case .dense(let matrix):
                equations = try LeontiefEquations(matrix, survey: survey, engine: engine, accuracy: accuracy)
            case .sparse(let matrix):
                equations = try LeontiefEquations(matrix, survey: survey, engine: engine, accuracy: accuracy)
            }
        } catch {
            throw LeontiefError(error, on: coefficients.sectors, columnSums: survey.absoluteSums)
        }
        self.coefficients = coefficients
    }

    /// The sectors.
    public var sectors: Axis<Sector> { coefficients.sectors }

    /// The engine that answers first.
    public var engine: SolverEngine { equations.engine }

    /// Lower bound on 1 / (‖I − A‖₁ ‖(I − A)⁻¹‖₁) where A is proven productive; otherwise LAPACK's estimate of it.
    public var reciprocalCondition: Double { equations.reciprocalCondition }

    /// Upper bound on the spectral radius of |A|; `nil` where A has negative cells and none below one is proven.
    public var spectralRadiusBound: Double? { equations.spectralRadiusBound }

    /// x = (I − A)⁻¹ f: the output of every sector that meets final demand f, in the demand's unit.
    ///
    /// The error bound is on ‖x‖₁, the sum of absolute errors.
    /// - Throws: `.accounts(.differ)` when the demand is on another axis, `.linearAlgebra` when it is not finite.
    public func output(meeting demand: LabelledVector<Sector>) throws(LeontiefError) -> Solution<Sector> {
        let answers = try outputs(meeting: [demand])
        return answers[0]
    }

    /// x = (I − A)⁻¹ f for several demands, solved together.
    ///
    /// - Throws: as ``output(meeting:)``.
    public func outputs(meeting demands: [LabelledVector<Sector>]) throws(LeontiefError) -> [Solution<Sector>]
    {
        try solve(demands) { right throws(EquationsError) in try equations.solutions(of: right) }
    }

    /// v'(I − A)⁻¹: the value that each sector's final demand sets moving, per unit of demand, for a row v of
    /// value per unit of output. Several rows are solved together.
    ///
    /// The error bound is on the largest element's error.
    /// - Throws: as ``output(meeting:)``.
    public func multipliers(of rows: [LabelledVector<Sector>]) throws(LeontiefError) -> [Solution<Sector>] {
        try solve(rows) { right throws(EquationsError) in try equations.transposedSolutions(of: right) }
    }

    /// v'(I − A)⁻¹ for one row.
    ///
    /// - Throws: as ``output(meeting:)``.
    public func multipliers(of row: LabelledVector<Sector>) throws(LeontiefError) -> LabelledVector<Sector> {
        try multipliers(of: [row])[0].values
    }

    /// An answer, how far off it can be, and what it took.
    public struct Solution<Element: Label>: Sendable {
        /// The answer.
        public let values: LabelledVector<Element>
        /// Upper bound on the error, in the norm the asking function names; infinite where none is proven (A has
        /// negative cells and |A| is not productive).
        public let errorBound: Double
        /// Upper bound on every element's error relative to that element; infinite where none is proven, as where the
        /// demand or the row is not above zero throughout. Looser for output from the factors of more than two thousand
        /// sectors, whose residual is not taken.
        public let largestRelativeError: Double
        /// The largest element of the residual |f − x + Ax| (transposed: |v − m + A'm|), as computed.
        public let residual: Double
        /// Whether the bound is below what was asked, and if not, why.
        public let accuracy: EquationsSolution.Accuracy
        /// The engine, and how often it read the coefficients.
        public let work: SolverWork
    }

    private func solve(
        _ vectors: [LabelledVector<Sector>],
        by solver: ([[Double]]) throws(EquationsError) -> [EquationsSolution]
    ) throws(LeontiefError) -> [Solution<Sector>] {
        for vector in vectors {
            if let difference = sectors.firstDifference(from: vector.axis) {
                throw .accounts(.differ(difference))
            }
        }
        do throws(EquationsError) {
            return try solver(vectors.map(\.values)).map { answer in
                Solution(
                    values: LabelledVector(sectors, answer.values),
                    errorBound: answer.errorBound,
                    largestRelativeError: answer.largestRelativeError,
                    residual: answer.residual,
                    accuracy: answer.accuracy,
                    work: answer.work
                )
            }
        } catch {
            throw LeontiefError(error, on: sectors, columnSums: coefficients.survey.absoluteSums)
        }
    }
}

extension LeontiefError {
    /// The equations' error with the sectors it names.
    init<Sector>(_ error: EquationsError, on sectors: Axis<Sector>, columnSums: [Double]) {
        switch error {
        case .linearAlgebra(let error):
            self = .linearAlgebra(error, sector: error.sector(on: sectors))
        case .notProductive(let columns):
            self = .notProductive(
                columns.map { SectorSum(sector: sectors.labels[$0].code, sum: columnSums[$0]) }
            )
        case .undecided(let least, let most):
            self = .productivityUndecided(least: least, most: most)
        case .notConverged(let residual, let products):
            self = .notConverged(relativeResidual: residual, products: products)
        }
    }
}

extension LinearAlgebraError {
    /// The sector whose row or pivot the error names.
    func sector<Sector>(on axis: Axis<Sector>) -> String? {
        let position: Int
        switch self {
        case .notFinite(let row, _, _): position = row
        case .singular(let pivot): position = pivot
        default: return nil
        }
        return axis.labels.indices.contains(position) ? axis.labels[position].code : nil
    }
}
