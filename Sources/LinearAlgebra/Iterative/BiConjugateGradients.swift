/// Krylov iteration for (I − A)x = r: BiCGSTAB, each lane a system of its own, the matrix read once for all.
///
/// With blocks on the diagonal solved first, where they are given (right preconditioning: the residual stays that of the
/// equations).
/// Two products with A an iteration, and vector work of a few panel lengths. Sums run in parts of fixed size, so that
/// the iterates are the same bits on any number of threads. A lane that has reached its target, or broken down, rests
/// while the others go on.
///
/// Source: van der Vorst (1992), SIAM J. Sci. Stat. Comput. 13.
struct BiConjugateGradients<L: Lanes>: Sendable {
    /// The iterate.
    private(set) var solution: Panel<L>
    /// Products with A so far.
    private(set) var products = 0

    private let matrix: SquareMatrix
    private let transposed: Bool
    private let norm: ResidualNorm
    private let blocks: DiagonalBlocks?
    /// The lane that holds the weights of the bound, and what was taken for their largest before they were known.
    private let weights: (lane: Int, growth: Double)?
    private var isSharpened = false
    private var target: L
    private var residual: Panel<L>
    private let shadow: Panel<L>
    private var direction: Panel<L>
    private var correlation: L
    private var isActive: [Bool]

    /// Iterates from zero until ‖r‖ ≤ `target` in every lane, a lane breaks down, or `limit` products are used.
    init(
        _ matrix: SquareMatrix,
        blocks: DiagonalBlocks? = nil,
        transposed: Bool,
        solving right: Panel<L>,
        to target: L,
        in norm: ResidualNorm,
        weights: (lane: Int, growth: Double)? = nil,
        limit: Int
    ) {
        self.matrix = matrix
        self.blocks = blocks
        self.weights = weights
        self.transposed = transposed
        self.norm = norm
        self.target = target
        solution = Panel(zerosOfLength: right.length)
        residual = right
        shadow = right
        direction = right
        correlation = PanelSweep.product(right, right)
        let start = PanelSweep.size(right, norm)
        isActive = (0..<L.laneCount).map { start[lane: $0] > target[lane: $0] }
        while isActive.contains(true), products + 2 <= limit { step() }
    }

    private mutating func step() {
        let ahead = blocks?.solve(direction, transposed: transposed) ?? direction
        let image = minusProduct(of: ahead)
        let step = ratio(correlation, PanelSweep.product(shadow, image))
        // From here the residual is that of half a step, until the other half is taken.
        PanelSweep.update(&residual, image) { $0 - step * $1 }
        let half = blocks?.solve(residual, transposed: transposed) ?? residual
        let halfImage = minusProduct(of: half)
        let fit = PanelSweep.products(halfImage, residual)
        let weight = ratio(fit.cross, fit.square)
        PanelSweep.update(&solution, ahead, half) { $0 + step * $1 + weight * $2 }
        // A resting lane's residual no longer matters; its solution stays, because step and weight are zero.
        PanelSweep.update(&residual, halfImage) { $0 - weight * $1 }
        let next = PanelSweep.product(shadow, residual)
        let turn = ratio(next, correlation) * ratio(step, weight)
        PanelSweep.update(&direction, residual, image) { $1 + turn * ($0 - weight * $2) }
        correlation = next
        let size = PanelSweep.size(residual, norm)
        sharpenTarget()
        for lane in isActive.indices where size[lane: lane] <= target[lane: lane] { isActive[lane] = false }
    }

    /// Once the weights' lane rests, their largest tells how far a residual can grow into an error.
    private mutating func sharpenTarget() {
        guard let weights, !isSharpened, !isActive[weights.lane] else { return }
        isSharpened = true
        let easier = weights.growth / max(1, solution.largest(weights.lane))
        guard easier > 1, easier.isFinite else { return }
        for lane in isActive.indices where lane != weights.lane { target[lane: lane] *= easier }
    }

    /// P − AP, or P − A'P.
    private mutating func minusProduct(of panel: Panel<L>) -> Panel<L> {
        products += 1
        var image = matrix.product(with: panel, transposed: transposed)
        PanelSweep.update(&image, panel) { $1 - $0 }
        return image
    }

    /// Lane by lane, zero in a resting lane; a lane whose quotient is no number rests from here on.
    private mutating func ratio(_ numerator: L, _ denominator: L) -> L {
        var result = L.zero
        for lane in isActive.indices where isActive[lane] {
            let quotient = numerator[lane: lane] / denominator[lane: lane]
            if quotient.isFinite { result[lane: lane] = quotient } else { isActive[lane] = false }
        }
        return result
    }
}

/// How a residual is measured: as the bound on the error needs it.
enum ResidualNorm: Sendable {
    /// Σ |r_i|, for x = Ax + f.
    case sum
    /// max |r_i|, for m = A'm + v.
    case largest
}
