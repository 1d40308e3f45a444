public import Accounts
import LinearAlgebra

/// Learns a purchase model from official regional tables.
///
/// Each region counts the same, however large; within a region a selling industry counts by its share of all domestic
/// purchases, for that is how it enters the multipliers.
public struct PurchaseCalibration: Sendable {
    /// λ of the industries' effects, towards 0.
    public static let industryPenalty = 0.1
    /// λ of β towards 1 and of γ towards 0: a gravity model with one intercept an industry is what the data must argue
    /// against.
    public static let slopePenalty = 5.0
    /// The fewest regions to learn from: one is left out at a time, and three parameters tell regions apart.
    public static let leastRegions = 5

    private let set: RegionalTableSet
    private let decay: Double
    private let tables: [Observed]

    /// What one region's table says.
    private struct Observed {
        let table: RegionalTableSet.Table
        let pull: SupplyPull
        /// Share bought within the region; 0 where nothing was bought.
        let shares: [Double]
        /// Each seller's share of the region's domestic purchases.
        let weights: [Double]
    }

    /// Reads off the shares in every table.
    ///
    /// - Parameters:
    ///   - decay: the exponent of distance; 0 to do without positions.
    ///   - without: codes of regions whose tables are not to be looked at.
    /// - Throws: `.tooFewRegions`, and as ``SupplyPull/init(of:outputs:positions:decay:)``.
    public init(
        of set: RegionalTableSet,
        decay: Double,
        without: [String] = []
    ) throws(RegionalisationError) {
        var tables: [Observed] = []
        for table in set.tables where !without.contains(table.region.code) {
            let own = table.ownRegion.values.rowSums
            let all = zip(own, table.otherRegions.values.rowSums).map { $0 + $1 }
            let total = all.reduce(0, +)
            guard total > 0 else {
                throw .emptyRegion(region: table.region.code, measure: SizeMeasure.output.rawValue)
            }
            tables.append(
                Observed(
                    table: table,
                    pull: try SupplyPull(
                        of: table.region,
                        outputs: set.output,
                        positions: set.positions,
                        decay: decay
                    ),
                    shares: zip(own, all).map { $1 > 0 ? min(max($0 / $1, 0), 1) : 0 },
                    weights: all.map { max($0, 0) / total }
                )
            )
        }
        guard tables.count >= Self.leastRegions else {
            throw .tooFewRegions(count: tables.count, least: Self.leastRegions)
        }
        self.set = set
        self.decay = decay
        self.tables = tables
    }

    /// The fit, with what is known of its error.
    ///
    /// - Throws: `.calibrationFailed`.
    /// - Complexity: one fit and one more a region, each O(iterations · industries³).
    public func fit() throws(RegionalisationError) -> PurchaseFit {
        let model = try model(without: nil)
        var leftOut: [PurchaseFit.LeftOut] = []
        for index in tables.indices {
            leftOut.append(
                PurchaseFit.LeftOut(
                    region: tables[index].table.region.code,
                    model: try self.model(without: index)
                )
            )
        }
        let count = Double(tables.count)
        let weights = LabelledVector(
            set.industries,
            set.industries.labels.indices.map { seller in
                tables.reduce(0) { $0 + $1.weights[seller] } / count
            }
        )
        let known = PurchaseFit.Spread(region: 0, seller: 0, technology: [:], leftOutError: [:])
        let unspread = PurchaseFit(
            model: model,
            decay: decay,
            leftOut: leftOut,
            weights: weights,
            spread: known
        )
        return PurchaseFit(
            model: model,
            decay: decay,
            leftOut: leftOut,
            weights: weights,
            spread: try spread(unspread)
        )
    }

    private func model(without left: Int?) throws(RegionalisationError) -> PurchaseModel {
        let count = set.industries.count
        var observations: [PenalisedLogit.Observation] = []
        for (index, region) in tables.enumerated() where index != left {
            for seller in 0..<count {
                let pull = region.pull.pull.values[seller]
                guard region.weights[seller] > 0, pull.isFinite else { continue }
                observations.append(
                    PenalisedLogit.Observation(
                        share: region.shares[seller],
                        weight: region.weights[seller] * Double(count),
                        terms: [(0, 1), (1, pull), (2, region.pull.size), (3 + seller, 1)]
                    )
                )
            }
        }
        let slope = Self.slopePenalty
        let priors =
            [
                PenalisedLogit.Prior(centre: 0, strength: 0), .init(centre: 1, strength: slope),
                .init(centre: 0, strength: slope),
            ]
            + (0..<count).map { _ in PenalisedLogit.Prior(centre: 0, strength: Self.industryPenalty) }
        let vector = try PenalisedLogit(observations: observations, priors: priors).fitted()
        return PurchaseModel(vector: vector, industries: set.industries)
    }
}

