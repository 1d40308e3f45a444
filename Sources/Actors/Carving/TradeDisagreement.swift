/// Trade between two firms that their books tell differently. The seller's book is used where it tells anything.
public struct TradeDisagreement: Sendable, Hashable {
    /// The seller's code.
    public let seller: String
    /// The buyer's code.
    public let buyer: String
    /// What the seller's book says, MNOK; `nil` where the book is complete and has nothing.
    public let sold: Double?
    /// What the buyer's book says, MNOK; `nil` where the book is complete and has nothing.
    public let bought: Double?
    /// What the table has, MNOK.
    public let used: Double

    /// A disagreement.
    public init(seller: String, buyer: String, sold: Double?, bought: Double?, used: Double) {
        self.seller = seller
        self.buyer = buyer
        self.sold = sold
        self.bought = bought
        self.used = used
    }

    /// Sold less bought, MNOK.
    public var difference: Double { (sold ?? 0) - (bought ?? 0) }
}
