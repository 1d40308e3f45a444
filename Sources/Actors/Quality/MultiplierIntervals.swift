import Accounts
import Leontief

/// 90 % intervals of every firm's multipliers, from how far each cell of the tables can be off.
///
/// First order in what the industries do, exact in the firm's own column: each independent figure's effect is the
/// derivative of μ_k = v_k + v_R'(I − A_RR)⁻¹ a_Rk times its lognormal deviation, operating surplus taking up what a
/// column's purchases change (docs/QUALITY.md). Two solves a measure and one a firm in each table; no sampling.
///
/// The region's and the nation's figures are not independent, nor are the region's and the rest of the country's
/// multipliers: every figure is followed into both tables, and the rest of the country has the difference.
public struct MultiplierIntervals: Sendable {
    /// The firms, by code.
    public let firms: [Sector]
    /// The measures and scopes, in order.
    public let columns: [ActorTable.Column]
    private let intervals: [[MultiplierInterval]]

    /// The interval of `firm` in `column`; `nil` where there is no such firm or column.
    public subscript(firm: Sector, column: ActorTable.Column) -> MultiplierInterval? {
        guard let row = firms.firstIndex(of: firm), let place = columns.firstIndex(of: column) else {
            return nil
        }
        return intervals[row][place]
    }

    /// The intervals of the firms in the nation's table, and in the region's where there is one.
    ///
    /// - Parameters:
    ///   - nation: the nation's table with the firms.
    ///   - region: the region's table with the same firms; `nil` in a study of the nation alone.
    ///   - measures: what is counted, on the tables' sectors.
    ///   - statistics: how far the statistics can be off.
    /// - Throws: `.accounts(.differ)` when the parts are on other sectors; `.leontief`.
    public init(
        nation: AugmentedTable,
        region: AugmentedTable?,
        measures: [UncertainMeasure],
        statistics: StatisticsSpread = .measured
    ) throws(ActorsError) {
        if let difference = region?.sectors.firstDifference(from: nation.sectors) {
            throw .accounts(.differ(difference))
        }
        let model = try UncertainModel(
            nation: nation,
            region: region,
            measures: measures,
            statistics: statistics
        )
        firms = Array(nation.sectors.labels.suffix(nation.firms.count))
        columns = model.scopes.map(\.column)
        intervals = nation.firms.indices.map(model.intervals)
    }
}

/// What a multiplier in a scope is the sum of.
struct ScopedMultiplier {
    /// The measure and the scope.
    let column: ActorTable.Column
    /// Multipliers in the region's table, by position, each counted so many times.
    let regional: [(row: Int, times: Double)]
    /// Multipliers in the nation's table.
    let national: [(row: Int, times: Double)]

    /// All measures in all scopes of tables whose rows of values stand measure by measure: in the region and in the rest
    /// of the country for the region's; in the rest of the country, then abroad where it is known, for the nation's.
    static func all(_ measures: [UncertainMeasure], hasRegion: Bool) -> [ScopedMultiplier] {
        var scopes: [ScopedMultiplier] = []
        var national = 0
        for (index, measure) in measures.enumerated() {
            func add(_ scope: Scope, _ regional: [(Int, Double)], _ national: [(Int, Double)]) {
                scopes.append(
                    ScopedMultiplier(
                        column: .init(measure.measure, scope),
                        regional: regional,
                        national: national
                    )
                )
            }
            let (here, there) = (2 * index, 2 * index + 1)
            if hasRegion {
                add(.region, [(here, 1)], [])
                add(.restOfCountry, [(there, -1)], [(national, 1)])
                add(.nation, [(here, 1), (there, -1)], [(national, 1)])
            } else {
                add(.nation, [], [(national, 1)])
            }
            national += 1
            if measure.abroad != nil {
                add(.abroad, [], [(national, 1)])
                national += 1
            }
        }
        return scopes
    }
}
