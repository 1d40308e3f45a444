import TestSupport
import Testing

@testable import LinearAlgebra

/// Elimination without interchanges, by either kind of kernels, and what its factors tell of their answers.
@Suite("Productive LU")
struct ProductiveLUTests {
    /// The ways that the processor at hand has.
    static let ways = WideElimination.isAvailable ? [false, true] : [false]

    private func coefficients(_ size: Int, columnSums: Double, seed: UInt64 = 31) -> Matrix {
        var generator = SeededGenerator(seed: seed)
        var matrix = Matrix(rows: size, columns: size) { _, _ in
            // Some cells empty, sizes far apart.
            Double.random(in: 0...1, using: &generator) < 0.2
                ? 0
                : Double.random(in: 0...1, using: &generator) * Double.random(in: 0...1, using: &generator)
        }
        _ = matrix.divideColumns(by: matrix.columnSums.map { $0 / columnSums })
        return matrix
    }

    private func vectors(_ size: Int, _ count: Int) -> [[Double]] {
        var generator = SeededGenerator(seed: 32)
        return (0..<count).map { _ in (0..<size).map { _ in Double.random(in: 0...1, using: &generator) } }
    }

    @Test(
        "LU is I − A to the roundings it states, whatever the size",
        arguments: [1, 7, 8, 31, 33, 255, 257, 300, 540],
        ways
    )
    func product(size: Int, wide: Bool) throws {
        let matrix = coefficients(size, columnSums: 0.8)
        let lower = try ProductiveLU(identityMinus: matrix, wide: wide)
        let share = Rounding.share(lower.depth)
        var worst = 0.0
        // Of large ones some columns, in every block.
        for column in stride(from: 0, to: size, by: size > 300 ? 23 : 1) {
            for row in 0..<size {
                var (sum, absolute) = (0.0, 0.0)
                for inner in 0...min(row, column) {
                    let left = inner == row ? 1 : lower.factors[row, inner]
                    let term = left * lower.factors[inner, column]
                    sum += term
                    absolute += abs(term)
                }
                let exact = (row == column ? 1 : 0) - matrix[row, column]
                // Twice, for the roundings of the test's own sum.
                worst = max(worst, abs(sum - exact) - 2 * share * absolute)
                if row != column { #expect(lower.factors[row, column] <= 0) }
            }
        }
        #expect(worst <= 0)
    }

    @Test("the first pivot that is not above zero is told, in whichever block it stands", arguments: ways)
    func singular(wide: Bool) {
        for place in [0, 5, 40, 270] {
            var matrix = coefficients(280, columnSums: 0.5)
            // A sector that uses up more than it makes, fed by nobody before it.
            for row in 0..<280 { matrix.set(row == place ? 1.5 : 0, row: row, column: place) }
            #expect(throws: LinearAlgebraError.singular(pivot: place)) {
                try ProductiveLU(identityMinus: matrix, wide: wide)
            }
        }
    }

    @Test(
        "factors by kernels for wide vectors are the same bits in parts and in order",
        .enabled(if: ways.count > 1)
    )
    func sameBits() throws {
        let matrix = coefficients(600, columnSums: 0.7)
        let one = try ProductiveLU(identityMinus: matrix, wide: true)
        let other = try Threading.$inOrder.withValue(true) {
            try ProductiveLU(identityMinus: matrix, wide: true)
        }
        let isSame = one.factors == other.factors
        #expect(isSame)
    }

    @Test(
        "factors prove themselves: their weights have the slack they state, against A itself",
        arguments: [0.3, 0.8, 0.99]
    )
    func proof(columnSums: Double) throws {
        let matrix = coefficients(300, columnSums: columnSums)
        let proof = try #require(FactorProof(try ProductiveLU(identityMinus: matrix)))
        let weights = try #require(proof.productivity.weights)
        let bought = matrix.transposedTimes(weights)
        // A sum of 300 products of numbers up to a hundred rounds by less.
        let rounding = 1e-11
        for (weight, bought) in zip(weights, bought) {
            #expect(weight - bought >= proof.productivity.slack - rounding)
        }
        #expect(proof.productivity.slack > 1 - 1e-6)
        #expect(proof.productivity.spectralRadiusBound < 1)
        #expect(proof.productivity.spectralRadiusBound >= columnSums - 1e-9)
    }

