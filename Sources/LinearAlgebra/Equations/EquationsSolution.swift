/// An answer to x = Ax + f or m = A'm + v, how far off it can be, and what it took.
public struct EquationsSolution: Sendable {
    /// The answer.
    public let values: [Double]
    /// Upper bound on the error: ‖e‖₁ for x, ‖e‖∞ for m; infinite where none is proven (A has cells below zero and |A|
    /// is not productive).
    public let errorBound: Double
    /// Upper bound on every element's error relative to that element; infinite where none is proven, as where the
    /// right-hand side is not above zero throughout. Where the factors alone gave the bound, as in tables of more than
    /// two thousand sectors, no sharper than what all errors together are over the smallest element.
    public let largestRelativeError: Double
    /// The largest element of the residual |f − x + Ax| or |v − m + A'm|, as computed; where the factors alone gave the
    /// bound, an upper bound on it.
    public let residual: Double
    /// Whether the bound is below the asked accuracy, and if not, why.
    public let accuracy: Accuracy
    /// What it took.
    public let work: SolverWork

    /// Whether an answer is as sure as asked.
    public enum Accuracy: Sendable, Equatable {
        /// The bound, relative to the answer's size in the same norm, is at most what was asked.
        case reached(relative: Double)
        /// Refining no longer helped: the system is so ill-conditioned that the digits are not in its coefficients.
        case limited(relative: Double)
        /// A has cells below zero and |A| is not productive, so that no bound is known.
        case unproven
    }
}
