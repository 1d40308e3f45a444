import Accounts
import TestSupport
import Testing

@Suite("Regional accounts")
struct RegionalAccountsTests {
    private let accounts: RegionalAccounts

    init() throws {
        accounts = try SmallAccounts(
            .valueAdded,
            industries: try industries(["a", "b"]),
            subtotals: [.init(code: "total", industries: ["a", "b"])],
            rows: [("0", [10, 20, 30]), ("50", [4, nil, 9]), ("03", [6, 14, 20])]
        ).accounts()
    }

    @Test("cells are found by code, totals and the nation included; what is not given is not available")
    func cells() {
        #expect(accounts[.valueAdded, "50", "a"] == .value(4, .published))
        #expect(accounts[.valueAdded, "50", "b"] == .suppressed)
        #expect(accounts[.valueAdded, "0", "total"].number == 30)
        #expect(accounts[.valueAdded, "46", "a"] == .notAvailable)
        #expect(accounts[.employment, "50", "a"] == .notAvailable)
        #expect(accounts.measures == [.valueAdded])
    }

    @Test("a region's numbers come as a vector, refused at the first cell without one")
    func vector() throws {
        #expect(try accounts.vector(.valueAdded, accounts.region("03")).values == [6, 14])
        #expect(
            throws: AccountsError.notPublished(region: "50", industry: "b", measure: "value_added")
        ) { try accounts.vector(.valueAdded, accounts.region("50")) }
    }

    @Test("a region that is not there is answered with those that are, the nation first")
    func noSuchRegion() throws {
        #expect(
            throws: AccountsError.noSuchRegion(code: "99", year: 2019, known: ["0", "50", "03"])
        ) { try accounts.region("99") }
        #expect(try accounts.region("0") == accounts.nation)
    }

    @Test("filling changes the cells it names and adds its rule")
    func filling() {
        let filled = accounts.filling(
            .valueAdded,
            with: [.init(region: "50", industry: "b"): .value(5, .implied)],
            rules: [AppliedRule("by-hand", touched: ["50 b"])]
        )
        #expect(filled[.valueAdded, "50", "b"] == .value(5, .implied))
        #expect(filled[.valueAdded, "50", "a"] == .value(4, .published))
        #expect(filled.rules == [AppliedRule("by-hand", touched: ["50 b"])])
    }
}
