import Accounts
import Leontief
import TestSupport
import Testing

@Suite("Interregional feedback")
struct InterregionalFeedbackTests {
    @Test("100 of demand for L's natural resources, seen alone and in the whole")
    func twoRegions() throws {
        let table = try TwoRegions()
        let demand = LabelledVector(table.inL, [100, 0, 0])
        let (alone, inTheWhole) = try table.coefficients.feedback(in: table.inL, meeting: demand)
        // Computed with numpy 2.4 beside the case.
        #expect(
            deviation(of: alone.values, from: [136.5086115245588, 52.73229853285139, 56.984903253242614])
                <= 1e-10
        )
        #expect(
            deviation(
                of: inTheWhole.values,
                from: [142.34091494494754, 63.46125781644436, 63.82907140159587]
            )
                <= 1e-10
        )
        // The case states the feedback as 8.681 % of L's total output, and 41.40 spilling over to M.
        #expect(abs(100 * (1 - alone.sum / inTheWhole.sum) - 8.681) <= halfOfLastDigit(decimals: 3))
        let whole = try table.system.output(meeting: LabelledVector(table.axis, [100, 0, 0, 0, 0])).values
        #expect(abs(whole.sum - inTheWhole.sum - 41.40) <= halfOfLastDigit(decimals: 2))
    }

    @Test("output multipliers split by the region where they land add up to the whole")
    func byRegion() throws {
        let table = try TwoRegions()
        let system = try table.system
        let inL = try system.multipliers(of: LabelledVector(table.axis, [1, 1, 1, 0, 0]))
        let inM = try system.multipliers(of: LabelledVector(table.axis, [0, 0, 0, 1, 1]))
        // Computed with numpy 2.4 beside the case.
        let computedInL = [
            2.696312441629878, 2.425761403870892, 2.297840945073207, 0.851031495336394, 1.0706729787805098,
        ]
        let computedInM = [
            0.4140057787841446, 0.2908417987252663, 0.28992451491608484, 1.5560747496731053,
            1.8010718304232243,
        ]
        #expect(deviation(of: inL.values, from: computedInL) <= rounding)
        #expect(deviation(of: inM.values, from: computedInM) <= rounding)
        let total = try system.multipliers(of: system.ones)
        #expect(deviation(of: try inL.combined(with: inM, +).values, from: total.values) <= rounding)
    }

    @Test("feedback is never negative, and nothing where the part is the whole")
    func random() throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            let table = try RandomEconomy(size: 8, seed: seed).table
            let coefficients = try TechnicalCoefficients(domesticIn: table)
            let part = try Axis(Array(table.industries.labels.prefix(3)))
            let (alone, inTheWhole) = try coefficients.feedback(
                in: part,
                meeting: LabelledVector(part, [10, 20, 30])
            )
            #expect(zip(alone.values, inTheWhole.values).allSatisfy { $0 < $1 })
            let all = try coefficients.feedback(in: table.industries, meeting: table.output)
            #expect(all.alone == all.inTheWhole)
        }
    }

    @Test("a sector that is not there, or a demand on another axis, is refused")
    func refusals() throws {
        let table = try TwoRegions()
        let elsewhere = try industries(["N.natres"])
        #expect(throws: LeontiefError.accounts(.unknownLabel(code: "N.natres", known: table.axis.codes))) {
            try table.coefficients.feedback(in: elsewhere, meeting: LabelledVector(elsewhere, [1]))
        }
        #expect(throws: LeontiefError.accounts(.differ(.label(position: 3, nil, "M.natres")))) {
            try table.coefficients.feedback(in: table.inL, meeting: table.finalDemand)
        }
    }
}
