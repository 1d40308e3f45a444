import Accounts
import FileFormats
public import Leontief

/// Multipliers as tidy rows: `region,industry,measure,closure,scope,unit,value`.
///
/// One row an observation, unrounded, per MNOK of final demand directed at the region's industry. Regions as
/// Statistics Norway codes them (`0` the nation); industries without output in the region have no rows.
public struct MultiplierRows: Sendable {
    private let tables: [Multipliers]

    /// The rows of several regions, in the order given.
    public init(_ tables: [Multipliers]) {
        self.tables = tables
    }

    /// The columns.
    public static let header = ["region", "industry", "measure", "closure", "scope", "unit", "value"]

    /// Effects: the measure's unit per MNOK of final demand.
    public var effects: String {
        rows { effects, _, unit, industry in ("\(unit)/MNOK", effects.values[industry]) }
    }

    /// Ratios: the effect over the direct effect of the same industry in the scope's own region. Where the
    /// direct effect is zero there is no row.
    public var ratios: String {
        rows { effects, _, _, industry in
            effects.ratio(industry).map { ("ratio", $0) }
        }
    }

    private func rows(
        _ cell: (Multipliers.Effects, Multipliers, Unit, Industry) -> (unit: String, value: Double)?
    ) -> String {
        var writer = CSVWriter()
        writer.write(row: Self.header)
        for table in tables {
            for industry in table.producing {
                for effects in table.effects {
                    guard let (unit, value) = cell(effects, table, effects.measure.unit, industry) else { continue }
                    writer.write(row: [
                        table.region.code, industry.code, effects.measure.code, effects.closure.rawValue,
                        effects.scope.rawValue, unit, CSVNumber.text(value),
                    ])
                }
            }
        }
        return writer.text
    }
}
