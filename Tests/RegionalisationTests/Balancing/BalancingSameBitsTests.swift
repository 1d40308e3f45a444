import LinearAlgebra
import TestSupport
import Testing

@testable import Regionalisation

@Suite("RAS: same bits on any number of threads")
struct BalancingSameBitsTests {
    /// Large enough for several parts: 600 × 900 cells, half of them zero, or none.
    @Test("in parts and in order", arguments: [0, 0.5])
    func threads(zeros: Double) throws {
        let (table, margins) = try RandomTable(seed: 3, rows: 600, columns: 900, zeros: zeros).asked
        let found = try table.balanced(to: margins, by: .ras)
        let inOrder = try Threading.$inOrder.withValue(true) { try table.balanced(to: margins, by: .ras) }
        // Compared outside the expectation, which would print every number.
        let isSame = found.table == inOrder.table && found.report == inOrder.report
        #expect(isSame)
        let sparse = try SparseMatrix(table)
        let third = try Threading.$inOrder.withValue(true) { try sparse.balanced(to: margins, by: .ras) }
        let isSameTable = third.table.dense() == found.table && third.report == found.report
        #expect(isSameTable)
    }
}
