import LinearAlgebra
import TestSupport
import Testing

@testable import Regionalisation

@Suite("Balancing: properties")
struct BalancingPropertyTests {
    private let seeds: ClosedRange<UInt64> = 1...25

    @Test("Margins are met and zeros stay zero", arguments: [BalancingMethod.ras, .gras])
    func margins(method: BalancingMethod) throws {
        for seed in seeds {
            let negatives = method == .gras ? 0.15 : 0
            let (table, margins) = try RandomTable(
                seed: seed,
                rows: 12,
                columns: 9,
                zeros: seed.isMultiple(of: 5) ? 0 : 0.3,
                negatives: negatives
            ).asked
            let found = try table.balanced(to: margins, by: method)
            let largest = (margins.rows + margins.columns).reduce(0) { max($0, abs($1)) }
            // Columns are met last, to rounding; rows to the default share of the largest margin.
            #expect(
                deviation(of: found.table.columnSums, from: margins.columns) <= 1e-12 * largest,
                "\(seed)"
            )
            #expect(deviation(of: found.table.rowSums, from: margins.rows) <= 1.01e-9 * largest, "\(seed)")
            #expect(abs(found.report.worst.size) <= 1e-9 * largest)
            for column in 0..<9 {
                for row in 0..<12 where table[row, column] == 0 { #expect(found.table[row, column] == 0) }
                for row in 0..<12 { #expect(table[row, column] * found.table[row, column] >= 0) }
            }
        }
    }

    @Test(
        "Frozen cells are untouched, bit for bit, and the margins hold with them",
        arguments: [BalancingMethod.ras, .gras]
    )
    func frozen(method: BalancingMethod) throws {
        for seed in seeds {
            var generator = SeededGenerator(seed: seed &+ 1_000)
            let drawn = try RandomTable(
                seed: seed,
                rows: 10,
                columns: 10,
                zeros: 0.1,
                negatives: method == .gras ? 0.1 : 0
            )
            var cells: Set<TableCell> = []
            for _ in 0..<20 {
                cells.insert(
                    TableCell(
                        row: Int.random(in: 0..<10, using: &generator),
                        column: Int.random(in: 0..<10, using: &generator)
                    )
                )
            }
            // Margins of a table with the same frozen cells, so that they can be met: free cells times a number.
            let later = Matrix(rows: 10, columns: 10) { row, column in
                cells.contains(TableCell(row: row, column: column))
                    ? drawn.table[row, column] : drawn.table[row, column] * Double((row + 2 * column) % 5 + 1)
            }
            let margins = try Margins(rows: later.rowSums, columns: later.columnSums)
            let found = try drawn.table.balanced(to: margins, by: method, freezing: cells)
            for cell in cells {
                let (before, after) = (drawn.table[cell.row, cell.column], found.table[cell.row, cell.column])
                #expect(before.bitPattern == after.bitPattern)
            }
            #expect(found.report.frozen == cells.count)
            let largest = (margins.rows + margins.columns).reduce(0) { max($0, abs($1)) }
            #expect(deviation(of: found.table.rowSums, from: margins.rows) <= 1.01e-9 * largest)
            #expect(deviation(of: found.table.columnSums, from: margins.columns) <= 1e-11 * largest)
        }
    }

    @Test("All cells frozen is the table itself; margins that are not its own are refused")
    func allFrozen() throws {
        let table = Matrix([[1, 2], [3, 4]])
        let cells = Set((0..<4).map { TableCell(row: $0 / 2, column: $0 % 2) })
        let own = try Margins(rows: [3, 7], columns: [4, 6])
        #expect(try table.balanced(to: own, by: .ras, freezing: cells).table == table)
        #expect(
            throws: RegionalisationError.marginOutOfReach(.row(0), margin: 4, frozen: 3, hasCells: false)
        ) {
            try table.balanced(to: try Margins(rows: [4, 6], columns: [4, 6]), by: .ras, freezing: cells)
        }
    }

    @Test("Rows and columns in another order give the same cells", arguments: [BalancingMethod.ras, .gras])
    func permutation(method: BalancingMethod) throws {
        for seed in seeds {
            var generator = SeededGenerator(seed: seed &+ 2_000)
            let (table, margins) = try RandomTable(
                seed: seed,
                rows: 8,
                columns: 11,
                zeros: 0.2,
                negatives: method == .gras ? 0.1 : 0
            ).asked
            let rows = Array(0..<8).shuffled(using: &generator)
            let columns = Array(0..<11).shuffled(using: &generator)
            let shuffled = Matrix(rows: 8, columns: 11) { table[rows[$0], columns[$1]] }
            let end = BalancingEnd.deviation(share: 1e-13)
            let found = try table.balanced(to: margins, by: method, until: end).table
            let other = try shuffled.balanced(
                to: try Margins(
                    rows: rows.map { margins.rows[$0] },
                    columns: columns.map { margins.columns[$0] }
                ),
                by: method,
                until: end
            ).table
            for row in 0..<8 {
                for column in 0..<11 {
                    #expect(abs(other[row, column] - found[rows[row], columns[column]]) <= 1e-8)
                }
            }
        }
    }

    @Test("A full table and the same table with an empty row and column go separate ways to the same cells")
    func fullAndSparse() throws {
        for seed in seeds {
            let (table, margins) = try RandomTable(seed: seed, rows: 21, columns: 13, zeros: 0).asked
            let wider = Matrix(rows: 22, columns: 14) { row, column in
                row < 21 && column < 13 ? table[row, column] : 0
            }
            let wide = try Margins(rows: margins.rows + [0], columns: margins.columns + [0])
            for method in [BalancingMethod.ras, .gras] {
                let full = try table.balanced(to: margins, by: method)
                let sparse = try wider.balanced(to: wide, by: method)
                #expect(full.report.scalings == sparse.report.scalings)
                for column in 0..<13 {
                    for row in 0..<21 {
                        // The sums are added in another order.
                        #expect(abs(full.table[row, column] - sparse.table[row, column]) <= 1e-10)
                    }
                }
            }
        }
    }
}
