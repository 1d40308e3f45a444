public import Accounts

/// A firm's annual accounts for one year, as far as ledgers can be held against them.
public struct AnnualAccounts: Sendable, Hashable {
    /// The firm.
    public let number: OrganisationNumber
    /// The year.
    public let year: Int
    /// The figures given; positive.
    public let figures: [Item: Kroner]

    /// Annual accounts with these figures.
    public init(number: OrganisationNumber, year: Int, figures: [Item: Kroner]) {
        self.number = number
        self.year = year
        self.figures = figures
    }

    /// A figure of the annual accounts, and the accounts it is the sum of.
    public enum Item: String, Sendable, Hashable, CaseIterable {
        /// Operating income (*driftsinntekter*), 30–39.
        case operatingIncome = "operating_income"
        /// Cost of goods (*varekostnad*), 40–49.
        case costOfGoods = "cost_of_goods"
        /// Wages and what follows from them (*lønnskostnad*), 50–59.
        case wages
        /// Other costs of operation (*annen driftskostnad*), 61–79.
        case otherOperatingCosts = "other_operating_costs"

        /// The first two digits of its accounts.
        var accounts: ClosedRange<Int> {
            switch self {
            case .operatingIncome: 30...39
            case .costOfGoods: 40...49
            case .wages: 50...59
            case .otherOperatingCosts: 61...79
            }
        }
    }
}
