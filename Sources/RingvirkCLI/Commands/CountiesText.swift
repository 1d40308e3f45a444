import Accounts
import Actors
import FileFormats
import Leontief
import Regionalisation
import Reporting
import Ringvirk

/// What `ringvirk counties` prints.
struct CountiesText {
    let counties: CountyStudy
    let language: Language
    let words: Wording

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

    /// The rows that are asked for as CSV: the firms' where there are any, otherwise those of the demand.
    func csv(region: Region, sector: Located<Industry>?) -> String {
        guard let firms = counties.firms else { return rows(region: region, sector: sector).csv }
        let csv = FirmLandingRows(firms.firms, firms.landings).csv
        return firms.isConfidential ? ConfidentialMark(language).marking(csv, in: "firm_landings.csv") : csv
    }

    func json(region: Region, sector: Located<Industry>?) -> JSONValue {
        let checks = counties.checks
        let mark: [(String, JSONValue)] =
            counties.firms?.isConfidential == true ? [("confidential", .bool(true))] : []
        let firms: [(String, JSONValue)] =
            counties.firms.map { [("firms", FirmLandingRows($0.firms, $0.landings).json)] } ?? []
        return .object(
            pairs: mark + [
                ("region", .string(region.code)),
                ("year", .integer(counties.definition.year.number)),
                ("assumptions", .array(notesByLine.map(JSONValue.string))),
                (
                    "checks",
                    .object(pairs: [
                        ("sum_over_regions", .number(checks.sumOverRegions)),
                        ("accounts", .number(checks.accounts)), ("county_totals", .number(checks.totals)),
                        ("net_trade", .number(checks.netTrade)), ("row", .number(checks.row)),
                        ("column", .number(checks.column)), ("identity", .number(checks.identity)),
                        ("balancing", .number(checks.balancing)), ("scalings", .integer(checks.scalings)),
                        ("firms_added_back", counties.firms.map { .number($0.addedBackDeviation) } ?? .null),
                        ("firm_columns", counties.firms.map { .number($0.columnDeviation) } ?? .null),
                        (
                            "firm_landings",
                            counties.firms.map { .number($0.landings.identityDeviation) } ?? .null
                        ),
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
            ] + firms
        )
    }

    func text(region: Region, sector: Located<Industry>?) -> String {
        let table = counties.build.table
        let year = counties.definition.year
        if let firms = counties.firms { return text(of: firms) }
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
        var notes = [
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
            words(
                """
                Commuting is not known: wages are spent in the county they are earned in, those earned outside the \
                counties in all of them.
                """,
                """
                Pendling er ikke kjent: lønn brukes i fylket den tjenes i, lønn tjent utenfor fylkene i alle.
                """
            ),
        ]
        if let firms = counties.firms { notes += notesOfFirms(firms) }
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
