/// An amount, where it comes from, and how far it can be off.
///
/// The spread is σ of a lognormal: 90 % of the probability lies between amount · e^(−1.645 σ) and amount · e^(1.645 σ).
public struct Figure: Sendable, Hashable {
    /// The amount, in the unit of what it is a figure of.
    public let amount: Double
    /// Where it comes from.
    public let source: FigureSource
    /// σ of ln(amount); 0 for what is exact.
    public let spread: Double

    /// `amount` from `source`, known to within `spread`.
    public init(_ amount: Double, from source: FigureSource, spread: Double = 0) {
        self.amount = amount
        self.source = source
        self.spread = spread
    }
}

/// Where a figure of a table with firms in it comes from.
public enum FigureSource: String, Sendable, Hashable, CaseIterable {
    /// The published or estimated accounts of the area.
    case statistics
    /// The lines of a firm's ledger.
    case ledger
    /// A firm's annual accounts.
    case annualAccounts = "annual_accounts"
    /// Stated by the user of a firm: price times quantity, employees, emissions.
    case stated
    /// Spread by a named rule, as the firm's industry buys or sells.
    case estimated
    /// What makes an account add up.
    case balanced
}
