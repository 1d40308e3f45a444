import Accounts

/// Who a party of the books is, from what the books and the register say of it, before any trade is looked at.
struct PartyIdentity: Sendable {
    /// What makes two entries of the books one party.
    enum Key: Hashable, Sendable {
        case unit(OrganisationNumber)
        case booked(String)
        case persons
        case soleProprietors(industry: PartyIndustry?)
    }

    let reference: PartyReference
    let kind: ReviewedParty.Kind
    let key: Key
    /// The Norwegian number, where one can be read.
    let number: OrganisationNumber?
    /// What stands in its place, for the log.
    let written: String?
    let name: PartyName
    /// The name as the books have it.
    let bookName: String
    /// The country, where it is not Norway.
    let country: String?
    /// Remarks that hold for all its trades.
    let rules: [ReviewRule]
    /// Whether nothing says who it is.
    let isUnusable: Bool

    /// The identity of `party`; of nobody where the books' list of parties does not have it.
    init(_ reference: PartyReference, party: Party?, register: RegisterExtract) {
        let written = WrittenNumber(party?.organisationNumber)
        let name = PartyName(party?.name ?? "")
        self.reference = reference
        self.name = name
        bookName = party?.name ?? ""
        var rules: [ReviewRule] = []
        var number: OrganisationNumber?
        var country = party?.country.map { $0.uppercased() }
        if country?.isEmpty == true { country = nil }
        switch written {
        case .missing: rules.append(.numberMissing)
        case .norwegian(let found):
            number = found
            if !found.isValid { rules.append(.numberFailsCheck) }
        case .foreign(let form):
            if let stated = country, stated != form { rules.append(.countryContradicted) }
            country = form
        case .scientific: rules.append(.numberInScientificNotation)
        case .personal: rules.append(.nationalIdentityNumber)
        case .unreadable: rules.append(.numberUnreadable)
        }
        let unit = number.flatMap { register.units[$0] }
        if let unit {
            if let stated = country, stated != unit.country { rules.append(.countryContradicted) }
            country = unit.country
        }
        let isAbroad: Bool
        if let country {
            isAbroad = country != "NO"
            // Nine digits of another country's: no Norwegian number at all.
            if isAbroad, unit == nil, number != nil {
                number = nil
                rules.removeAll { $0 == .numberFailsCheck }
            }
        } else if number == nil, written != .personal, let guess = name.country {
            isAbroad = true
            country = guess
            rules.append(.foreignByCompanyForm)
        } else {
            isAbroad = false
        }
        if isAbroad {
            // Nobody abroad has to have a Norwegian number.
            rules.removeAll { $0 == .numberMissing }
            rules.append(.foreignParty)
        }
        // A number that fails the check is in no register: that has been said.
        if let number, number.isValid, unit == nil, !register.units.isEmpty { rules.append(.notInRegister) }
        let isPerson = !isAbroad && number == nil && Self.isPerson(written, name, role: reference.role)
        let isSole = !isAbroad && number == nil && !isPerson && name.isSoleProprietor
        isUnusable = number == nil && written != .personal && name.isOnlyNumber
        if isPerson || written == .personal {
            kind = .privatePersons
            key = .persons
            rules.append(.privatePersons)
        } else if isSole {
            kind = .soleProprietors
            key = .soleProprietors(industry: nil)
            rules.append(.soleProprietors)
        } else if let number {
            kind = isAbroad ? .foreign : .unit
            key = .unit(number)
        } else {
            kind = isAbroad ? .foreign : .named
            key = .booked(reference.id)
        }
        self.country = isAbroad ? country : nil
        self.number = number
        self.rules = rules
        // A person's number is not written, wherever it stands.
        self.written = written == .personal ? nil : party?.organisationNumber
    }

    /// Whether the books alone say that this is a person, or somebody who stands for many.
    private static func isPerson(_ written: WrittenNumber, _ name: PartyName, role: PartyRole) -> Bool {
        if written == .personal || name.isCounter { return true }
        guard role == .customer, written == .missing else { return false }
        return !name.isOnlyNumber && !name.isFirm && !name.isSoleProprietor
            && !name.words.contains { $0.contains(where: \.isNumber) }
    }
}
