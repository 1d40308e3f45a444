import Foundation
import LinearAlgebra
import Testing

/// The same healthy and sick systems through every engine: the same answers or the same refusal, and a bound that holds
/// against fifty digits (Tests/Fixtures/systems/make.py).
@Suite("Engines")
struct EnginesTests {
    struct System: Decodable, Sendable, CustomTestStringConvertible {
        let name: String
        let matrix: [[Double]]
        let rights: [[Double]]
        let outcome: String
        let columns: [Int]
        let solutions: [[[Double]]]?
        let transposed: [[[Double]]]?

        var testDescription: String { name }
        var dense: Matrix {
            Matrix(rows: matrix.count, columns: matrix.count) { row, column in matrix[row][column] }
        }
    }

    /// An engine on a kind of matrix.
    struct Way: Sendable, CustomTestStringConvertible {
        let engine: SolverEngine?
        let isSparse: Bool

        var testDescription: String {
            "\(engine?.rawValue ?? "automatic"), \(isSparse ? "sparse" : "dense")"
        }

        func equations(of system: System) throws -> LeontiefEquations {
            isSparse
                ? try LeontiefEquations(SparseMatrix(system.dense), engine: engine)
                : try LeontiefEquations(system.dense, engine: engine)
        }
    }

    static let ways = (SolverEngine.allCases.map(Optional.some) + [nil]).flatMap { engine in
        [false, true].map { Way(engine: engine, isSparse: $0) }
    }

    static let systems: [System] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/systems/systems.json")
        do {
            return try JSONDecoder().decode([System].self, from: Data(contentsOf: file))
        } catch {
            Issue.record("\(file.lastPathComponent): \(error)")
            return []
        }
    }()

    @Test(
        "answers are those of fifty digits within the bound, and the bound is what was asked",
        arguments: systems,
        ways
    )
    func answers(system: System, way: Way) throws {
        guard system.outcome == "solved" else { return }
        let equations = try way.equations(of: system)
        // Scaled by powers of two, which changes no digit: as many right-hand sides, of sizes far apart, as there are lanes.
        let given = system.rights.count
        for count in [given, 4, 8, 12, 16] where given > 0 {
            let scales = (0..<count).map { pow(2, -12 * Double($0)) }
            let rights = scales.indices.map { place in system.rights[place % given].map { $0 * scales[place] }
            }
            for (transposed, exact) in [(false, system.solutions ?? []), (true, system.transposed ?? [])] {
                let solutions =
                    transposed
                    ? try equations.transposedSolutions(of: rights) : try equations.solutions(of: rights)
                for (place, solution) in solutions.enumerated() where !exact.isEmpty {
                    let scale = scales[place]
                    let errors = zip(solution.values, exact[place % given]).map { value, digits in
                        abs((value - digits[0] * scale) - digits[1] * scale)
                    }
                    let error = transposed ? errors.max() ?? 0 : errors.reduce(0, +)
                    #expect(error <= solution.errorBound)
                    check(solution, errors)
                }
            }
        }
    }

    @Test("a bound is its own answer's, whoever is solved beside it", arguments: [60, 520], [4, 8, 12, 16])
    func boundsApart(size: Int, count: Int) throws {
        let matrix = Matrix(rows: size, columns: size) { row, column in
            0.8 / Double(size) * (1 + Double((row * 7 + column * 3) % 5 - 2) / 4)
        }
        let equations = try LeontiefEquations(matrix, engine: .factored)
        let rights: [[Double]] = (0..<count).map { place in
            let scale = pow(10, -Double(place))
            return (0..<size).map { element in scale * Double(1 + (element + place) % 3) }
        }
        for transposed in [false, true] {
            func solutions(_ rights: [[Double]]) throws -> [EquationsSolution] {
                transposed
                    ? try equations.transposedSolutions(of: rights) : try equations.solutions(of: rights)
            }
            for (together, right) in zip(try solutions(rights), rights) {
                let alone = try solutions([right])[0]
                #expect(abs(together.errorBound - alone.errorBound) <= 0.5 * alone.errorBound)
                #expect(
                    abs(together.largestRelativeError - alone.largestRelativeError)
                        <= 0.5 * alone.largestRelativeError
                )
            }
        }
    }

    private func check(_ solution: EquationsSolution, _ errors: [Double]) {
        guard case .reached(let relative) = solution.accuracy else {
            Issue.record("\(solution.accuracy) by \(solution.work)")
            return
        }
        #expect(relative <= 1e-12)
        for (error, value) in zip(errors, solution.values) where solution.largestRelativeError.isFinite {
            #expect(error <= solution.largestRelativeError * abs(value))
        }
    }

    @Test("sick systems meet the same refusal in every engine", arguments: systems, ways)
    func refusals(system: System, way: Way) throws {
        switch system.outcome {
        case "not productive":
            #expect(throws: EquationsError.notProductive(columns: system.columns)) {
                try way.equations(of: system)
            }
        case "ill-conditioned":
            let error = #expect(throws: EquationsError.self) { try way.equations(of: system) }
            guard case .linearAlgebra(.illConditioned) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        default: return
        }
    }

    @Test(
        "NaN, a matrix that is not square and a right-hand side of another length are refused alike",
        arguments: ways
    )
    func badInput(way: Way) throws {
        let sick = Matrix(rows: 2, columns: 2) { row, column in row == 1 && column == 0 ? .infinity : 0.1 }
        #expect(throws: (any Error).self) {
            way.isSparse
                ? try LeontiefEquations(SparseMatrix(sick), engine: way.engine)
                : try LeontiefEquations(sick, engine: way.engine)
        }
        let wide = Matrix(rows: 2, columns: 3) { _, _ in 0.1 }
        #expect(throws: EquationsError.linearAlgebra(.notSquare(rows: 2, columns: 3))) {
            way.isSparse
                ? try LeontiefEquations(SparseMatrix(wide), engine: way.engine)
                : try LeontiefEquations(wide, engine: way.engine)
        }
        let sound = Matrix(rows: 2, columns: 2) { _, _ in 0.25 }
        let equations =
            try way.isSparse
            ? LeontiefEquations(SparseMatrix(sound), engine: way.engine)
            : LeontiefEquations(sound, engine: way.engine)
        #expect(throws: EquationsError.linearAlgebra(.shape(expectedRows: 2, rows: 3))) {
            try equations.solutions(of: [[1, 2, 3]])
        }
        #expect(throws: EquationsError.linearAlgebra(.notFinite(row: 1, column: 0, value: .infinity))) {
            try equations.transposedSolutions(of: [[1, .infinity]])
        }
    }
}
