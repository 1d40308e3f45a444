import LinearAlgebra
import TestSupport
import Testing

@Suite("LU factorisation")
struct LUFactorizationTests {
    /// Row by row, for readability.
    private func matrix(_ rows: [[Double]]) -> Matrix {
        Matrix(rows: rows.count, columns: rows.first?.count ?? 0) { row, column in rows[row][column] }
    }

    @Test("solves Miller & Blair's two-sector system by hand: I − A with A = (0.15 0.25; 0.20 0.05)")
    func solvesByHand() throws {
        let system = try LUFactorization(matrix([[0.85, -0.25], [-0.20, 0.95]]))
        // det = 0.7575; (I − A)⁻¹ = 1/0.7575 · (0.95 0.25; 0.20 0.85)
        let solution = try system.solve(Matrix(column: [600, 1500]))
        #expect(abs(solution[0, 0] - (0.95 * 600 + 0.25 * 1500) / 0.7575) < 1e-9)
        #expect(abs(solution[1, 0] - (0.20 * 600 + 0.85 * 1500) / 0.7575) < 1e-9)
    }

    @Test("the transposed solve uses the same factors")
    func transposed() throws {
        let system = try LUFactorization(matrix([[2, 1], [0, 4]]))
        let solution = try system.solveTransposed(Matrix(column: [2, 9]))
        #expect(solution.column(0) == [1, 2])
    }

    @Test("many right-hand sides leave a residual at rounding level, seeded random systems")
    func residuals() throws {
        var generator = SeededGenerator(seed: 7)
        for size in [1, 2, 17, 130] {
            let original = Matrix(rows: size, columns: size) { row, column in
                (row == column ? 2 : 0) - Double.random(in: 0..<1, using: &generator) / Double(size)
            }
            let right = Matrix(rows: size, columns: 3) { _, _ in Double.random(in: -1...1, using: &generator)
            }
            let solution = try LUFactorization(original).solve(right)
            let back = original.times(solution)
            for column in 0..<3 {
                for row in 0..<size {
                    // n rounding errors of half a unit in the last place each, on numbers of size about 3.
                    #expect(abs(back[row, column] - right[row, column]) < 3e-16 * Double(size) * 10)
                }
            }
        }
    }

    @Test("an empty system has an empty answer")
    func empty() throws {
        let system = try LUFactorization(Matrix(rows: 0, columns: 0) { _, _ in 0 })
        #expect(try system.solve(Matrix(rows: 0, columns: 2) { _, _ in 0 }).columns == 2)
    }

    @Test("refuses what it cannot solve, each with its own error")
    func refusals() throws {
        #expect(throws: LinearAlgebraError.notSquare(rows: 1, columns: 2)) {
            try LUFactorization(matrix([[1, 2]]))
        }
        #expect(throws: LinearAlgebraError.singular(pivot: 1)) {
            try LUFactorization(matrix([[1, 2], [2, 4]]))
        }
        #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 1, value: .infinity)) {
            try LUFactorization(matrix([[1, .infinity], [2, 4]]))
        }
        let system = try LUFactorization(matrix([[1, 0], [0, 1]]))
        #expect(throws: LinearAlgebraError.shape(expectedRows: 2, rows: 3)) {
            try system.solve(Matrix(column: [1, 2, 3]))
        }
        #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0, value: -.infinity)) {
            try system.solve(Matrix(column: [1, -.infinity]))
        }
    }

    @Test("NaN is refused before LAPACK sees it")
    func notANumber() {
        do {
            _ = try LUFactorization(matrix([[.nan]]))
            Issue.record("NaN was accepted")
        } catch {
            guard case .notFinite(row: 0, column: 0, let value) = error else {
                Issue.record("another error: \(error)")
                return
            }
            #expect(value.isNaN)
        }
    }

    @Test("a nearly singular matrix is refused as ill-conditioned, with the estimate")
    func illConditioned() {
        do {
            _ = try LUFactorization(matrix([[1, 1], [1, 1 + 1e-14]]))
            Issue.record("accepted")
        } catch {
            guard case .illConditioned(let reciprocal, let least) = error else {
                Issue.record("another error: \(error)")
                return
            }
            #expect(reciprocal < least)
        }
    }

    @Test("OpenBLAS's own LAPACK is the one that runs")
    func library() {
        #expect(LinearAlgebraLibrary.factorisationFile?.contains("openblas") == true)
        #expect(LinearAlgebraLibrary.version.hasPrefix("OpenBLAS 0."))
    }
}
