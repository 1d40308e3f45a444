import LinearAlgebra
import TestSupport
import Testing

@testable import Regionalisation

@Suite("Balancing: refusals")
struct BalancingRefusalTests {
    @Test("Margins whose sums disagree, with both sums")
    func disagreeing() throws {
        #expect(throws: RegionalisationError.marginsDisagree(rows: 10, columns: 11)) {
            try Margins(rows: [4, 6], columns: [5, 6])
        }
        let scaled = try Margins(rows: [4, 6], columns: [5, 6], scaling: .row)
        #expect(scaled.imbalance == -1 && scaled.scaled == .row && scaled.columns == [5, 6])
        #expect(deviation(of: scaled.rows, from: [4.4, 6.6]) <= 1e-15)
        // No factor makes −1 of 1.
        #expect(throws: RegionalisationError.marginsDisagree(rows: 1, columns: -1)) {
            try Margins(rows: [1], columns: [-1], scaling: .column)
        }
    }

    @Test("Numbers that are none, in margins and cells")
    func notFinite() throws {
        #expect(throws: RegionalisationError.marginNotFinite(.column(1), .infinity)) {
            try Margins(rows: [1, 2], columns: [1, .infinity])
        }
        let margins = try Margins(rows: [1, 2], columns: [1, 2])
        #expect(
            throws: RegionalisationError.cellNotFinite(row: .row(1), column: .column(0), value: .infinity)
        ) {
            try Matrix([[1, 2], [.infinity, 1]]).balanced(to: margins, by: .gras)
        }
    }

    @Test("RAS takes no negative cell")
    func negative() throws {
        let margins = try Margins(rows: [1, 2], columns: [1, 2])
        #expect(throws: RegionalisationError.negativeCell(row: .row(0), column: .column(1), value: -2)) {
            try Matrix([[1, -2], [3, 1]]).balanced(to: margins, by: .ras)
        }
        #expect(throws: RegionalisationError.negativeCell(row: .row(0), column: .column(1), value: -2)) {
            try Matrix([[1, -2], [0, 1]]).balanced(to: margins, by: .ras)
        }
    }

    @Test("A row of zeros with a margin, and a line whose sign is not its margin's")
    func unreachable() throws {
        #expect(
            throws: RegionalisationError.marginOutOfReach(.row(1), margin: 2, frozen: 0, hasCells: false)
        ) {
            try Matrix([[1, 2], [0, 0]]).balanced(to: try Margins(rows: [1, 2], columns: [1, 2]), by: .ras)
        }
        #expect(
            throws: RegionalisationError.marginOutOfReach(.column(1), margin: -2, frozen: 0, hasCells: true)
        ) {
            try Matrix([[1, 2], [3, 4]]).balanced(
                to: try Margins(rows: [3, 1], columns: [6, -2]),
                by: .gras
            )
        }
        // A frozen 5 in a row of 4 leaves −1 to a cell that is positive.
        #expect(
            throws: RegionalisationError.marginOutOfReach(.row(0), margin: 4, frozen: 5, hasCells: true)
        ) {
            try Matrix([[5, 2], [3, 4]]).balanced(
                to: try Margins(rows: [4, 6], columns: [5, 5]),
                by: .ras,
                freezing: [TableCell(row: 0, column: 0)]
            )
        }
    }

    @Test("Two blocks that share no cell, each with margins of its own")
    func disconnected() throws {
        let table = Matrix([[1, 2, 0, 0], [3, 4, 0, 0], [0, 0, 5, 6]])
        // Together 30 and 30; the upper block has 20 in its rows and 19 in its columns.
        let margins = try Margins(rows: [8, 12, 10], columns: [9, 10, 5, 6])
        #expect(
            throws: RegionalisationError.disconnected(
                rows: [.row(0), .row(1)],
                columns: [.column(0), .column(1)],
                rowTotal: 20,
                columnTotal: 19
            )
        ) { try table.balanced(to: margins, by: .ras) }
        // The same blocks with margins that agree are balanced one beside the other.
        let agreeing = try Margins(rows: [8, 12, 11], columns: [9, 11, 5, 6])
        let found = try table.balanced(to: agreeing, by: .ras)
        #expect(deviation(of: found.table.rowSums, from: [8, 12, 11]) <= 1e-8)
    }

    @Test("Zeros in the way: two rows that only one column can take")
    func zeroPattern() throws {
        let table = Matrix([[1, 0, 0], [1, 0, 0], [1, 1, 1]])
        let margins = try Margins(rows: [5, 5, 10], columns: [8, 6, 6])
        #expect(
            throws: RegionalisationError.outOfReach(
                rows: [.row(0), .row(1)],
                columns: [.column(0)],
                rowTotal: 10,
                columnTotal: 8
            )
        ) { try table.balanced(to: margins, by: .ras) }
        // Asked for a few iterations, the loop looks before it gives up.
        #expect(throws: RegionalisationError.self) {
            try table.balanced(to: margins, by: .ras, until: .deviation(iterations: 3))
        }
        // A negative cell lets a column give back: then it can be done.
        let negative = Matrix([[1, 0, 0], [1, 0, 0], [-1, 1, 1]])
        let found = try negative.balanced(to: margins, by: .gras)
        #expect(deviation(of: found.table.columnSums, from: [8, 6, 6]) <= 1e-8)
    }

    @Test("Margins that are not met within the iterations: which line, and by how much")
    func notMet() throws {
        let table = Matrix([[5, 0.5], [4, 3]])
        let margins = try Margins(rows: [10, 2], columns: [7, 5])
        // Two rounds are too few to be mixed: the same as so many scalings.
        let two = try table.balanced(to: margins, by: .ras, until: .scalings(4))
        #expect(two.report.worst.line == .row(0) || two.report.worst.line == .row(1))
        #expect(
            throws: RegionalisationError.marginsNotMet(
                iterations: 2,
                two.report.worst.line,
                found: two.report.worst.found,
                wanted: two.report.worst.wanted
            )
        ) { try table.balanced(to: margins, by: .ras, until: .deviation(iterations: 2)) }
    }

    @Test("A table that meets its margins only with another zero is met to the deviation asked for")
    func boundary() throws {
        // [[1, 1], [0, 1]] to rows (1, 1), columns (1, 1): only the identity does, so a cell goes to zero, which scaling alone
        // brings about in a million rounds.
        let table = Matrix([[1, 1], [0, 1]])
        let margins = try Margins(rows: [1, 1], columns: [1, 1])
        let found = try table.balanced(to: margins, by: .ras)
        #expect(deviation(of: found.table.printed, from: [[1, 0], [0, 1]]) <= 2e-9)
        #expect(found.report.scalings <= 500)
        #expect(throws: RegionalisationError.self) {
            try table.balanced(to: margins, by: .gras, until: .deviation(iterations: 500))
        }
    }
}
