/// Proof that x = Ax + f has a solution that stays bounded, and weights that bound the error of any answer.
///
/// Weights w > 0 with w'(I − |A|) ≥ s·i', s > 0, prove that the spectral radius of |A| is at most 1 − s / max w (Berman &
/// Plemmons 1994, Nonnegative Matrices, thm 6.2.3), even where column sums pass one. Since |(I − A)⁻¹| ≤ (I − |A|)⁻¹
/// cell by cell, the error e of an answer with residual r obeys
///
///     ‖e‖₁ ≤ w'|r| / s          for x = Ax + f
///     |e_j| ≤ ‖r‖∞ w_j / s      for m = A'm + v, every j
///
/// Where column sums stay below one, w = i serves. Otherwise, and for a sharper bound, w is the solution of
/// w = A'w + i; s, near one, is computed from it afterwards, so that its own errors cannot weaken the proof.
struct ProductivityProof: Sendable {
    /// w; `nil` for w = i.
    let weights: [Double]?
    /// s.
    let slack: Double
    /// max w.
    let largestWeight: Double

    /// From column sums of |A| below one, with what rounding can have taken from them; `nil` where one reaches it.
    init?(columnSums survey: ColumnSurvey, depth: Int) {
        let rounding = 1 + 2 * Double(depth) * Double.ulpOfOne
        let slack = (1 - survey.largestSum * rounding).nextDown
        guard slack > 0 else { return nil }
        self.slack = slack
        weights = nil
        largestWeight = 1
    }

    /// Weights above zero whose slack is proven already.
    init(weights: [Double], slack: Double) {
        self.weights = weights
        self.slack = slack
        largestWeight = weights.max() ?? 1
    }

    /// From an approximate solution of w = |A|'w + i and its residual; `nil` where it proves nothing.
    init?<L: Lanes>(weights: [Double], residual: Residual<L>, lane: Int) {
        // i + |A|'w − w = r, so that w'(I − |A|) = i' − r'.
        var slack = 1.0
        for index in weights.indices {
            guard weights[index] > 0 else { return nil }
            let off =
                residual.values.elements[index][lane: lane] + residual.rounding.elements[index][lane: lane]
            slack = min(slack, (1 - off).nextDown)
        }
        guard slack > 0 else { return nil }
        self.init(weights: weights, slack: slack)
    }

    /// Upper bound on the spectral radius of |A|.
    var spectralRadiusBound: Double { 1 - slack / largestWeight }

    /// Upper bound on ‖(I − A)⁻¹‖₁.
    var inverseNormBound: Double { largestWeight / slack }

    /// w_j.
    func weight(_ index: Int) -> Double { weights?[index] ?? 1 }
}
