import TestSupport
import Testing

@testable import LinearAlgebra

@Suite("Gauss–Seidel sweeps")
struct GaussSeidelTests {
    /// Some six sellers a buyer, columns adding to `share`; large enough for several stretches a group where so asked.
    private func network(_ size: Int, links: Int = 6, share: Double) throws -> SparseMatrix {
        var generator = SeededGenerator(seed: 12)
        var entries: [SparseMatrix.Entry] = []
        for column in 0..<size {
            for _ in 0..<links {
                let row = Int.random(in: 0..<size, using: &generator)
                entries.append(
                    .init(row: row, column: column, value: Double.random(in: 0...1, using: &generator))
                )
            }
        }
        var matrix = try SparseMatrix(rows: size, columns: size, entries: entries)
        let sums = matrix.survey.absoluteSums
        _ = matrix.divideColumns(by: sums.map { $0 / share })
        return matrix
    }

    private func rows(_ size: Int, _ count: Int) -> [[Double]] {
        var generator = SeededGenerator(seed: 13)
        return (0..<count).map { _ in (0..<size).map { _ in Double.random(in: 0...1, using: &generator) } }
    }

    @Test("one to nine rows and demands of a network: bounds hold, and answers are the factored engine's")
    func answers() throws {
        let matrix = try network(1_200, share: 0.8)
        let equations = try LeontiefEquations(matrix, engine: .iterative)
        let factored = try LeontiefEquations(matrix.dense(), engine: .factored)
        for count in [1, 2, 3, 4, 6, 7, 9] {
            let right = rows(1_200, count)
            for (found, expected) in [
                (try equations.transposedSolutions(of: right), try factored.transposedSolutions(of: right)),
                (try equations.solutions(of: right), try factored.solutions(of: right)),
            ] {
                for (answer, exact) in zip(found, expected) {
                    #expect(answer.accuracy.isReached)
                    let off = zip(answer.values, exact.values).map { abs($0 - $1) }
                    let size = exact.values.max() ?? 0
                    #expect((off.max() ?? 0) <= 2e-12 * size)
                    #expect(answer.work.products < 60)
                }
            }
        }
    }

    @Test("in parts and in order the sweeps give the same bits", arguments: [1, 4, 6])
    func sameBits(lanes: Int) throws {
        // Of 1.2 million links a group has four stretches.
        let matrix = try network(20_000, links: 60, share: 0.7)
        let equations = try LeontiefEquations(matrix, engine: .iterative)
        let right = rows(20_000, lanes)
        let answers = try equations.transposedSolutions(of: right)
        let inOrder = try Threading.$inOrder.withValue(true) { try equations.transposedSolutions(of: right) }
        // Compared outside the expectation, which would print every number.
        let isSame =
            answers.map(\.values) == inOrder.map(\.values)
            && answers.map(\.errorBound) == inOrder.map(\.errorBound)
        #expect(isSame)
    }

    @Test("where sweeps are slow they give up, and gradients go on from there")
    func slow() throws {
        // A ring of firms that buy nearly all of their output from both their neighbours: many modes decay slowly.
        let size = 2_000
        let ring = try SparseMatrix(
            rows: size,
            columns: size,
            entries: (0..<size).flatMap { firm in
                [1, size - 1].map { .init(row: (firm + $0) % size, column: firm, value: 0.49) }
            }
        )
        let right = Panel<Double>(elements: rows(size, 1)[0])
        let sweeps = GaussSeidel(
            ring,
            solving: right,
            to: 1e-13,
            in: .largest,
            contraction: 0.98,
            limit: 100
        )
        #expect(!sweeps.isReached && sweeps.products < 100)
        let answer = try LeontiefEquations(ring, engine: .iterative).transposedSolutions(
            of: rows(size, 1)
        )[0]
        #expect(answer.accuracy.isReached)
    }
}

extension EquationsSolution.Accuracy {
    fileprivate var isReached: Bool { if case .reached = self { true } else { false } }
}
