import Accounts
public import FileFormats
public import Leontief

/// Impacts as tidy rows: `shock,region,industry,measure,effect,scope,unit,value`.
///
/// One row an industry where the effect lands, unrounded. Effects abroad are told by the domestic industry that
/// imports; what arises in households' own purchases stands under the industry `households`. Zeros are left
/// out except in totals: rows with the industry `total` hold the sum over industries and households.
public struct ImpactRows: Sendable {
    private let impacts: [Impact]

    /// The rows of several impacts, in the order given.
    public init(_ impacts: [Impact]) {
        self.impacts = impacts
    }

    /// The columns.
    public static let header = ["shock", "region", "industry", "measure", "effect", "scope", "unit", "value"]

    /// The rows as CSV.
    public var csv: String { rows.csv }

    /// The rows as a JSON array of objects.
    public var json: JSONValue { rows.json }

    private var rows: TidyRows {
        var rows = TidyRows(header: Self.header)
        for impact in impacts {
            for part in impact.parts {
                func add(_ industry: String, _ value: Double) {
                    rows.add(
                        [
                            impact.demand.name, impact.region.code, industry, part.measure.code,
                            part.effect.rawValue, part.scope.rawValue,
                            part.measure.unit(of: impact.demand.basis.unit).symbol,
                        ],
                        value
                    )
                }
                for industry in part.amounts.axis.labels where part.amounts[industry] != 0 {
                    add(industry.code, part.amounts[industry])
                }
                if part.inHouseholds != 0 { add("households", part.inHouseholds) }
                add("total", part.total)
            }
        }
        return rows
    }
}
