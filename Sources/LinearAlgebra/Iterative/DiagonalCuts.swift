/// Where a dense matrix falls into blocks along its diagonal: it is cut where least crosses.
///
/// Sectors of one region stand together and buy most of one another. What crosses a cut is told from the cells next to the
/// diagonal, which is enough to find the regions' borders and little to read.
struct DiagonalCuts: Sendable {
    /// The blocks' sectors, from the first on.
    let blocks: [Range<Int>]

    /// Sectors in the largest block: more than most regions of a table by product, and few enough that solving within
    /// blocks costs a thirtieth of a pass over a large table.
    static let widest = 320
    /// How far off the diagonal cells are counted.
    private static let reach = 48

    /// Cuts with the least Σ of what crosses them, among those that leave no block wider than ``widest``.
    init(of matrix: Matrix) {
        let size = matrix.rows
        let crossing = Self.crossing(matrix)
        // least[b]: of all ways to cut before b and at b; from[b]: the cut before.
        var least = [0.0] + [Double](repeating: .infinity, count: size)
        var from = [Int](repeating: 0, count: size + 1)
        for end in 1..<max(1, size + 1) {
            for start in max(0, end - Self.widest)..<end where least[start] < least[end] {
                least[end] = least[start]
                from[end] = start
            }
            least[end] += crossing[end]
        }
        var (blocks, end): ([Range<Int>], Int) = ([], size)
        while end > 0 {
            blocks.append(from[end]..<end)
            end = from[end]
        }
        self.blocks = blocks.reversed()
    }

    /// Σ |a_ij| over cells at most ``reach`` off the diagonal with i < b ≤ j or j < b ≤ i, for every b.
    private static func crossing(_ matrix: Matrix) -> [Double] {
        let size = matrix.rows
        // Differences first: a cell crosses every cut from the lesser of its places to the greater.
        var crossing = [Double](repeating: 0, count: size + 2)
        let cells = matrix.storage.span
        for column in 0..<size {
            var (above, below) = (0.0, 0.0)
            for row in max(0, column - reach)..<column {
                let cell = cells[row + column * size].magnitude
                above += cell
                crossing[row + 1] += cell
            }
            crossing[column + 1] -= above
            for row in (column + 1)..<max(column + 1, min(size, column + reach + 1)) {
                let cell = cells[row + column * size].magnitude
                below += cell
                crossing[row + 1] -= cell
            }
            crossing[column + 1] += below
        }
        var sum = 0.0
        for cut in crossing.indices {
            sum += crossing[cut]
            // Not below zero, which rounding alone could make it; at the end nothing crosses.
            crossing[cut] = cut < size ? max(0, sum) : 0
        }
        return crossing
    }
}
