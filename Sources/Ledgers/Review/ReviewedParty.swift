public import Accounts

/// A party after the review: who it is, what it sells or buys, where, and how many kroner.
public struct ReviewedParty: Sendable, Hashable {
    /// The firm whose books it stands in, as a place in `LedgerReview.owners`.
    public let owner: Int
    /// Whether the firm buys from it or sells to it.
    public let role: PartyRole
    /// What it is.
    public let kind: Kind
    /// Its organisation number, or its establishment's; `nil` for those without one and for persons.
    public let number: OrganisationNumber?
    /// Its name; `nil` for persons, and where the name may be a person's.
    public let name: String?
    /// Its numbers in the firm's own books; none for persons.
    public let bookNumbers: [String]
    /// The organisation numbers its trade was booked on, where they are others than its own.
    public let bookedOn: [OrganisationNumber]
    /// Its industry, and where that is known from.
    public let industry: PartyIndustry?
    /// Where it lies.
    public let place: PartyPlace
    /// Net purchases or sales for current use.
    public let intermediate: Kroner
    /// Net purchases or sales of capital goods.
    public let investment: Kroner
    /// Of the purchases for current use, goods that are sold on as they are (43xx).
    public let resale: Kroner
    /// How many trades its kroner come from.
    public let rows: Int
    /// The rules that met it, in their order.
    public let rules: [ReviewRule]
    /// Where the first ten of its trades stand.
    public let lines: [LedgerLine]

    /// All its kroner.
    public var amount: Kroner { intermediate + investment }

    /// What a party can be.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A unit with a Norwegian organisation number, whether or not the register has it.
        case unit
        /// A party with a name and without a number.
        case named
        /// A party in another country.
        case foreign
        /// Sole proprietors of an industry, added up.
        case soleProprietors = "sole_proprietors"
        /// Private persons, added up.
        case privatePersons = "private_persons"
    }
}

/// The industry of a party.
public struct PartyIndustry: Sendable, Hashable {
    /// A code of `classification`: five digits from the register (`24.101`), two when estimated (`35`).
    public let code: String
    /// Which standard the code is one of; the same code can mean different things in two. Estimates are SN2007's.
    public let classification: IndustryClassification
    /// Where it is known from.
    public let source: Source

    /// An industry known from `source`.
    public init(code: String, in classification: IndustryClassification = .sn2007, source: Source) {
        self.code = code
        self.classification = classification
        self.source = source
    }

    /// Where an industry is known from.
    public enum Source: String, Sendable, Hashable, CaseIterable {
        /// The business register.
        case register
        /// Estimated from the account the purchases stand on.
        case account
        /// Estimated from a word in the name.
        case name
    }
}

/// Where a party lies.
public enum PartyPlace: Sendable, Hashable {
    /// In the municipality with this number.
    case municipality(String)
    /// In Norway, the municipality unknown.
    case norway
    /// In the country with this two-letter code, `ZZ` where only that it is abroad is known.
    case abroad(String)
    /// Nothing is known.
    case unknown
}

/// A line of one of the files under review.
public struct LedgerLine: Sendable, Hashable {
    /// The file, as a place in `LedgerReview.files`.
    public let file: Int
    /// The line, or the workbook's row.
    public let line: Int
}
