/// Elements that a sweep takes from old values together, group after group, in stretches that the cores share out.
///
/// How a matrix is cut depends on its cells alone.
struct SweepGroups: Sendable {
    private let groups: [[Range<Int>]]

    /// More groups are hardly better, and each costs two meetings of the cores.
    private static let count = 8
    /// Cells in a stretch of a large matrix: work for some ten times as long as handing it out takes.
    private static let leastCells = 32_768

    /// Groups of about as many cells each.
    init(of cells: SparseMatrix) {
        let stretches = min(4, max(1, cells.cellCount / (Self.count * Self.leastCells)))
        let total = Self.count * stretches
        var cuts = [0]
        for index in 1..<total {
            let wanted = cells.cellCount / total * index
            // The first column that begins there or later.
            var (low, high) = (cuts[cuts.count - 1], cells.columns)
            while low < high {
                let middle = (low + high) / 2
                if cells.columnStarts[middle] < wanted { low = middle + 1 } else { high = middle }
            }
            cuts.append(low)
        }
        cuts.append(cells.columns)
        groups = (0..<Self.count).map { group in
            (0..<stretches).map { cuts[group * stretches + $0]..<cuts[group * stretches + $0 + 1] }
        }
    }

    /// Elements of the largest group.
    var largestCount: Int {
        groups.map { ($0.last?.upperBound ?? 0) - ($0.first?.lowerBound ?? 0) }.max() ?? 0
    }

    /// What is done with a sweep's changes.
    enum Changes: Sendable {
        case forgotten
        /// Written down; compared with those before them where so asked.
        case kept(compared: Bool)
    }

    /// x_j ← v_j + Σ_i a_ij x_i, one sweep, and how it moved x.
    func sweep<L: Lanes>(
        _ cells: SparseMatrix,
        in memory: SweepMemory<L>,
        changes: Changes,
        measured norm: ResidualNorm
    ) -> SweepPace<L> {
        var pace = SweepPace<L>()
        for group in groups { memory.sweep(group, cells, changes, norm, &pace) }
        return pace
    }
}

/// How a sweep moved the iterate, lane by lane.
struct SweepPace<L: Lanes>: Sendable {
    /// ‖d‖.
    private(set) var size = L.zero
    /// (d − d′)·d.
    private(set) var cross = L.zero
    /// ‖d − d′‖².
    private(set) var square = L.zero

    /// Adds what a stretch gave: sixteen numbers of each kind, of which number k belongs to lane k modulo the lanes.
    mutating func add(_ results: ArraySlice<Double>, _ norm: ResidualNorm) {
        for (place, value) in results.enumerated() {
            let lane = place % L.laneCount
            switch (place / 16, norm) {
            case (0, .sum): size[lane: lane] += value
            case (0, .largest): size[lane: lane] = max(size[lane: lane], value)
            case (1, _): cross[lane: lane] += value
            default: square[lane: lane] += value
            }
        }
    }
}
