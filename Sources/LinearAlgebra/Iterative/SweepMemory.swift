import CKernels

/// What sweeps work on: the iterate x, its last change, and room for a group's new elements.
///
/// All begin at a cache line. An array's elements do not: of eight lanes each would lie in two lines, and gathering them from
/// all over would fetch twice as much.
final class SweepMemory<L: Lanes>: @unchecked Sendable {
    // Each stretch of a group reads x everywhere and writes the others at its own elements; then it writes x there, when all
    // stretches have read it.
    private let x: UnsafeMutableBufferPointer<L>
    private let next: UnsafeMutableBufferPointer<L>
    private let change: UnsafeMutableBufferPointer<L>
    private let start: Panel<L>

    /// Elements that a core copies or changes at a time.
    private static var partSize: Int { 65_536 / L.laneCount }

    /// x = `start`, which is v; no group has more than `most` elements.
    init(from start: Panel<L>, largestGroup most: Int) {
        self.start = start
        x = Self.allocate(start.length)
        next = Self.allocate(most)
        change = Self.allocate(start.length)
        let (source, written) = (start.elements, DisjointlyWritten(x))
        // Every element belongs to one part.
        concurrently(partCount(of: source.count, size: Self.partSize)) { index in
            for element in part(index, of: source.count, size: Self.partSize) {
                written.buffer.initializeElement(at: element, to: source[element])
            }
        }
    }

    deinit {
        x.deallocate()
        next.deallocate()
        change.deallocate()
    }

    private static func allocate(_ count: Int) -> UnsafeMutableBufferPointer<L> {
        let bytes = UnsafeMutableRawBufferPointer.allocate(
            byteCount: count * MemoryLayout<L>.stride,
            alignment: 64
        )
        let elements = bytes.bindMemory(to: L.self)
        elements.expectLargePages()
        return elements
    }

    /// A copy of x.
    var iterate: Panel<L> {
        let elements = [L](unsafeUninitializedCapacity: x.count) { buffer, count in
            buffer.expectLargePages()
            let written = DisjointlyWritten(buffer)
            // Every element belongs to one part.
            concurrently(partCount(of: x.count, size: Self.partSize)) { index in
                for element in part(index, of: x.count, size: Self.partSize) {
                    written.buffer.initializeElement(at: element, to: x[element])
                }
            }
            count = x.count
        }
        return Panel(elements: elements)
    }

    /// The largest element of x in a lane, in size.
    func largest(_ lane: Int) -> Double { x.reduce(0) { max($0, $1[lane: lane].magnitude) } }

    /// x − shares · change.
    func extrapolate(by shares: L) {
        // Every element belongs to one part.
        concurrently(partCount(of: x.count, size: Self.partSize)) { index in
            for element in part(index, of: x.count, size: Self.partSize) {
                x[element] = x[element] - shares * change[element]
            }
        }
    }

    /// x_j ← v_j + Σ_i a_ij x_i for a group's elements, and how it moved them.
    func sweep(
        _ group: [Range<Int>],
        _ cells: SparseMatrix,
        _ changes: SweepGroups.Changes,
        _ norm: ResidualNorm,
        _ pace: inout SweepPace<L>
    ) {
        guard let first = group.first?.lowerBound else { return }
        concurrently(group.count) { index in
            guard let from = Self.numbers(x, 0), let to = Self.numbers(next, group[index].lowerBound - first)
            else { return }
            start.withNumbers { v in
                ringvirk_sweep(
                    cells.values,
                    cells.rowIndices,
                    cells.columnStarts,
                    group[index].lowerBound,
                    group[index].upperBound,
                    L.laneCount,
                    from,
                    v,
                    to
                )
            }
        }
        // Sixteen numbers of each kind a stretch.
        let results = [Double](unsafeUninitializedCapacity: 48 * group.count) { buffer, count in
            let written = DisjointlyWritten(buffer)
            concurrently(group.count) { index in
                settle(
                    group[index],
                    after: first,
                    changes,
                    norm,
                    written.buffer.baseAddress.map { $0 + 48 * index }
                )
            }
            count = 48 * group.count
        }
        for stretch in group.indices {
            pace.add(results[(48 * stretch)..<(48 * stretch + 48)], norm)
        }
    }

    private func settle(
        _ range: Range<Int>,
        after first: Int,
        _ changes: SweepGroups.Changes,
        _ norm: ResidualNorm,
        _ results: UnsafeMutablePointer<Double>?
    ) {
        guard let results, let own = Self.numbers(x, range.lowerBound),
            let new = Self.numbers(next, range.lowerBound - first)
        else { return }
        var (keeps, compares) = (false, false)
        if case .kept(let compared) = changes { (keeps, compares) = (true, compared) }
        ringvirk_settle(
            own,
            new,
            keeps ? Self.numbers(change, range.lowerBound) : nil,
            range.count * L.laneCount,
            norm == .sum ? 1 : 0,
            compares ? 1 : 0,
            results,
            results + 16,
            results + 32
        )
    }

    /// Elements from one on as numbers, lane after lane of each.
    private static func numbers(_ elements: UnsafeMutableBufferPointer<L>, _ first: Int)
        -> UnsafeMutablePointer<Double>?
    {
        UnsafeMutableRawPointer(elements.baseAddress).map {
            $0.assumingMemoryBound(to: Double.self) + first * L.laneCount
        }
    }
}
