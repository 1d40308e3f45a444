/// A firm or one of its establishments as the business register (Enhetsregisteret) has it.
public struct RegisteredUnit: Sendable, Hashable {
    /// Its organisation number.
    public let number: OrganisationNumber
    /// Its name; `nil` for sole proprietors, whose firm's name is a person's.
    public let name: String?
    /// Whether it is a legal unit or a place of work.
    public let kind: Kind
    /// The register's code of its legal form, such as `AS`, `ENK` (sole proprietor) or `BEDR` (establishment).
    public let legalForm: String
    /// Its main industry, as a five-digit code with a full stop (`24.101`); `nil` where the register has none or `00.000`.
    public let industry: String?
    /// The classification that `industry` is a code of; ``IndustryCodes`` says which industry of the accounts that is.
    public let classification: IndustryClassification
    /// The number of the municipality it lies in; `nil` abroad or where the register has none.
    public let municipality: String?
    /// The two-letter code of the country it lies in.
    public let country: String
    /// The firm an establishment belongs to, or the unit that a firm is a branch of.
    public let parent: OrganisationNumber?
    /// Employees; `nil` where the register keeps the number back (one to four).
    public let employees: Int?
    /// What became of it, and when.
    public let events: Events

    /// A unit with these properties.
    public init(
        number: OrganisationNumber,
        name: String?,
        kind: Kind,
        legalForm: String,
        industry: String?,
        classification: IndustryClassification = .sn2007,
        municipality: String?,
        country: String,
        parent: OrganisationNumber?,
        employees: Int?,
        events: Events
    ) {
        self.number = number
        self.name = name
        self.kind = kind
        self.legalForm = legalForm
        self.industry = industry
        self.classification = classification
        self.municipality = municipality
        self.country = country
        self.parent = parent
        self.employees = employees
        self.events = events
    }

    /// A legal unit (*enhet, foretak*) or a place of work (*underenhet, bedrift*).
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// *Enhet.*
        case enterprise
        /// *Underenhet.*
        case establishment
    }

    /// The dates that decide whether a unit could trade on a day.
    public struct Events: Sendable, Hashable {
        /// When it was registered or, for an establishment, opened.
        public let registered: CalendarDate?
        /// When it was deleted or closed.
        public let dissolved: CalendarDate?
        /// When it went bankrupt; an undated bankruptcy stands on the day of the extract.
        public let bankrupt: CalendarDate?
        /// The firm it was merged into, as far as known.
        public let mergedInto: OrganisationNumber?

        /// These dates; nothing known where nothing is given.
        public init(
            registered: CalendarDate? = nil,
            dissolved: CalendarDate? = nil,
            bankrupt: CalendarDate? = nil,
            mergedInto: OrganisationNumber? = nil
        ) {
            self.registered = registered
            self.dissolved = dissolved
            self.bankrupt = bankrupt
            self.mergedInto = mergedInto
        }
    }

    /// Whether it is a natural person in business, whose name and amounts are personal data.
    public var isSoleProprietor: Bool { legalForm == "ENK" }
}
