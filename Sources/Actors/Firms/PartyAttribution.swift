import Accounts
import Ledgers

/// Which row or column of the table a party's kroner belong to.
enum PartyAttribution {
    /// Another firm of the cluster, as a place among them.
    case firm(Int)
    /// Another country.
    case abroad
    /// Private persons.
    case households
    /// An industry, whose kind is that of the accounts' finer one; the place where it is known.
    case industry(Industry, IndustryKind, TradePlace?)
    /// Nothing says in which industry it is.
    case unknown

    init(_ party: ReviewedParty, of own: Int, firms: FirmIdentities, frame: StudyFrame) {
        if let firm = firms.firm(of: party), firm != own {
            self = .firm(firm)
        } else if case .abroad = party.place {
            self = .abroad
        } else if party.kind == .privatePersons {
            self = .households
        } else if let code = Self.fineIndustry(party.industry, frame.codes),
            let fine = try? frame.groups.source.label(code)
        {
            self = .industry(
                frame.groups.target(of: fine),
                IndustryKind(code: code),
                frame.places.place(of: party.place)
            )
        } else {
            self = .unknown
        }
    }

    /// The industry of the accounts: five digits by the code, two by the division.
    private static func fineIndustry(_ industry: PartyIndustry?, _ codes: IndustryCodes) -> String? {
        guard let industry else { return nil }
        let placement =
            industry.code.utf8.count == 2
            ? codes.placement(ofDivision: industry.code, in: industry.classification)
            : codes.placement(of: industry.code, in: industry.classification)
        if case .industry(let code) = placement { return code }
        return nil
    }
}

/// How far the register says who the parties are, in kroner.
struct KnownKroner {
    private(set) var registered = 0.0
    private(set) var estimated = 0.0

    /// Adds an amount; `estimatedShare` of it is spread by a named rule whatever the register says.
    mutating func add(_ amount: Double, of party: ReviewedParty, isAttributed: Bool, estimatedShare: Double) {
        guard isAttributed, amount > 0 else { return }
        let byRule =
            party.rules.contains(.headOfficeSpread) || party.kind == .soleProprietors
            || (party.industry.map { $0.source != .register } ?? false)
        let part = byRule ? 1 : min(max(estimatedShare, 0), 1)
        estimated += amount * part
        registered += amount * (1 - part)
    }

    /// The shares of all of a side's kroner.
    func side(of total: Double) -> LedgerFacts.Side {
        let all = max(total, registered + estimated)
        guard all > 0 else { return LedgerFacts.Side(registered: 0, estimated: 0, unattributed: 1) }
        return LedgerFacts.Side(
            registered: registered / all,
            estimated: estimated / all,
            unattributed: 1 - (registered + estimated) / all
        )
    }
}
