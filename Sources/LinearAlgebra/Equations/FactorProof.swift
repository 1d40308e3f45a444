/// Proof that a nonnegative A is productive from the factors of I − A alone, without reading A again.
///
/// y and w are what the factors give for U'y = i and L'w = y. With I − A = LU + E, and since off their diagonals L and U have
/// nothing above zero, y and w above zero, γ_e and γ_s the shares that rounding takes in elimination and solves,
///
///     y'|U| = 2y'D − y'U ≤ (2y'D − i') / (1 − γ_s),   D = diag U
///     w'|L| = 2w' − w'L ≤ (2w' − y') / (1 − γ_s) ≤ κ y'
///     w'(I − A) ≥ i' − (γ_s + (γ_s + γ_e) κ) y'|U|
///
/// so that a single solve with the factors makes weights that prove themselves: no pass over A, and none over L or U.
///
/// Source: Higham (2002), Accuracy and Stability of Numerical Algorithms, 2nd ed., thms 8.5 and 9.3.
struct FactorProof: Sendable {
    /// w and the s of w'(I − A) ≥ s·i'.
    let productivity: ProductivityProof
    /// y.
    let between: [Double]
    /// Upper bounds on w'|L| and on y'|U|.
    let (lower, upper): ([Double], [Double])

    /// The least slack that is worth having: below it weights are better refined against A itself.
    private static let leastSlack = 0.99

    /// `nil` where the factors' own roundings leave less of the slack than that.
    init?(_ factors: ProductiveLU) {
        // The kernels work on four vectors at least; a factor is read as fast for four as for one.
        let ones = Panel<SIMD4<Double>>([[Double](repeating: 1, count: factors.size)], length: factors.size)
        let steps = factors.steps(to: ones, transposed: true)
        let (weights, between) = (steps.solution.vector(0), steps.between.vector(0))
        // Written so that NaN fails too.
        guard zip(weights, between).allSatisfy({ $0 > 0 && $1 > 0 && $0 < .infinity }) else { return nil }
        // No difference here is below its smaller term, so that `up` covers its roundings and γ_s.
        let lower = zip(weights, between).map { (2 * $0 - $1) * FactorShares.up }
        let upper = zip(between, factors.pivots).map { (2 * $0 * $1 - 1) * FactorShares.up }
        let shares = FactorShares(factors)
        let ratio = zip(lower, between).lazy.map { $0 / $1 }.max() ?? 0
        let share = shares.solving + (shares.solving + shares.eliminating) * ratio
        let slack = (1 - share * (upper.max() ?? 0) * FactorShares.up).nextDown
        guard slack > Self.leastSlack else { return nil }
        productivity = ProductivityProof(weights: weights, slack: slack)
        (self.between, self.lower, self.upper) = (between, lower, upper)
    }
}

/// What rounding can do in an elimination and in a solve with its factors, as shares of |L||U| and of |L| or |U|.
struct FactorShares {
    /// γ_e.
    let eliminating: Double
    /// γ_s.
    let solving: Double

    /// More than the few roundings of a bound's own arithmetic, γ_s among them, can take away.
    static let up = 1 + 1e-9

    init(_ factors: ProductiveLU) {
        (eliminating, solving) = (Rounding.share(factors.depth), Rounding.share(factors.solvingDepth))
    }
}
