/// What is done with a ledger's prices: invoices are at purchasers' prices, net of value added tax; tables at basic prices.
public enum LedgerPrices: Sendable, Hashable {
    /// Margins out of purchases from traders, product taxes out of purchases at home, sales to traders passed on.
    case basic(TradeMargins)
    /// Nothing: every krone is the party's industry's, to be held against the ledger itself.
    case asInvoiced

    /// The margins; `nil` where prices are left as they are.
    var margins: TradeMargins? {
        if case .basic(let margins) = self { margins } else { nil }
    }
}
