/// A customer or supplier as the ledger's own register has it.
public struct Party: Sendable, Hashable {
    /// Its number in the firm's books, and its role.
    public let reference: PartyReference
    /// Its name as written; empty where none stands.
    public let name: String
    /// What stands where the organisation number should, as written; `nil` where nothing stands.
    public let organisationNumber: String?
    /// The two-letter code of its country, where one stands.
    public let country: String?
    /// Its postal code, where one stands.
    public let postalCode: String?
    /// What it owed (customer, debit) or was owed (supplier, credit) at the opening; `nil` where the format has none.
    public let opening: Kroner?
    /// The same at the closing.
    public let closing: Kroner?
    /// The line of the file it stands on.
    public let line: Int

    /// A party with these properties.
    public init(
        reference: PartyReference,
        name: String,
        organisationNumber: String?,
        country: String?,
        postalCode: String?,
        opening: Kroner?,
        closing: Kroner?,
        line: Int
    ) {
        self.reference = reference
        self.name = name
        self.organisationNumber = organisationNumber
        self.country = country
        self.postalCode = postalCode
        self.opening = opening
        self.closing = closing
        self.line = line
    }
}
