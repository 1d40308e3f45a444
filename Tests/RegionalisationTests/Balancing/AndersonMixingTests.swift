import LinearAlgebra
import TestSupport
import Testing

@testable import Regionalisation

@Suite("RAS: rounds saved by mixing")
struct AndersonMixingTests {
    /// RAS without mixing.
    private struct Plain: Scaling {
        var ras: RAS

        mutating func scaleColumns() -> [Double] { ras.scaleColumns() }
        func gatherRows() -> [Double] { ras.gatherRows() }
        func found(_ sums: [Double]) -> [Double] { ras.found(sums) }
        mutating func scaleRows(_ sums: [Double]) { ras.scaleRows(sums) }
        func foundColumns() -> [Double] { ras.foundColumns() }
    }

    private func checks(_ table: Matrix, _ margins: Margins) throws -> BalancingChecks {
        let cells = try FreeCells(table)
        return BalancingChecks(cells: cells, margins: margins, rows: margins.rows, columns: margins.columns)
    }

    @Test("The same table as scaling alone, in fewer rounds; sparse and full")
    func sameTable() throws {
        for seed in 1...20 as ClosedRange<UInt64> {
            for zeros in [0, 0.6] {
                let (table, margins) = try RandomTable(seed: seed, rows: 30, columns: 40, zeros: zeros).asked
                let checks = try checks(table, margins)
                let loop = ScalingLoop(
                    checks: checks,
                    end: .deviation(share: 1e-12, iterations: 10_000),
                    signsAreFixed: true
                )
                let (mixed, report) = try table.balanced(
                    to: margins,
                    by: .ras,
                    until: .deviation(share: 1e-12)
                ).parts
                guard zeros > 0 else {
                    let limit = try table.balanced(to: margins, by: .gras, until: .deviation(share: 1e-12))
                    #expect(deviation(of: mixed.printed, from: limit.table.printed) <= 1e-9)
                    continue
                }
                var plain = Plain(ras: RAS(checks))
                let scalings = try loop.run(&plain, rowsFirst: true).scalings
                let change = Balancing.Change.factors(
                    rows: plain.ras.rowFactors,
                    columns: plain.ras.columnFactors
                )
                let limit = table.replacingCells(
                    with: checks.cells.matrix(checks.cells.values(after: change))
                )
                // Both are off their margins, of some tens, by 1e-12 of the largest at most.
                #expect(deviation(of: mixed.printed, from: limit.printed) <= 1e-9)
                #expect(report.scalings <= scalings)
            }
        }
    }

    @Test("Row margins of nothing stay nothing")
    func nothing() throws {
        let table = Matrix([[3, 1, 0, 2], [0, 2, 5, 1], [4, 0, 1, 1]])
        let margins = try Margins(rows: [0, 6, 9], columns: [5, 3, 4, 3])
        let found = try table.balanced(to: margins, by: .ras)
        #expect(found.table.printed[0] == [0, 0, 0, 0])
        #expect(deviation(of: found.table.rowSums, from: margins.rows) <= 9e-9)
    }
}
