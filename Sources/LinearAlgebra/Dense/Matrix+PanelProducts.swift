import CKernels

extension Matrix {
    /// M'X for a few vectors at once: the matrix is read once, a few columns at a time, shared out among the cores.
    ///
    /// Each element is a pairwise sum (``Summation``), the same bits on any number of threads.
    /// Precondition: `panel.length == rows`.
    func transposedProduct<L: Lanes>(with panel: Panel<L>) -> Panel<L> {
        precondition(panel.length == rows, "the panel's length does not fit the matrix")
        let elements = panel.elements
        let size = Self.columnsInAPart
        let result = [L](unsafeUninitializedCapacity: columns) { buffer, count in
            let written = DisjointlyWritten(buffer)
            concurrently(partCount(of: columns, size: size)) { index in
                // Every column belongs to one part.
                let columns = part(index, of: columns, size: size)
                let sums = elements.withUnsafeBufferPointer { pairwiseSums(0..<rows, columns, $0) }
                for column in columns {
                    written.buffer.initializeElement(at: column, to: sums[column - columns.lowerBound])
                }
            }
            count = columns
        }
        return Panel(elements: result)
    }

    /// Σ over `range` of some columns' elements times the panel's, in blocks that are added pairwise.
    func pairwiseSums<L: Lanes>(_ range: Range<Int>, _ columns: Range<Int>, _ source: UnsafeBufferPointer<L>)
        -> [L]
    {
        guard range.count > Summation.block else { return blockSums(range, columns, source) }
        let middle = Summation.middle(of: range)
        var sums = pairwiseSums(range.lowerBound..<middle, columns, source)
        let lower = pairwiseSums(middle..<range.upperBound, columns, source)
        for index in sums.indices { sums[index] += lower[index] }
        return sums
    }

    private func blockSums<L: Lanes>(
        _ range: Range<Int>,
        _ columns: Range<Int>,
        _ source: UnsafeBufferPointer<L>
    ) -> [L] {
        var sums = [L](repeating: .zero, count: columns.count)
        if L.groups > 0 {
            withKernelPointers(source, &sums) { cells, from, to in
                ringvirk_dots(
                    cells + columns.lowerBound * rows + range.lowerBound,
                    rows,
                    range.count,
                    columns.count,
                    from + range.lowerBound * L.laneCount,
                    L.groups,
                    to
                )
            }
            return sums
        }
        let numbers = storage.span
        for column in columns {
            var sum = L.zero
            let offset = column * rows
            // A column of this matrix, and the panel is as long as a column.
            for row in range { sum += numbers[unchecked: offset &+ row] * source[row] }
            sums[column - columns.lowerBound] = sum
        }
        return sums
    }

    /// MX for a few vectors at once: the matrix is read once, in bands of rows shared out among the cores.
    ///
    /// Within a band, columns are added in blocks, and the blocks pairwise, as in ``transposedProduct(with:)``.
    /// Precondition: `panel.length == columns`.
    func product<L: Lanes>(with panel: Panel<L>) -> Panel<L> {
        precondition(panel.length == columns, "the panel's length does not fit the matrix")
        let elements = panel.elements
        let size = Self.rowsInABand
        let result = [L](unsafeUninitializedCapacity: rows) { buffer, count in
            let written = DisjointlyWritten(buffer)
            concurrently(partCount(of: rows, size: size)) { index in
                // Every row belongs to one band.
                let band = part(index, of: rows, size: size)
                let sums = elements.withUnsafeBufferPointer { pairwiseBand(band, 0..<columns, $0) }
                for row in band {
                    written.buffer.initializeElement(at: row, to: sums[row - band.lowerBound])
                }
            }
            count = rows
        }
        return Panel(elements: result)
    }

    /// Σ over `range` of columns times the panel's elements, for a band of rows.
    func pairwiseBand<L: Lanes>(_ band: Range<Int>, _ range: Range<Int>, _ source: UnsafeBufferPointer<L>)
        -> [L]
    {
        guard range.count > Summation.block else { return blockBand(band, range, source) }
        let middle = Summation.middle(of: range)
        var left = pairwiseBand(band, range.lowerBound..<middle, source)
        let right = pairwiseBand(band, middle..<range.upperBound, source)
        for row in 0..<band.count { left[row] += right[row] }
        return left
    }

    private func blockBand<L: Lanes>(
        _ band: Range<Int>,
        _ range: Range<Int>,
        _ source: UnsafeBufferPointer<L>
    ) -> [L] {
        var sums = [L](repeating: .zero, count: band.count)
        if L.groups > 0 {
            withKernelPointers(source, &sums) { cells, from, to in
                ringvirk_combine(
                    cells + range.lowerBound * rows + band.lowerBound,
                    rows,
                    band.count,
                    range.count,
                    from + range.lowerBound * L.laneCount,
                    L.groups,
                    to
                )
            }
            return sums
        }
        let numbers = storage.span
        var target = sums.mutableSpan
        for column in range {
            let (factor, offset) = (source[column], column * rows + band.lowerBound)
            // The band's rows of one column, and as many sums.
            for row in 0..<band.count { target[unchecked: row] += numbers[unchecked: offset &+ row] * factor }
        }
        return sums
    }

    /// The cells, a panel to read and sums to write, as the kernels take them.
    private func withKernelPointers<L: Lanes>(
        _ source: UnsafeBufferPointer<L>,
        _ sums: inout [L],
        _ body: (UnsafePointer<Double>, UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void
    ) {
        storage.withUnsafeBufferPointer { cells in
            sums.withUnsafeMutableBytes { to in
                // Lanes are numbers side by side, and nothing else; empty panels do not come here.
                guard let cells = cells.baseAddress, let to = to.baseAddress,
                    let from = UnsafeRawBufferPointer(source).baseAddress
                else { return }
                body(
                    cells,
                    from.assumingMemoryBound(to: Double.self),
                    to.assumingMemoryBound(to: Double.self)
                )
            }
        }
    }

    /// Columns in a part: enough for a tenth of a millisecond, few enough to share out evenly.
    private static var columnsInAPart: Int { 32 }

    /// Rows in a band: 512 elements of a panel stay in a core's first cache.
    private static var rowsInABand: Int { 512 }
}
