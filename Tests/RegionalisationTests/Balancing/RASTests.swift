import Accounts
import LinearAlgebra
import TestSupport
import Testing

@testable import Regionalisation

@Suite("RAS")
struct RASTests {
    /// Miller & Blair (2009), p. 335, as hybridvut's tests have it: 2 × 2, printed after the rows of the fifth round.
    private let millerBlair = Matrix([[5, 0.5], [4, 3]])

    @Test("Miller & Blair, p. 335: rows, columns, … five times rows; four printed decimals")
    func millerBlairFifthRound() throws {
        let margins = try Margins(rows: [10, 2], columns: [7, 5])
        let found = try millerBlair.balanced(to: margins, by: .ras, until: .scalings(9))
        let printed = [[6.5911, 3.4089], [0.4099, 1.5901]]
        #expect(deviation(of: found.table.printed, from: printed) <= halfOfLastDigit(decimals: 4))
        #expect(found.report.scalings == 9)
        // The rows were met last, so a column is furthest off; by 1e-3, which is why the book's table is not the limit.
        #expect(found.report.worst.line.side == .column)
        #expect(abs(found.report.worst.size - 0.00099) < 0.00001)
    }

    @Test("Miller & Blair, p. 335: the limit, as numpy computes it")
    func millerBlairLimit() throws {
        let margins = try Margins(rows: [10, 2], columns: [7, 5])
        let found = try millerBlair.balanced(to: margins, by: .ras, until: .deviation(share: 1e-14))
        let computed = [
            [6.590207718719956, 3.4097922812800454], [0.40979228128004547, 1.5902077187199548],
        ]
        #expect(deviation(of: found.table.printed, from: computed) <= 1e-12)
        #expect(found.report.imbalance == 0 && found.report.scaled == nil)
    }

    @Test("D'Errico: a structural zero stays zero; three printed decimals")
    func structuralZero() throws {
        let table = Matrix([[20, 40, 80], [20, 20, 40], [20, 20, 0]])
        let margins = try Margins(rows: [150, 70, 50], columns: [70, 70, 130])
        let found = try table.balanced(to: margins, by: .ras)
        let printed = [[22.923, 34.537, 92.54], [18.559, 13.981, 37.46], [28.518, 21.482, 0]]
        #expect(deviation(of: found.table.printed, from: printed) <= halfOfLastDigit(decimals: 3))
        #expect(found.table[2, 2] == 0)
    }

    @Test("Miller & Blair, §7.4.2 (GAMS IOBALANCE): A(0) brought to later margins, as numpy computes it")
    func gams() throws {
        let coefficients = [[0.12, 0.1, 0.049], [0.21, 0.247, 0.265], [0.026, 0.249, 0.145]]
        let output: [Double] = [421, 284, 283]
        let later = [[98.0, 72, 75], [65, 8, 63], [88, 27, 44]]
        let table = Matrix(rows: 3, columns: 3) { row, column in coefficients[row][column] * output[column] }
        let margins = try Margins(
            rows: later.map { $0.reduce(0, +) },
            columns: (0..<3).map { column in later.reduce(0) { $0 + $1[column] } }
        )
        let found = try table.balanced(to: margins, by: .ras, until: .deviation(share: 1e-14))
        let computed = [
            [165.21014820116213, 34.613604639477764, 45.1762471593601],
            [63.52861968216023, 18.786177953401445, 53.68520236443833],
            [22.26123211667764, 53.60021740712079, 83.13855047620157],
        ]
        #expect(deviation(of: found.table.printed, from: computed) <= 1e-10)
        // Exact margins do not make exact cells: half of all is in the wrong place (53.24 %).
        let misplaced = zip(found.table.printed.joined(), later.joined()).reduce(0) { $0 + abs($1.0 - $1.1) }
        #expect(abs(misplaced / later.joined().reduce(0, +) - 0.5324) <= halfOfLastDigit(decimals: 4))
    }

    @Test("The factors are the result: x = r a s, to rounding")
    func factors() throws {
        let margins = try Margins(rows: [10, 2], columns: [7, 5])
        let (table, report) = try millerBlair.balanced(to: margins, by: .ras).parts
        for row in 0..<2 {
            for column in 0..<2 {
                let scaled =
                    millerBlair[row, column] * (report.rowFactors[row] * report.columnFactors[column])
                #expect(table[row, column] == scaled)
            }
        }
    }

    @Test("Labelled tables keep their labels, and codes are named")
    func labelled() throws {
        let axis = try industries(["a", "b"])
        let flows = LabelledMatrix(axis, millerBlair.printed)
        let found = try flows.balanced(
            rows: LabelledVector(axis, [10, 2]),
            columns: LabelledVector(axis, [7, 5]),
            by: .ras,
            until: .scalings(9)
        )
        #expect(found.table.rows.codes == ["a", "b"])
        let worst = found.report.worst.line
        #expect(worst.side == .column && worst.code == axis.codes[worst.position])
        let other = try industries(["a", "c"])
        #expect(throws: RegionalisationError.accounts(.differ(.label(position: 1, "b", "c")))) {
            try flows.balanced(
                rows: LabelledVector(other, [10, 2]),
                columns: LabelledVector(axis, [7, 5]),
                by: .ras
            )
        }
        #expect(throws: RegionalisationError.accounts(.differ(.label(position: 1, "b", "c")))) {
            try flows.balanced(
                rows: LabelledVector(axis, [10, 2]),
                columns: LabelledVector(other, [7, 5]),
                by: .ras
            )
        }
    }
}

extension Balanced {
    /// Table and report, to take apart.
    var parts: (Table, BalancingReport) { (table, report) }
}
