public import Accounts

/// One transaction of a journal (*bilag*): lines that add up to nothing.
///
/// Readers hand vouchers over one at a time, whatever the format, and keep none.
public struct Voucher: Sendable, Hashable {
    /// The journal it stands in; empty where the format has none.
    public let journal: String
    /// Its number, as the system wrote it.
    public let number: String
    /// The day it was posted.
    public let date: CalendarDate
    /// Its lines, in the file's order.
    public let lines: [JournalLine]

    /// A voucher with these lines.
    public init(journal: String, number: String, date: CalendarDate, lines: [JournalLine]) {
        self.journal = journal
        self.number = number
        self.date = date
        self.lines = lines
    }
}

/// One posting on one account.
public struct JournalLine: Sendable, Hashable {
    /// The line of the file it stands on, counted from one; for a workbook the row.
    public let line: Int
    /// The firm's own account, usually four digits.
    public let account: String
    /// Debit positive, credit negative, in Norwegian kroner as booked.
    public let amount: Kroner
    /// The party, on the lines that carry one.
    public let party: PartyReference?
    /// The VAT code, where one stands.
    public let taxCode: String?
    /// The text on the line.
    public let text: String
    /// The supplier's or the firm's own invoice number, where one stands.
    public let reference: String?

    /// A posting with these properties.
    public init(
        line: Int,
        account: String,
        amount: Kroner,
        party: PartyReference?,
        taxCode: String?,
        text: String,
        reference: String?
    ) {
        self.line = line
        self.account = account
        self.amount = amount
        self.party = party
        self.taxCode = taxCode
        self.text = text
        self.reference = reference
    }
}

/// A party of a ledger, by the number the firm gave it.
public struct PartyReference: Sendable, Hashable, Comparable {
    /// Which ledger it stands in.
    public let role: PartyRole
    /// The firm's own number for it, unique within the role.
    public let id: String

    /// The party `id` of the role's ledger.
    public init(_ role: PartyRole, _ id: String) {
        self.role = role
        self.id = id
    }

    /// Customers first, then by number as text.
    public static func < (left: PartyReference, right: PartyReference) -> Bool {
        (left.role.rawValue, left.id) < (right.role.rawValue, right.id)
    }
}

/// Whether the firm buys from a party or sells to it.
public enum PartyRole: String, Sendable, Hashable, CaseIterable {
    /// *Kunde*: accounts receivable, 15xx.
    case customer
    /// *Leverandør*: accounts payable, 24xx.
    case supplier
}
