/// How far off one answer can be, from its residual and a proof of productivity.
struct ErrorBound: Sendable {
    /// On ‖e‖₁ for x, on ‖e‖∞ for m.
    let absolute: Double
    /// The same over the answer's size in that norm; zero for an answer of zeros with no error.
    let relative: Double
    /// On every element's error over that element.
    let largestRelative: Double
    /// The relative bound before the answer's low part is left out.
    let refined: Double

    /// The sharpest that the proofs give.
    ///
    /// For a right-hand side above zero and nonnegative A there is one that needs no weights: with τ = max |r_j| / v_j,
    /// |e| ≤ |r|'(I − A)⁻¹ ≤ τ v'(I − A)⁻¹, so that no element is off by more than τ / (1 − τ) of itself.
    init(_ terms: BoundTerms, lane: Int, transposed: Bool, proofs: [ProductivityProof], isNonnegative: Bool) {
        let share = terms.share[lane]
        let size = transposed ? terms.largestHigh[lane] : terms.highSum[lane]
        let low = transposed ? terms.largestLow[lane] : terms.lowSum[lane]
        let elementwise = isNonnegative && share < 0.5 ? share / (1 - share) * Self.up : .infinity
        largestRelative = elementwise + terms.lowShare[lane] * Self.up
        let weighted = proofs.indices.map {
            transposed
                ? terms.largest[lane] * proofs[$0].inverseNormBound
                : terms.weighted[$0][lane] / proofs[$0].slack
        }.min()
        // The high part alone is handed out: what the low part holds is error.
        let ofBoth = min(weighted ?? .infinity, elementwise * size)
        absolute = ofBoth * Self.up + low
        relative = absolute == 0 ? 0 : absolute / size
        refined = ofBoth == 0 ? 0 : ofBoth / size
    }

    /// What factors tell of their own answer x to b ≥ 0, without its residual: `error` is on ‖e‖₁, and no element is off by
    /// more than that.
    init<L: Lanes>(ofSolved answer: Panel<L>, error: Double, lane: Int) {
        var (size, least) = (0.0, Double.infinity)
        for element in answer.elements {
            size += element[lane: lane]
            least = min(least, element[lane: lane])
        }
        absolute = error * Self.up
        relative = absolute == 0 ? 0 : absolute / size * Self.up
        largestRelative = absolute == 0 ? 0 : absolute / max(0, least) * Self.up
        refined = relative
    }

    /// More than a few roundings of the bound's own arithmetic can take away.
    private static let up = 1 + 1e-9
}
