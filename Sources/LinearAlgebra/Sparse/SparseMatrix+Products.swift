import CKernels

extension SparseMatrix {
    /// M'x, one number a column; columns are shared out among the cores. O(cells).
    ///
    /// Precondition: `vector.count == rows`.
    public func transposedTimes(_ vector: [Double]) -> [Double] {
        precondition(vector.count == rows, "the vector's length does not fit the matrix")
        return transposedProduct(with: Panel(elements: vector)).elements
    }

    /// Mx, one number a row, added up column by column on one core. O(cells).
    ///
    /// For many products with the same matrix, ``transposed()`` once and ``transposedTimes(_:)`` are faster.
    /// Precondition: `vector.count == columns`.
    public func times(_ vector: [Double]) -> [Double] {
        precondition(vector.count == columns, "the vector's length does not fit the matrix")
        var result = [Double](repeating: 0, count: rows)
        let (starts, indices, numbers) = (columnStarts.span, rowIndices.span, values.span)
        var sums = result.mutableSpan
        for column in 0..<columns {
            let factor = vector[column]
            for cell in starts[column]..<starts[column + 1] {
                sums[Int(indices[unchecked: cell])] += numbers[unchecked: cell] * factor
            }
        }
        return result
    }

    /// M'X for a few vectors at once, the matrix read once.
    ///
    /// Each column's sum is a pairwise one (``Summation``), whatever the number of threads.
    func transposedProduct<L: Lanes>(with panel: Panel<L>) -> Panel<L> {
        let elements = panel.elements
        let size = columnsInAPart
        let result = [L](unsafeUninitializedCapacity: columns) { buffer, count in
            buffer.expectLargePages()
            let written = DisjointlyWritten(buffer)
            concurrently(partCount(of: columns, size: size)) { index in
                // Every column belongs to one part.
                let (starts, source) = (columnStarts.span, elements.span)
                for column in part(index, of: columns, size: size) {
                    let sum = sum(cells: starts[column]..<starts[column + 1], of: source)
                    written.buffer.initializeElement(at: column, to: sum)
                }
            }
            count = columns
        }
        return Panel(elements: result)
    }

    /// Σ values[cell] · source[row of cell], in blocks that are added pairwise.
    @inline(__always)
    private func sum<L: Lanes>(cells: Range<Int>, of source: Span<L>) -> L {
        cells.count <= Summation.block
            ? blockSum(cells: cells, of: source) : pairwiseSum(cells: cells, of: source)
    }

    private func pairwiseSum<L: Lanes>(cells: Range<Int>, of source: Span<L>) -> L {
        guard cells.count > Summation.block else { return blockSum(cells: cells, of: source) }
        let middle = Summation.middle(of: cells)
        return pairwiseSum(cells: cells.lowerBound..<middle, of: source)
            + pairwiseSum(cells: middle..<cells.upperBound, of: source)
    }

    /// Two running sums, even and odd cells, so that an addition need not wait for the one before.
    @inline(__always)
    private func blockSum<L: Lanes>(cells: Range<Int>, of source: Span<L>) -> L {
        let (indices, numbers) = (rowIndices.span, values.span)
        if L.groups > 0 { return kernelSum(cells: cells, of: source) }
        var (even, odd) = (L.zero, L.zero)
        var cell = cells.lowerBound
        while cell + 1 < cells.upperBound {
            // Rows were checked against the matrix when it was made, and the panel against the rows.
            even += numbers[unchecked: cell] * source[unchecked: Int(indices[unchecked: cell])]
            odd += numbers[unchecked: cell + 1] * source[unchecked: Int(indices[unchecked: cell + 1])]
            cell += 2
        }
        if cell < cells.upperBound {
            even += numbers[unchecked: cell] * source[unchecked: Int(indices[unchecked: cell])]
        }
        return even + odd
    }

    /// The same two sums by a kernel that fetches elements ahead of time.
    private func kernelSum<L: Lanes>(cells: Range<Int>, of source: Span<L>) -> L {
        var sum = L.zero
        values.withUnsafeBufferPointer { numbers in
            rowIndices.withUnsafeBufferPointer { rows in
                source.withUnsafeBytes { from in
                    withUnsafeMutableBytes(of: &sum) { to in
                        guard let numbers = numbers.baseAddress, let rows = rows.baseAddress,
                            let from = from.baseAddress, let to = to.baseAddress
                        else { return }
                        ringvirk_gather(
                            numbers + cells.lowerBound,
                            rows + cells.lowerBound,
                            cells.count,
                            cellCount - cells.upperBound,
                            from.assumingMemoryBound(to: Double.self),
                            L.groups,
                            to.assumingMemoryBound(to: Double.self)
                        )
                    }
                }
            }
        }
        return sum
    }

    /// Columns in a part: some sixteen parts of a large matrix, and none so small that sharing out costs more than it
    /// brings.
    var columnsInAPart: Int {
        let cells = max(cellCount, columns, 1)
        return max(1, columns * max(65_536, cells / 16) / cells)
    }
}
