public import Accounts
import Actors
import Leontief

/// A study's results as a Markdown page a county officer can read from top to bottom.
///
/// Tables first, then everything they presuppose: assumptions, rules applied to the data, checks, sources.
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

    /// The page.
    public var markdown: String {
        ([heading] + actorSection + impactSections + multiplierSections + recipeSection + [
            assumptions, rules, checks, sources,
        ])
        .filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
    }

    private var language: Language { words.language }
    private var lead: LeadTable { LeadTable(report, language: language) }

    private var heading: String {
        let place = report.region.name.text(in: language)
        let year = report.basis.year
        return """
            # \(report.title.text(in: language))

            \(words(
                "Ripple effects in \(place), \(year). Amounts in MNOK at basic prices of \(year).",
                "Ringvirkninger i \(place), \(year). Beløp i mill. kr, basispriser i \(year)."))

            """
    }

    private var actorSection: [String] {
        guard let table = lead.actors else { return [] }
        return [
            words("## The actors", "## Aktørene"), "",
            words(
                """
                Per krone of the actor's own output (jobs and tonnes per million kroner), the actor itself included. \
                All actors are taken out of the system, so the figures may be added over actors.
                """,
                """
                Per krone av aktørens egen produksjon (sysselsatte og tonn per million kroner), aktøren selv \
                medregnet. Alle aktørene er tatt ut av systemet, så tallene kan summeres over aktørene.
                """
            ), "", table.markdown,
        ]
    }

    private var impactSections: [String] {
        report.impacts.flatMap { impact in
            let amount = number.text(impact.demand.amounts.sum, decimals: 1)
            return [
                "## \(words("Ripple effects of", "Ringvirkninger av")) «\(impact.demand.name)»", "",
                words(
                    "Final demand of \(amount) MNOK (basic prices) met from \(impact.region.name.english).",
                    "Sluttlevering på \(amount) mill. kr (basispriser) levert fra \(impact.region.name.norwegian)."
                ),
                "", lead.impact(impact).markdown,
            ]
        }
    }

    private var multiplierSections: [String] {
        [
            words("## Multipliers per MNOK of final demand", "## Multiplikatorer per mill. kr sluttlevering"),
            "",
            words("Type I (direct and indirect):", "Type I (direkte og indirekte):"), "",
            lead.multipliers(.type1).markdown,
            words(
                "Type II (consumption effects included):",
                "Type II (konsumvirkninger medregnet):"
            ), "",
            lead.multipliers(.type2).markdown,
        ]
    }

    private var recipeSection: [String] {
        guard !report.recipes.isEmpty else { return [] }
        var table = TextTable(
            header: [
                words("Actor", "Aktør"), words("In", "Inn"), words("Out", "Ut"), words("Balance", "Balanse"),
            ],
            numeric: [false, false, false, false]
        )
        for recipe in report.recipes {
            func list(_ shares: [Recipe.Share]) -> String {
                shares.map { "\($0.material.text(in: language)) \(number.text($0.ratio, decimals: 2))" }
                    .joined(separator: ", ")
            }
            let name =
                report.actorTable?.rows.first { $0.actor.code == recipe.actor }?.actor.name.text(in: language)
                ?? recipe.actor
            let balance =
                "\(number.text(recipe.massIn, decimals: 2)) → \(number.text(recipe.massOut, decimals: 2))"
            let warning = words(
                " more out than in: an input is missing",
                " mer ut enn inn: en innsats mangler"
            )
            table.add([
                name, list(recipe.inputs), list(recipe.outputs),
                balance + (recipe.makesMoreThanItTakes ? warning : ""),
            ])
        }
        return [
            words("## Recipes and by-products", "## Oppskrifter og biprodukter"), "",
            words("Weight per unit of main product.", "Vekt per enhet hovedprodukt."), "", table.markdown,
        ]
    }

    private var assumptions: String {
        let lines = report.assumptions.map { "- " + $0.text(in: language) }
        return "## \(words("Assumptions", "Forutsetninger"))\n\n" + lines.joined(separator: "\n") + "\n"
    }

    private var rules: String {
        guard !report.rules.isEmpty else { return "" }
        let lines = report.rules.map { rule in
            let examples = rule.touched.prefix(4).joined(separator: "; ")
            let more =
                rule.touched.count > 4
                ? words(" and \(rule.touched.count - 4) more", " og \(rule.touched.count - 4) til") : ""
            return "- **\(rule.name)**: \(RuleWording.text(rule.name, in: language))"
                + (examples.isEmpty ? "" : " (\(examples)\(more))")
        }
        return "## \(words("Rules applied to the data", "Regler brukt på dataene"))\n\n"
            + lines.joined(separator: "\n")
            + "\n"
    }

    private var checks: String {
        let lines = report.checks.map { check in
            let size = check.deviation == 0 ? "0" : Self.scientific(check.deviation)
            return "- \(CheckWording.text(check.kind, in: language)): \(size)"
        }
        return "## \(words("Checks", "Kontroller"))\n\n" + lines.joined(separator: "\n") + "\n"
    }

    private var sources: String {
        var lines: [String] = []
        for source in report.sources {
            let line = "- \(source.attribution): \(source.table) (\(source.licence))"
            if !lines.contains(line) { lines.append(line) }
        }
        return "## \(words("Sources", "Kilder"))\n\n" + lines.joined(separator: "\n") + "\n"
    }

    /// Two digits and a power of ten, from the number's own shortest decimal form.
    static func scientific(_ number: Double) -> String {
        var mantissa = abs(number)
        var exponent = 0
        while mantissa >= 10 { mantissa /= 10; exponent += 1 }
        while mantissa < 1, mantissa > 0 { mantissa *= 10; exponent -= 1 }
        let digits = NumberFormat(.english).text(mantissa, decimals: 1)
        return (number < 0 ? "-" : "") + digits + (exponent == 0 ? "" : "e\(exponent)")
    }
}
