import LinearAlgebra
import TestSupport
import Testing

@testable import Regionalisation

@Suite("Sign-flipping RAS")
struct SignFlippingRASTests {
    @Test("Lenzen, Moran, Geschke & Kanemoto (2014), table 1: the eight cases")
    func eightCases() throws {
        // G, a before, c, whether the sign turns, a after; one cell with G a = c.
        let cases: [(coefficient: Double, before: Double, constant: Double, turns: Bool, after: Double)] = [
            (1, 1, 2, false, 2), (-1, -1, 2, false, -2), (1, -1, -2, false, -2), (-1, 1, -2, false, 2),
            (1, 1, -2, true, -2), (-1, -1, -2, true, 2), (1, -1, 2, true, 2), (-1, 1, 2, true, -2),
        ]
        for (coefficient, before, constant, turns, after) in cases {
            let part = coefficient * before
            let factor = SignFlippingRAS.Factor(
                positive: max(part, 0),
                negative: max(-part, 0),
                margin: constant,
                mayTurn: true
            )
            #expect(factor.turns == turns)
            #expect(coefficient * factor.scaled(part) == after)
            // The same as a table of one cell, whose margin is c / G.
            let margin = constant / coefficient
            let found = try Matrix([[before]]).balanced(
                to: try Margins(rows: [margin], columns: [margin]),
                by: .signFlipping(rows: [0], columns: [0])
            )
            #expect(found.table[0, 0] == after)
            #expect(found.report.flipped.isEmpty == !turns)
        }
    }

    @Test("Inventories are drawn down where they were built up; the rest keeps its sign")
    func inventories() throws {
        let table = Matrix([[10, 20, 5], [30, 10, 3], [5, 15, 2]])
        let margins = try Margins(rows: [32, 41, 19], columns: [48, 50, -6])
        #expect(throws: RegionalisationError.self) { try table.balanced(to: margins, by: .gras) }
        let found = try table.balanced(to: margins, by: .signFlipping(columns: [2]))
        #expect(found.report.flipped == [.column(2)])
        #expect(deviation(of: found.table.columnSums, from: margins.columns) <= 1e-8)
        #expect(deviation(of: found.table.rowSums, from: margins.rows) <= 1e-7)
        for row in 0..<3 {
            #expect(found.table[row, 2] < 0 && found.table[row, 0] > 0 && found.table[row, 1] > 0)
        }
    }

    @Test("Where nothing has to turn, it is GRAS")
    func nothingTurns() throws {
        for seed in 1...10 as ClosedRange<UInt64> {
            let (table, margins) = try RandomTable(
                seed: seed,
                rows: 8,
                columns: 6,
                zeros: 0.2,
                negatives: 0.15
            ).asked
            let gras = try table.balanced(to: margins, by: .gras)
            let flipping = try table.balanced(to: margins, by: .signFlipping(columns: [5]))
            #expect(flipping.report.flipped.isEmpty)
            #expect(deviation(of: gras.table.printed, from: flipping.table.printed) <= 1e-9)
        }
    }

    @Test("A line that may not turn is refused, whatever the others may")
    func notAllowed() throws {
        let table = Matrix([[10, 20], [30, 10]])
        let margins = try Margins(rows: [12, 3], columns: [20, -5])
        #expect(
            throws: RegionalisationError.marginOutOfReach(.column(1), margin: -5, frozen: 0, hasCells: true)
        ) { try table.balanced(to: margins, by: .signFlipping(columns: [0])) }
    }

    @Test("Frozen cells do not turn with the rest of their column")
    func frozen() throws {
        let table = Matrix([[10, 20, 5], [30, 10, 3], [5, 15, 2]])
        let margins = try Margins(rows: [32, 44, 19], columns: [48, 50, -3])
        let cells: Set = [TableCell(row: 1, column: 2)]
        let found = try table.balanced(to: margins, by: .signFlipping(columns: [2]), freezing: cells)
        #expect(found.table[1, 2] == 3 && found.table[0, 2] < 0 && found.table[2, 2] < 0)
    }
}
