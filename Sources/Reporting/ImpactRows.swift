import Accounts
import FileFormats
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
    public var text: String {
        var writer = CSVWriter()
        writer.write(row: Self.header)
        for impact in impacts {
            for part in impact.parts {
                func row(_ industry: String, _ value: Double) {
                    writer.write(row: [
                        impact.demand.name, impact.region.code, industry, part.measure.code, part.effect.rawValue,
                        part.scope.rawValue, part.measure.unit.symbol, CSVNumber.text(value),
                    ])
                }
                for industry in part.amounts.axis.labels where part.amounts[industry] != 0 {
                    row(industry.code, part.amounts[industry])
                }
                if part.inHouseholds != 0 { row("households", part.inHouseholds) }
                row("total", part.total)
            }
        }
        return writer.text
    }
}
