import Accounts

/// Brings kroner together that belong to the same party: one enterprise's establishments, one industry's sole proprietors.
struct PartyGathering: Sendable {
    private let register: RegisterExtract
    private let settings: ReviewSettings
    private let establishments: [OrganisationNumber: RegisteredUnit]
    private var places: [Place: Int] = [:]
    private var drafts: [Draft] = []

    init(register: RegisterExtract, settings: ReviewSettings) {
        self.register = register
        self.settings = settings
        establishments = Dictionary(register.establishments.values.joined().map { ($0.number, $0) }) {
            first,
            _ in
            first
        }
    }

    private struct Place: Hashable {
        let owner: Int
        let role: PartyRole
        let key: PartyIdentity.Key
    }

    /// Where kroner come from.
    struct Source {
        let file: Int
        let owner: Int
        let identity: PartyIdentity
        let account: PartyAccount
    }

    /// A part of what a party traded in an interval, and whose it is.
    struct Share {
        let number: OrganisationNumber?
        let intermediate: Kroner
        let investment: Kroner
        let resale: Kroner
        let rows: Int
        let lines: [Int]
        let rules: Set<ReviewRule>

        /// The interval's kroner shared between the targets, to the øre.
        static func shares(
            of interval: PartyAccount.Interval,
            targets: [(number: OrganisationNumber, weight: Int64)],
            rules: Set<ReviewRule>
        ) -> [Share] {
            let weights = targets.map(\.weight)
            guard targets.count > 1,
                let intermediate = ProportionalShares.parts(of: interval.intermediate.oere, weights: weights),
                let investment = ProportionalShares.parts(of: interval.investment.oere, weights: weights),
                let resale = ProportionalShares.parts(of: interval.resale.oere, weights: weights)
            else {
                return [
                    Share(
                        number: targets.first?.number,
                        intermediate: interval.intermediate,
                        investment: interval.investment,
                        resale: interval.resale,
                        rows: interval.rows,
                        lines: interval.lines,
                        rules: rules
                    )
                ]
            }
            return targets.indices.map {
                Share(
                    number: targets[$0].number,
                    intermediate: Kroner(oere: intermediate[$0]),
                    investment: Kroner(oere: investment[$0]),
                    resale: Kroner(oere: resale[$0]),
                    rows: interval.rows,
                    lines: interval.lines,
                    rules: rules
                )
            }
        }
    }

    /// Adds a share to its party.
    ///
    /// - Returns: the rules that met it here: sole proprietors, names withheld, industries estimated.
    mutating func add(_ share: Share, from source: Source) -> Set<ReviewRule> {
        let identity = source.identity
        let unit = share.number.flatMap { register.units[$0] ?? establishments[$0] }
        var kind = identity.kind
        var rules: Set<ReviewRule> = []
        let industry = self.industry(of: unit, share, source, &rules)
        if let unit, Self.isSoleProprietor(unit, register) {
            kind = .soleProprietors
            rules.insert(.soleProprietors)
        }
        let key: PartyIdentity.Key =
            switch kind {
            case .soleProprietors: .soleProprietors(industry: industry)
            case .privatePersons: .persons
            default: share.number.map { .unit($0) } ?? identity.key
            }
        let isAdded = kind == .soleProprietors || kind == .privatePersons
        let name = isAdded ? nil : self.name(unit, share, identity)
        if !isAdded, name == nil, unit?.name != nil || !identity.bookName.isEmpty {
            rules.insert(.nameWithheld)
        }
        let place = Place(owner: source.owner, role: identity.reference.role, key: key)
        let at = places[place] ?? drafts.count
        if at == drafts.count {
            places[place] = at
            drafts.append(
                Draft(
                    owner: source.owner,
                    role: identity.reference.role,
                    kind: kind,
                    number: isAdded ? nil : share.number ?? identity.number,
                    name: name,
                    industry: industry,
                    place: isAdded ? .norway : Self.place(unit, identity)
                )
            )
        }
        drafts[at].add(share, from: source, isAdded: isAdded, rules: share.rules.union(rules))
        return rules
    }

    /// The parties, in order.
    func reviewed() -> [ReviewedParty] { drafts.map(\.reviewed).sorted(by: ReviewedParty.stand) }

    /// Whether a unit is a sole proprietor or one's establishment.
    static func isSoleProprietor(_ unit: RegisteredUnit, _ register: RegisterExtract) -> Bool {
        unit.isSoleProprietor || unit.parent.flatMap { register.units[$0] }?.isSoleProprietor == true
    }

