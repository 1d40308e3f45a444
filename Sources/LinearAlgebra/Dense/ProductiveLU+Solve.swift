import CKernels

extension ProductiveLU {
    /// Rows and columns that are solved together, before they are spread over or gathered from the rest.
    private static let stripe = Summation.block
    /// Rows that a core takes at a time: their elements stay in its first cache.
    private static let band = 256
    /// Columns that a core takes at a time.
    private static let columnsInAPart = 16

    /// Most roundings between a term of Ly or Ux, or of their transposes', and the element: what ``Rounding`` needs to know.
    var solvingDepth: Int {
        max(Summation.block + 1 + partCount(of: size, size: Self.stripe), Summation.depth(of: size))
            + Self.stripe + 8
    }

    /// (I − A)⁻¹B or (I − A')⁻¹B for a few right-hand sides at once: the factors are read once.
    func solve<L: Lanes>(_ right: Panel<L>, transposed: Bool) -> Panel<L> {
        guard L.groups == 0 else { return steps(to: right, transposed: transposed).solution }
        // The kernels work on four vectors at least.
        let vectors = (0..<L.laneCount).map { right.vector($0) }
        let solved = steps(to: Panel<SIMD4<Double>>(vectors, length: size), transposed: transposed).solution
        return Panel(vectors.indices.map { solved.vector($0) }, length: size)
    }

    /// The same, and what stood between the factors: y = L⁻¹b, or y = U'⁻¹b.
    ///
    /// Precondition: four lanes or more.
    func steps<L: Lanes>(
        to right: Panel<L>,
        transposed: Bool
    ) -> (between: Panel<L>, solution: Panel<L>) {
        var elements = right.elements
        // U'y = b or Ly = b, from the first unknown on.
        inPlace(&elements) {
            transposed
                ? solveByDots($0, isForward: true, isUnit: false)
                : solveByCombinations($0, isForward: true, isUnit: true)
        }
        let between = Panel(elements: elements)
        // L'x = y or Ux = y, from the last unknown back.
        inPlace(&elements) {
            transposed
                ? solveByDots($0, isForward: false, isUnit: true)
                : solveByCombinations($0, isForward: false, isUnit: false)
        }
        return (between, Panel(elements: elements))
    }

    private func inPlace<L: Lanes>(_ elements: inout [L], _ work: (DisjointlyWritten<L>) -> Void) {
        elements.withUnsafeMutableBufferPointer { work(DisjointlyWritten($0)) }
    }

    /// A triangle whose columns are combined: a stripe's unknowns are solved, then taken out of the rows that follow.
    private func solveByCombinations<L: Lanes>(_ x: DisjointlyWritten<L>, isForward: Bool, isUnit: Bool) {
        let stripes = stripes(isForward: isForward)
        let rows = stripes.map { isForward ? $0.upperBound..<size : 0..<$0.lowerBound }
        concurrently(stages: rows.flatMap { [1, partCount(of: $0.count, size: Self.band)] }) { stage, index in
            let stripe = stripes[stage / 2]
            if stage % 2 == 0 {
                substitute(stripe, isForward: isForward, step: 1, knownStep: size, isUnit: isUnit, x)
            } else {
                subtractCombination(of: stripe, over: rows[stage / 2], part: index, from: x)
            }
        }
    }

    /// A triangle whose columns are multiplied: what is known is taken out of a stripe's unknowns, then they are solved.
    private func solveByDots<L: Lanes>(_ x: DisjointlyWritten<L>, isForward: Bool, isUnit: Bool) {
        let stripes = stripes(isForward: isForward)
        let rows = stripes.map { isForward ? 0..<$0.lowerBound : $0.upperBound..<size }
        let parts = stripes.map { partCount(of: $0.count, size: Self.columnsInAPart) }
        concurrently(stages: parts.flatMap { [$0, 1] }) { stage, index in
            let stripe = stripes[stage / 2]
            if stage % 2 == 0 {
                subtractDots(of: stripe, with: rows[stage / 2], part: index, from: x)
            } else {
                substitute(stripe, isForward: isForward, step: size, knownStep: 1, isUnit: isUnit, x)
            }
        }
    }

    /// Stripes in the order they are solved in.
    private func stripes(isForward: Bool) -> [Range<Int>] {
        let stripes = (0..<partCount(of: size, size: Self.stripe)).map {
            part($0, of: size, size: Self.stripe)
        }
        return isForward ? stripes : stripes.reversed()
    }

    /// A stripe's own unknowns, each from those before it, or backwards from those after it.
    private func substitute<L: Lanes>(
        _ stripe: Range<Int>,
        isForward: Bool,
        step: Int,
        knownStep: Int,
        isUnit: Bool,
        _ x: DisjointlyWritten<L>
    ) {
        let first = isForward ? stripe.lowerBound : stripe.upperBound - 1
        let sign = isForward ? 1 : -1
        factors.storage.withUnsafeBufferPointer { cells in
            // A stripe that is not empty has a corner; lanes are numbers side by side.
            guard let cells = cells.baseAddress, let x = UnsafeMutableRawPointer(x.buffer.baseAddress) else {
                return
            }
            ringvirk_substitute(
                cells + first * (size + 1),
                sign * step,
                sign * knownStep,
                stripe.count,
                isUnit ? 1 : 0,
                x.assumingMemoryBound(to: Double.self) + first * L.laneCount,
                sign * L.laneCount,
                L.groups
            )
        }
    }

    /// x_j −= Σ_i m_ij x_i over `rows`, for a part of a stripe's columns.
    private func subtractDots<L: Lanes>(
        of stripe: Range<Int>,
        with rows: Range<Int>,
        part index: Int,
        from x: DisjointlyWritten<L>
    ) {
        guard !rows.isEmpty else { return }
        // Every column of the stripe belongs to one part; the rows are known.
        let columns = part(index, of: stripe.count, size: Self.columnsInAPart)
        let own = (stripe.lowerBound + columns.lowerBound)..<(stripe.lowerBound + columns.upperBound)
        let sums = factors.pairwiseSums(rows, own, UnsafeBufferPointer(x.buffer))
        for column in own { x.buffer[column] = x.buffer[column] - sums[column - own.lowerBound] }
    }

    /// x_i −= Σ_j m_ij x_j over a band of `rows`, j through a stripe's columns.
    private func subtractCombination<L: Lanes>(
        of stripe: Range<Int>,
        over rows: Range<Int>,
        part index: Int,
        from x: DisjointlyWritten<L>
    ) {
        // Every row belongs to one band; the stripe's elements are known.
        let part = part(index, of: rows.count, size: Self.band)
        let band = (rows.lowerBound + part.lowerBound)..<(rows.lowerBound + part.upperBound)
        let sums = factors.pairwiseBand(band, stripe, UnsafeBufferPointer(x.buffer))
        for row in band { x.buffer[row] = x.buffer[row] - sums[row - band.lowerBound] }
    }
}
