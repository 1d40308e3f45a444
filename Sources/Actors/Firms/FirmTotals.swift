/// A firm's output and costs from each source that has them, MNOK in the table's prices: what to hold against each other.
public struct FirmTotals: Sendable, Hashable {
    /// x_k from the annual accounts' operating income, without sold fixed assets, excise and goods sold on.
    public let outputFromAnnualAccounts: Double?
    /// x_k from the customers' kroner, treated alike.
    public let outputFromLedger: Double?
    /// x_k from the stated price and quantity.
    public let outputStated: Double
    /// Which of them the account takes: annual accounts before ledger before what is stated.
    public let outputSource: FigureSource
    /// Cost of goods and other operating costs in the annual accounts, without goods sold on; purchasers' prices.
    public let costsInAnnualAccounts: Double?
    /// The suppliers' kroner for current use, treated alike.
    public let purchasesInLedger: Double?
}
