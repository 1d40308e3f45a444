import Accounts
import Glibc
import LinearAlgebra

/// c_rs^−β between regions, the territory outside all of them equally far from each: as far as two regions are from each
/// other on average.
struct TradeWeights {
    /// Row seller, column buyer; nothing on the diagonal.
    let values: Matrix

    /// - Throws: `.noPositions` where distances are needed and not given, or two regions lie in one place.
    init(
        _ production: RegionalProduction,
        positions: [GeographicPosition]?,
        decay: Double
    ) throws(RegionalisationError) {
        let count = production.regions.count
        guard decay != 0 else {
            values = Matrix(rows: count, columns: count) { $0 == $1 ? 0 : 1 }
            return
        }
        let located = production.outside == nil ? count : count - 1
        guard let positions, positions.count == located, decay.isFinite else {
            throw .noPositions(region: nil)
        }
        var (sum, pairs) = (0.0, 0.0)
        for one in 0..<located {
            for other in 0..<one {
                let distance = positions[one].kilometres(to: positions[other])
                guard distance > 0 else { throw .noPositions(region: production.regions.labels[one].code) }
                sum += distance
                pairs += 1
            }
        }
        // Only ratios count: distances in hundreds of kilometres keep high powers within range. Where no two regions are
        // apart, any distance to the territory outside does.
        let mean = pairs > 0 ? sum / pairs : 100
        values = Matrix(rows: count, columns: count) { one, other in
            guard one != other else { return 0 }
            let distance =
                one < located && other < located ? positions[one].kilometres(to: positions[other]) : mean
            return pow(100 / distance, decay)
        }
    }
}
