import Accounts
import Leontief
import Regionalisation
import Reporting
import Ringvirk

extension CountiesText {
    private var commuting: String {
        guard let file = counties.commuting?.file else {
            return words(
                """
                Commuting is not known: wages are spent in the county they are earned in, those earned outside the \
                counties in all of them.
                """,
                """
                Pendling er ikke kjent: lønn brukes i fylket den tjenes i, lønn tjent utenfor fylkene i alle.
                """
            )
        }
        let number = NumberFormat(language)
        let (share, persons) = (
            number.percent(file.commuters / file.count), number.text(file.count, decimals: 0)
        )
        return words(
            """
            Wages are spent where people live, by \(file.path): \(persons) persons, \(share) of them in another county \
            than they work in.
            """,
            """
            Lønn brukes der folk bor, etter \(file.path): \(persons) personer, \(share) av dem i et annet fylke enn de \
            arbeider i.
            """
        )
    }

    /// By what final demand was shared out among the counties.
    private var finalDemand: String {
        let consumption =
            counties.populationYear.map {
                words(
                    "Household consumption by inhabitants, 1 January \($0)",
                    "Husholdningenes konsum etter innbyggere 1. januar \($0)"
                )
            }
            ?? words(
                "Household consumption by compensation of employees",
                "Husholdningenes konsum etter lønnskostnader"
            )
        let isPrinted = counties.build.table.rules.contains { $0.name == "investment-by-regional-investment" }
        return consumption
            + (isPrinted
                ? words("; investment by county investment.", "; investering etter fylkets investering.")
                : words("; investment by value added.", "; investering etter bruttoprodukt."))
    }

    private var bordersNote: [String] {
        guard let borders = counties.options.borders else { return [] }
        let merged = counties.definition.mergedRegions.map {
            $0.parts.joined(separator: " + ") + " → " + $0.region.code
        }.joined(separator: "; ")
        let which = merged.isEmpty ? words("as they were", "som de var") : merged
        return [
            words("County borders of \(borders): \(which).", "Fylkesgrenser i \(borders): \(which).")
        ]
    }

    /// What must be known to read the figures, a sentence or two a line.
    var notesByLine: [String] {
        let number = NumberFormat(language)
        let (year, checks) = (counties.definition.year, counties.checks)
        func exponent(_ value: Double) -> String { number.text(value, decimals: 1) }
        let decay = exponent(counties.options.decay)
        let others = counties.options.otherDecays.map(exponent).joined(separator: "; ")
        let range = others.isEmpty ? "" : words(" (range: \(others))", " (spenn: \(others))")
        let method = counties.build.trade.method.code
        let scaled = counties.build.table.rules.first { $0.name == "accounts-scaled-to-national-table" }
        var notes =
            [
                words(
                    """
                    Static model of \(year); gross, not net of displacement; not additive over industries.
                    """,
                    """
                    Statisk modell for \(year); brutto, ikke fratrukket fortrengning; kan ikke summeres over næringer.
                    """
                ),
                words(
                    """
                    Bought at home by \(method), from other counties by size over distance to the power \(decay)\(range), \
                    balanced product by product in at most \(checks.scalings) scalings.
                    """,
                    """
                    Kjøpt i eget fylke etter \(method), fra andre fylker etter størrelse over avstand opphøyd i \(decay)\(range), \
                    balansert produkt for produkt på høyst \(checks.scalings) skaleringer.
                    """
                ),
                words(
                    """
                    Summed over counties the table is the nation's, to \(number.scientific(checks.sumOverRegions)) in every \
                    cell; nobody has measured the trade between counties.
                    """,
                    """
                    Summert over fylker er tabellen landets, på \(number.scientific(checks.sumOverRegions)) nær i hver \
                    celle; ingen har målt handelen mellom fylkene.
                    """
                ),
                finalDemand,
                commuting,
            ] + bordersNote
        if let firms = counties.firms { notes += notesOfFirms(firms) }
        if let projected = counties.build.table.rules.first(where: { $0.name == "table-projected" }) {
            notes.append(
                Assumption.projectedTable(projected.touched.joined(separator: ", ")).text(in: language)
            )
        }
        if let scaled {
            notes.append(
                words(
                    """
                    Accounts and table are of different vintages: \(scaled.touched.count) of the counties' industry \
                    totals were scaled to the table's.
                    """,
                    """
                    Regnskap og tabell er av ulik årgang: \(scaled.touched.count) av fylkenes næringssummer er skalert \
                    til tabellens.
                    """
                )
            )
        }
        return notes
    }
}
