import Accounts
import TestSupport
import Testing

@Suite("Series of regional accounts")
struct RegionalAccountsSeriesTests {
    private func accounts(of year: Year) throws -> RegionalAccounts {
        var small = SmallAccounts(
            .valueAdded,
            industries: try industries(["a"]),
            rows: [("0", [Double(year.number)]), ("50", [1])]
        )
        small.year = year
        return try small.accounts()
    }

    @Test("years are found in whatever order they came")
    func years() throws {
        let series = try RegionalAccountsSeries([try accounts(of: 2019), try accounts(of: 2017)])
        #expect(series.years == [2017, 2019])
        #expect(try series.accounts(of: 2017)[.valueAdded, "0", "a"].number == 2017)
    }

    @Test("a year that is missing is answered with those that are not")
    func noSuchYear() throws {
        let series = try RegionalAccountsSeries([try accounts(of: 2019), try accounts(of: 2017)])
        #expect(throws: AccountsError.noSuchYear(2018, known: [2017, 2019])) { try series.accounts(of: 2018) }
    }

    @Test("a year that stands twice is refused")
    func duplicate() throws {
        let twice = [try accounts(of: 2019), try accounts(of: 2019)]
        #expect(throws: AccountsError.duplicateLabel(code: "2019")) { try RegionalAccountsSeries(twice) }
    }
}
