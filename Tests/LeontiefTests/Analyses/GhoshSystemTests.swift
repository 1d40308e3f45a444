import Accounts
import Leontief
import LinearAlgebra
import TestSupport
import Testing

@Suite("Ghosh system")
struct GhoshSystemTests {
    /// G row by row, through the outputs that unit primary inputs flow into.
    private func inverse(_ system: GhoshSystem<Industry>) throws -> [[Double]] {
        let axis = system.allocation.rows
        return try axis.labels.map { sector in
            try system.output(from: LabelledVector(axis) { $0 == sector ? 1 : 0 }).values
        }
    }

    @Test("Miller & Blair's two sectors: B, G and x' = va'G")
    func twoSectors() throws {
        let table = try TwoSectors()
        let ghosh = try GhoshSystem(flows: table.flows, output: table.output)
        #expect(
            deviation(of: ghosh.allocation.values.printed, from: [[0.15, 0.5], [0.1, 0.05]]) <= rounding
        )
        // Computed with numpy 2.4 beside the case.
        let computed = [[1.254125412541254, 0.6600660066006601], [0.13201320132013203, 1.1221122112211221]]
        #expect(deviation(of: try inverse(ghosh), from: computed) <= rounding)
        #expect(deviation(of: try ghosh.output(from: table.valueAdded).values, from: [1_000, 2_000]) <= 1e-9)
    }

    @Test("two regions: the Ghosh inverse as printed in the source's test")
    func twoRegions() throws {
        let table = try TwoRegions()
        let ghosh = try GhoshSystem(flows: table.flows, output: table.output)
        let printed = [
            [
                1.423409149449475, 0.9304525740622405, 0.2909093898805612, 0.23003182777496692,
                0.24324341481161507,
            ],
            [
                0.31730628908222186, 1.4236653207934866, 0.33533997280126726, 0.24552984791016436,
                0.18233930089239148,
            ],
            [
                0.6382907140159585, 1.0737395920925703, 1.3362516095901116, 0.30014627080837747,
                0.24861636642800972,
            ],
            [
                0.22266222823849854, 0.3333461635366272, 0.1644572429148015, 1.3406124940000408,
                0.36484518239388875,
            ],
            [
                0.18351388112243291, 0.227085251508225, 0.11571977927290393, 0.32319338350959714,
                1.2538040568323914,
            ],
        ]
        #expect(deviation(of: try inverse(ghosh), from: printed) <= 1e-10)
    }

    @Test("two regions: manufacturing in L loses 375 of its value added, and output follows as printed")
    func supplyShock() throws {
        let table = try TwoRegions()
        let ghosh = try GhoshSystem(flows: table.flows, output: table.output)
        let shocked = try ghosh.output(from: LabelledVector(table.axis, [225, 400, 415, 565, 235]))
        let printed = [
            881.0101415941668, 1466.1255047024426, 874.2475101995246, 1107.9263070336883, 731.6227621653532,
        ]
        #expect(deviation(of: shocked.values, from: printed) <= 1e-9)
    }

    @Test(
        "Germany 1995: the first column of the Ghosh inverse, with printed output and with row totals below"
    )
    func germanFirstColumn() throws {
        let table = try GermanManual1995.table()
        var rowTotals = GermanManual1995.output
        rowTotals[1] = GermanManual1995.printedRowTotalOfIndustry
        for denominator in [GermanManual1995.output, rowTotals] {
            let ghosh = try GhoshSystem(
                flows: table.domestic,
                output: LabelledVector(table.industries, denominator)
            )
            let column = try inverse(ghosh).map { $0[0] }
            // Table 15.10; the 46 million between the two denominators is 4 · 10⁻⁵ of them.
            #expect(
                deviation(of: column, from: [1.0339, 0.0118, 0.0037, 0.0103, 0.0117, 0.0043])
                    <= halfOfLastDigit(decimals: 4)
            )
        }
    }

    @Test("Germany 1995: five of the six printed forward linkages")
    func germanForwardLinkages() throws {
        let table = try GermanManual1995.table()
        let linkages = try GhoshSystem(flows: table.domestic, output: table.output).forwardLinkages()
        // Table 15.10. Industry's printed 1.6691 is left out: the row sum of the inverse is 1.6910.
        var others = linkages.values
        others.remove(at: 1)
        #expect(
            deviation(of: others, from: [2.1126, 1.3558, 1.5848, 2.1037, 1.2106])
                <= halfOfLastDigit(decimals: 4)
        )
    }

    @Test("x' = va'G and G = x̂⁻¹ L x̂, seeded random economies")
    func identities() throws {
        for size in [1, 2, 6, 23, 40] {
            let table = try RandomEconomy(size: size, seed: UInt64(500 + size)).table
            let ghosh = try GhoshSystem(flows: table.domestic, output: table.output)
            let output = try ghosh.output(from: table.primaryInputs.columnSums)
            #expect(deviation(of: output.values, from: table.output.values) <= 1e-8)
            let leontief = try LeontiefSystem(TechnicalCoefficients(domesticIn: table))
            // (I − B)⁻¹ i = x̂⁻¹ L x.
            let expected = try leontief.output(meeting: table.output).values.combined(with: table.output, /)
            #expect(deviation(of: try ghosh.forwardLinkages().values, from: expected.values) <= 1e-10)
        }
    }

    @Test("a sector without output sells nothing; if it does sell, it is refused")
    func withoutOutput() throws {
        let axis = try industries(["a", "b"])
        let output = LabelledVector(axis, [10, 0])
        let ghosh = try GhoshSystem(flows: LabelledMatrix(axis, [[5, 0], [0, 0]]), output: output)
        #expect(try ghosh.forwardLinkages().values == [2, 1])
        #expect(throws: LeontiefError.salesWithoutOutput(sector: "b", sales: 3)) {
            try GhoshSystem(flows: LabelledMatrix(axis, [[5, 0], [3, 0]]), output: output)
        }
        #expect(throws: LeontiefError.salesWithoutOutput(sector: "b", sales: 6)) {
            try GhoshSystem(flows: LabelledMatrix(axis, [[5, 0], [3, -3]]), output: output)
        }
    }

    @Test("sectors that sell all they produce to each other leave no unique answer")
    func singular() throws {
        let axis = try industries(["a", "b"])
        #expect(throws: LeontiefError.linearAlgebra(.singular(pivot: 1), sector: "b")) {
            try GhoshSystem(
                flows: LabelledMatrix(axis, [[5, 5], [5, 5]]),
                output: LabelledVector(axis, [10, 10])
            )
        }
    }

    @Test("axes that disagree are refused with the first difference, columns too")
    func axes() throws {
        let table = try TwoSectors()
        let other = try industries(["sec2", "sec1"])
        let swapped = LeontiefError.accounts(.differ(.label(position: 0, "sec1", "sec2")))
        #expect(throws: swapped) {
            try GhoshSystem(flows: table.flows, output: LabelledVector(other, [1, 1]))
        }
        #expect(throws: LeontiefError.accounts(.differ(.label(position: 0, "sec2", "sec1")))) {
            try GhoshSystem(
                flows: LabelledMatrix(table.axis, other, [[1, 1], [1, 1]]),
                output: table.output
            )
        }
        let ghosh = try GhoshSystem(flows: table.flows, output: table.output)
        #expect(throws: swapped) { try ghosh.output(from: LabelledVector(other, [1, 1])) }
    }

    @Test("primary inputs that are not finite are refused by sector")
    func notFinite() throws {
        let table = try TwoSectors()
        let ghosh = try GhoshSystem(flows: table.flows, output: table.output)
        #expect(
            throws: LeontiefError.linearAlgebra(
                .notFinite(row: 1, column: 0, value: .infinity),
                sector: "sec2"
            )
        ) { try ghosh.output(from: LabelledVector(table.axis, [1, .infinity])) }
    }
}
