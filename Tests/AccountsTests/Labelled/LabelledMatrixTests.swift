import Accounts
import LinearAlgebra
import TestSupport
import Testing

@Suite("Labelled matrix")
struct LabelledMatrixTests {
    private let matrix: LabelledMatrix<Industry, Region>

    init() throws {
        let regions = try Axis(["50", "03"].map { Region(code: $0, name: Name($0)) })
        matrix = LabelledMatrix(try industries(["a", "b", "c"]), regions, [[1, 2], [3, 4], [5, 6]])
    }

    @Test("rows, columns, cells and sums are where the labels say")
    func access() throws {
        let oslo = try matrix.columns.label("03")
        let second = try matrix.rows.label("b")
        #expect(matrix[second, oslo] == 4)
        #expect(matrix.row(second).values == [3, 4])
        #expect(matrix.column(oslo).values == [2, 4, 6])
        #expect(matrix.rowSums.values == [3, 7, 11])
        #expect(matrix.columnSums.values == [9, 12])
        #expect(LabelledMatrix(rows: matrix.rows, columns: matrix.columns) { matrix[$0, $1] } == matrix)
    }

    @Test("products agree with the hand")
    func products() throws {
        #expect(try matrix.times(LabelledVector(matrix.columns, [1, 10])).values == [21, 43, 65])
        #expect(try matrix.transposedTimes(LabelledVector(matrix.rows, [1, 0, 2])).values == [11, 14])
    }

    @Test("a map is told each cell's labels")
    func map() {
        let kept = matrix.map { row, column, value in row.code == "b" && column.code == "03" ? value : 0 }
        #expect(kept.values.printed == [[0, 0], [0, 4], [0, 0]])
    }

    @Test("aggregation sums cells by both axes and keeps the total")
    func aggregation() throws {
        let rows = try Concordance(
            from: matrix.rows,
            to: try industries(["X", "Y"]),
            ["a": "Y", "b": "X", "c": "Y"]
        )
        let coarse = try matrix.aggregated(rows: rows, columns: Concordance(identityOn: matrix.columns))
        #expect(coarse.values.printed == [[3, 4], [6, 8]])
    }

    @Test("other axes are refused with the first difference")
    func otherAxes() throws {
        let shorter = try industries(["a", "b"])
        let others = try Axis([Region(code: "50", name: Name("")), Region(code: "46", name: Name(""))])
        let rowsDiffer = AccountsError.differ(.label(position: 2, "c", nil))
        let columnsDiffer = AccountsError.differ(.label(position: 1, "03", "46"))
        #expect(throws: rowsDiffer) {
            try matrix.combined(with: LabelledMatrix(shorter, matrix.columns, [[1, 2], [3, 4]]), +)
        }
        #expect(throws: columnsDiffer) {
            try matrix.combined(with: LabelledMatrix(matrix.rows, others, matrix.values.printed), +)
        }
        #expect(throws: columnsDiffer) { try matrix.times(LabelledVector(others, [1, 2])) }
        #expect(throws: rowsDiffer) { try matrix.transposedTimes(LabelledVector(shorter, [1, 2])) }
        #expect(throws: rowsDiffer) {
            try matrix.aggregated(
                rows: Concordance(identityOn: shorter),
                columns: Concordance(identityOn: matrix.columns)
            )
        }
        #expect(throws: columnsDiffer) {
            try matrix.aggregated(
                rows: Concordance(identityOn: matrix.rows),
                columns: Concordance(identityOn: others)
            )
        }
    }
}
