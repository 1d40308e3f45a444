public import Accounts

/// What one party bought or sold on one voucher: its part of an invoice or a credit note.
public struct Invoice: Sendable, Hashable {
    /// The party, as a place in `TradeBook.parties`.
    public let party: Int
    /// The day the voucher was posted.
    public let date: CalendarDate
    /// The voucher's number, as the system wrote it.
    public let number: String
    /// The invoice's own number; empty where none stands.
    public let reference: String
    /// The line of the file that the party's own posting stands on.
    public let line: Int
    /// What the party's own posting says, value added tax included; nothing where it has none.
    public let gross: Kroner
    /// Net amounts by account; none is zero.
    public let trades: [Trade]

    /// The net amount: purchases and sales positive, credit notes negative.
    public var net: Kroner { trades.reduce(.zero) { $0 + $1.amount } }
}

/// The net amount that a party's invoice put on one account.
public struct Trade: Sendable, Hashable {
    /// The account, as a place in `TradeBook.accounts`.
    public let account: Int
    /// The account's kind.
    public let kind: AccountKind
    /// Net of value added tax, in kroner as booked: purchases and sales positive, credit notes negative.
    public let amount: Kroner
}

/// A party with what its lines add up to.
public struct TradeParty: Sendable, Hashable {
    /// Its role, and its number in the firm's books. The number is empty for what stands on customers' or suppliers'
    /// accounts without naming anybody.
    public let reference: PartyReference
    /// The sum of its own lines, debit positive: closing less opening.
    public internal(set) var movement: Kroner
    /// What it was invoiced or has invoiced, value added tax included; positive, less credit notes.
    public internal(set) var gross: Kroner
    /// The same without value added tax: the sum of its trades.
    public internal(set) var net: Kroner
    /// How many trades it has.
    public internal(set) var trades: Int
}
