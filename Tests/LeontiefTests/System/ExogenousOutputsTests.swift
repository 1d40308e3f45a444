import Accounts
import Leontief
import TestSupport
import Testing

@Suite("Exogenous outputs")
struct ExogenousOutputsTests {
    private let table: TwoRegions
    private let actors: [Industry]
    /// Value added by krone of output.
    private let values: LabelledVector<Industry>

    init() throws {
        table = try TwoRegions()
        actors = [try table.axis.label("L.manuf"), try table.axis.label("M.natres")]
        values = try table.valueAdded.combined(with: table.output, /)
    }

    @Test("two actors' multipliers by krone of output, computed with numpy 2.4 beside the case")
    func twoActors() throws {
        let multipliers = try ExogenousOutputs(table.coefficients, chosen: actors).multipliers(of: values)
        #expect(
            deviation(of: multipliers.values, from: [0.6243946138627371, 0.5553338336289626]) <= rounding
        )
        // By tonne, at 2 500 and 400 kroner.
        let perTonne = zip(multipliers.values, [2_500.0, 400]).map { $0 * $1 }
        #expect(deviation(of: perTonne, from: [1560.9865346568427, 222.13353345158504]) <= 1e-9)
    }

    @Test("v'x = Σ μ x + v_R L_RR f_R exactly, and the outputs that follow are the table's own")
    func decomposition() throws {
        let mixed = try ExogenousOutputs(table.coefficients, chosen: actors)
        let outputs = LabelledVector(mixed.chosen) { table.output[$0] }
        let demand = LabelledVector(mixed.following.sectors) { table.finalDemand[$0] }
        let following = try mixed.output(chosen: outputs, demand: demand)
        #expect(deviation(of: following.values, from: [1_000, 1_000, 800]) <= 1e-9)
        let ofOthers = LabelledVector(mixed.following.sectors) { values[$0] }
        let own = try mixed.multipliers(of: values).dot(outputs)
        let rest = try mixed.following.multipliers(of: ofOthers).dot(demand)
        #expect(abs(own + rest - 2_215) <= 1e-9)
    }

    @Test("final-demand multipliers on the two actors' outputs overstate value added by 67.1 %")
    func overstatement() throws {
        let naive = try table.system.multipliers(of: values)
        let right = try ExogenousOutputs(table.coefficients, chosen: actors).multipliers(of: values)
        let counted = actors.reduce(0) { $0 + naive[$1] * table.output[$1] }
        let rightly = actors.reduce(0) { $0 + right[$1] * table.output[$1] }
        // Everything in this table is value added in the end, so the naive multiplier is 1.
        #expect(abs(counted - 3_200) <= 1e-9)
        #expect(abs(100 * (counted / rightly - 1) - 67.1) <= halfOfLastDigit(decimals: 1))
    }

    @Test("one actor alone: μ = (v'L)_k / l_kk, seeded random economies too")
    func oneActor() throws {
        try expectOneActor(in: table.coefficients, values: values)
        for size in [2, 5, 17, 40] {
            let table = try RandomEconomy(size: size, seed: UInt64(300 + size)).table
            try expectOneActor(
                in: TechnicalCoefficients(domesticIn: table),
                values: try table.valueAdded.combined(with: table.output, /)
            )
        }
    }

    private func expectOneActor(
        in coefficients: TechnicalCoefficients<Industry>,
        values: LabelledVector<Industry>
    ) throws {
        let system = try LeontiefSystem(coefficients)
        let gross = try system.multipliers(of: values)
        for sector in coefficients.sectors.labels.prefix(5) {
            let unit = LabelledVector(coefficients.sectors) { $0 == sector ? 1 : 0 }
            let own = try system.output(meeting: unit).values[sector]
            let multiplier = try ExogenousOutputs(coefficients, chosen: [sector]).multipliers(of: values)
            #expect(abs(multiplier[sector] - gross[sector] / own) <= rounding)
        }
    }

    @Test("the decomposition is exact for any chosen sectors, seeded random economies")
    func randomDecomposition() throws {
        for size in [1, 2, 6, 19, 40] {
            let table = try RandomEconomy(size: size, seed: UInt64(400 + size)).table
            let coefficients = try TechnicalCoefficients(domesticIn: table)
            let values = try table.valueAdded.combined(with: table.output, /)
            let total = try values.dot(table.output)
            let demand = table.finalDemand.rowSums
            for chosen in [
                [], Array(table.industries.labels.prefix((size + 1) / 2)), table.industries.labels,
            ] {
                let mixed = try ExogenousOutputs(coefficients, chosen: chosen)
                let rest = mixed.following.sectors
                let own = try mixed.multipliers(of: values).dot(
                    LabelledVector(mixed.chosen) { table.output[$0] }
                )
                let others = try mixed.following.multipliers(of: LabelledVector(rest) { values[$0] })
                    .dot(LabelledVector(rest) { demand[$0] })
                #expect(abs(own + others - total) <= 1e-12 * total * Double(size))
            }
        }
    }

    @Test("the mixed model on Miller & Blair's two sectors: output of the first up by 100")
    func mixedModel() throws {
        let table = try TwoSectors()
        let first = try table.axis.label("sec1")
        let mixed = try ExogenousOutputs(table.coefficients, chosen: [first])
        let following = try mixed.output(
            chosen: LabelledVector(mixed.chosen, [100]),
            demand: LabelledVector(mixed.following.sectors, [0])
        )
        // Computed with numpy 2.4 beside the case: dx₂ = 21.05, df₁ = 79.74.
        #expect(abs(following.sum - 21.05263157894737) <= 1e-10)
        #expect(abs(100 - 0.15 * 100 - 0.25 * following.sum - 79.73684210526315) <= 1e-10)
        // Taken for final demand, the same 100 would have moved 151.8 of output instead of 121.05.
        let gross = try table.system.multipliers(of: table.system.ones)
        #expect(abs(100 * gross[first] - 151.8151815181518) <= 1e-10)
        #expect(abs(100 + following.sum - 121.05263157894737) <= 1e-10)
    }

    @Test("sectors that are not there, or twice, are refused by code")
    func refusals() throws {
        let unknown = Industry(code: "N.manuf", name: Name("N.manuf"))
        #expect(throws: LeontiefError.accounts(.unknownLabel(code: "N.manuf", known: table.axis.codes))) {
            try ExogenousOutputs(table.coefficients, chosen: [unknown])
        }
        #expect(throws: LeontiefError.accounts(.duplicateLabel(code: "L.manuf"))) {
            try ExogenousOutputs(table.coefficients, chosen: [actors[0], actors[0]])
        }
        let mixed = try ExogenousOutputs(table.coefficients, chosen: actors)
        let partial = LabelledVector(table.inL, [1, 1, 1])
        #expect(throws: LeontiefError.accounts(.unknownLabel(code: "M.manuf", known: table.inL.codes))) {
            try mixed.multipliers(of: partial)
        }
        #expect(throws: LeontiefError.accounts(.differ(.label(position: 0, "L.manuf", "L.natres")))) {
            try mixed.output(chosen: partial, demand: LabelledVector(mixed.following.sectors, [0, 0, 0]))
        }
    }
}
