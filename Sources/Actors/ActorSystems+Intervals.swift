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
        for (column, terms) in columns where column.scope == .nation {
            let makeup = Self.makeup(of: column.measure, tables.nation, statistics)
            func row(_ term: Term?) -> MeasureRow? {
                term.map { term in
                    let values = rows[term.row].values
                    return MeasureRow(values: LabelledVector(sectors) { values[$0] }, makeup: makeup)
                }
            }
            let abroad = columns.first { $0.column == .init(column.measure, .abroad) }?.terms.first
            guard let here = row(terms.first), let there = row(terms.count > 1 ? terms[1] : terms.first)
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
        if measure == .output || measure == .outputWithHouseholds { return .output }
        guard let counts = measure.inputs else {
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
