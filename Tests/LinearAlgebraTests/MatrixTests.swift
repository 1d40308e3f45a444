import LinearAlgebra
import Testing

@Suite("Matrix")
struct MatrixTests {
    private let matrix = Matrix(rows: 2, columns: 3) { row, column in Double(10 * row + column) }

    @Test("sums and products agree with the hand")
    func sumsAndProducts() {
        #expect(matrix.columnSums == [10, 12, 14])
        #expect(matrix.rowSums == [3, 33])
        #expect(matrix.times([1, 0, 2]) == [4, 34])
        #expect(matrix.transposedTimes([1, 1]) == [10, 12, 14])
        #expect(matrix.times(Matrix(column: [1, 0, 2])).column(0) == [4, 34])
        #expect(matrix.column(1) == [1, 11])
    }

    @Test("the first element that is not finite is named by row and column")
    func firstNonFinite() {
        #expect(matrix.firstNonFinite == nil)
        let sick = Matrix(rows: 2, columns: 2) { row, column in row == 1 && column == 0 ? -.infinity : 1 }
        #expect(sick.firstNonFinite?.row == 1)
        #expect(sick.firstNonFinite?.column == 0)
    }

    @Test("products with an empty side are zero, not a crash")
    func empty() {
        let tall = Matrix(rows: 2, columns: 0) { _, _ in 0 }
        #expect(tall.times([]) == [0, 0])
        #expect(tall.times(Matrix(rows: 0, columns: 1) { _, _ in 0 }).column(0) == [0, 0])
    }
}
