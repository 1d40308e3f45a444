/// The named rules of the review, in the order they are applied (docs/LEDGERS.md).
public enum ReviewRule: String, Sendable, Hashable, CaseIterable, Comparable {
    // Double registrations.

    /// The same party, day and amounts under the same voucher number, a second time.
    case sameVoucherTwice = "same-voucher-twice"
    /// The same party, invoice number and amounts on another voucher.
    case sameInvoiceTwice = "same-invoice-twice"
    /// An invoice registered twice and then reversed: nothing more to take out.
    case duplicateAlreadyReversed = "duplicate-already-reversed"
    /// The same party, day and amounts on another voucher, and no invoice number to tell them apart by.
    case possibleDuplicate = "possible-duplicate"

    // Who the party is.

    /// Nothing but an invoice or voucher number says who the party is.
    case invoiceNumberOnly = "invoice-number-only"
    /// No organisation number stands in the books.
    case numberMissing = "organisation-number-missing"
    /// The organisation number's last digit is not the one the others ask for.
    case numberFailsCheck = "organisation-number-fails-check"
    /// A spreadsheet has written the organisation number as a power of ten; its last digits are lost.
    case numberInScientificNotation = "organisation-number-in-scientific-notation"
    /// What stands where the organisation number should is none.
    case numberUnreadable = "organisation-number-unreadable"
    /// A national identity number stands where the organisation number should: a person.
    case nationalIdentityNumber = "national-identity-number"
    /// The register does not have the organisation number.
    case notInRegister = "not-in-register"
    /// Several parties of the books have the same organisation number and are one.
    case partiesWithOneNumber = "parties-with-one-number"
    /// The register, or the form of the number, says another country than the books.
    case countryContradicted = "country-contradicted-by-number"
    /// A party in another country: its trade is import or export.
    case foreignParty = "foreign-party"
    /// A party without country and number whose name has another country's form of company.
    case foreignByCompanyForm = "foreign-by-company-form"
    /// Sole proprietors are added up by industry; who they are is personal data.
    case soleProprietors = "sole-proprietors-added-up"
    /// Customers that seem to be persons, and persons by their number, are added up.
    case privatePersons = "private-persons-added-up"
    /// A name that may be a person's is not written.
    case nameWithheld = "name-withheld"

    // What the register says of the day of the trade.

    /// The party had been merged into another: its trade is the successor's.
    case mergedIntoSuccessor = "merged-into-successor"
    /// The trade is later than the party's dissolution.
    case afterDissolution = "after-dissolution"
    /// The trade is later than the party's bankruptcy.
    case afterBankruptcy = "after-bankruptcy"
    /// The trade is earlier than the party's registration.
    case beforeRegistration = "before-registration"

    // Where the party works.

    /// An enterprise with one establishment: its trade is the establishment's.
    case onlyEstablishment = "enterprise-to-its-only-establishment"
    /// The head-office effect: an enterprise's trade is spread over its establishments by employees.
    case headOfficeSpread = "head-office-spread-by-employees"
    /// Employees that the register keeps back (one to four) count as two and a half.
    case employeesWithheld = "withheld-employees-count-as-two-and-a-half"
    /// No establishment has employees: each has the same share.
    case equalShares = "establishments-share-equally"
    /// No establishment was open on the day: the trade stays with the enterprise.
    case noEstablishmentOpen = "no-establishment-open"

    // What the trade is.

    /// Trade within the firm or its group.
    case intragroup = "intragroup-trade"
    /// Capital goods: investment, not intermediate use.
    case capitalGoods = "capital-goods-to-investment"
    /// The industry is estimated from the account the purchases stand on.
    case industryFromAccount = "industry-estimated-from-account"
    /// The industry is estimated from a word in the name.
    case industryFromName = "industry-estimated-from-name"
    /// Nothing says which industry the party belongs to.
    case industryUnknown = "industry-unknown"

    /// What the rule does to the trades it meets.
    public var outcome: ReviewOutcome {
        switch self {
        case .sameVoucherTwice, .sameInvoiceTwice, .invoiceNumberOnly: .refused
        case .soleProprietors, .privatePersons, .mergedIntoSuccessor, .onlyEstablishment, .headOfficeSpread:
            .changed
        default: .kept
        }
    }

    /// In the order they are applied.
    public static func < (left: ReviewRule, right: ReviewRule) -> Bool { left.place < right.place }

    private var place: Int { Self.places[self] ?? 0 }

    private static let places = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) }
    )
}

/// What became of a trade: the three add up to all trades.
public enum ReviewOutcome: String, Sendable, Hashable, CaseIterable {
    /// It counts as it stands, with or without a remark.
    case kept
    /// It counts, but as another party's than the one booked.
    case changed
    /// It does not count.
    case refused
}
