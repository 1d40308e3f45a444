import Accounts
import Leontief

extension ActorSystems {
    /// 90 % intervals of the firms in `tables`, in every measure and scope of the systems.
    ///
    /// - Parameter statistics: how far the statistics can be off.
    /// - Throws: as ``MultiplierIntervals``.
    public func intervals(
        of tables: FirmTables,
        statistics: StatisticsSpread = .measured
    ) throws(ActorsError) -> MultiplierIntervals {
        let sectors = tables.nation.sectors
        var measures: [UncertainMeasure] = []
        for (column, parts) in columns where column.scope == .nation {
            let makeup = Self.makeup(of: column.measure, tables.nation, statistics)
            func row(_ part: Part?) -> MeasureRow? {
                part.map { part in
                    MeasureRow(values: LabelledVector(sectors) { part.values[$0] }, makeup: makeup)
                }
            }
            let abroad = columns.first { $0.column == .init(column.measure, .abroad) }?.parts.first
            guard let here = row(parts.first), let there = row(parts.count > 1 ? parts[1] : parts.first)
            else { continue }
            measures.append(
                UncertainMeasure(column.measure, inRegion: here, inRestOfCountry: there, abroad: row(abroad))
            )
        }
        return try MultiplierIntervals(
            nation: tables.nation,
            region: tables.region,
            measures: measures,
            statistics: statistics
        )
    }

    /// What a measure's row is made of: rows of the table, or figures of their own.
    private static func makeup(
        of measure: Measure,
        _ table: AugmentedTable,
        _ statistics: StatisticsSpread
    ) -> MeasureRow.Makeup {
        let counts: (PrimaryInput.Role) -> Bool
        switch measure {
        case .output, .outputWithHouseholds: return .output
        case .valueAdded: counts = \.isValueAdded
        case .compensation: counts = { $0 == .compensation }
        case .imports: counts = { $0 == .imports }
        case .productTaxes: counts = { $0 == .productTaxes }
        default:
            let firms = Dictionary(uniqueKeysWithValues: table.firms.map { ($0.code, $0) })
            return .figures(
                spread: LabelledVector(table.sectors) { sector in
                    guard case .actor(let code, _) = sector else { return statistics.industry }
                    return firms[code]?.extensions[measure.code]?.spread ?? StatisticsSpread.firm
                }
            )
        }
        let rows = table.inputs.rows.labels.filter { row in
            if case .primary(let input) = row { counts(input.role) } else { false }
        }
        return .inputs(Set(rows))
    }
}
