import Accounts
import Ledgers

/// What was decided before the review, what is never written, and where the rest stands.
struct SettingsSection {
    private let content: PageContent

    init(_ content: PageContent) {
        self.content = content
    }

    private var words: Wording { content.words }

    var markup: Markup {
        let items = (decisions + [personalData, files]).map { "<li>\($0)</li>" as Markup }
        return content.section(
            "settings",
            words("What the review presupposes", "Hva gjennomgangen forutsetter"),
            ["<ul>\n\(items.joined(separator: "\n"))\n</ul>"]
        )
    }

    private var decisions: [String] {
        let settings = content.review.settings
        var lines = [
            settings.spreadsHeadOffices
                ? words(
                    "A firm's trade is spread over its establishments by employees.",
                    "Et foretaks handel er fordelt på bedriftene etter ansatte."
                )
                : words(
                    "A firm's trade stays with the firm; it is not spread over its establishments.",
                    "Et foretaks handel står på foretaket; den er ikke fordelt på bedriftene."
                ),
            settings.estimatesIndustries
                ? words(
                    "Industries that the register does not give are estimated, and marked.",
                    "Næringer som registeret ikke gir, er anslått og merket."
                )
                : words("Industries are not estimated.", "Næringer er ikke anslått."),
            words(
                """
                Two registrations of an invoice are at most \(settings.daysBetweenRegistrations) days apart; \
                \(settings.daysBetweenRecurring) where the amount comes back, as rent does.
                """,
                """
                To registreringer av en faktura er høyst \(settings.daysBetweenRegistrations) dager fra hverandre; \
                \(settings.daysBetweenRecurring) der beløpet kommer igjen, som husleie.
                """
            ),
        ]
        if !settings.group.isEmpty {
            let group = settings.group.sorted().map(content.organisationNumber).joined(separator: ", ")
            lines.append(
                words("Listed as the firms' own group: \(group).", "Oppgitt som eget konsern: \(group).")
            )
        }
        return lines
    }

    private var personalData: String {
        words(
            """
            Names of sole proprietors and private persons are written neither here nor in any other file of the review, \
            and neither are national identity numbers.
            """,
            """
            Navn på enkeltpersonforetak og privatpersoner skrives verken her eller i noen annen fil fra gjennomgangen, \
            og det gjør heller ikke fødselsnumre.
            """
        )
    }

    private var files: String {
        words(
            """
            Beside this page: review-parties.csv (every party), review-changes.csv (everything the rules did or \
            remarked), review-summary.csv (the sums) and review.json (all of it, for programs). The rules are explained \
            in docs/LEDGERS.md.
            """,
            """
            Ved siden av denne siden: review-parties.csv (hver part), review-changes.csv (alt reglene har gjort eller \
            merket seg), review-summary.csv (summene) og review.json (alt sammen, for programmer). Reglene er forklart \
            i docs/LEDGERS.md.
            """
        )
    }
}
