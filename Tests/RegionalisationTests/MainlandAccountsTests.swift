import Accounts
import Regionalisation
import TestSupport
import Testing

@Suite("Sums over the regions")
struct MainlandAccountsTests {
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

    @Test("cells that were filled are listed with how they were found")
    func filled() throws {
        let accounts = try accounts(withheld: nil).filling(
            .valueAdded,
            with: [.init(region: "03", industry: "food"): .value(30, .implied)],
            rules: []
        )
        let oslo = try accounts.region("03")
        #expect(accounts.filledCells(of: oslo).map(\.industry.code) == ["food"])
        #expect(accounts.filledCells(of: oslo).map(\.origin) == [.implied])
        #expect(accounts.filledCells(of: oslo).map(\.measure) == [.valueAdded])
        #expect(accounts.filledCells(of: try accounts.region("50")).isEmpty)
    }
}
