public import Accounts
public import FileFormats
public import Leontief
import LinearAlgebra

/// Where effects land, as tidy rows: `demand_region,industry,measure,closure,region,unit,value`.
///
/// One row an observation, unrounded, per million (the table's unit) of final demand for the products of an industry in
/// a region. Only industries with output there have rows. Imports and product taxes stand at the region that pays them.
public struct LandingRows: Sendable {
    private let rows: TidyRows

    /// The columns.
    public static let header = ["demand_region", "industry", "measure", "closure", "region", "unit", "value"]

    /// Rows of a table's landings, of the demand that `isShown` lets through.
    public init(
        _ landings: [MultiRegionalModel.Landing],
        in table: MultiRegionalTable,
        where isShown: (Located<Industry>) -> Bool = { _ in true }
    ) {
        var rows = TidyRows(header: Self.header)
        let money = table.basis.unit
        for (position, sector) in table.sectors.labels.enumerated()
        where table.output.values[position] > 0 && isShown(sector) {
            for landing in landings {
                for (region, label) in table.regions.labels.enumerated() {
                    rows.add(
                        [
                            sector.region.code, sector.element.code, landing.measure.code,
                            landing.closure.rawValue, label.code,
                            "\(landing.measure.unit(of: money))/\(money)",
                        ],
                        landing.values.values[region, position]
                    )
                }
            }
        }
        self.rows = rows
    }

    /// As CSV.
    public var csv: String { rows.csv }

    /// As a JSON array of objects.
    public var json: JSONValue { rows.json }
}
