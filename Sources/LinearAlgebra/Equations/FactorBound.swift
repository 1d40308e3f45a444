/// How far off answers from the factors of a nonnegative A can be, told without reading A again.
///
/// With I − A = LU + E and the solves' own roundings, Ly = b and Ux = y leave a residual of at most
///
///     |r| ≤ Γ |L||U||x|,   Γ = γ_e + γ_s + γ_s (1 + γ_s)
///
/// where the elimination rounds a term e times, a solve s times (Higham 2002, thms 8.5, 9.3 and 9.4). Off their diagonals L
/// and U have nothing above zero, so that for b ≥ 0 nothing is below zero in y and x, and
///
///     z = |U|x = 2Dx − Ux ≤ (2Dx − y) / (1 − γ_s),   D = diag U
///
/// costs nothing. The weights w of the proof of productivity then bound w'|r| by Γ s'z, s' = w'|L|, which is read off L once.
/// For m'LU = v', v ≥ 0, likewise z' = m'|L| ≤ (2m' − y') / (1 − γ_s), and with p' = w'L = 2w' − s' > 0,
///
///     |r'| ≤ Γ z'|U| ≤ Γ (max_j z_j / p_j) p'|U|,   p'|U| = 2p'D − p'U,   p'U ≥ w'(I − A) − γ_e s'|U|
///
/// element by element. Where the bound is not as low as was asked, the residual itself is taken.
///
/// Source: Higham (2002), Accuracy and Stability of Numerical Algorithms, 2nd ed., §§8.1 and 9.3.
struct FactorBound: Sendable {
    /// s' = w'|L|.
    private let lower: [Double]
    /// p'|U| where p > 0, and p.
    private let upper: (sums: [Double], weights: [Double])?
    private let pivots: [Double]
    private let slack: Double
    /// Γ, with γ_s in it.
    private let share: Double

    /// More than the few roundings of the bound's own arithmetic, γ_s among them, can take away.
    private static let up = 1 + 1e-9

    /// For the factors of a system that `proof` shows to be productive; `nil` where it has no weights.
    init?(_ factors: ProductiveLU, proof: ProductivityProof) {
        guard let weights = proof.weights else { return nil }
        let (eliminating, solving) = (Rounding.share(factors.depth), Rounding.share(factors.solvingDepth))
        share = (eliminating + solving * (2 + solving)) / (1 - solving) * Self.up
        pivots = factors.pivots
        let sums = factors.absoluteLower(times: weights)
        lower = sums.map { $0 * Self.up }
        slack = proof.slack
        upper = Self.upper(weights, sums, pivots, least: proof.slack, eliminating)
    }

    /// p and p'|U|, from w'(I − A) ≥ s: what p'U is less than that by is again a share of s'|U| ≤ (max_j s_j / p_j) p'|U|.
    private static func upper(
        _ weights: [Double],
        _ lower: [Double],
        _ pivots: [Double],
        least slack: Double,
        _ eliminating: Double
    ) -> (sums: [Double], weights: [Double])? {
        // At least p: what divides; at most p: what is summed.
        let least = zip(weights, lower).map { 2 * $0 - $1 * up }
        guard least.allSatisfy({ $0 > 0 }) else { return nil }
        let lost = eliminating * (zip(lower, least).lazy.map { $0 / $1 }.max() ?? 0) * up
        guard lost < 1e-3 else { return nil }
        let sums = weights.indices.map { index in
            let most = 2 * weights[index] - lower[index] / up
            return max(0, 2 * most * pivots[index] - slack) / (1 - lost) * up
        }
        return (sums, least)
    }

    /// Upper bound on Σ w_i |r_i| over the slack, and so on ‖e‖₁, of x from Ly = b, Ux = y, in every lane; b ≥ 0.
    func error<L: Lanes>(of solution: Panel<L>, between: Panel<L>) -> L {
        var sum = L.zero
        for index in lower.indices {
            let doubled = 2 * pivots[index] * solution.elements[index]
            sum += lower[index] * (doubled - between.elements[index])
        }
        return (share / slack) * sum
    }

    /// Upper bounds on |r_j| of m from U'y = v, L'm = y; `nil` where there are none, v ≥ 0.
    func residual<L: Lanes>(of solution: Panel<L>, between: Panel<L>) -> Panel<L>? {
        guard let upper else { return nil }
        var most = L.zero
        for index in lower.indices {
            let absolute = 2 * solution.elements[index] - between.elements[index]
            most = most.larger((1 / upper.weights[index]) * absolute)
        }
        let scale = share * most
        return Panel(elements: upper.sums.map { $0 * scale })
    }
}
