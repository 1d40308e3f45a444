public import Accounts
public import Actors
public import FileFormats
public import Leontief

/// The actor table as files: one row an actor, for the cluster model and for people.
///
/// Multipliers are per krone of output for value added (NOK per NOK), per MNOK of output for everything else,
/// and per unit of the product; footprint is GHG in t CO2e. Unrounded.
public struct ActorTableRows: Sendable {
    private let table: ActorTable
    private let language: Language

    /// The files of `table`, names in `language`.
    public init(_ table: ActorTable, language: Language) {
        self.table = table
        self.language = language
    }

    /// The table as CSV.
    public var csv: String {
        var writer = CSVWriter()
        let documents = table.rows.map(fields)
        writer.write(row: (documents.first ?? []).map(\.key))
        for fields in documents { writer.write(row: fields.map(Self.text)) }
        return writer.text
    }

    /// The table as JSON: an object with `basis`, `units`, `assumptions` and `actors`, whose fields are the CSV's columns.
    ///
    /// The assumptions stand beside the figures: a model that reads the file reads them too.
    public func json(basis: Basis, region: Region, assumptions: [Assumption]) -> JSONValue {
        .object([
            .init(
                "basis",
                .object([
                    .init("region", .string(region.code)), .init("year", .integer(basis.year.number)),
                    .init("unit", .string(basis.unit.symbol)),
                    .init("price_basis", .string(basis.valuation.rawValue)),
                    .init("closure", .string(ClosureType.type1.rawValue)),
                    .init("per", "output, all actors taken out of the system"),
                ])
            ),
            .init(
                "units",
                .object([
                    .init("value_added_multiplier", "NOK per NOK of output"),
                    .init("employment_multiplier", "persons per MNOK of output"),
                    .init("footprint", "t CO2e per MNOK of output"),
                    .init("per_unit", "NOK, persons or t CO2e per unit of product"),
                    .init("price_nok_per_unit", "NOK per unit of product, basic prices of price_year"),
                    .init("output_units", "units of product a year"),
                    .init("output_mnok", "MNOK a year, basic prices of the table's year"),
                    .init("share_of_industry", "output over the industry's in the area"),
                ])
            ),
            .init("assumptions", .array(assumptions.map { .string($0.text(in: language)) })),
            .init("actors", .array(table.rows.map { .object(fields($0)) })),
        ])
    }

    private func fields(_ row: ActorTable.Row) -> [JSONValue.Member] {
        let actor = row.actor
        var fields: [JSONValue.Member] = [
            .init("actor_id", .string(actor.code)),
            .init("actor", .string(actor.name.text(in: language))),
            .init("exists", .string(actor.exists ? "yes" : "no")),
        ]
        let columns: [(prefix: String, measure: Measure)] = [
            ("multiplier_value_added", .valueAdded), ("multiplier_employment", .employment),
            ("footprint", .greenhouseGases),
        ]
        for (prefix, measure) in columns {
            for column in table.columns where column.measure == measure {
                fields.append(
                    .init(
                        "\(prefix)_\(column.scope.rawValue)",
                        row.perOutput[column].map(JSONValue.number) ?? .null
                    )
                )
            }
        }
        fields.append(.init("unit", .string(actor.unit.symbol)))
        for (prefix, measure, scale) in [
            ("value_added", Measure.valueAdded, 1e6), ("employment", .employment, 1),
            ("footprint", .greenhouseGases, 1),
        ] {
            for column in table.columns where column.measure == measure {
                fields.append(
                    .init(
                        "\(prefix)_per_unit_\(column.scope.rawValue)",
                        row.perUnit[column].map { .number($0 * scale) } ?? .null
                    )
                )
            }
        }
        fields += [
            .init("product", .string(actor.product.text(in: language))),
            .init("price_nok_per_unit", .number(actor.price.kroner)),
            .init("price_year", .integer(actor.price.year.number)),
            .init("output_units", .number(actor.output)),
            .init("output_mnok", .number(row.output)),
            .init("industry", .string(actor.industry.code)),
            .init("technology", .string(actor.technology.code)),
            .init("share_of_industry", .number(row.shareOfIndustry)),
            .init("organisation_number", actor.organisationNumber.map(JSONValue.string) ?? .null),
            .init("illustrative", .string(actor.isIllustrative ? "yes" : "no")),
            .init("description", .string(actor.description.text(in: language))),
        ]
        return fields
    }

    /// A field as text; a multiplier that is withheld is `:`.
    private static func text(_ field: JSONValue.Member) -> String {
        let value = field.value
        if let text = value.text { return text }
        if let integer = value.integer { return String(integer) }
        if let number = value.number { return CSVNumber.text(number) }
        return value == .null && field.key != "organisation_number" ? ":" : ""
    }
}

extension Measure {
    /// Greenhouse gases, as the emission accounts' extension calls them: the footprint of the actor table.
    public static let greenhouseGases = Measure(
        code: "ghg",
        name: Name(english: "Greenhouse gases", norwegian: "Klimagassutslipp"),
        unit: .tonnesCO2Equivalents
    )
}
