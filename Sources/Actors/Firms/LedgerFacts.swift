/// What the review of a firm's books says of how good its figures are: what scores of quality are made of.
public struct LedgerFacts: Sendable, Hashable {
    /// The purchases' facts; `nil` when no supplier ledger was read.
    public let purchases: Side?
    /// The sales' facts; `nil` when no customer ledger was read.
    public let sales: Side?
    /// Months of the ledgers' year that have vouchers, 1–12.
    public let months: Int
    /// Years between the ledgers and the table.
    public let yearsApart: Int
    /// Largest difference between books and annual accounts, as a share of the annual accounts'; `nil` without annual
    /// accounts.
    public let annualDeviation: Double?

    /// The facts of a firm's books.
    public init(purchases: Side?, sales: Side?, months: Int, yearsApart: Int, annualDeviation: Double?) {
        self.purchases = purchases
        self.sales = sales
        self.months = months
        self.yearsApart = yearsApart
        self.annualDeviation = annualDeviation
    }

    /// What is known of one side's kroner, as shares of all of the side's kroner in the annual accounts, or in the ledger
    /// where there are none.
    public struct Side: Sendable, Hashable {
        /// Kroner whose industry and place the business register knows.
        public let registered: Double
        /// Kroner whose industry is estimated by a named rule, or that are spread from an enterprise to its establishments.
        public let estimated: Double
        /// Kroner with neither: left to be spread as the industry's.
        public let unattributed: Double

        /// Shares that add up to one.
        public init(registered: Double, estimated: Double, unattributed: Double) {
            self.registered = registered
            self.estimated = estimated
            self.unattributed = unattributed
        }
    }
}
