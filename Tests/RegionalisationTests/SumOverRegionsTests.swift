import Accounts
import Regionalisation
import TestSupport
import Testing

@Suite("Sums over the regions")
struct SumOverRegionsTests {
    private func accounts(withheld: Double?) throws -> RegionalAccounts {
        try SmallAccounts(
            .valueAdded,
            industries: try industries(["oil", "food"]),
            rows: [("0", [100, 50]), ("50", [1, 20]), ("03", [2, withheld])]
        ).accounts()
    }

    @Test("the nation's oil outside all regions is left out")
    func sums() throws {
        #expect(try accounts(withheld: 30).sumOverRegions(.valueAdded).values == [3, 50])
    }

    @Test("a withheld cell is refused by region, industry and measure")
    func withheld() throws {
        let accounts = try accounts(withheld: nil)
        #expect(
            throws: RegionalisationError.accounts(
                .notPublished(region: "03", industry: "food", measure: "value_added")
            )
        ) { try accounts.sumOverRegions(.valueAdded) }
    }
}
