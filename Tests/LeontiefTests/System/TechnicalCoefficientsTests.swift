import Accounts
import Leontief
import TestSupport
import Testing

@Suite("Technical coefficients")
struct TechnicalCoefficientsTests {
    @Test("Miller & Blair's two sectors, Table 2.4")
    func twoSectors() throws {
        let matrix = try TwoSectors().coefficients.matrix
        #expect(deviation(of: matrix.values.printed, from: [[0.15, 0.25], [0.2, 0.05]]) <= rounding)
    }

    @Test("Miller & Blair's problem 2.1, as printed in the solutions")
    func problem21() throws {
        let axis = try industries(["sec1", "sec2"])
        let coefficients = try TechnicalCoefficients(
            flows: LabelledMatrix(axis, [[500, 350], [320, 360]]),
            output: LabelledVector(axis, [1_000, 800])
        )
        #expect(
            deviation(of: coefficients.matrix.values.printed, from: [[0.5, 0.4375], [0.32, 0.45]]) <= rounding
        )
        #expect(abs(coefficients.largestColumnSum - 0.8875) <= rounding)
    }

    @Test("Germany 1995: the diagonal the Eurostat manual prints, Table 15.6")
    func germany() throws {
        let matrix = try TechnicalCoefficients(domesticIn: GermanManual1995.table()).matrix
        let diagonal = matrix.rows.labels.prefix(3).map { matrix[$0, $0] }
        #expect(deviation(of: diagonal, from: [0.0258, 0.2822, 0.0158]) <= halfOfLastDigit(decimals: 4))
    }

    @Test("a sector without output has a column of zeros and is listed")
    func withoutOutput() throws {
        let axis = try industries(["a", "b"])
        let coefficients = try TechnicalCoefficients(
            flows: LabelledMatrix(axis, [[1, 0], [2, 0]]),
            output: LabelledVector(axis, [10, 0])
        )
        #expect(coefficients.sectorsWithoutOutput.map(\.code) == ["b"])
        #expect(coefficients.matrix.values.printed == [[0.1, 0], [0.2, 0]])
    }

    @Test("domestic and imported coefficients add up, seeded random economies")
    func domesticAndImported() throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            let table = try RandomEconomy(size: 6, seed: seed).table
            let technology = try TechnicalCoefficients(domesticAndImportedIn: table).matrix.columnSums
            let domestic = try TechnicalCoefficients(domesticIn: table).matrix.columnSums
            let imports = try table.inputs(.imports).combined(with: table.output, /)
            #expect(
                deviation(of: technology.values, from: try domestic.combined(with: imports, +).values)
                    <= rounding
            )
        }
    }

    @Test("a table that does not break imports down by supplier has no such technology")
    func lacksImports() throws {
        let table = try GermanManual1995.table()
        #expect(throws: LeontiefError.accounts(.lacks(role: "imported flows by supplier"))) {
            try TechnicalCoefficients(domesticAndImportedIn: table)
        }
    }

    @Test("axes that disagree are refused with the first difference")
    func axes() throws {
        let axis = try industries(["a", "b"])
        let other = try industries(["b", "a"])
        let swapped = LeontiefError.accounts(.differ(.label(position: 0, "a", "b")))
        #expect(throws: swapped) {
            try TechnicalCoefficients(
                flows: LabelledMatrix(axis, [[1, 0], [2, 0]]),
                output: LabelledVector(other, [10, 0])
            )
        }
        #expect(throws: swapped) {
            try TechnicalCoefficients(LabelledMatrix(axis, other, [[0, 0], [0, 0]]))
        }
        let elsewhere = LabelledMatrix(axis, try industries(["a", "z"]), [[1, 0], [2, 0]])
        #expect(throws: LeontiefError.accounts(.differ(.label(position: 1, "z", "b")))) {
            try TechnicalCoefficients(flows: elsewhere, output: LabelledVector(axis, [10, 10]))
        }
    }

    @Test("a sector with inputs and no output is refused with its inputs, also where they cancel")
    func inputsWithoutOutput() throws {
        let axis = try industries(["a", "b"])
        #expect(throws: LeontiefError.inputsWithoutOutput(sector: "b", inputs: 7)) {
            try TechnicalCoefficients(
                flows: LabelledMatrix(axis, [[1, 3], [2, 4]]),
                output: LabelledVector(axis, [10, 0])
            )
        }
        #expect(throws: LeontiefError.inputsWithoutOutput(sector: "b", inputs: 6)) {
            try TechnicalCoefficients(
                flows: LabelledMatrix(axis, [[1, 3], [2, -3]]),
                output: LabelledVector(axis, [10, 0])
            )
        }
    }

    @Test("a coefficient that is no number is refused by cell")
    func notFinite() throws {
        let axis = try industries(["a", "b"])
        for sick in [Double.nan, .infinity, -.infinity] {
            #expect(throws: LeontiefError.accounts(.notFinite(row: "a", column: "b"))) {
                try TechnicalCoefficients(LabelledMatrix(axis, [[0.5, sick], [0, 0]]))
            }
        }
        #expect(throws: LeontiefError.accounts(.notFinite(row: "b", column: "a"))) {
            try TechnicalCoefficients(
                flows: LabelledMatrix(axis, [[1, 1], [.nan, 1]]),
                output: LabelledVector(axis, [10, 10])
            )
        }
    }
}
