import Accounts
import LinearAlgebra

/// Proof that an economy is productive, and weights that bound the error of any answer it gives.
///
/// Weights w > 0 with w'(I − |A|) ≥ s·i', s > 0, prove that the spectral radius of |A| is below one (Berman &
/// Plemmons 1994, Nonnegative Matrices, thm 6.2.3), even where column sums pass one. Since |(I − A)⁻¹| ≤
/// (I − |A|)⁻¹ cell by cell, the error e of an answer with residual r obeys
///
///     ‖e‖₁ ≤ w'|r| / s          for (I − A)x = f
///     ‖e‖∞ ≤ max w · ‖r‖∞ / s   for (I − A')x = v
///
/// The weights are the column sums of (I − |A|)⁻¹, from one transposed solve; s, near one, is computed from them
/// afterwards, so that their own rounding cannot weaken the proof.
struct Productivity: Sendable {
    let weights: [Double]
    let slack: Double
    let largestWeight: Double

    /// Weights for |A|; `nil` where none prove it productive.
    init?(_ absolute: Matrix, factors: LUFactorization) {
        let ones = Matrix(rows: absolute.rows, columns: 1) { _, _ in 1 }
        guard let weights = try? factors.solveTransposed(ones).column(0) else { return nil }
        let spent = absolute.transposedTimes(weights)
        var slack = 1.0
        for index in weights.indices {
            guard weights[index] > 0 else { return nil }
            // What rounding can have taken from or given to this sum: n + 2 units of its terms.
            let rounding = Double(weights.count + 2) * Double.ulpOfOne * (weights[index] + spent[index])
            slack = min(slack, weights[index] - spent[index] - rounding)
        }
        guard slack > 0 else { return nil }
        self.weights = weights
        self.slack = slack
        largestWeight = weights.max() ?? 0
    }

    /// Bound on ‖e‖₁ for a residual of (I − A)x = f.
    func errorOfOutput(residual: [Double]) -> Double {
        zip(weights, residual).reduce(0) { $0 + $1.0 * abs($1.1) } / slack
    }

    /// Bound on ‖e‖∞ for a residual of (I − A')x = v.
    func errorOfMultipliers(residual: [Double]) -> Double {
        largestWeight * (residual.map(abs).max() ?? 0) / slack
    }
}
