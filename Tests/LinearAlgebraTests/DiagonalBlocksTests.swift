import TestSupport
import Testing

@testable import LinearAlgebra

/// Blocks on the diagonal: where they are cut, and that a sweep through them is what it says.
@Suite("Diagonal blocks")
struct DiagonalBlocksTests {
    /// Regions of unequal size that buy four fifths at home; column sums 0.8.
    private static let regions = [150, 190, 260, 120]

    private func table(_ regions: [Int] = Self.regions) -> Matrix {
        var generator = SeededGenerator(seed: 21)
        let region = regions.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
        let size = region.count
        var matrix = Matrix(rows: size, columns: size) { row, column in
            let own = Double(regions[region[column]])
            let share = region[row] == region[column] ? 0.8 / own : 0.2 / (Double(size) - own)
            return share * Double.random(in: 0.5...1.5, using: &generator)
        }
        _ = matrix.divideColumns(by: matrix.columnSums.map { $0 / 0.8 })
        return matrix
    }

    private func right(_ size: Int) -> Panel<SIMD4<Double>> {
        var generator = SeededGenerator(seed: 22)
        return Panel(
            (0..<3).map { _ in (0..<size).map { _ in Double.random(in: 0...1, using: &generator) } },
            length: size
        )
    }

    private func largestDifference(_ one: Panel<SIMD4<Double>>, _ other: Panel<SIMD4<Double>>) -> Double {
        zip(one.elements, other.elements).reduce(0) { max($0, ($1.0 - $1.1).magnitudes.max()) }
    }

    @Test("cuts fall on the regions' borders, and small regions are taken together")
    func cuts() {
        #expect(DiagonalCuts(of: table()).blocks == [0..<150, 150..<340, 340..<600, 600..<720])
        let small = DiagonalCuts(of: table(Array(repeating: 50, count: 14))).blocks
        #expect(small.allSatisfy { $0.lowerBound.isMultiple(of: 50) && $0.count <= DiagonalCuts.widest })
        #expect(small.count == 3)
        #expect(DiagonalCuts(of: Matrix(rows: 0, columns: 0, columnMajor: [])).blocks.isEmpty)
        #expect(DiagonalCuts(of: Matrix(column: [0.5])).blocks == [0..<1])
    }

    @Test("a sweep's image is (I − A) times what it solved, plain and transposed", arguments: [false, true])
    func image(transposed: Bool) throws {
        let matrix = table()
        let blocks = try #require(DiagonalBlocks(of: matrix, survey: matrix.survey))
        let right = right(matrix.rows)
        let (solved, image) = blocks.sweep(right, through: matrix, transposed: transposed)
        let product = transposed ? matrix.transposedProduct(with: solved) : matrix.product(with: solved)
        let expected = PanelSweep.map(solved, product) { $0 - $1 }
        // Numbers of size one to ten, sums of some hundred products: a few hundred roundings at most.
        #expect(largestDifference(image, expected) <= 1e-13)
        Threading.$inOrder.withValue(true) {
            let again = blocks.sweep(right, through: matrix, transposed: transposed)
            #expect(again.solved.elements == solved.elements && again.image.elements == image.elements)
        }
    }

    @Test("blocks that hold all of a matrix solve it in one sweep", arguments: [false, true])
    func apart(transposed: Bool) throws {
        let mixed = table()
        let cuts = DiagonalCuts(of: mixed).blocks
        let matrix = Matrix(rows: mixed.rows, columns: mixed.rows) { row, column in
            cuts.contains { $0.contains(row) && $0.contains(column) } ? mixed[row, column] : 0
        }
        let blocks = try #require(DiagonalBlocks(of: matrix, survey: matrix.survey))
        let right = right(matrix.rows)
        let image = blocks.sweep(right, through: matrix, transposed: transposed).image
        #expect(largestDifference(image, right) <= 1e-13)
    }

    @Test("a matrix without blocks of weight is left alone, and so is one that is a single block")
    func none() {
        // Told apart outside the expectation, which would print every number.
        for size in [2_000, 300] {
            let matrix = Matrix(rows: size, columns: size) { _, _ in 0.5 / Double(size) }
            let isLeftAlone = DiagonalBlocks(of: matrix, survey: matrix.survey) == nil
            #expect(isLeftAlone)
        }
    }

    @Test("by regions an answer takes few passes, the same bits in parts and in order")
    func answers() throws {
        let matrix = table()
        let equations = try LeontiefEquations(matrix, engine: .iterative)
        let rows = (0..<3).map { right(matrix.rows).vector($0) }
        let backward = try equations.transposedSolutions(of: rows)
        let forward = try equations.solutions(of: rows)
        for answer in backward + forward {
            guard case .reached(let relative) = answer.accuracy else {
                Issue.record("\(answer.accuracy)")
                continue
            }
            #expect(relative <= 1e-12)
            #expect(answer.work.products <= 12)
        }
        try Threading.$inOrder.withValue(true) {
            let isSame =
                try equations.transposedSolutions(of: rows).map(\.values) == backward.map(\.values)
                && equations.solutions(of: rows).map(\.values) == forward.map(\.values)
            #expect(isSame)
        }
    }

    @Test("what directions kept leave over is finished by the method that keeps none")
    func handedOver() throws {
        // A chain of sectors that trade with their neighbours, who stand far apart in the table.
        let size = 900
        var matrix = Matrix(rows: size, columns: size) { _, _ in 0 }
        let place = (0..<size).map { 401 * $0 % size }
        for (one, other) in zip(place, place.dropFirst()) {
            matrix.set(0.49, row: one, column: other)
            matrix.set(0.49, row: other, column: one)
        }
        let demand = (0..<size).map { $0 == 0 ? 1.0 : 0 }
        let answer = try LeontiefEquations(matrix, engine: .iterative).solutions(of: [demand])[0]
        #expect(answer.work.products > ConjugateResiduals<Double>.mostSteps)
        #expect(answer.work.engine == .iterative)
        let expected = try LeontiefEquations(matrix, engine: .factored).solutions(of: [demand])[0]
        let off = zip(answer.values, expected.values).reduce(0) { $0 + abs($1.0 - $1.1) }
        #expect(off <= answer.errorBound + expected.errorBound)
    }
}
