import CKernels

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

    /// What is done with a sweep's changes.
    enum Changes: Sendable {
        case forgotten
        /// Written down; compared with those before them where so asked.
        case kept(compared: Bool)
    }

    /// x_j ← v_j + Σ_i a_ij x_i, one sweep, and how it moved x. `next` and `change` are room to work in.
    func sweep<L: Lanes>(
        _ cells: SparseMatrix,
        from right: Panel<L>,
        over x: inout Panel<L>,
        by next: inout Panel<L>,
        changes: Changes,
        into change: inout Panel<L>,
        in norm: ResidualNorm
    ) -> SweepPace<L> {
        var pace = SweepPace<L>()
        right.elements.withUnsafeBytes { right in
            x.elements.withUnsafeMutableBytes { x in
                next.elements.withUnsafeMutableBytes { next in
                    change.elements.withUnsafeMutableBytes { change in
                        guard let v = right.baseAddress, let x = x.baseAddress, let y = next.baseAddress,
                            let d = change.baseAddress
                        else { return }
                        let memory = SweepMemory<L>(
                            v: v.assumingMemoryBound(to: Double.self),
                            x: x.assumingMemoryBound(to: Double.self),
                            next: y.assumingMemoryBound(to: Double.self),
                            change: d.assumingMemoryBound(to: Double.self)
                        )
                        for group in groups { memory.sweep(group, cells, changes, norm, &pace) }
                    }
                }
            }
        }
        return pace
    }
}

/// How a sweep moved the iterate, lane by lane.
struct SweepPace<L: Lanes>: Sendable {
    /// ‖d‖.
    fileprivate(set) var size = L.zero
    /// (d − d′)·d.
    fileprivate(set) var cross = L.zero
    /// ‖d − d′‖².
    fileprivate(set) var square = L.zero
}

/// The panels of a sweep, as numbers. Each stretch of a group reads x everywhere and writes the others at its own elements;
/// then it writes x there, when all stretches have read it.
private struct SweepMemory<L: Lanes>: @unchecked Sendable {
    let v: UnsafePointer<Double>
    let x: UnsafeMutablePointer<Double>
    let next: UnsafeMutablePointer<Double>
    let change: UnsafeMutablePointer<Double>

    func sweep(
        _ group: [Range<Int>],
        _ cells: SparseMatrix,
        _ changes: SweepGroups.Changes,
        _ norm: ResidualNorm,
        _ pace: inout SweepPace<L>
    ) {
        concurrently(group.count) { index in
            ringvirk_sweep(
                cells.values,
                cells.rowIndices,
                cells.columnStarts,
                group[index].lowerBound,
                group[index].upperBound,
                L.laneCount,
                x,
                v,
                next
            )
        }
        // Sixteen numbers of each kind a stretch.
        let results = [Double](unsafeUninitializedCapacity: 48 * group.count) { buffer, count in
            let written = DisjointlyWritten(buffer)
            concurrently(group.count) { index in
                settle(group[index], changes, norm, written.buffer.baseAddress.map { $0 + 48 * index })
            }
            count = 48 * group.count
        }
        for stretch in group.indices { add(results[(48 * stretch)..<(48 * stretch + 48)], norm, to: &pace) }
    }

    private func settle(
        _ range: Range<Int>,
        _ changes: SweepGroups.Changes,
        _ norm: ResidualNorm,
        _ results: UnsafeMutablePointer<Double>?
    ) {
        guard let results else { return }
        let first = range.lowerBound * L.laneCount
        var (keeps, compares) = (false, false)
        if case .kept(let compared) = changes { (keeps, compares) = (true, compared) }
        ringvirk_settle(
            x + first,
            next + first,
            keeps ? change + first : nil,
            range.count * L.laneCount,
            norm == .sum ? 1 : 0,
            compares ? 1 : 0,
            results,
            results + 16,
            results + 32
        )
    }

    private func add(_ results: ArraySlice<Double>, _ norm: ResidualNorm, to pace: inout SweepPace<L>) {
        for (place, value) in results.enumerated() {
            let lane = place % L.laneCount
            switch (place / 16, norm) {
            case (0, .sum): pace.size[lane: lane] += value
            case (0, .largest): pace.size[lane: lane] = max(pace.size[lane: lane], value)
            case (1, _): pace.cross[lane: lane] += value
            default: pace.square[lane: lane] += value
            }
        }
    }
}
