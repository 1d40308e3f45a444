/// The inverses of the blocks on the diagonal of I − A: what sectors that stand next to each other do to each other.
///
/// In a table of many regions most of what a sector buys comes from its own region, whose sectors stand together. Solving
/// within blocks first leaves less for the iteration to do (block Jacobi preconditioning). How the blocks are cut affects
/// the number of rounds, never the answer.
///
/// Source: Saad (2003), Iterative Methods for Sparse Linear Systems, 2nd ed., §10.2.
struct DiagonalBlocks: Sendable {
    private let size: Int
    private let inverses: [Matrix]

    /// Sectors in a block: larger than most regions of a table by product, small enough to cost a thirtieth of a pass.
    private static let width = 256

    /// Blocks of a dense nonnegative A; `nil` where they hold too little of it to be worth their making.
    init?(of matrix: Matrix, survey: ColumnSurvey) {
        let parts = partCount(of: matrix.rows, size: Self.width)
        guard parts > 1 else { return nil }
        let blocks = (0..<parts).map { index in
            let range = part(index, of: matrix.rows, size: Self.width)
            return Matrix(rows: range.count, columns: range.count) { row, column in
                matrix[range.lowerBound + row, range.lowerBound + column]
            }
        }
        let inside = blocks.reduce(0) { $0 + $1.columnSums.reduce(0, +) }
        guard inside > survey.absoluteSums.reduce(0, +) / 4 else { return nil }
        let inverses = blocks.compactMap {
            try? LUFactorization($0.subtractedFromIdentity, estimatingCondition: false).inverse()
        }
        guard inverses.count == parts else { return nil }
        self.inverses = inverses
        size = matrix.rows
    }

    /// Each block's inverse, or its transpose, times its stretch of the panel.
    func solve<L: Lanes>(_ right: Panel<L>, transposed: Bool) -> Panel<L> {
        let elements = [L](unsafeUninitializedCapacity: size) { buffer, count in
            let written = DisjointlyWritten(buffer)
            // Every element belongs to one block.
            concurrently(inverses.count) { index in
                let range = part(index, of: size, size: Self.width)
                let stretch = Panel(elements: Array(right.elements[range]))
                let solved =
                    transposed
                    ? inverses[index].transposedProduct(with: stretch)
                    : inverses[index].product(with: stretch)
                for (row, element) in zip(range, solved.elements) {
                    written.buffer.initializeElement(at: row, to: element)
                }
            }
            count = size
        }
        return Panel(elements: elements)
    }
}
