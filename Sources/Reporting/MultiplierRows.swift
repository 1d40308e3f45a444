public import Accounts
public import FileFormats
public import Leontief

/// Multipliers as tidy rows: `region,industry,measure,closure,scope,unit,value`.
///
/// One row an observation, unrounded, per million (the table's unit) of final demand directed at the region's industry. Regions as
/// Statistics Norway codes them (`0` the nation); industries without output in the region have no rows.
public struct MultiplierRows: Sendable {
    private let tables: [Multipliers]
    private let money: Unit

    /// The rows of several regions, in the order given; `money` is the table's own unit.
    public init(_ tables: [Multipliers], money: Unit) {
        self.tables = tables
        self.money = money
    }

    /// The columns.
    public static let header = ["region", "industry", "measure", "closure", "scope", "unit", "value"]

    /// Effects as CSV: the measure's unit per unit of final demand.
    public var effects: String { rows(effect).csv }

    /// Effects as a JSON array of objects.
    public var json: JSONValue { rows(effect).json }

    /// Ratios as CSV: the effect in the region or in the nation over the same industry's direct effect. Where that is
    /// zero there is no row.
    public var ratios: String {
        rows { effects, industry in
            guard effects.scope == .region || effects.scope == .nation else { return nil }
            return effects.ratio(industry).map { ("ratio", $0) }
        }.csv
    }

    private func effect(_ effects: Multipliers.Effects, _ industry: Industry) -> (String, Double)? {
        ("\(effects.measure.unit(of: money))/\(money)", effects.values[industry])
    }

    private func rows(
        _ cell: (Multipliers.Effects, Industry) -> (unit: String, value: Double)?
    ) -> TidyRows {
        var rows = TidyRows(header: Self.header)
        for table in tables {
            for industry in table.producing {
                for effects in table.effects {
                    guard let (unit, value) = cell(effects, industry) else { continue }
                    rows.add(
                        [
                            table.region.code, industry.code, effects.measure.code, effects.closure.rawValue,
                            effects.scope.rawValue, unit,
                        ],
                        value
                    )
                }
            }
        }
        return rows
    }
}
