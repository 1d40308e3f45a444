/// Regional accounts of several years from one publication.
///
/// Regions may differ from year to year, as counties merge and split.
public struct RegionalAccountsSeries: Sendable {
    /// The accounts, earliest year first.
    public let accounts: [RegionalAccounts]

    /// The accounts of several years, each year once.
    ///
    /// - Throws: `.duplicateLabel` when a year stands twice.
    public init(_ accounts: [RegionalAccounts]) throws(AccountsError) {
        let sorted = accounts.sorted { $0.year < $1.year }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) where earlier.year == later.year {
            throw .duplicateLabel(code: later.year.description)
        }
        self.accounts = sorted
    }

    /// The years there are, earliest first.
    public var years: [Year] { accounts.map(\.year) }

    /// The accounts of one year.
    ///
    /// - Throws: `.noSuchYear` with the years there are.
    public func accounts(of year: Year) throws(AccountsError) -> RegionalAccounts {
        guard let found = accounts.first(where: { $0.year == year }) else {
            throw .noSuchYear(year, known: years)
        }
        return found
    }
}
