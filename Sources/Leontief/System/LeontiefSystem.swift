public import Accounts
import LinearAlgebra

/// I − A made ready once: answers for any final demand and for any row of values, with a bound on the error.
///
/// Factored once; no inverse is formed. That the economy is productive is proven, not guessed, and the proof's
/// weights turn every answer's residual into a bound on its error.
public struct LeontiefSystem<Sector: Label>: Sendable {
    /// The coefficients the system was made from.
    public let coefficients: TechnicalCoefficients<Sector>
    /// Estimate of 1 / (‖I − A‖₁ ‖(I − A)⁻¹‖₁).
    public let reciprocalCondition: Double

    private let factors: LUFactorization
    /// `nil` where A has negative cells and |A| is not productive: answers then carry no bound.
    private let productivity: Productivity?
    private let hasNegativeCells: Bool

    /// The system of `coefficients`.
    ///
    /// - Throws: `.notProductive` with the sectors responsible when the spectral radius of a nonnegative A is one or
    ///   more; `.linearAlgebra` when I − A is singular or ill-conditioned.
    public init(_ coefficients: TechnicalCoefficients<Sector>) throws(LeontiefError) {
        let matrix = coefficients.matrix.values
        let isNonnegative = matrix.allSatisfy { $0 >= 0 }
        let absolute = isNonnegative ? matrix : matrix.map(abs)
        do {
            factors = try LUFactorization(matrix.subtractedFromIdentity)
        } catch {
            // A singular I − A with A ≥ 0 is an economy at the edge of productivity, and is told as that.
            if isNonnegative, !coefficients.sectorsAtOrPastOutput.isEmpty {
                throw .notProductive(coefficients.sectorsAtOrPastOutput)
            }
            throw .linearAlgebra(error, sector: error.sector(on: coefficients.sectors))
        }
        if isNonnegative {
            productivity = Productivity(absolute, factors: factors)
            guard productivity != nil else { throw .notProductive(coefficients.sectorsAtOrPastOutput) }
        } else {
            let absoluteFactors = try? LUFactorization(absolute.subtractedFromIdentity)
            productivity = absoluteFactors.flatMap { Productivity(absolute, factors: $0) }
        }
        hasNegativeCells = !isNonnegative
        self.coefficients = coefficients
        reciprocalCondition = factors.reciprocalCondition
    }

    /// The sectors.
    public var sectors: Axis<Sector> { coefficients.sectors }

    /// x = (I − A)⁻¹ f: the output of every sector that meets final demand f, in the demand's unit.
    ///
    /// The error bound is on ‖x‖₁, the sum of absolute errors.
    /// - Throws: `.accounts(.differ)` when the demand is on another axis, `.linearAlgebra` when it is not finite.
    public func output(meeting demand: LabelledVector<Sector>) throws(LeontiefError) -> Solution<Sector> {
        let answer = try solve([demand], transposed: false)
        return answer[0]
    }

    /// v'(I − A)⁻¹: the value that each sector's final demand sets moving, per unit of demand, for a row v of
    /// value per unit of output. Several rows are solved together.
    ///
    /// The error bound is on the largest element's error.
    /// - Throws: as ``output(meeting:)``.
    public func multipliers(of rows: [LabelledVector<Sector>]) throws(LeontiefError) -> [Solution<Sector>] {
        try solve(rows, transposed: true)
    }

    /// v'(I − A)⁻¹ for one row.
    ///
    /// - Throws: as ``output(meeting:)``.
    public func multipliers(of row: LabelledVector<Sector>) throws(LeontiefError) -> LabelledVector<Sector> {
        try solve([row], transposed: true)[0].values
    }

    /// An answer and how far off it can be.
    public struct Solution<Element: Label>: Sendable {
        /// The answer.
        public let values: LabelledVector<Element>
        /// Upper bound on the error, in the norm the asking function names; infinite where none is proven (A has
        /// negative cells and |A| is not productive).
        public let errorBound: Double
        /// The largest element of the residual |f − x + Ax| (transposed: |v − m + A'm|), as computed.
        public let residual: Double
    }
}

extension LeontiefSystem {
    private func solve(
        _ vectors: [LabelledVector<Sector>],
        transposed: Bool
    ) throws(LeontiefError) -> [Solution<Sector>] {
        for vector in vectors {
            if let difference = sectors.firstDifference(from: vector.axis) {
                throw .accounts(.differ(difference))
            }
        }
        let size = sectors.count
        let right = Matrix(rows: size, columns: vectors.count, columnMajor: vectors.flatMap(\.values))
        let solution: Matrix
        do {
            solution = try transposed ? factors.solveTransposed(right) : factors.solve(right)
        } catch {
            throw .linearAlgebra(error, sector: error.sector(on: sectors))
        }
        return vectors.indices.map { index in
            let values = LabelledVector(sectors, solution.column(index))
            let (bound, residual) = accuracy(of: values, for: vectors[index], transposed: transposed)
            return Solution(values: values, errorBound: bound, residual: residual)
        }
    }

    /// The error bound, from the residual with what rounding can have hidden in it added (n + 2 units of 2⁻⁵² of its
    /// terms, element by element), and the largest element of the residual itself.
    private func accuracy(
        of solution: LabelledVector<Sector>,
        for right: LabelledVector<Sector>,
        transposed: Bool
    ) -> (bound: Double, residual: Double) {
        let matrix = coefficients.matrix.values
        let sizes = solution.values.map(abs)
        let terms = hasNegativeCells ? matrix.map(abs) : matrix
        let product = transposed ? matrix.transposedTimes(solution.values) : matrix.times(solution.values)
        let summed = transposed ? terms.transposedTimes(sizes) : terms.times(sizes)
        let units = Double(sectors.count + 2) * Double.ulpOfOne
        var largest = 0.0
        let residual = right.values.indices.map { index in
            let (wanted, found) = (right.values[index], solution.values[index])
            let computed = abs(wanted - found + product[index])
            largest = max(largest, computed)
            return computed + units * (abs(wanted) + abs(found) + summed[index])
        }
        guard let productivity else { return (.infinity, largest) }
        let bound =
            transposed
            ? productivity.errorOfMultipliers(residual: residual)
            : productivity.errorOfOutput(residual: residual)
        return (bound, largest)
    }
}

extension TechnicalCoefficients {
    /// Sectors whose inputs reach or pass their output.
    var sectorsAtOrPastOutput: [SectorSum] {
        zip(sectors.labels, matrix.columnSumsOfAbsoluteValues).compactMap { sector, sum in
            sum >= 1 ? SectorSum(sector: sector.code, sum: sum) : nil
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