    private func name(_ unit: RegisteredUnit?, _ share: Share, _ identity: PartyIdentity) -> String? {
        if let unit {
            guard let name = unit.name else { return nil }
            // An establishment whose firm is not known may be a person's.
            let isFirm = unit.kind == .enterprise || unit.parent.flatMap { register.units[$0] } != nil
            return isFirm || PartyName(name).isFirm ? name : nil
        }
        return identity.name.isFirm && !identity.bookName.isEmpty ? identity.bookName : nil
    }

    private static func place(_ unit: RegisteredUnit?, _ identity: PartyIdentity) -> PartyPlace {
        if identity.kind == .foreign { return .abroad(identity.country ?? "ZZ") }
        if let unit {
            if unit.country != "NO" { return .abroad(unit.country) }
            return unit.municipality.map { .municipality($0) } ?? .norway
        }
        return identity.number != nil ? .norway : .unknown
    }

    private func industry(
        of unit: RegisteredUnit?,
        _ share: Share,
        _ source: Source,
        _ rules: inout Set<ReviewRule>
    ) -> PartyIndustry? {
        for unit in [unit, unit?.parent.flatMap { register.units[$0] }].compactMap(\.self) {
            if let code = unit.industry {
                return PartyIndustry(code: code, in: unit.classification, source: .register)
            }
        }
        let identity = source.identity
        guard identity.kind != .privatePersons, identity.kind != .foreign else { return nil }
        if settings.estimatesIndustries {
            if identity.reference.role == .supplier,
                let division = IndustryEstimate.division(fromAccounts: source.account.accounts)
            {
                rules.insert(.industryFromAccount)
                return PartyIndustry(code: division, source: .account)
            }
            if let division = IndustryEstimate.division(fromName: identity.name) {
                rules.insert(.industryFromName)
                return PartyIndustry(code: division, source: .name)
            }
        }
        rules.insert(.industryUnknown)
        return nil
    }
}

/// A reviewed party in the making.
private struct Draft: Sendable {
    let owner: Int
    let role: PartyRole
    let kind: ReviewedParty.Kind
    let number: OrganisationNumber?
    let name: String?
    let industry: PartyIndustry?
    let place: PartyPlace
    private var bookNumbers: Set<String> = []
    private var bookedOn: Set<OrganisationNumber> = []
    private var intermediate = Kroner.zero
    private var investment = Kroner.zero
    private var resale = Kroner.zero
    private var rows = 0
    private var rules: Set<ReviewRule> = []
    private var lines: [LedgerLine] = []

    init(
        owner: Int,
        role: PartyRole,
        kind: ReviewedParty.Kind,
        number: OrganisationNumber?,
        name: String?,
        industry: PartyIndustry?,
        place: PartyPlace
    ) {
        self.owner = owner
        self.role = role
        self.kind = kind
        self.number = number
        self.name = name
        self.industry = industry
        self.place = place
    }

    mutating func add(
        _ share: PartyGathering.Share,
        from source: PartyGathering.Source,
        isAdded: Bool,
        rules: Set<ReviewRule>
    ) {
        intermediate += share.intermediate
        investment += share.investment
        resale += share.resale
        rows += share.rows
        self.rules.formUnion(rules)
        lines += share.lines.prefix(10 - lines.count).map { LedgerLine(file: source.file, line: $0) }
        guard !isAdded else { return }
        bookNumbers.insert(source.identity.reference.id)
        if let booked = source.identity.number, booked != number { bookedOn.insert(booked) }
    }

    var reviewed: ReviewedParty {
        ReviewedParty(
            owner: owner,
            role: role,
            kind: kind,
            number: number,
            name: name,
            bookNumbers: bookNumbers.sorted(),
            bookedOn: bookedOn.sorted(),
            industry: industry,
            place: place,
            intermediate: intermediate,
            investment: investment,
            resale: resale,
            rows: rows,
            rules: rules.sorted(),
            lines: lines
        )
    }
}

extension ReviewedParty {
    /// The order of the result: by firm, suppliers first, then by number, by number in the books, and by industry.
    fileprivate static func stand(_ left: ReviewedParty, _ right: ReviewedParty) -> Bool {
        if left.owner != right.owner { return left.owner < right.owner }
        if left.role != right.role { return left.role == .supplier }
        if left.kind != right.kind { return left.kind.place < right.kind.place }
        let (one, other) = (left.number?.digits ?? .max, right.number?.digits ?? .max)
        if one != other { return one < other }
        if left.bookNumbers != right.bookNumbers {
            return left.bookNumbers.lexicographicallyPrecedes(right.bookNumbers)
        }
        func text(_ party: ReviewedParty) -> String {
            guard let industry = party.industry else { return "" }
            return industry.code + industry.classification.rawValue + industry.source.rawValue
        }
        return text(left) < text(right)
    }
}

extension ReviewedParty.Kind {
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
