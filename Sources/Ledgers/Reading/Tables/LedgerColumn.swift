/// What a column of an exported ledger means. The raw value is the key that a mapping file uses.
public enum LedgerColumn: String, Sendable, Hashable, CaseIterable {
    /// *Bilagsnummer*: the voucher's number.
    case voucher
    /// *Bilagsdato*: the day the voucher was posted.
    case date
    /// *Bilagsart*: the journal, or the kind of posting: invoice, credit note, payment.
    case kind
    /// *Konto*: the account's number.
    case account
    /// *Kontonavn*.
    case accountName = "account_name"
    /// *Beløp*: the amount in kroner, debit positive.
    case amount
    /// *Debet*: the amount where it is a debit.
    case debit
    /// *Kredit*: the amount where it is a credit.
    case credit
    /// *Mva-kode*.
    case taxCode = "tax_code"
    /// *Kundenr*.
    case customer
    /// *Kundenavn*.
    case customerName = "customer_name"
    /// *Leverandørnr*.
    case supplier
    /// *Leverandørnavn*.
    case supplierName = "supplier_name"
    /// *Reskontronr*: the number of a customer or a supplier, whichever the row is about.
    case party
    /// *Navn*: the party's name, where the column does not say which role it has.
    case partyName = "party_name"
    /// *Organisasjonsnummer*, of the party.
    case organisationNumber = "organisation_number"
    /// *Land*: the party's country.
    case country
    /// *Postnr*, of the party.
    case postalCode = "postal_code"
    /// *Fakturanr*.
    case invoice
    /// *Tekst*.
    case text
    /// *Innkjøp eks mva*: a supplier's sum for the period, net of VAT.
    case purchases
    /// *Omsetning eks mva*: a customer's sum for the period, net of VAT.
    case sales
    /// *Restbeløp*: what is still unpaid. Not read, but it tells that the table may be a list of open items.
    case open
    /// *Saldo*: what is owed. Not read, for a balance says nothing of purchases and sales.
    case balance

    /// Whether a row without it says nothing about a party's name.
    var isPartyNumber: Bool { [.customer, .supplier, .party].contains(self) }

    /// The columns that hold money the reader uses.
    static let amounts: [LedgerColumn] = [.amount, .debit, .credit, .purchases, .sales]

    /// The columns a mapping proposes to leave out, though their meaning is known.
    static let unread: Set<LedgerColumn> = [.open, .balance]
}
