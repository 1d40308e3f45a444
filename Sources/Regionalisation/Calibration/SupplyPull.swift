public import Accounts
import LinearAlgebra
import Glibc

/// What a region's buyers are near: how much each industry produces in the region itself, against what it produces in
/// the other regions within reach.
///
/// For region r, industry i, outputs x_i^r and weights w_rs of the distance d_rs:
///
///     pull_i = ln( x_i^r / Σ_{s≠r} x_i^s w_rs ),   w_rs = (100 km / d_rs)^decay
///     size   = ln( x^r / Σ_{s≠r} x^s )
///
/// With decay 0 every w is 1, and where the regions lie does not matter. Shares follow from these numbers and from
/// nothing else, so the outputs may be in any one unit. This is a gravity model's choice between the region and all
/// others (Wilson, 1970), in logarithms.
public struct SupplyPull: Sendable {
    /// The region.
    public let region: Region
    /// pull_i; −∞ for an industry the region does not have, +∞ for one that no other region has.
    public let pull: LabelledVector<Industry>
    /// ln( x^r / Σ_{s≠r} x^s ).
    public let size: Double
    /// The exponent of distance.
    public let decay: Double

    /// The pull on the buyers of `region`.
    ///
    /// - Parameters:
    ///   - outputs: output, or another size, of every region and industry.
    ///   - positions: where the regions lie, in the order of the rows; needed unless `decay` is 0.
    /// - Throws: `.accounts(.unknownLabel)` for a region without a row, `.negativeSize`, `.emptyRegion` for a region
    ///   without output or a nation without other regions, `.noPositions` when they are needed and not there, or two
    ///   regions lie in one place.
    /// - Complexity: O(regions × industries).
    public init(
        of region: Region,
        outputs: LabelledMatrix<Region, Industry>,
        positions: [GeographicPosition]?,
        decay: Double
    ) throws(RegionalisationError) {
        let regions = outputs.rows
        guard let row = regions.labels.firstIndex(of: region) else {
            throw .accounts(.unknownLabel(code: region.code, known: regions.codes))
        }
        let values = outputs.values
        let industries = outputs.columns.labels
        for (seller, industry) in industries.enumerated() {
            for place in regions.labels.indices where !(values[place, seller] >= 0) {
                throw .negativeSize(
                    region: regions.labels[place].code,
                    industry: industry.code,
                    measure: SizeMeasure.output.rawValue,
                    value: values[place, seller]
                )
            }
        }
        let weights = try Self.weights(from: row, regions, positions, decay)
        var (own, others) = (0.0, 0.0)
        var pull: [Double] = []
        for seller in industries.indices {
            var (near, all) = (0.0, 0.0)
            for place in regions.labels.indices where place != row {
                near += values[place, seller] * weights[place]
                all += values[place, seller]
            }
            own += values[row, seller]
            others += all
            pull.append(values[row, seller] > 0 ? log(values[row, seller] / near) : -.infinity)
        }
        guard own > 0, others > 0 else {
            throw .emptyRegion(region: region.code, measure: SizeMeasure.output.rawValue)
        }
        self.region = region
        self.pull = LabelledVector(outputs.columns, pull)
        size = log(own / others)
        self.decay = decay
    }

    private static func weights(
        from row: Int,
        _ regions: Axis<Region>,
        _ positions: [GeographicPosition]?,
        _ decay: Double
    ) throws(RegionalisationError) -> [Double] {
        guard decay != 0 else { return regions.labels.map { _ in 1 } }
        guard let positions else { throw .noPositions(region: nil) }
        var weights: [Double] = []
        for place in regions.labels.indices {
            let distance = positions[row].kilometres(to: positions[place])
            guard place == row || distance > 0 else {
                throw .noPositions(region: regions.labels[place].code)
            }
            weights.append(place == row ? 0 : pow(100 / distance, decay))
        }
        return weights
    }
}