    @Test(
        "where rounding takes more than a hundredth of the slack, factors do not prove themselves; A then does"
    )
    func doubtful() throws {
        // Two sectors that nearly use each other up: weights of 2e11.
        let share = 1 - 4e-12
        let matrix = Matrix(rows: 2, columns: 2, columnMajor: [0, share, share, 0])
        #expect(FactorProof(try ProductiveLU(identityMinus: matrix)) == nil)
        let bound = try #require(try LeontiefEquations(matrix, engine: .factored).spectralRadiusBound)
        #expect(bound < 1 && bound >= share)
    }

    @Test("solutions satisfy their equations, for any number of lanes", arguments: [false, true])
    func solutions(transposed: Bool) throws {
        let matrix = coefficients(300, columnSums: 0.8)
        let factors = try ProductiveLU(identityMinus: matrix)
        func check<L: Lanes>(_ lanes: L.Type) {
            let rights = vectors(300, L.laneCount)
            let solved = factors.solve(Panel<L>(rights, length: 300), transposed: transposed)
            for (lane, right) in rights.enumerated() {
                let answer = solved.vector(lane)
                let image = transposed ? matrix.transposedTimes(answer) : matrix.times(answer)
                let worst = right.indices.map { abs(right[$0] - answer[$0] + image[$0]) }.max() ?? 1
                // Numbers up to ten, some hundred roundings of 1e-16 each.
                #expect(worst <= 1e-13)
            }
        }
        check(Double.self)
        check(SIMD2<Double>.self)
        check(SIMD4<Double>.self)
        check(SIMD8<Double>.self)
        check(TwelveLanes.self)
        check(SIMD16<Double>.self)
    }

    /// Equations that ask the factors for bounds, as those of larger tables do.
    private func byFactorsAlone(_ matrix: Matrix, accuracy: Double = 1e-12) throws -> LeontiefEquations {
        try LeontiefEquations(
            checked: .dense(matrix),
            survey: matrix.survey,
            engine: .factored,
            accuracy: accuracy,
            residualSize: 500
        )
    }

    @Test(
        "what the factors tell of an answer's error holds against the answer refined",
        arguments: [0.5, 0.95]
    )
    func bound(columnSums: Double) throws {
        let size = 520
        let matrix = coefficients(size, columnSums: columnSums)
        let quick = try byFactorsAlone(matrix, accuracy: 1e-9)
        let exact = try LeontiefEquations(matrix, engine: .factored, accuracy: 1e-15)
        let rights = vectors(size, 12)
        for transposed in [false, true] {
            let (answers, references) =
                transposed
                ? (try quick.transposedSolutions(of: rights), try exact.transposedSolutions(of: rights))
                : (try quick.solutions(of: rights), try exact.solutions(of: rights))
            for (answer, reference) in zip(answers, references) {
                // From the factors alone; the reference from residuals in twice the digits.
                #expect(answer.work.products == 0)
                #expect(reference.work.products > 0)
                let errors = zip(answer.values, reference.values).map { abs($0 - $1) }
                let error = transposed ? errors.max() ?? 0 : errors.reduce(0, +)
                #expect(error <= answer.errorBound + reference.errorBound)
                for (index, error) in errors.enumerated() {
                    let share = answer.largestRelativeError + reference.largestRelativeError
                    #expect(error <= share * reference.values[index] * (1 + 1e-9))
                }
                guard case .reached(let relative) = answer.accuracy else {
                    Issue.record("\(answer.accuracy)")
                    continue
                }
                #expect(relative <= 1e-9)
            }
        }
    }

    @Test("where the factors do not tell enough, the residual is taken")
    func residual() throws {
        let matrix = coefficients(520, columnSums: 0.999)
        let equations = try byFactorsAlone(matrix)
        let mixed = vectors(520, 1)[0].map { $0 - 0.5 }
        for answer in try equations.solutions(of: vectors(520, 2)) + equations.solutions(of: [mixed]) {
            #expect(answer.work.products > 0)
            guard case .reached = answer.accuracy else {
                Issue.record("\(answer.accuracy)")
                continue
            }
        }
    }

    @Test(
        "up to two thousand sectors the residual is taken, and tells every element's error to a few digits' rounding"
    )
    func elements() throws {
        let equations = try LeontiefEquations(coefficients(520, columnSums: 0.8), engine: .factored)
        for answer in try equations.solutions(of: vectors(520, 3)) {
            // Demands spread over three decades; some hundred roundings of 1e-16, over the smallest of them.
            #expect(answer.largestRelativeError < 1e-10)
            #expect(answer.work.products == 1)
        }
    }
}
