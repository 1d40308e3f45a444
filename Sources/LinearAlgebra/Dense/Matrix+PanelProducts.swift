extension Matrix {
    /// M'X for a few vectors at once: the matrix is read once, two columns at a time, shared out among the cores.
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
                let (source, numbers) = (elements.span, storage.span)
                let columns = part(index, of: columns, size: size)
                var column = columns.lowerBound
                while column + 1 < columns.upperBound {
                    let sums = pairwiseSums(0..<rows, numbers, column * rows, (column + 1) * rows, source)
                    written.buffer.initializeElement(at: column, to: sums.0)
                    written.buffer.initializeElement(at: column + 1, to: sums.1)
                    column += 2
                }
                if column < columns.upperBound {
                    let sums = pairwiseSums(0..<rows, numbers, column * rows, column * rows, source)
                    written.buffer.initializeElement(at: column, to: sums.0)
                }
            }
            count = columns
        }
        return Panel(elements: result)
    }

    /// Σ over `range` of two columns' elements times the panel's, in blocks that are added pairwise.
    private func pairwiseSums<L: Lanes>(
        _ range: Range<Int>,
        _ numbers: Span<Double>,
        _ first: Int,
        _ second: Int,
        _ source: Span<L>
    ) -> (L, L) {
        guard range.count > Summation.block else {
            var (one, other) = (L.zero, L.zero)
            for row in range {
                // Offsets are columns of this matrix, and the panel is as long as a column.
                let element = source[unchecked: row]
                one += numbers[unchecked: first + row] * element
                other += numbers[unchecked: second + row] * element
            }
            return (one, other)
        }
        let middle = Summation.middle(of: range)
        let upper = pairwiseSums(range.lowerBound..<middle, numbers, first, second, source)
        let lower = pairwiseSums(middle..<range.upperBound, numbers, first, second, source)
        return (upper.0 + lower.0, upper.1 + lower.1)
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
                let sums = pairwiseBand(band, 0..<columns, storage.span, elements.span)
                for row in band {
                    written.buffer.initializeElement(at: row, to: sums[row - band.lowerBound])
                }
            }
            count = rows
        }
        return Panel(elements: result)
    }

    /// Σ over `range` of columns times the panel's elements, for a band of rows.
    private func pairwiseBand<L: Lanes>(
        _ band: Range<Int>,
        _ range: Range<Int>,
        _ numbers: Span<Double>,
        _ source: Span<L>
    ) -> [L] {
        guard range.count > Summation.block else {
            var sums = [L](repeating: .zero, count: band.count)
            var target = sums.mutableSpan
            for column in range {
                let (factor, offset) = (source[column], column * rows + band.lowerBound)
                for row in 0..<band.count {
                    // The band's rows of one column, and as many sums.
                    target[unchecked: row] += numbers[unchecked: offset + row] * factor
                }
            }
            return sums
        }
        let middle = Summation.middle(of: range)
        var left = pairwiseBand(band, range.lowerBound..<middle, numbers, source)
        let right = pairwiseBand(band, middle..<range.upperBound, numbers, source)
        for row in 0..<band.count { left[row] += right[row] }
        return left
    }

    /// Columns in a part: enough for a tenth of a millisecond, few enough to share out evenly.
    private static var columnsInAPart: Int { 32 }

    /// Rows in a band: 512 elements of a panel stay in a core's first cache.
    private static var rowsInABand: Int { 512 }
}
