import Accounts
import FileFormats
import Leontief
import Regionalisation
import Reporting
import Ringvirk

/// What `ringvirk counties` prints.
struct CountiesText {
    private let counties: CountyStudy
    private let language: Language
    private let words: Wording

    init(_ counties: CountyStudy, language: Language) {
        self.counties = counties
        self.language = language
        words = Wording(language)
    }

    private var spillovers: SpilloverRows {
        SpilloverRows(counties.spillovers, singleRegion: counties.singleRegion, band: counties.band)
    }

    /// Where effects land, of all demand in the region or of one industry's.
    func rows(region: Region, sector: Located<Industry>?) -> LandingRows {
        LandingRows(counties.landings, in: counties.build.table) { demand in
            sector.map { $0 == demand } ?? (region == counties.build.table.nation || demand.region == region)
        }
    }

    func json(region: Region, sector: Located<Industry>?) -> JSONValue {
        let checks = counties.checks
        return .object(pairs: [
            ("region", .string(region.code)),
            ("year", .integer(counties.definition.year.number)),
            (
                "commuting",
                counties.commuting.map { commuting in
                    .object(pairs: [
                        ("file", .string(commuting.file.path)), ("persons", .number(commuting.file.count)),
                        ("between_counties", .number(commuting.file.commuters)),
                    ])
                } ?? .null
            ),
            ("assumptions", .array(notesByLine.map(JSONValue.string))),
            (
                "checks",
                .object(pairs: [
                    ("sum_over_regions", .number(checks.sumOverRegions)),
                    ("accounts", Self.json(checks.accounts.cells)),
                    ("county_totals", Self.json(checks.accounts.totals)),
                    ("withheld_cells", .integer(checks.accounts.withheld)),
                    ("net_trade", .number(checks.netTrade)), ("row", .number(checks.row)),
                    ("column", .number(checks.column)), ("identity", .number(checks.identity)),
                    ("balancing", .number(checks.balancing)), ("scalings", .integer(checks.scalings)),
                    (
                        "nation",
                        .array(
                            checks.nation.map {
                                .object(pairs: [
                                    ("measure", .string($0.measure.code)),
                                    ("largest", .number($0.difference)),
                                    ("industry", .string($0.industry.code)), ("mean", .number($0.mean)),
                                ])
                            }
                        )
                    ),
                ])
            ),
            ("spillovers", sector == nil ? spillovers.json : .null),
            ("rows", rows(region: region, sector: sector).json),
        ])
    }

    /// A comparison of nothing has no deviation, not one of 0.
    private static func json(_ comparison: Comparison) -> JSONValue {
        .object(pairs: [
            ("largest", comparison.largest.map(JSONValue.number) ?? .null),
            ("compared", .integer(comparison.count)),
            ("place", comparison.place.map(JSONValue.string) ?? .null),
        ])
    }

    func text(region: Region, sector: Located<Industry>?) -> String {
        let table = counties.build.table
        let year = counties.definition.year
        guard let sector else {
            let heading = words(
                "value added per krone of final demand, Type I",
                "verdiskaping per krone sluttlevering, Type I"
            )
            let shown =
                region == table.nation
                ? spillovers.means(weights: table.output, language: language)
                : spillovers.table(of: region, language: language)
            return "\(region.name.text(in: language)) \(year), \(heading)\n\n" + shown.plainText
        }
        let landing = LandingTable(
            counties.landings,
            in: table,
            band: counties.band,
            language: language
        )
        let heading = words("per MNOK of final demand", "per mill. kr sluttlevering")
        return "\(sector.name.text(in: language)) \(year), \(heading)\n\n"
            + landing.text(of: sector).plainText
    }

    var notes: String { notesByLine.joined(separator: "\n") }

    var attributions: String {
        counties.sources.map(\.attribution).reduce(into: [String]()) { unique, line in
            if !unique.contains(line) { unique.append(line) }
        }.joined(separator: "\n")
    }

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

    private var notesByLine: [String] {
        let number = NumberFormat(language)
        let (year, checks) = (counties.definition.year, counties.checks)
        func exponent(_ value: Double) -> String { number.text(value, decimals: 1) }
        let decay = exponent(counties.options.decay)
        let others = counties.options.otherDecays.map(exponent).joined(separator: "; ")
        let range = others.isEmpty ? "" : words(" (range: \(others))", " (spenn: \(others))")
        let method = counties.build.trade.method.code
        let people = counties.populationYear.map(\.description)
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
                people.map {
                    words(
                        "Household consumption by inhabitants, 1 January \($0); investment by county investment.",
                        "Husholdningenes konsum etter innbyggere 1. januar \($0); investering etter fylkets investering."
                    )
                }
                    ?? words(
                        "Household consumption by compensation of employees.",
                        "Husholdningenes konsum etter lønnskostnader."
                    ),
                commuting,
            ] + bordersNote
        if let projected = counties.build.table.rules.first(where: { $0.name == "table-projected" }) {
            let years = projected.touched.joined()
            notes.append(
                words(
                    """
                    The national table is projected (\(years)) and not Statistics Norway's: held against its own tables, such \
                    a table's value added multipliers are off by 1–2 % on average and up to 9 %.
                    """,
                    """
                    Landstabellen er framskrevet (\(years)) og ikke SSBs: holdt mot SSBs egne tabeller bommer slike tabeller \
                    på verdiskapingen med 1–2 % i snitt og opptil 9 %.
                    """
                )
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
