/// Sweeps x ← v + Mx over a sparse nonnegative M whose spectral radius is below one, each lane a system of its own.
///
/// Elements are taken in groups, one group after another, each from the newest values of all others: Gauss–Seidel by
/// blocks, which gains about twice as many digits in a sweep as taking all from the old ones. Within a group elements
/// depend on old values only and are shared out among the cores, so that the iterates are the same bits on any number of
/// threads. A sweep reads the matrix once and needs no vectors but v and x: for several lanes that is what counts.
///
/// What decays slowest in an economy is one mode, that of all firms together. Every few sweeps the last two changes d′, d
/// tell how slowly, and x moves to where that mode's remaining sweeps would take it: x − γd with γ = (d − d′)·d / ‖d − d′‖²
/// (reduced rank extrapolation of order one).
///
/// Sources: Berman & Plemmons (1994), ch. 7; Sidi (2017), Vector Extrapolation Methods, ch. 2.
struct GaussSeidel<L: Lanes>: Sendable {
    /// The iterate.
    private(set) var solution: Panel<L>
    /// Products with M so far.
    private(set) var products = 0
    /// Whether every lane's residual is at most its target.
    private(set) var isReached = false

    /// Sweeps between two extrapolations; the last two tell the pace.
    private static var cycle: Int { 4 }
    /// A cycle that leaves more than this share of the change is too slow: other methods are better then.
    private static var slowest: Double { 0.5 }

    /// Sweeps until ‖r‖ ≤ `target` in every lane, the pace is too slow, or `limit` products are used.
    ///
    /// - Parameters:
    ///   - cells: M', whose columns are M's rows.
    ///   - contraction: ‖Mx‖ ≤ `contraction` ‖x‖ in `norm`.
    ///   - weights: the lane that holds the weights of the bound, and what was taken for their largest before they were
    ///     known: once its target is reached, they make the others' easier.
    init(
        _ cells: SparseMatrix,
        solving right: Panel<L>,
        to target: L,
        in norm: ResidualNorm,
        contraction: Double,
        weights: (lane: Int, growth: Double)? = nil,
        limit: Int
    ) {
        let groups = SweepGroups(of: cells)
        let memory = SweepMemory(from: right, largestGroup: groups.largestCount)
        var (target, weights, before) = (target, weights, L(repeating: .infinity))
        while products < limit, !isReached {
            let phase = products % Self.cycle
            let isLast = phase == Self.cycle - 1
            let pace = groups.sweep(
                cells,
                in: memory,
                changes: phase >= Self.cycle - 2 ? .kept(compared: isLast) : .forgotten,
                measured: norm
            )
            products += 1
            if let (lane, growth) = weights, contraction * pace.size[lane: lane] <= target[lane: lane] {
                let easier = growth / max(1, memory.largest(lane) * (1 + target[lane: lane]))
                for other in 0..<L.laneCount where other != lane && easier > 1 {
                    target[lane: other] *= easier
                }
                weights = nil
            }
            // The residual is what the sweep's change does to elements that were taken before it.
            isReached = (0..<L.laneCount).allSatisfy { contraction * pace.size[lane: $0] <= target[lane: $0] }
            guard isLast, !isReached else { continue }
            guard Self.isFast(pace.size, before) else { break }
            before = pace.size
            memory.extrapolate(by: Self.shares(pace))
        }
        solution = memory.iterate
    }

    private static func isFast(_ size: L, _ before: L) -> Bool {
        (0..<L.laneCount).allSatisfy { size[lane: $0] <= slowest * before[lane: $0] }
    }

    /// γ, lane by lane; zero where the mode is not there to be seen.
    private static func shares(_ pace: SweepPace<L>) -> L {
        var shares = L.zero
        for lane in 0..<L.laneCount {
            let share = pace.cross[lane: lane] / pace.square[lane: lane]
            if share > -1_000, share < 1 { shares[lane: lane] = share }
        }
        return shares
    }
}
