/// The blocks on the diagonal of I − A, ready to be solved: what sectors that stand next to each other do to each other.
///
/// In a table of many regions most of what a sector buys comes from its own region, whose sectors stand together. Solving
/// within blocks first leaves less for the iteration to do. How the blocks are cut affects the number of rounds, never the
/// answer.
///
/// Source: Saad (2003), Iterative Methods for Sparse Linear Systems, 2nd ed., §4.1 and §10.2.
struct DiagonalBlocks: Sendable {
    private let size: Int
    private let ranges: [Range<Int>]
    private let inverses: [Matrix]

    /// Columns or rows that a core takes at a time in a block's own step.
    private static let columnsInAPart = 16
    private static let rowsInABand = 512

    /// Blocks of a dense nonnegative A; `nil` where they hold too little of it to be worth their making.
    init?(of matrix: Matrix, survey: ColumnSurvey) {
        guard matrix.rows > DiagonalCuts.widest else { return nil }
        let ranges = DiagonalCuts(of: matrix).blocks
        let blocks = ranges.map { matrix.diagonalBlock($0) }
        let inside = blocks.reduce(0) { $0 + $1.columnSums.reduce(0, +) }
        guard inside > survey.absoluteSums.reduce(0, +) / 4 else { return nil }
        let inverses = blocks.compactMap {
            try? LUFactorization($0.subtractedFromIdentity, estimatingCondition: false).inverse()
        }
        guard inverses.count == ranges.count else { return nil }
        self.inverses = inverses
        self.ranges = ranges
        size = matrix.rows
    }

    /// Each block's inverse, or its transpose, times its stretch of the panel (block Jacobi).
    func solve<L: Lanes>(_ right: Panel<L>, transposed: Bool) -> Panel<L> {
        let elements = [L](unsafeUninitializedCapacity: size) { buffer, count in
            let written = DisjointlyWritten(buffer)
            // Every element belongs to one block.
            concurrently(inverses.count) { index in
                let solved = solve(index, Array(right.elements[ranges[index]]), transposed)
                for (row, element) in zip(ranges[index], solved) {
                    written.buffer.initializeElement(at: row, to: element)
                }
            }
            count = size
        }
        return Panel(elements: elements)
    }

    private func solve<L: Lanes>(_ block: Int, _ stretch: [L], _ transposed: Bool) -> [L] {
        let panel = Panel(elements: stretch)
        return transposed
            ? inverses[block].transposedProduct(with: panel).elements
            : inverses[block].product(with: panel).elements
    }

    /// z with Mz = r and its image (I − A)z, or the same with A', in one pass over A (block Gauss–Seidel).
    ///
    /// M is I − A without the cells that lead from later blocks to earlier ones, so that each block is solved with what the
    /// blocks before it have come to; and (I − A)z = r − Nz, where N is what M leaves out: each cell of A is read once.
    func sweep<L: Lanes>(
        _ right: Panel<L>,
        through matrix: Matrix,
        transposed: Bool
    ) -> (solved: Panel<L>, image: Panel<L>) {
        transposed ? sweepTransposed(right, matrix) : sweepPlain(right, matrix)
    }

    private func sweepTransposed<L: Lanes>(
        _ right: Panel<L>,
        _ matrix: Matrix
    ) -> (solved: Panel<L>, image: Panel<L>) {
        var (solved, image) = (Panel<L>(zerosOfLength: size), right)
        solved.elements.withUnsafeMutableBufferPointer { buffer in
            let known = DisjointlyWritten(buffer)
            for (index, block) in ranges.enumerated() {
                var felt = Array(right.elements[block])
                felt.withUnsafeMutableBufferPointer { felt in
                    let written = DisjointlyWritten(felt)
                    addProducts(matrix, 0..<block.lowerBound, block, known, to: written, times: 1)
                }
                for (row, element) in zip(block, solve(index, felt, true)) { known.buffer[row] = element }
            }
            image.elements.withUnsafeMutableBufferPointer { image in
                let written = DisjointlyWritten(image)
                // Every column belongs to one block, whose parts are shared out in turn.
                for block in ranges where block.upperBound < size {
                    let own = DisjointlyWritten(UnsafeMutableBufferPointer(rebasing: written.buffer[block]))
                    addProducts(matrix, block.upperBound..<size, block, known, to: own, times: -1)
                }
            }
        }
        return (solved, image)
    }

