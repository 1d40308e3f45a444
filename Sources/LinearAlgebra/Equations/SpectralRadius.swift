/// The spectral radius of a nonnegative matrix, between two bounds, block by block.
///
/// A nonnegative matrix falls into strongly connected blocks, and its spectral radius is the largest of theirs. Within a
/// block, for any y > 0,
///
///     min_j (y'A)_j / y_j  ≤  ρ  ≤  max_j (y'A)_j / y_j
///
/// (Collatz 1942, Wielandt 1950), and power steps with (I + A)/2 bring the two together. It is asked only when equations
/// are to be refused, to say why and whose the fault is.
struct SpectralRadius: Sendable {
    /// Lower bound.
    let least: Double
    /// Upper bound.
    let most: Double
    /// The columns of the block with the largest lower bound.
    let block: [Int]

    /// Whether it is one or more, or one to the rounding of the sums it was bounded by.
    let reachesOne: Bool

    init(of matrix: SparseMatrix, steps: Int = 2_000) {
        var (least, most) = (0.0, 0.0)
        var largest: [Int] = []
        for block in StrongComponents(of: matrix).blocks {
            let bounds = Self.bounds(of: matrix, block, steps)
            if bounds.lowerBound > least || largest.isEmpty { (least, largest) = (bounds.lowerBound, block) }
            most = max(most, bounds.upperBound)
        }
        self.least = least
        self.most = most
        block = largest
        reachesOne = least >= 1 - 4 * Self.rounding(matrix)
    }

    /// What sums of a column's products and a quotient can be off by, relatively.
    private static func rounding(_ matrix: SparseMatrix) -> Double {
        Double(Summation.depth(of: matrix.rows) + 2) * Double.ulpOfOne
    }

    private static func bounds(
        of matrix: SparseMatrix,
        _ block: [Int],
        _ steps: Int
    ) -> ClosedRange<Double> {
        if block.count == 1 { return matrix[block[0], block[0]]...matrix[block[0], block[0]] }
        var isInside = [Bool](repeating: false, count: matrix.rows)
        for column in block { isInside[column] = true }
        var vector = [Double](repeating: 0, count: matrix.rows)
        for column in block { vector[column] = 1 }
        var (least, most) = (0.0, Double.infinity)
        let rounding = rounding(matrix)
        for _ in 0..<steps {
            let image = matrix.transposedTimes(vector)
            var (low, high, scale) = (Double.infinity, 0.0, 0.0)
            for column in block {
                let quotient = image[column] / vector[column]
                // A bound gives way by what rounding can have added or taken.
                low = min(low, quotient * (1 - rounding))
                high = max(high, quotient * (1 + rounding))
                scale = max(scale, vector[column] + image[column])
            }
            (least, most) = (max(least, low), min(most, high))
            // Decided, or as close as double precision brings them.
            if least >= 1 || most < 1 || most - least <= 4 * rounding { break }
            for column in block { vector[column] = (vector[column] + image[column]) / scale }
        }
        return least...max(least, most)
    }
}

/// The strongly connected blocks of a matrix's graph, in which every column reaches every other.
///
/// Source: Tarjan (1972), SIAM J. Comput. 1; here without recursion, since chains of firms are long.
struct StrongComponents: Sendable {
    /// The columns of each block.
    private(set) var blocks: [[Int]] = []

    init(of matrix: SparseMatrix) {
        let size = matrix.columns
        var (index, lowest) = ([Int](repeating: -1, count: size), [Int](repeating: 0, count: size))
        var isOnStack = [Bool](repeating: false, count: size)
        var (stack, next): ([Int], Int) = ([], 0)
        for root in 0..<size where index[root] < 0 {
            var path = [(column: root, cell: matrix.columnStarts[root])]
            (index[root], lowest[root]) = (next, next)
            next += 1
            stack.append(root)
            isOnStack[root] = true
            while let (column, cell) = path.last {
                if cell < matrix.columnStarts[column + 1] {
                    path[path.count - 1].cell += 1
                    let row = Int(matrix.rowIndices[cell])
                    guard matrix.values[cell] != 0 else { continue }
                    if index[row] < 0 {
                        (index[row], lowest[row]) = (next, next)
                        next += 1
                        stack.append(row)
                        isOnStack[row] = true
                        path.append((row, matrix.columnStarts[row]))
                    } else if isOnStack[row] {
                        lowest[column] = min(lowest[column], index[row])
                    }
                    continue
                }
                path.removeLast()
                if let parent = path.last?.column { lowest[parent] = min(lowest[parent], lowest[column]) }
                guard lowest[column] == index[column] else { continue }
                var block: [Int] = []
                repeat {
                    block.append(stack.removeLast())
                    isOnStack[block[block.count - 1]] = false
                } while block.last != column
                blocks.append(block.sorted())
            }
        }
    }
}

extension SquareMatrix {
    /// Throws why equations with this nonnegative matrix are refused: productive they are not proven.
    func refuseAsUnproductive(_ survey: ColumnSurvey) throws(EquationsError) {
        let matrix: SparseMatrix
        do throws(LinearAlgebraError) { matrix = try sparseMatrix } catch { throw .linearAlgebra(error) }
        let radius = SpectralRadius(of: matrix)
        guard radius.reachesOne else { throw .undecided(least: radius.least, most: radius.most) }
        throw .notProductive(columns: radius.block.filter { survey.absoluteSums[$0] >= 1 })
    }
}
