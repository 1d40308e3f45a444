import Accounts
import LinearAlgebra
import Regionalisation
import Ringvirk
import TestSupport
import Testing

@Suite("The table of all counties against their accounts")
struct AccountsComparisonTests {
    /// Two regions, of which one has a withheld cell that its total leaves no choice of.
    private func accounts(
        _ nation: InputOutputTable,
        changed: Double = 0,
        hasTotals: Bool = true
    ) throws -> RegionalAccounts {
        let industries = nation.industries
        let national = nation.valueAdded.values
        let total = RegionalAccounts.Subtotal(code: "TOTAL", industries: industries.codes)
        func row(_ share: Double) -> [Double?] {
            let cells = national.map { $0 * share }
            return cells + (hasTotals ? [cells.reduce(0, +)] : [])
        }
        var first = row(0.25)
        first[0] = first[0].map { $0 + changed }
        var second = row(0.75)
        second[1] = nil
        let published = try SmallAccounts(
            .valueAdded,
            industries: industries,
            subtotals: hasTotals ? [total] : [],
            rows: [("0", row(1)), ("r1", first), ("r2", second)]
        ).accounts()
        return SuppressedCells.filled(published, .valueAdded)
    }

    private func table(_ nation: InputOutputTable) throws -> MultiRegionalTable {
        try MultiRegionalBuild(
            of: nation,
            accounts: accounts(nation),
            outside: Region(code: "x", name: Name("outside")),
            finalDemand: FinalDemandRules(),
            trade: InterregionalTrade(
                method: .slq,
                sizeMeasure: .valueAdded,
                flowBasis: .domestic,
                positions: [
                    GeographicPosition(latitude: 60, longitude: 10),
                    GeographicPosition(latitude: 63, longitude: 10),
                ],
                decay: 1
            )
        ).table
    }

    @Test("Cells and totals are counted, withheld ones among them, and agree")
    func agreement() throws {
        let nation = try RandomEconomy(size: 4, seed: 1).table
        let comparison = AccountsComparison(of: try table(nation), with: try accounts(nation))
        #expect(comparison.cells.count == 8 && comparison.totals.count == 2 && comparison.withheld == 1)
        // Four numbers added in another order.
        #expect(try #require(comparison.cells.largest) <= 1e-12)
        #expect(try #require(comparison.totals.largest) <= 1e-12)
    }

    @Test("A cell that is not the printed one is seen, and where; so is a total that the cells miss")
    func broken() throws {
        let nation = try RandomEconomy(size: 4, seed: 1).table
        let built = try table(nation)
        let code = nation.industries.codes[0]
        let other = AccountsComparison(of: built, with: try accounts(nation, changed: 100))
        #expect(other.cells.place == "value_added r1 \(code)")
        #expect(try #require(other.cells.largest) > 0.01)
        // The same table against a total that is 1 % too large.
        let printed = try accounts(nation)
        let sum = try #require(printed[.valueAdded, "r2", "TOTAL"].number)
        let wrong = AccountsComparison(
            of: built,
            with: printed.filling(
                .valueAdded,
                with: [.init(region: "r2", industry: "TOTAL"): .value(sum * 1.01, .published)],
                rules: []
            )
        )
        #expect(wrong.totals.place == "value_added r2 TOTAL")
        #expect(abs(try #require(wrong.totals.largest) - 0.01 / 1.01) <= 1e-9)
    }

    @Test("Accounts without totals: nothing is compared, and that is said")
    func nothing() throws {
        let nation = try RandomEconomy(size: 4, seed: 1).table
        let comparison = AccountsComparison(
            of: try table(nation),
            with: try accounts(nation, hasTotals: false)
        )
        #expect(comparison.totals.largest == nil && comparison.totals.count == 0)
        var infinite = Comparison()
        infinite.add(.nan, against: 1, "nan")
        #expect(infinite.largest == .infinity)
    }
}
