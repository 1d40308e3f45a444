/// A side of a firm's books.
public enum TradeSide: String, Sendable, Hashable, CaseIterable {
    /// What it buys: the supplier ledger.
    case purchases
    /// What it sells: the customer ledger.
    case sales
}
