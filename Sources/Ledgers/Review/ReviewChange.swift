public import Accounts

/// What a rule did or remarked: to one invoice, or to all of a party's trades that it met.
public struct ReviewChange: Sendable, Hashable {
    /// The rule.
    public let rule: ReviewRule
    /// The file, as a place in `LedgerReview.files`.
    public let file: Int
    /// Purchases or sales.
    public let role: PartyRole
    /// The party's number in the firm's books; `nil` for persons, and where the row sums up several parties.
    public let bookNumber: String?
    /// Its organisation number, or what stands in its place, as written; `nil` for persons.
    public let number: String?
    /// Whom the trade is counted as, where that is somebody else.
    public let target: String?
    /// The first day it met.
    public let date: CalendarDate?
    /// The voucher's number, where it met one.
    public let voucher: String?
    /// The invoice's own number, where it met one and there is one.
    public let reference: String?
    /// The line of the file: the first where there are several.
    public let line: Int
    /// For double registrations, the line of the one that is kept, in the file named.
    public let original: LedgerLine?
    /// Net kroner.
    public let amount: Kroner
    /// Trades met.
    public let rows: Int
}
