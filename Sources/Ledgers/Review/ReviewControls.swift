/// The ledgers held against figures from elsewhere.
public struct ReviewControls: Sendable, Hashable {
    /// The firms' totals against their annual accounts.
    public let annual: [AnnualControl]
    /// Parties whose opening and movement do not give the closing.
    public let openParties: [PartyBalanceControl]
    /// How many parties had an opening and a closing to check.
    public let partiesChecked: Int
    /// What one firm says it sold to another, against what that one says it bought.
    public let pairs: [PairControl]
}

/// One figure of a firm's annual accounts against its books.
public struct AnnualControl: Sendable, Hashable {
    /// The firm, as a place in `LedgerReview.owners`.
    public let owner: Int
    /// The year.
    public let year: Int
    /// Which figure.
    public let item: AnnualAccounts.Item
    /// What the annual accounts say; positive.
    public let stated: Kroner
    /// What the books' accounts say; positive.
    public let booked: Kroner
    /// What of this is a party's after the review; `nil` where the figure is not one of purchases or sales.
    public let attributed: Kroner?
    /// Whether books and annual accounts agree within the tolerance.
    public let agrees: Bool

    /// Books less annual accounts.
    public var difference: Kroner { booked - stated }
}

/// A party whose balance does not follow from its lines.
public struct PartyBalanceControl: Sendable, Hashable {
    /// The file, as a place in `LedgerReview.files`.
    public let file: Int
    /// The party in the firm's books.
    public let party: PartyReference
    /// Its opening balance.
    public let opening: Kroner
    /// What its lines add up to.
    public let movement: Kroner
    /// Its closing balance as stated.
    public let closing: Kroner

    /// Closing as stated, less opening and movement.
    public var difference: Kroner { closing - opening - movement }
}

/// Trade between two firms whose books are both under review, in one direction.
public struct PairControl: Sendable, Hashable {
    /// The seller, as a place in `LedgerReview.owners`.
    public let seller: Int
    /// The buyer.
    public let buyer: Int
    /// What the seller says it sold, net, double registrations taken out.
    public let sold: Kroner
    /// What the buyer says it bought.
    public let bought: Kroner

    /// Sold less bought.
    public var difference: Kroner { sold - bought }
}
