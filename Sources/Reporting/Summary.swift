public import Accounts
import Actors
import Leontief
import LinearAlgebra

/// A study's results as a Markdown page a county officer can read from top to bottom.
///
/// Tables first, then everything they presuppose: assumptions, what to ask about, rules applied to the data, checks,
/// sources.
public struct Summary: Sendable {
    private let report: Report
    private let words: Wording
    private let number: NumberFormat

    /// The summary of a report.
    public init(_ report: Report, language: Language) {
        self.report = report
        words = Wording(language)
        number = NumberFormat(language)
    }

    /// The page: blocks with a blank line between them.
    public var markdown: String {
        let blocks =
            heading + actorSection + firmSection + impactSections + multiplierSections + recipeSection
            + assumptions
            + questions
            + rules + checks + sources
        return blocks.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }.joined(separator: "\n\n") + "\n"
    }

    private var language: Language { words.language }
    private var lead: LeadTable { LeadTable(report, language: language) }
    private var money: String { words.name(of: report.basis.unit) }

    private var heading: [String] {
        let place = report.region.name.text(in: language)
        let year = report.basis.year
        return [
            "# \(report.title.text(in: language))",
            words(
                "Ripple effects in \(place), \(year). Amounts in \(money) at basic prices of \(year).",
                "Ringvirkninger i \(place), \(year). Beløp i \(money), basispriser i \(year)."
            ),
        ]
    }

    private var actorSection: [String] {
        guard let table = lead.actors else { return [] }
        return [
            words("## The actors", "## Aktørene"),
            words(
                """
                Per krone of the actor's own output (jobs and tonnes per million kroner), the actor itself included. \
                All actors are taken out of the system, so that multiplier times output may be added over actors.
                """,
                """
                Per krone av aktørens egen produksjon (sysselsatte og tonn per million kroner), aktøren selv \
                medregnet. Alle aktørene er tatt ut av systemet, så multiplikator ganger produksjon kan summeres over aktørene.
                """
            ),
            table.markdown,
        ]
    }

    private var firmSection: [String] {
        let scopes: [Scope] = report.regionalMultipliers == nil ? [.nation] : [.region, .nation]
        let table = FirmTable(report, language: language)
        let tables = scopes.compactMap { scope in
            table.valueAdded(in: scope).map { (words.name(of: scope, in: report), $0) }
        }
        guard !tables.isEmpty else { return [] }
        return [
            words("## What the firms' own books change", "## Hva bedriftenes egne regnskap endrer"),
            words(
                """
                Value added per krone of the firm's own output. From statistics alone a firm is its industry in small; \
                with the books it has its own purchases, sales and wages. Intervals are 90 % (docs/QUALITY.md). The cells \
                named explain most of the difference; firm_differences.csv has all of them, and firm_cells.csv leads on to \
                the lines of the books.
                """,
                """
                Verdiskaping per krone av bedriftens egen produksjon. Etter statistikken alene er en bedrift næringen \
                sin i smått; med regnskapet har den sine egne innkjøp, salg og lønninger. Intervallene er på 90 % \
                (docs/QUALITY.md). Cellene som er nevnt, forklarer mest av forskjellen; firm_differences.csv har alle, og \
                firm_cells.csv fører videre til linjene i regnskapet.
                """
            ),
        ] + tables.flatMap { ["### " + $0.0, $0.1.markdown] }
    }

    private var impactSections: [String] {
        report.impacts.flatMap { impact in
            let amount = number.text(impact.demand.amounts.sum, decimals: 1)
            return [
                "## \(words("Ripple effects of", "Ringvirkninger av")) «\(impact.demand.name)»",
                words(
                    """
                    Final demand of \(amount) \(money) (basic prices) met from \(impact.region.name.english). Each figure is \
                    rounded by itself, so that sums can be off by one in the last digit.
                    """,
                    """
                    Sluttlevering på \(amount) \(money) (basispriser) levert fra \(impact.region.name.norwegian). Hvert tall \
                    er avrundet for seg, så summer kan avvike med én i siste siffer.
                    """
                ),
                lead.impact(impact).markdown,
            ]
        }
    }

    private var multiplierSections: [String] {
        [
            words(
                "## Multipliers per \(money) of final demand",
                "## Multiplikatorer per \(money) sluttlevering"
            ),
            words("Type I (direct and indirect):", "Type I (direkte og indirekte):"),
            lead.multipliers(.type1).markdown,
            words("Type II (consumption effects included):", "Type II (konsumvirkninger medregnet):"),
            lead.multipliers(.type2).markdown,
        ]
    }

    private var recipeSection: [String] {
        guard !report.recipes.isEmpty else { return [] }
        return [
            words("## Recipes and by-products", "## Oppskrifter og biprodukter"),
            words("Weight per unit of main product.", "Vekt per enhet hovedprodukt."),
            RecipeTable(report, language: language).table.markdown,
        ]
    }

    private var assumptions: [String] {
        [
            "## " + words("Assumptions", "Forutsetninger"),
            list(report.assumptions.map { $0.text(in: language) }),
        ]
    }

    private var questions: [String] {
        let unusual = report.unusualRatios
        guard !unusual.isEmpty else { return [] }
        return [
            "## " + words("Ask before publishing", "Spør før du publiserer"),
            words(
                """
                Total over direct employment (Type I, \(words.name(of: .nation, in: report))) lies outside 1.0–2.5, \
                the range of published Norwegian reports, in these industries. Find out why before you quote them:
                """,
                """
                Samlet over direkte sysselsetting (type I, \(words.name(of: .nation, in: report))) ligger utenfor \
                1,0–2,5, som er spennet i publiserte norske rapporter, i disse næringene. Finn ut hvorfor før du \
                siterer dem:
                """
            ),
            list(unusual.map { "\($0.code) \($0.name.text(in: language)): \(number.text($1, decimals: 2))" }),
        ]
    }

    private var rules: [String] {
        guard !report.rules.isEmpty else { return [] }
        return [
            "## " + words("Rules applied to the data", "Regler brukt på dataene"),
            list(
                report.rules.map { rule in
                    let examples = rule.touched.prefix(4).map(TouchedWording(language).text).joined(
                        separator: "; "
                    )
                    let rest = rule.touched.count - 4
                    let more = rest > 0 ? words(" and \(rest) more", " og \(rest) til") : ""
                    return "**\(rule.name)**: \(RuleWording.text(rule.name, in: language))"
                        + (examples.isEmpty ? "" : " (\(examples)\(more))")
                }
            ),
        ]
    }

    private var checks: [String] {
        [
            "## " + words("Checks", "Kontroller"),
            list(
                report.checks.map { check in
                    "\(CheckWording.text(check.kind, in: language)): \(size(of: check))"
                } + [
                    words("Equations solved by", "Ligningene løst ved") + ": "
                        + engines.map { EngineWording.text($0, in: language) }.joined(separator: ", ")
                ]
            ),
        ]
    }

    /// A deviation that can be seen in the tables as people write it, a smaller one by its order.
    private func size(of check: Report.Check) -> String {
        if check.deviation == 0 { return "0" }
        if abs(check.deviation) < 0.001 { return number.scientific(check.deviation) }
        return switch check.kind {
        case .rowBalance, .nationalValueAdded, .nationalCompensation:
            number.text(check.deviation, decimals: 3)
        default: number.percent(check.deviation)
        }
    }

    /// The engines behind the multipliers, each once.
    private var engines: [SolverEngine] { report.multipliers.flatMap(\.engines).distinct }

    private var sources: [String] {
        let lines = report.sources.map { "\($0.attribution): \($0.table) (\($0.licence))" }.distinct
        return ["## " + words("Sources", "Kilder"), list(lines)]
    }

    private func list(_ items: [String]) -> String {
        items.map { "- " + $0 }.joined(separator: "\n")
    }
}
