import Accounts
import Leontief
import TestSupport
import Testing

@Suite("Prices and net multipliers")
struct PriceModelTests {
    @Test("Miller & Blair's two sectors: prices are 1, and rise when the first sector's value added does")
    func twoSectors() throws {
        let table = try TwoSectors()
        let valueAdded = try table.valueAdded.combined(with: table.output, /)
        let base = try table.system.prices(covering: valueAdded)
        #expect(deviation(of: base.values, from: [1, 1]) <= rounding)
        let dearer = try table.system.prices(
            covering: valueAdded.combined(with: LabelledVector(table.axis, [0.1, 0]), +)
        )
        // Computed with numpy 2.4 beside the case.
        #expect(deviation(of: dearer.values, from: [1.1254125412541254, 1.033003300330033]) <= rounding)
    }

    @Test("net multipliers on Miller & Blair's two sectors, and Σ net x = Σ x")
    func netMultipliers() throws {
        let table = try TwoSectors()
        let net = try table.system.netMultipliers(finalDemand: table.finalDemand, output: table.output)
        // Computed with numpy 2.4 beside the case.
        #expect(deviation(of: net.values, from: [0.5313531353135313, 1.2343234323432344]) <= rounding)
        #expect(abs(try net.dot(table.output) - 3_000) <= 1e-9)
    }

    @Test("Σ net x = Σ x, and prices are 1 with every primary input, seeded random economies")
    func random() throws {
        for size in [1, 3, 14, 40] {
            let table = try RandomEconomy(size: size, seed: UInt64(600 + size)).table
            let system = try LeontiefSystem(TechnicalCoefficients(domesticIn: table))
            let net = try system.netMultipliers(finalDemand: table.finalDemand.rowSums, output: table.output)
            #expect(abs(try net.dot(table.output) - table.output.sum) <= 1e-8)
            let primary = try table.primaryInputs.columnSums.combined(with: table.output, /)
            #expect(
                deviation(of: try system.prices(covering: primary).values, from: system.ones.values)
                    <= rounding
            )
        }
    }

    @Test("a sector without output has a net multiplier of nothing")
    func withoutOutput() throws {
        let axis = try industries(["a", "b"])
        let system = try LeontiefSystem(
            TechnicalCoefficients(
                flows: LabelledMatrix(axis, [[5, 0], [0, 0]]),
                output: LabelledVector(axis, [10, 0])
            )
        )
        let net = try system.netMultipliers(
            finalDemand: LabelledVector(axis, [5, 0]),
            output: LabelledVector(axis, [10, 0])
        )
        #expect(net.values == [1, 0])
    }

    @Test("another axis is refused with the first difference")
    func otherAxis() throws {
        let table = try TwoSectors()
        let other = LabelledVector(try industries(["sec2", "sec1"]), [1, 1])
        let expected = LeontiefError.accounts(.differ(.label(position: 0, "sec1", "sec2")))
        #expect(throws: expected) { try table.system.prices(covering: other) }
        #expect(throws: expected) {
            try table.system.netMultipliers(finalDemand: table.finalDemand, output: other)
        }
        #expect(throws: expected) { try table.system.netMultipliers(finalDemand: other, output: other) }
    }
}
