/// Krylov iteration for (I − A)x = r that keeps its directions: the generalised conjugate residual method, each lane a
/// system of its own, the matrix read once a step for all.
///
/// Each step takes the direction that the blocks on the diagonal make of the residual (Gauss–Seidel), and the multiple of it
/// that leaves the least residual, the directions before it considered: as few passes over A as any Krylov method needs.
/// What it costs is memory, two panels a step; so it is for dense matrices, and takes ``mostSteps`` at most. Sums run in
/// parts of fixed size, so that the iterates are the same bits on any number of threads. A lane that has reached its target,
/// or broken down, rests while the others go on.
///
/// Source: Eisenstat, Elman & Schultz (1983), SIAM J. Numer. Anal. 20, algorithm GCR.
struct ConjugateResiduals<L: Lanes>: Sendable {
    /// The iterate.
    private(set) var solution: Panel<L>
    /// What is left of the right-hand side, as the recurrence has it.
    private(set) var residual: Panel<L>
    /// What the residuals were to come down to, eased once the weights are known.
    private(set) var target: L
    /// Products with A so far.
    private(set) var products = 0

    private let matrix: Matrix
    private let blocks: DiagonalBlocks?
    private let transposed: Bool
    private let norm: ResidualNorm
    private var weights: (lane: Int, growth: Double)?
    private var isActive: [Bool]
    private var kept: [KeptDirection<L>] = []

    /// Directions kept; two panels each are a fortieth of a large table all together.
    static var mostSteps: Int { 30 }

    /// Iterates from zero until ‖r‖ ≤ `target` in every lane, or no lane can go on.
    ///
    /// - Parameter weights: the lane that holds the weights of the bound, and what was taken for their largest before
    ///   they were known.
    init(
        _ matrix: Matrix,
        blocks: DiagonalBlocks?,
        transposed: Bool,
        solving right: Panel<L>,
        to target: L,
        in norm: ResidualNorm,
        weights: (lane: Int, growth: Double)? = nil
    ) {
        self.matrix = matrix
        self.blocks = blocks
        self.transposed = transposed
        self.norm = norm
        self.target = target
        self.weights = weights
        solution = Panel(zerosOfLength: right.length)
        residual = right
        let start = PanelSweep.size(right, norm)
        isActive = (0..<L.laneCount).map { start[lane: $0] > target[lane: $0] }
        while isActive.contains(true), products < Self.mostSteps { step() }
        kept = []
    }

    /// Whether every lane's residual is down to its target.
    var isFinished: Bool {
        let size = PanelSweep.size(residual, norm)
        return (0..<L.laneCount).allSatisfy { size[lane: $0] <= target[lane: $0] }
    }

    private mutating func step() {
        products += 1
        var (direction, image) = ahead()
        for earlier in kept {
            let share = ratio(PanelSweep.product(earlier.image, image), earlier.square)
            PanelSweep.update(&image, earlier.image) { $0 - share * $1 }
            PanelSweep.update(&direction, earlier.direction) { $0 - share * $1 }
        }
        let fit = PanelSweep.products(image, residual)
        let length = ratio(fit.cross, fit.square)
        PanelSweep.update(&solution, direction) { $0 + length * $1 }
        PanelSweep.update(&residual, image) { $0 - length * $1 }
        kept.append(KeptDirection(direction: direction, image: image, square: fit.square))
        let size = PanelSweep.size(residual, norm)
        sharpenTarget()
        for lane in isActive.indices where size[lane: lane] <= target[lane: lane] { isActive[lane] = false }
    }

    /// A direction made of the residual, and (I − A) times it.
    private func ahead() -> (direction: Panel<L>, image: Panel<L>) {
        if let blocks {
            let (solved, image) = blocks.sweep(residual, through: matrix, transposed: transposed)
            return (solved, image)
        }
        let product =
            transposed ? matrix.transposedProduct(with: residual) : matrix.product(with: residual)
        return (residual, PanelSweep.map(residual, product) { $0 - $1 })
    }

    /// Once the weights' lane rests, their largest tells how far a residual can grow into an error.
    private mutating func sharpenTarget() {
        guard let weights, !isActive[weights.lane] else { return }
        self.weights = nil
        let easier = weights.growth / max(1, solution.largest(weights.lane))
        guard easier > 1, easier.isFinite else { return }
        for lane in isActive.indices where lane != weights.lane { target[lane: lane] *= easier }
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

/// A direction that was taken, what (I − A) makes of it, and that image's length squared, lane by lane.
private struct KeptDirection<L: Lanes>: Sendable {
    let direction: Panel<L>
    let image: Panel<L>
    let square: L
}