    /// target_j += sign · Σ_i a_ij z_i over `rows`, for a block's columns, shared out among the cores.
    private func addProducts<L: Lanes>(
        _ matrix: Matrix,
        _ rows: Range<Int>,
        _ block: Range<Int>,
        _ known: DisjointlyWritten<L>,
        to target: DisjointlyWritten<L>,
        times sign: Double
    ) {
        guard !rows.isEmpty else { return }
        let size = Self.columnsInAPart
        // Every column belongs to one part.
        concurrently(partCount(of: block.count, size: size)) { index in
            let part = part(index, of: block.count, size: size)
            let own = (block.lowerBound + part.lowerBound)..<(block.lowerBound + part.upperBound)
            let sums = matrix.pairwiseSums(rows, own, UnsafeBufferPointer(known.buffer))
            for column in part { target.buffer[column] += sign * sums[column - part.lowerBound] }
        }
    }

    private func sweepPlain<L: Lanes>(
        _ right: Panel<L>,
        _ matrix: Matrix
    ) -> (solved: Panel<L>, image: Panel<L>) {
        var (solved, felt) = (Panel<L>(zerosOfLength: size), Panel<L>(zerosOfLength: size))
        solved.elements.withUnsafeMutableBufferPointer { buffer in
            let known = DisjointlyWritten(buffer)
            felt.elements.withUnsafeMutableBufferPointer { felt in
                let felt = DisjointlyWritten(felt)
                for (index, block) in ranges.enumerated() {
                    let wanted = block.map { right.elements[$0] + felt.buffer[$0] }
                    for (row, element) in zip(block, solve(index, wanted, false)) {
                        known.buffer[row] = element
                        // What earlier blocks did is solved; from here on, what later ones do is left over.
                        felt.buffer[row] = .zero
                    }
                    let others = [0..<block.lowerBound, block.upperBound..<size]
                    for rows in others { addCombination(matrix, rows, block, known, to: felt) }
                }
            }
        }
        return (solved, PanelSweep.map(right, felt) { $0 - $1 })
    }

    /// target_i += Σ_j a_ij z_j over `rows`, j through a block's columns, in bands shared out among the cores.
    private func addCombination<L: Lanes>(
        _ matrix: Matrix,
        _ rows: Range<Int>,
        _ block: Range<Int>,
        _ known: DisjointlyWritten<L>,
        to target: DisjointlyWritten<L>
    ) {
        let size = Self.rowsInABand
        // Every row belongs to one band.
        concurrently(partCount(of: rows.count, size: size)) { index in
            let part = part(index, of: rows.count, size: size)
            let band = (rows.lowerBound + part.lowerBound)..<(rows.lowerBound + part.upperBound)
            let sums = matrix.pairwiseBand(band, block, UnsafeBufferPointer(known.buffer))
            for row in band { target.buffer[row] += sums[row - band.lowerBound] }
        }
    }
}

extension Matrix {
    /// The cells of some rows and of the columns with the same numbers. Precondition: a square matrix.
    func diagonalBlock(_ range: Range<Int>) -> Matrix {
        let (size, cells) = (rows, storage.span)
        let block = [Double](unsafeUninitializedCapacity: range.count * range.count) { buffer, count in
            for column in range {
                for row in range {
                    buffer.initializeElement(at: count, to: cells[row + column * size])
                    count += 1
                }
            }
        }
        return Matrix(rows: range.count, columns: range.count, columnMajor: block)
    }
}