extension PurchaseCalibration {
    /// Spreads from each region's deviation from the model that had not seen it.
    ///
    /// With residuals y − μ of the left-out region and v = μ(1 − μ), the region's common deviation is
    /// u = Σw(y − μ)/Σwv; what the parameters' own uncertainty explains of the mean of u² is taken out. What is left of
    /// a seller, (y − μ)/v − u, is averaged with the weights wv² with which it moves purchases.
    private func spread(_ fit: PurchaseFit) throws(RegionalisationError) -> PurchaseFit.Spread {
        let parameters = fit.covariance
        var (common, explained, sellers) = (0.0, 0.0, 0.0)
        for (region, without) in zip(tables, fit.leftOut) {
            let predicted = try without.model.shares(region.pull).values
            let curvature = predicted.map { max($0 * (1 - $0), 1e-6) }
            let used = region.weights.indices.filter {
                region.weights[$0] > 0 && region.pull.pull.values[$0].isFinite
            }
            let information = used.reduce(0) { $0 + region.weights[$1] * curvature[$1] }
            let deviation =
                used.reduce(0) { $0 + region.weights[$1] * (region.shares[$1] - predicted[$1]) } / information
            common += deviation * deviation
            var direction = [1.0, 0, region.pull.size] + fit.weights.values.map { _ in 0 }
            var (squares, scale) = (0.0, 0.0)
            for seller in used {
                let weight = region.weights[seller] * curvature[seller]
                direction[1] += weight / information * region.pull.pull.values[seller]
                direction[3 + seller] += weight / information
                let rest = (region.shares[seller] - predicted[seller]) / curvature[seller] - deviation
                squares += weight * curvature[seller] * rest * rest
                scale += weight * curvature[seller]
            }
            explained += zip(direction, parameters.times(direction)).reduce(0) { $0 + $1.0 * $1.1 }
            sellers += squares / scale
        }
        let count = Double(tables.count)
        var technology: [RegionalTechnology: Double] = [:]
        var error: [RegionalTechnology: Double] = [:]
        for source in RegionalTechnology.allCases {
            technology[source] = try technologySpread(source)
            error[source] = try leftOutError(fit, source)
        }
        return PurchaseFit.Spread(
            region: max(0, (common - explained) / count).squareRoot(),
            seller: (sellers / count).squareRoot(),
            technology: technology,
            leftOutError: error
        )
    }

    /// The mean error of output multipliers of regions that the model had not seen.
    private func leftOutError(
        _ fit: PurchaseFit,
        _ technology: RegionalTechnology
    ) throws(RegionalisationError) -> Double {
        var sum = 0.0
        let ones = LabelledVector(set.industries) { _ in 1 }
        for (region, without) in zip(tables, fit.leftOut) {
            let shares = try without.model.shares(region.pull)
            let truth = try RegionalMultipliers(of: set.officialCoefficients(region.table)).effects(of: ones)
            let guess = try RegionalMultipliers(
                of: set.coefficients(of: region.table.region, technology).map { seller, _, value in
                    value * shares[seller]
                }
            ).effects(of: ones)
            let output = set.output.row(region.table.region)
            let off = set.industries.labels.reduce(0) {
                $0 + output[$1] * abs(guess[$1] / truth[$1] - 1)
            }
            sum += off / output.sum
        }
        return sum / Double(tables.count)
    }

    /// How far output multipliers are off, relative to their indirect part and output-weighted, when every region's own
    /// shares are known and only its technology is not.
    private func technologySpread(_ technology: RegionalTechnology) throws(RegionalisationError) -> Double {
        var sum = 0.0
        for region in tables {
            let official = try RegionalMultipliers(of: set.officialCoefficients(region.table))
            let shares = LabelledVector(set.industries, region.shares)
            let guessed = try RegionalMultipliers(
                of: set.coefficients(of: region.table.region, technology).map { seller, _, value in
                    value * shares[seller]
                }
            )
            let ones = LabelledVector(set.industries) { _ in 1 }
            let (truth, guess) = (try official.effects(of: ones), try guessed.effects(of: ones))
            let output = set.output.row(region.table.region)
            var (squares, weight) = (0.0, 0.0)
            for industry in set.industries.labels where guess[industry] > 1 + 1e-9 {
                let relative = (truth[industry] - 1) / (guess[industry] - 1) - 1
                squares += output[industry] * relative * relative
                weight += output[industry]
            }
            if weight > 0 { sum += squares / weight }
        }
        return (sum / Double(tables.count)).squareRoot()
    }
}
