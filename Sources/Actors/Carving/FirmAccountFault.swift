/// Why an account cannot be put into a table by itself.
public enum FirmAccountFault: Sendable, Hashable {
    /// The cell is NaN or infinite; `what` is the code of a row or column.
    case notFinite(what: String)
    /// Output is not above zero.
    case noOutput(Double)
    /// Purchases or sales known only as a sum are below zero: the ledger has more than the whole.
    case negativeUnattributed(Side, Double)
    /// A side adds up to something else than output.
    case doesNotAddUp(Side, output: Double, sum: Double)
    /// There is a sum to spread as the industry does, and the industry has nothing to spread it by.
    case nothingToSpreadBy(Side)

    /// The two sides of an account.
    public enum Side: String, Sendable, Hashable, CaseIterable {
        /// Purchases and primary inputs.
        case purchases
        /// Sales.
        case sales
    }
}
