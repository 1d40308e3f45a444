import LinearAlgebra
import TestSupport
import Testing

@Suite("Sparse matrix")
struct SparseMatrixTests {
    /// (0 2 0; 1 0 0; 0 3 4), its cells in no order and one of them in two parts.
    private func small() throws -> SparseMatrix {
        try SparseMatrix(
            rows: 3,
            columns: 3,
            entries: [
                .init(row: 2, column: 2, value: 4), .init(row: 1, column: 0, value: 1),
                .init(row: 2, column: 1, value: 1.5), .init(row: 0, column: 1, value: 2),
                .init(row: 2, column: 1, value: 1.5),
            ]
        )
    }

    @Test("cells in any order, repeated ones added, read back column by column")
    func entries() throws {
        let matrix = try small()
        #expect(matrix.cellCount == 4)
        #expect(
            Array(matrix.entries) == [
                .init(row: 1, column: 0, value: 1), .init(row: 0, column: 1, value: 2),
                .init(row: 2, column: 1, value: 3), .init(row: 2, column: 2, value: 4),
            ]
        )
        #expect(matrix[2, 1] == 3)
        #expect(matrix[0, 0] == 0)
    }

    @Test("products, the transpose and the dense form agree with the hand")
    func products() throws {
        let matrix = try small()
        #expect(matrix.times([1, 10, 100]) == [20, 1, 430])
        #expect(matrix.transposedTimes([1, 10, 100]) == [10, 302, 400])
        #expect(matrix.transposed().times([1, 10, 100]) == [10, 302, 400])
        #expect(matrix.transposed().transposed() == matrix)
        #expect(matrix.dense().times([1, 10, 100]) == [20, 1, 430])
        #expect(try SparseMatrix(matrix.dense()) == matrix)
        #expect(matrix.mapCells { row, column, value in value * Double(row + column) }[2, 1] == 9)
    }

    @Test("the cells of a dense matrix of any height, and back", arguments: [1, 7, 8, 63, 64, 65, 200])
    func gathered(rows: Int) throws {
        var generator = SeededGenerator(seed: 8)
        let dense = Matrix(rows: rows, columns: 9) { _, column in
            Double.random(in: 0...1, using: &generator) < 0.3 && column != 4
                ? Double.random(in: -1...1, using: &generator) : 0
        }
        let sparse = try SparseMatrix(dense)
        let kept = (0..<9).flatMap { column in
            (0..<rows).filter { dense[$0, column] != 0 }.map { ($0, column) }
        }
        #expect(sparse.entries.map(\.row) == kept.map(\.0) && sparse.entries.map(\.column) == kept.map(\.1))
        #expect(sparse.dense() == dense)
        let twos = sparse.mapCells { _, _, _ in 2 }
        #expect(dense.replacingCells(with: twos) == twos.dense())
        for value in [Double.infinity, -.infinity, .nan] {
            let sick = Matrix(rows: rows, columns: 9) { row, column in
                row == rows - 1 && column > 6 ? value : dense[row, column]
            }
            let error = #expect(throws: LinearAlgebraError.self) { try SparseMatrix(sick) }
            guard case .notFinite(rows - 1, 7, _)? = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }

    @Test("a rectangular matrix with empty rows and columns, and an empty one")
    func empty() throws {
        let wide = try SparseMatrix(rows: 2, columns: 4, entries: [.init(row: 1, column: 2, value: 5)])
        #expect(wide.transposedTimes([1, 2]) == [0, 0, 10, 0])
        #expect(wide.times([1, 1, 1, 1]) == [0, 5])
        let nothing = try SparseMatrix(rows: 0, columns: 0, entries: [])
        #expect(nothing.transposedTimes([]) == [])
        #expect(nothing.transposed() == nothing)
    }

    @Test("a long column's sum is the exact one to the stated depth of additions")
    func longColumn() throws {
        var generator = SeededGenerator(seed: 5)
        let numbers = (0..<100_000).map { _ in Double.random(in: 0...1, using: &generator) }
        let column = try SparseMatrix(
            rows: numbers.count,
            columns: 1,
            entries: numbers.enumerated().map { .init(row: $0, column: 0, value: $1) }
        )
        let exact = numbers.reduce(Float80(0)) { $0 + Float80($1) }
        let sum = column.transposedTimes([Double](repeating: 1, count: numbers.count))[0]
        let bound = Double(Summation.depth(of: numbers.count)) * Double.ulpOfOne / 2 * Double(exact)
        #expect(abs(Double(Float80(sum) - exact)) <= bound)
        #expect(Summation.depth(of: numbers.count) < 150)
    }

    @Test("refuses cells outside, numbers that are not finite, and columns out of order")
    func refusals() {
        #expect(throws: LinearAlgebraError.outside(row: 3, column: 0, rows: 3, columns: 2)) {
            try SparseMatrix(rows: 3, columns: 2, entries: [.init(row: 3, column: 0, value: 1)])
        }
        #expect(throws: LinearAlgebraError.outside(row: 0, column: -1, rows: 3, columns: 2)) {
            try SparseMatrix(rows: 3, columns: 2, entries: [.init(row: 0, column: -1, value: 1)])
        }
        #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 1, value: .infinity)) {
            try SparseMatrix(rows: 3, columns: 2, entries: [.init(row: 1, column: 1, value: .infinity)])
        }
        #expect(throws: LinearAlgebraError.tooManyRows(3_000_000_000)) {
            try SparseMatrix(rows: 3_000_000_000, columns: 1, entries: [])
        }
        #expect(throws: LinearAlgebraError.malformed(column: 0)) {
            try SparseMatrix(rows: 3, columns: 1, columnStarts: [0, 2], rowIndices: [1, 1], values: [1, 2])
        }
        #expect(throws: LinearAlgebraError.malformed(column: 1)) {
            try SparseMatrix(rows: 3, columns: 2, columnStarts: [0, 2, 1], rowIndices: [1], values: [1])
        }
    }
}
