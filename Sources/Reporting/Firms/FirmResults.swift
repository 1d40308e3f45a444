public import Actors
public import Ledgers

/// The firms of a study whose books are read: their accounts, the tables they are carved out of, and what that changes.
public struct FirmResults: Sendable {
    /// The accounts, with the rules that made them and the parties behind each cell.
    public let accounts: ClusterBooks
    /// The tables of nation and region with the firms' rows and columns.
    public let tables: FirmTables
    /// Each multiplier from statistics alone and with the books.
    public let comparison: FirmComparison
    /// The review of the books.
    public let review: LedgerReview

    /// The results of the firms.
    public init(
        _ accounts: ClusterBooks,
        _ tables: FirmTables,
        _ comparison: FirmComparison,
        review: LedgerReview
    ) {
        self.accounts = accounts
        self.tables = tables
        self.comparison = comparison
        self.review = review
    }
}
