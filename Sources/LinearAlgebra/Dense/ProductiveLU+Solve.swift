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
        inPlace(&elements) { transposed ? solveUpperTransposed($0) : solveLower($0) }
        let between = Panel(elements: elements)
        inPlace(&elements) { transposed ? solveLowerTransposed($0) : solveUpper($0) }
        return (between, Panel(elements: elements))
    }

    private func inPlace<L: Lanes>(_ elements: inout [L], _ work: (DisjointlyWritten<L>) -> Void) {
        elements.withUnsafeMutableBufferPointer { work(DisjointlyWritten($0)) }
    }

    private var stripes: [Range<Int>] {
        (0..<partCount(of: size, size: Self.stripe)).map { part($0, of: size, size: Self.stripe) }
    }

    /// Ly = b, from the first row on.
    private func solveLower<L: Lanes>(_ x: DisjointlyWritten<L>) {
        for stripe in stripes {
            substitute(stripe, isForward: true, step: 1, knownStep: size, isUnit: true, x)
            subtractCombination(of: stripe, over: stripe.upperBound..<size, from: x)
        }
    }

    /// Ux = y, from the last row back.
    private func solveUpper<L: Lanes>(_ x: DisjointlyWritten<L>) {
        for stripe in stripes.reversed() {
            substitute(stripe, isForward: false, step: 1, knownStep: size, isUnit: false, x)
            subtractCombination(of: stripe, over: 0..<stripe.lowerBound, from: x)
        }
    }

    /// U'y = b, from the first column on.
    private func solveUpperTransposed<L: Lanes>(_ x: DisjointlyWritten<L>) {
        for stripe in stripes {
            subtractDots(of: stripe, with: 0..<stripe.lowerBound, from: x)
            substitute(stripe, isForward: true, step: size, knownStep: 1, isUnit: false, x)
        }
    }

    /// L'x = y, from the last column back.
    private func solveLowerTransposed<L: Lanes>(_ x: DisjointlyWritten<L>) {
        for stripe in stripes.reversed() {
            subtractDots(of: stripe, with: stripe.upperBound..<size, from: x)
            substitute(stripe, isForward: false, step: size, knownStep: 1, isUnit: true, x)
        }
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

    /// x_j −= Σ_i m_ij x_i over `rows`, for a stripe's columns, shared out among the cores.
    private func subtractDots<L: Lanes>(
        of stripe: Range<Int>,
        with rows: Range<Int>,
        from x: DisjointlyWritten<L>
    ) {
        guard !rows.isEmpty else { return }
        let size = Self.columnsInAPart
        // Every column of the stripe belongs to one part; the rows are known.
        concurrently(partCount(of: stripe.count, size: size)) { index in
            let columns = part(index, of: stripe.count, size: size)
            let own = (stripe.lowerBound + columns.lowerBound)..<(stripe.lowerBound + columns.upperBound)
            let sums = factors.pairwiseSums(rows, own, UnsafeBufferPointer(x.buffer))
            for column in own { x.buffer[column] = x.buffer[column] - sums[column - own.lowerBound] }
        }
    }

    /// x_i −= Σ_j m_ij x_j over `rows`, j through a stripe's columns, in bands shared out among the cores.
    private func subtractCombination<L: Lanes>(
        of stripe: Range<Int>,
        over rows: Range<Int>,
        from x: DisjointlyWritten<L>
    ) {
        let size = Self.band
        // Every row belongs to one band; the stripe's elements are known.
        concurrently(partCount(of: rows.count, size: size)) { index in
            let part = part(index, of: rows.count, size: size)
            let band = (rows.lowerBound + part.lowerBound)..<(rows.lowerBound + part.upperBound)
            let sums = factors.pairwiseBand(band, stripe, UnsafeBufferPointer(x.buffer))
            for row in band { x.buffer[row] = x.buffer[row] - sums[row - band.lowerBound] }
        }
    }
}
