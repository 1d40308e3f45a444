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
                (
                    "commuting",
                    counties.commuting.map { commuting in
                        .object(pairs: [
                            ("file", .string(commuting.file.path)),
                            ("persons", .number(commuting.file.count)),
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
        counties.sources.map(\.attribution).distinct.joined(separator: "\n")
    }
}
