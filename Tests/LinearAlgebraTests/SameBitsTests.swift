import COpenBLAS
import TestSupport
import Testing

@testable import LinearAlgebra

/// What does not depend on the number of threads, and to what digit the rest does not.
@Suite("Same bits", .serialized)
struct SameBitsTests {
    private func coefficients(_ size: Int, seed: UInt64) -> Matrix {
        var generator = SeededGenerator(seed: seed)
        var matrix = Matrix(rows: size, columns: size) { _, _ in Double.random(in: 0...1, using: &generator) }
        _ = matrix.divideColumns(by: matrix.columnSums.map { $0 / 0.7 })
        return matrix
    }

    private func rows(_ size: Int, _ count: Int) -> [[Double]] {
        var generator = SeededGenerator(seed: 9)
        return (0..<count).map { _ in (0..<size).map { _ in Double.random(in: 0...1, using: &generator) } }
    }

    /// Compared outside the expectation, which would print every number.
    private func same(_ one: Panel<SIMD8<Double>>, _ other: Panel<SIMD8<Double>>) -> Bool {
        one.elements == other.elements
    }

    private func withThreads<Result>(_ count: Int32, _ work: () throws -> Result) rethrows -> Result {
        let before = openblas_get_num_threads()
        openblas_set_num_threads(count)
        defer { openblas_set_num_threads(before) }
        return try work()
    }

    @Test("products, dense and sparse, are the same bits in parts and in order")
    func products() throws {
        let matrix = coefficients(300, seed: 1)
        let sparse = try SparseMatrix(matrix)
        let panel = Panel<SIMD8<Double>>(rows(300, 5), length: 300)
        let (one, other) = (matrix.transposedProduct(with: panel), matrix.product(with: panel))
        let third = sparse.transposedProduct(with: panel)
        Threading.$inOrder.withValue(true) {
            #expect(same(matrix.transposedProduct(with: panel), one))
            #expect(same(matrix.product(with: panel), other))
            #expect(same(sparse.transposedProduct(with: panel), third))
        }
    }

    @Test("iterative answers are the same bits in parts and in order, dense and sparse")
    func iterative() throws {
        let matrix = coefficients(200, seed: 2)
        for equations in [
            try LeontiefEquations(matrix, engine: .iterative),
            try LeontiefEquations(SparseMatrix(matrix), engine: .iterative),
        ] {
            let answers = try equations.transposedSolutions(of: rows(200, 6)).map(\.values)
            let inOrder = try Threading.$inOrder.withValue(true) {
                try equations.transposedSolutions(of: rows(200, 6)).map(\.values)
            }
            let isSame = inOrder == answers
            #expect(isSame)
        }
    }

    @Test(
        "up to 500 sectors every engine gives the same bits on any number of threads",
        arguments: [3, 65, 130]
    )
    func small(size: Int) throws {
        let matrix = coefficients(size, seed: 3)
        let right = rows(size, 6)
        let first = try LeontiefEquations(matrix).transposedSolutions(of: right).map(\.values)
        for engine in SolverEngine.allCases {
            for threads in [1, 2] as [Int32] {
                let answers = try withThreads(threads) {
                    try LeontiefEquations(matrix, engine: engine).transposedSolutions(of: right)
                }
                let isSame = answers.map(\.values) == first
                #expect(isSame, "\(engine) on \(threads)")
            }
        }
    }

    @Test("beyond 500 sectors factored answers of one and two threads agree to 1e-15 of the largest")
    func factored() throws {
        let matrix = coefficients(510, seed: 4)
        let right = rows(510, 6)
        let answers = try [1, 2].map { threads in
            try withThreads(threads) {
                try LeontiefEquations(matrix, engine: .factored).transposedSolutions(of: right)
            }
        }
        for (one, other) in zip(answers[0], answers[1]) {
            let largest = one.values.max() ?? 0
            for (a, b) in zip(one.values, other.values) { #expect(abs(a - b) <= 1e-15 * largest) }
        }
    }
}
