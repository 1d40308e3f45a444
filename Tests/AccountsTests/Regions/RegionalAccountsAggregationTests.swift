import Accounts
import TestSupport
import Testing

@Suite("Aggregation of regional accounts")
struct RegionalAccountsAggregationTests {
    private let accounts: RegionalAccounts
    private let groups: Concordance<Industry, Industry>

    init() throws {
        let axis = try industries(["a", "b", "c"])
        accounts = try SmallAccounts(
            .valueAdded,
            industries: axis,
            subtotals: [
                .init(code: "all", industries: ["a", "b", "c"]),
                .init(code: "split", industries: ["b", "c"]),
                .init(code: "pair", industries: ["a", "b"]),
            ],
            rows: [
                ("0", [10, 20, 30, 60, 50, 30]), ("50", [4, nil, 9, 25, 21, 16]), ("16", [1, 2, 3, 6, 5, 3]),
                ("17", [5, 6, 18, 29, 24, 11]),
            ]
        ).accounts()
        groups = try Concordance(
            from: axis,
            to: try industries(["AB", "C"]),
            ["a": "AB", "b": "AB", "c": "C"]
        )
    }

    @Test("a sum with a withheld part is withheld; the others are sums")
    func sums() throws {
        let coarse = try accounts.aggregated(by: groups)
        #expect(coarse[.valueAdded, "17", "AB"] == .value(11, .published))
        #expect(coarse[.valueAdded, "50", "AB"] == .suppressed)
        #expect(coarse[.valueAdded, "50", "C"] == .value(9, .published))
        #expect(coarse[.valueAdded, "0", "AB"] == .value(30, .published))
    }

    @Test("printed totals are kept where they cover whole groups, and only there")
    func totals() throws {
        let coarse = try accounts.aggregated(by: groups)
        #expect(coarse.subtotals.map(\.code) == ["all", "pair"])
        #expect(coarse.subtotals.map(\.industries) == [["AB", "C"], ["AB"]])
        #expect(coarse[.valueAdded, "50", "all"] == .value(25, .published))
        #expect(coarse[.valueAdded, "50", "pair"] == .value(16, .published))
        #expect(coarse[.valueAdded, "50", "split"] == .notAvailable)
    }

    @Test("a concordance from other industries is refused with the first difference")
    func otherIndustries() throws {
        #expect(throws: AccountsError.differ(.label(position: 0, "a", "z"))) {
            try accounts.aggregated(by: Concordance(identityOn: try industries(["z"])))
        }
    }

    @Test("two counties that merged are one, their totals too, and the rule is named")
    func merging() throws {
        let merged = Region(code: "50", name: Name("Trøndelag"))
        let one = try SmallAccounts(
            .valueAdded,
            industries: accounts.industries,
            subtotals: [.init(code: "all", industries: ["a", "b", "c"])],
            rows: [
                ("0", [10, 20, 30, 60]), ("16", [1, nil, 3, 6]), ("17", [5, 6, 18, 29]),
                ("03", [4, 5, 9, 18]),
            ]
        ).accounts().merging(["16", "17"], into: merged)
        #expect(one.regions.codes == ["03", "50"])
        #expect(one[.valueAdded, "50", "a"] == .value(6, .published))
        #expect(one[.valueAdded, "50", "b"] == .suppressed)
        #expect(one[.valueAdded, "50", "all"] == .value(35, .published))
        #expect(one[.valueAdded, "16", "a"] == .notAvailable)
        #expect(one[.valueAdded, "03", "c"] == .value(9, .published))
        #expect(one[.valueAdded, "0", "all"] == .value(60, .published))
        #expect(one.rules == [AppliedRule("regions-merged", touched: ["16 + 17 → 50"])])
    }

    @Test("a county that is not there cannot merge, nor can one into a county that stays")
    func mergingRefused() {
        #expect(
            throws: AccountsError.noSuchRegion(code: "18", year: 2019, known: ["50", "16", "17"])
        ) { try accounts.merging(["16", "18"], into: Region(code: "99", name: Name("x"))) }
        #expect(throws: AccountsError.duplicateLabel(code: "50")) {
            try accounts.merging(["16", "17"], into: Region(code: "50", name: Name("x")))
        }
    }
}
