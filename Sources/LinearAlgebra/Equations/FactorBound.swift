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
/// costs nothing. With the weights w of ``FactorProof`` w'|r| ≤ Γ w'|L| z. For m'LU = v', v ≥ 0, likewise
/// z' = m'|L| ≤ (2m' − y') / (1 − γ_s), and with the proof's own y, here p,
///
///     |r'| ≤ Γ z'|U| ≤ Γ (max_j z_j / p_j) p'|U|
///
/// element by element. Where the bound is not as low as was asked, the residual itself is taken.
///
/// Source: Higham (2002), Accuracy and Stability of Numerical Algorithms, 2nd ed., §§8.1 and 9.3.
struct FactorBound: Sendable {
    private let proof: FactorProof
    private let pivots: [Double]
    /// Γ, with γ_s in it.
    private let share: Double

    /// For factors that prove themselves.
    init(_ factors: ProductiveLU, proof: FactorProof) {
        self.proof = proof
        pivots = factors.pivots
        let shares = FactorShares(factors)
        let solving = shares.solving
        share = (shares.eliminating + solving * (2 + solving)) / (1 - solving) * FactorShares.up
    }

    /// Upper bound on Σ w_i |r_i| over the slack, and so on ‖e‖₁, of x from Ly = b, Ux = y, in every lane; b ≥ 0.
    func error<L: Lanes>(of solution: Panel<L>, between: Panel<L>) -> L {
        var sum = L.zero
        for index in pivots.indices {
            let doubled = 2 * pivots[index] * solution.elements[index]
            sum += proof.lower[index] * (doubled - between.elements[index])
        }
        return (share / proof.productivity.slack) * sum
    }

    /// Upper bounds on |r_j| of m from U'y = v, L'm = y; v ≥ 0.
    func residual<L: Lanes>(of solution: Panel<L>, between: Panel<L>) -> Panel<L> {
        var most = L.zero
        for index in pivots.indices {
            let absolute = 2 * solution.elements[index] - between.elements[index]
            most = most.larger((1 / proof.between[index]) * absolute)
        }
        let scale = share * most
        return Panel(elements: proof.upper.map { $0 * scale })
    }
}
