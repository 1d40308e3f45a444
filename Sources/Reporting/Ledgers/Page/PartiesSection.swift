import Accounts
import Ledgers

/// The largest suppliers and customers of each firm, and how much is known of all of them.
struct PartiesSection {
    private let content: PageContent

    init(_ content: PageContent) {
        self.content = content
    }

    private var words: Wording { content.words }
    private var number: NumberFormat { content.number }

    private static let most = 20

    var markup: Markup {
        let blocks = content.review.owners.indices.flatMap { owner in
            [PartyRole.supplier, .customer].compactMap { role -> Markup? in
                let parties = content.review.parties.filter { $0.owner == owner && $0.role == role }
                return parties.isEmpty ? nil : block(parties, owner: owner, role: role)
            }
        }
        return content.section(
            "parties",
            words("Suppliers and customers", "Leverandører og kunder"),
            [
                content.paragraph(
                    """
                    Who the kroner that count belong to. Amounts here are in whole kroner; all parties stand in \
                    review-parties.csv, in øre. An industry in brackets is an estimate.
                    """,
                    """
                    Hvem kronene som teller, hører til. Beløpene her er i hele kroner; alle partene står i \
                    review-parties.csv, på øret. En næring i parentes er et anslag.
                    """
                )
            ] + blocks
        )
    }

    private func block(_ parties: [ReviewedParty], owner: Int, role: PartyRole) -> Markup {
        let ordered = parties.enumerated().sorted { left, right in
            let (one, other) = (left.element.amount, right.element.amount)
            return one == other ? left.offset < right.offset : one > other
        }.map(\.element)
        let whose = content.review.owners.count > 1 ? ": " + content.owner(owner) : ""
        let heading = role == .supplier ? words("Suppliers", "Leverandører") : words("Customers", "Kunder")
        return """
            <h3>\(heading)\(whose)</h3>
            \(KnownShares(parties, content).markup)
            \(table(ordered))
            """
    }

    private func table(_ parties: [ReviewedParty]) -> Markup {
        var table = PageTable(
            [
                (words("Party", "Part"), false), (words("Industry", "Næring"), false),
                (words("Place", "Sted"), false),
                (words("Current, kr", "Løpende, kr"), true),
                (words("Investment, kr", "Investering, kr"), true),
                (words("Rows", "Rader"), true), (words("Remarks", "Merknader"), false),
            ],
            style: "parties"
        )
        for party in parties.prefix(Self.most) {
            let remarks = party.rules.map { ReviewRuleWording($0, in: content.language).title }
            table.add([
                name(party), "\(industry(party))", "\(place(party.place))",
                "\(number.wholeKroner(party.intermediate))",
                party.investment == .zero ? "" : "\(number.wholeKroner(party.investment))",
                "\(number.count(party.rows))", "<small>\(remarks.joined(separator: "; "))</small>",
            ])
        }
        let rest = parties.dropFirst(Self.most)
        if !rest.isEmpty {
            table.add([
                "\(words("\(number.count(rest.count)) others", "\(number.count(rest.count)) andre"))", "", "",
                "\(number.wholeKroner(rest.reduce(.zero) { $0 + $1.intermediate }))",
                "\(number.wholeKroner(rest.reduce(.zero) { $0 + $1.investment }))", "", "",
            ])
        }
        table.add(
            [
                "\(words("All that count", "Alle som teller"))", "", "",
                "\(number.wholeKroner(parties.reduce(.zero) { $0 + $1.intermediate }))",
                "\(number.wholeKroner(parties.reduce(.zero) { $0 + $1.investment }))", "", "",
            ],
            isSum: true
        )
        return table.markup
    }

    private func name(_ party: ReviewedParty) -> Markup {
        switch party.kind {
        case .soleProprietors:
            return "\(words("Sole proprietors, added up", "Enkeltpersonforetak, lagt sammen"))"
        case .privatePersons: return "\(words("Private persons, added up", "Privatpersoner, lagt sammen"))"
        case .unit, .named, .foreign: break
        }
        let shown = party.name ?? words("name not written", "navnet skrives ikke")
        let booked =
            party.bookNumbers.prefix(3).joined(separator: ", ") + (party.bookNumbers.count > 3 ? ", …" : "")
        let numbers = [party.number.map(content.organisationNumber), booked.isEmpty ? nil : "(\(booked))"]
        return """
            \(party.name == nil ? "<i>\(shown)</i>" as Markup : "\(shown)" as Markup)<br>
            <span class="dim">\(numbers.compactMap(\.self).joined(separator: " "))</span>
            """
    }

    private func industry(_ party: ReviewedParty) -> String {
        guard let industry = party.industry else { return "" }
        let name = content.names.industries[industry.classification]?[industry.code]?.text(
            in: content.language
        )
        let text = [industry.code, name].compactMap(\.self).joined(separator: " ")
        return industry.source == .register ? text : "(\(text))"
    }

    private func place(_ place: PartyPlace) -> String {
        switch place {
        case .municipality(let code):
            [code, content.names.municipalities[code]].compactMap(\.self).joined(separator: " ")
        case .norway: words("Norway", "Norge")
        case .abroad("ZZ"): words("abroad", "utlandet")
        case .abroad(let country): words("abroad, \(country)", "utlandet, \(country)")
        case .unknown: ""
        }
    }
}
