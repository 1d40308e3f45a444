import Accounts
import TestSupport
import Testing

@Suite("Aggregation of a table")
struct InputOutputTableAggregationTests {
    /// Three and three of the six German industries.
    private func goodsAndServices(_ fine: Axis<Industry>) throws -> Concordance<Industry, Industry> {
        let goods = Set(["agriculture", "industry", "construction"])
        let mapping = Dictionary(
            uniqueKeysWithValues: fine.codes.map { ($0, goods.contains($0) ? "goods" : "services") }
        )
        return try Concordance(from: fine, to: try industries(["goods", "services"]), mapping)
    }

    @Test("Germany in two industries: every amount once, the tolerance grown")
    func germany() throws {
        let fine = try GermanManual1995.table(tolerance: 46)
        let coarse = try fine.aggregated(by: goodsAndServices(fine.industries))
        #expect(coarse.output.values == [1_368_962, 1_741_468])
        #expect(coarse.domestic.rowSums.sum == fine.domestic.rowSums.sum)
        #expect(coarse.valueAdded.sum == fine.valueAdded.sum)
        #expect(coarse.finalDemand.columnSums == fine.finalDemand.columnSums)
        #expect(coarse.balanceReport.imbalances.isEmpty)
        #expect(coarse.tolerance.row == 3 * 46)
        #expect(coarse.tolerance.reason == fine.tolerance.reason)
    }

    @Test("imported flows are summed with the rest, seeded random economies")
    func imports() throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            let fine = try RandomEconomy(size: 7, seed: seed).table
            let mapping = Dictionary(
                uniqueKeysWithValues: fine.industries.codes.enumerated().map {
                    ($1, $0 % 2 == 0 ? "even" : "odd")
                }
            )
            let coarse = try fine.aggregated(
                by: Concordance(from: fine.industries, to: try industries(["odd", "even"]), mapping)
            )
            let flows = try #require(coarse.imported)
            // Sums of 49 numbers up to 10⁴, in another order.
            #expect(abs(flows.intermediate.columnSums.sum - fine.inputs(.imports).sum) < 1e-9)
            #expect(abs(coarse.output.sum - fine.output.sum) < 1e-9)
            #expect(coarse.finalDemandInputs == fine.finalDemandInputs)
        }
    }

    @Test("every label to itself changes no number")
    func identity() throws {
        let fine = try GermanManual1995.table(tolerance: 46)
        let same = try fine.aggregated(by: Concordance(identityOn: fine.industries))
        #expect(same.domestic == fine.domestic)
        #expect(same.primaryInputs == fine.primaryInputs)
        #expect(same.output == fine.output)
    }

    @Test("a concordance from other industries is refused with the first difference")
    func otherIndustries() throws {
        let fine = try GermanManual1995.table(tolerance: 46)
        #expect(throws: AccountsError.differ(.label(position: 0, "agriculture", "fishing"))) {
            try fine.aggregated(by: Concordance(identityOn: try industries(["fishing"])))
        }
    }
}
