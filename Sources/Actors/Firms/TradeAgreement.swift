public import Ledgers

/// What two firms of the cluster say of the deliveries from one to the other, net of value added tax, double registrations
/// taken out.
public struct TradeAgreement: Sendable, Hashable {
    /// The seller's code.
    public let seller: String
    /// The buyer's code.
    public let buyer: String
    /// What the seller's books say; `nil` where they hold no sales.
    public let sold: Kroner?
    /// What the buyer's books say; `nil` where they hold no purchases.
    public let bought: Kroner?
    /// What the buyer books as capital goods, of `bought`.
    public let invested: Kroner

    /// Sold less bought, to the øre; `nil` where one of the books is silent.
    public var difference: Kroner? {
        guard let sold, let bought else { return nil }
        return sold - bought
    }
}
