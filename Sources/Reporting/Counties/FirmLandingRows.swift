import Accounts
public import Actors
public import FileFormats
import Leontief

/// Where firms' output lands, county by county, and the table they were carved out into, as files: unrounded.
///
/// From `augmented_counties.csv` alone, with the firms' columns taken out, the figures with the books can be computed again.
public struct FirmLandingRows: Sendable {
    private let firms: MultiRegionalFirms
    private let landings: FirmLandings

    /// The names of the files.
    public static let names = [
        "firm_landings.csv", "augmented_counties.csv", "augmented_values.csv", "firm_places.csv",
        "firm_county_repairs.csv",
    ]

    /// The columns of `firm_landings.csv`.
    public static let header = ["firm", "measure", "unit", "region", "statistics", "books", "difference"]

    /// The rows of firms in the table of all regions.
    public init(_ firms: MultiRegionalFirms, _ landings: FirmLandings) {
        self.firms = firms
        self.landings = landings
    }

    /// The files by name.
    public var files: [(name: String, text: String)] {
        zip(
            Self.names,
            [
                csv, FirmRows.table(firms.table), values, places,
                FirmRows.repairs(of: [firms.table]),
            ]
        ).map { (name: $0, text: $1) }
    }

    /// A figure of a firm, from statistics alone and with the books.
    private struct Observation {
        let texts: [String]
        let statistics: Double
        let books: Double
    }

    /// What lands where; what is bought of the firms themselves stands in no region.
    private var observations: [Observation] {
        let money = firms.parent.basis.unit
        var observations: [Observation] = []
        for own in landings.ofFirms {
            for row in landings.rows where row.firm.code == own.firm.code {
                let unit = "\(row.measure.unit(of: money))/\(money)"
                for region in landings.regions.labels {
                    observations.append(
                        Observation(
                            texts: [own.firm.code, row.measure.code, unit, region.code],
                            statistics: row.statistics[region],
                            books: row.books[region]
                        )
                    )
                }
            }
            observations.append(
                Observation(
                    texts: [own.firm.code, "bought_of_firms", "\(money)/\(money)", ""],
                    statistics: own.statistics,
                    books: own.books
                )
            )
        }
        return observations
    }

    /// Where each firm's output lands, per unit of output, as CSV.
    public var csv: String {
        var writer = CSVWriter()
        writer.write(row: Self.header)
        for row in observations {
            let numbers = [row.statistics, row.books, row.books - row.statistics]
            writer.write(row: row.texts + numbers.map(CSVNumber.text))
        }
        return writer.text
    }

    /// The same as a JSON array of objects.
    public var json: JSONValue {
        .array(
            observations.map { row in
                let texts = zip(Self.header, row.texts).map { JSONValue.Member($0, .string($1)) }
                return .object(
                    texts + [
                        .init("statistics", .number(row.statistics)), .init("books", .number(row.books)),
                        .init("difference", .number(row.books - row.statistics)),
                    ]
                )
            }
        )
    }

    /// Each measure per unit of output of every row of the table with the books.
    private var values: String {
        var rows = TidyRows(header: ["sector", "measure", "unit", "value"])
        let money = firms.parent.basis.unit
        for (measure, values) in landings.values {
            for (sector, value) in zip(values.axis.labels, values.values)
            where value != 0 && firms.table.output[sector] > 0 {
                rows.add([sector.code, measure.code, "\(measure.unit(of: money))/\(money)"], value)
            }
        }
        return rows.csv
    }

    /// How trade with the rest of the country found its counties, MNOK.
    private var places: String {
        var rows = TidyRows(header: ["firm", "side", "rule", "mnok"])
        for use in firms.places { rows.add([use.firm, use.side.rawValue, use.rule.rawValue], use.amount) }
        return rows.csv
    }
}
