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
    init<L: Lanes>(
        of answer: Approximation<L>,
        residual: Residual<L>,
        right: Panel<L>,
        lane: Int,
        transposed: Bool,
        proofs: [ProductivityProof],
        isNonnegative: Bool
    ) {
        var (share, size, low) = (0.0, 0.0, 0.0)
        var lowShare = 0.0
        for index in right.elements.indices {
            let off =
                residual.values.elements[index][lane: lane].magnitude
                + residual.rounding.elements[index][lane: lane]
            let wanted = right.elements[index][lane: lane]
            if off > 0 { share = max(share, wanted > 0 ? off / wanted : .infinity) }
            let (value, rest) = (
                answer.high.elements[index][lane: lane].magnitude,
                answer.low.elements[index][lane: lane].magnitude
            )
            size = transposed ? max(size, value) : size + value
            low = transposed ? max(low, rest) : low + rest
            if rest > 0 { lowShare = max(lowShare, rest / value) }
        }
        let elementwise = isNonnegative && share < 0.5 ? share / (1 - share) * Self.up : .infinity
        largestRelative = elementwise + lowShare * Self.up
        let weighted = proofs.map { $0.error(residual, lane: lane, transposed: transposed) }.min()
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

extension ProductivityProof {
    /// Upper bound on the error that goes with a residual.
    fileprivate func error<L: Lanes>(_ residual: Residual<L>, lane: Int, transposed: Bool) -> Double {
        var (weighted, largest) = (0.0, 0.0)
        for index in residual.values.elements.indices {
            let off =
                residual.values.elements[index][lane: lane].magnitude
                + residual.rounding.elements[index][lane: lane]
            weighted += weight(index) * off
            largest = max(largest, off)
        }
        return transposed ? largest * inverseNormBound : weighted / slack
    }
}
