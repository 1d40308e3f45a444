import LinearAlgebra
import TestSupport
import Testing

@testable import Regionalisation

@Suite("Balancing: sparse tables")
struct SparseBalancingTests {
    private let methods: [BalancingMethod] = [.ras, .gras, .signFlipping(rows: [], columns: [3])]

    @Test("Dense and sparse are the same, bit for bit, with and without frozen cells")
    func sameBits() throws {
        for seed in 1...15 as ClosedRange<UInt64> {
            for method in methods {
                let (table, margins) = try RandomTable(
                    seed: seed,
                    rows: 14,
                    columns: 17,
                    zeros: seed.isMultiple(of: 4) ? 0 : 0.4,
                    negatives: method == .ras ? 0 : 0.1
                ).asked
                let sparse = try SparseMatrix(table)
                let dense = try table.balanced(to: margins, by: method)
                let found = try sparse.balanced(to: margins, by: method)
                #expect(found.table.dense() == dense.table)
                #expect(found.report == dense.report)
            }
        }
    }

    @Test("Frozen cells keep their bits; zeros that are kept as cells stay zero")
    func frozen() throws {
        let cells = [
            (0, 0, 2.0), (0, 1, 3), (0, 2, 0), (1, 0, 4), (1, 1, 0.1), (1, 2, 5), (2, 1, 6), (2, 2, 7),
        ]
        let table = try SparseMatrix(
            rows: 3,
            columns: 3,
            entries: cells.map { SparseMatrix.Entry(row: $0.0, column: $0.1, value: $0.2) }
        )
        let frozen: Set = [TableCell(row: 1, column: 1), TableCell(row: 2, column: 0)]
        let margins = try Margins(rows: [6, 10.1, 12], columns: [7, 10.1, 11])
        let found = try table.balanced(to: margins, by: .ras, freezing: frozen)
        #expect(found.table[1, 1].bitPattern == (0.1).bitPattern)
        #expect(found.table[0, 2] == 0 && found.table[2, 0] == 0)
        #expect(found.table.cellCount == 8 && found.report.frozen == 2)
        #expect(deviation(of: found.table.dense().rowSums, from: margins.rows) <= 1e-7)
        let dense = try table.dense().balanced(to: margins, by: .ras, freezing: frozen)
        #expect(dense.table == found.table.dense())
    }

    @Test("A chain of five thousand lines that zeros make infeasible is refused, not waited for")
    func longChain() throws {
        // Row i sells to columns i and i + 1; the last row to the last column alone, which cannot take it.
        let size = 5_000
        var entries: [SparseMatrix.Entry] = []
        for row in 0..<size {
            entries.append(.init(row: row, column: row, value: 1))
            if row + 1 < size { entries.append(.init(row: row, column: row + 1, value: 1)) }
        }
        let table = try SparseMatrix(rows: size, columns: size, entries: entries)
        var rows = [Double](repeating: 1, count: size)
        rows[0] = 0.5
        rows[size - 1] = 1.5
        let margins = try Margins(rows: rows, columns: [Double](repeating: 1, count: size))
        let last = size - 1
        #expect(
            throws: RegionalisationError.outOfReach(
                rows: [.row(last)],
                columns: [.column(last)],
                rowTotal: 1.5,
                columnTotal: 1
            )
        ) { try table.balanced(to: margins, by: .ras) }
    }
}
