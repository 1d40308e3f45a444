import Accounts
import Ledgers

/// How much of some parties' kroner have a known industry, and a known place: two short lines of shares.
struct KnownShares {
    private let parties: [ReviewedParty]
    private let content: PageContent

    init(_ parties: [ReviewedParty], _ content: PageContent) {
        self.parties = parties
        self.content = content
    }

    private var words: Wording { content.words }

    var markup: Markup {
        let industries = shares([
            (words("from the register", "fra registeret"), { $0.industry?.source == .register }),
            (words("estimated", "anslått"), { $0.industry != nil && $0.industry?.source != .register }),
            (
                words("unknown", "ukjent"),
                { $0.industry == nil && $0.kind != .foreign && $0.kind != .privatePersons }
            ),
            (
                words("abroad or persons", "utlandet eller personer"),
                {
                    $0.industry == nil && ($0.kind == .foreign || $0.kind == .privatePersons)
                }
            ),
        ])
        let places = shares([
            (
                words("municipality known", "kjent kommune"),
                { if case .municipality = $0.place { true } else { false } }
            ),
            (words("Norway, municipality unknown", "Norge, ukjent kommune"), { $0.place == .norway }),
            (words("abroad", "utlandet"), { if case .abroad = $0.place { true } else { false } }),
            (words("unknown", "ukjent"), { $0.place == .unknown }),
        ])
        return """
            <p class="dim">\(words("Industry", "Næring")): \(industries). \(words("Place", "Sted")): \(places).</p>
            """
    }

    /// Shares of the sum of sizes, so that credit notes do not make a share of more than everything.
    private func shares(_ groups: [(name: String, holds: (ReviewedParty) -> Bool)]) -> String {
        let whole = parties.reduce(0.0) { $0 + Double($1.amount.magnitude.oere) }
        guard whole > 0 else { return words("nothing", "ingenting") }
        return groups.compactMap { group in
            let part = parties.reduce(0.0) { group.holds($1) ? $0 + Double($1.amount.magnitude.oere) : $0 }
            return part == 0 ? nil : "\(group.name) \(content.number.percent(part / whole))"
        }.joined(separator: ", ")
    }
}
