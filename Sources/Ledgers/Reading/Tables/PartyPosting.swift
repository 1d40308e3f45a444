public import Accounts

/// A row of a party ledger or a summary: an amount on a party, without the accounts it was posted against.
public struct PartyPosting: Sendable, Hashable {
    /// The line of the file, or the row of the sheet.
    public let line: Int
    /// The party, and whether the firm buys from it or sells to it.
    public let party: PartyReference
    /// The voucher's number, where one stands.
    public let voucher: String
    /// The day it was posted; in a summary the last day of its year.
    public let date: CalendarDate
    /// What it is.
    public let kind: Kind
    /// What was bought or sold net of VAT: positive for an invoice, negative for a credit note, nothing for the others.
    public let net: Kroner
    /// The amount as the table has it, with the sign it would have as an invoice: a payment is negative.
    public let gross: Kroner
    /// The invoice's number, where one stands.
    public let reference: String?
    /// The text on the row.
    public let text: String

    /// What a posting on a party can be.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Something bought or sold.
        case invoice
        /// Something bought or sold taken back.
        case creditNote = "credit_note"
        /// Money paid: no purchase or sale.
        case payment
        /// A balance brought forward: last year's purchases and sales.
        case opening
        /// The whole period in one amount.
        case period
    }

    /// A posting with these properties.
    public init(
        line: Int,
        party: PartyReference,
        voucher: String,
        date: CalendarDate,
        kind: Kind,
        net: Kroner,
        gross: Kroner,
        reference: String?,
        text: String
    ) {
        self.line = line
        self.party = party
        self.voucher = voucher
        self.date = date
        self.kind = kind
        self.net = net
        self.gross = gross
        self.reference = reference
        self.text = text
    }
}

/// Takes the postings of a party ledger or a summary as they come, payments and balances brought forward among them.
public protocol PartyPostingConsumer: AnyObject {
    /// Takes the next posting.
    func take(_ posting: PartyPosting)
}
