public import Accounts
import LinearAlgebra

/// I − A made ready once: answers for any final demand and for any row of values, with a bound on the error.
///
/// Factored once; no inverse is formed. Because ‖A‖₁ < 1, the error of a computed answer is bounded by its
/// residual (Higham 2002, Accuracy and Stability of Numerical Algorithms, §7.1, with ‖(I − A)⁻¹‖₁ ≤
/// 1 / (1 − ‖A‖₁)).
public struct LeontiefSystem<Sector: Label>: Sendable {
    /// The coefficients the system was made from.
    public let coefficients: TechnicalCoefficients<Sector>
    /// Estimate of 1 / (‖I − A‖₁ ‖(I − A)⁻¹‖₁).
    public let reciprocalCondition: Double

    private let factors: LUFactorization

    /// The system of `coefficients`.
    ///
    /// - Throws: `.linearAlgebra` when I − A is ill-conditioned.
    public init(_ coefficients: TechnicalCoefficients<Sector>) throws(LeontiefError) {
        let matrix = coefficients.matrix.values
        let difference = Matrix(rows: matrix.rows, columns: matrix.columns) { row, column in
            (row == column ? 1 : 0) - matrix[row, column]
        }
        do {
            factors = try LUFactorization(difference)
        } catch {
            throw .linearAlgebra(error, sector: error.sector(on: coefficients.sectors))
        }
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
        /// Upper bound on the error, in the norm the asking function names.
        public let errorBound: Double
    }
}

extension LeontiefSystem {
    private func solve(
        _ vectors: [LabelledVector<Sector>], transposed: Bool
    ) throws(LeontiefError) -> [Solution<Sector>] {
        for vector in vectors {
            if let difference = sectors.firstDifference(from: vector.axis) { throw .accounts(.differ(difference)) }
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
            return Solution(
                values: values, errorBound: errorBound(of: values, for: vectors[index], transposed: transposed))
        }
    }

    /// ‖error‖ ≤ ‖f − (I − A)x‖ / (1 − ‖A‖₁), in the 1-norm for Ax and in the ∞-norm for A'x; the rounding made
    /// while the residual itself is computed, at most (n + 2) units of 2⁻⁵² of its terms, is added to it.
    private func errorBound(
        of solution: LabelledVector<Sector>, for right: LabelledVector<Sector>, transposed: Bool
    ) -> Double {
        let matrix = coefficients.matrix.values
        let product = transposed ? matrix.transposedTimes(solution.values) : matrix.times(solution.values)
        let norm = coefficients.largestColumnSum
        var residual = 0.0
        var size = 0.0
        for index in right.values.indices {
            let error = abs(right.values[index] - solution.values[index] + product[index])
            let term = abs(solution.values[index])
            residual = transposed ? max(residual, error) : residual + error
            size = transposed ? max(size, term) : size + term
        }
        let rounding = Double(sectors.count + 2) * Double.ulpOfOne * (1 + norm) * size
        return (residual + rounding) / (1 - norm)
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
