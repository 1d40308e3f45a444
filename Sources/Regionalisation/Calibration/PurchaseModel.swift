public import Accounts
import LinearAlgebra
import Glibc

/// How much of what a region buys domestically it buys from its own industries, learned from official tables.
///
///     q_i^r = 1 / (1 + e^(−η)),   η_i^r = α + α_i + β · pull_i^r + γ · size^r
///
/// q_i^r is the share bought within the region of all purchases of i's products from the nation's own industries, the
/// same for every buyer. It lies between 0 and 1: the region's coefficients never exceed those they are made from. An
/// industry the region does not have supplies nothing; one that no other region has supplies all.
public struct PurchaseModel: Sendable, Equatable {
    /// α.
    public let intercept: Double
    /// β: 1 in a pure gravity model.
    public let supply: Double
    /// γ: 0 in a pure gravity model; below 0, small regions keep more to themselves than gravity says.
    public let size: Double
    /// α_i.
    public let effects: LabelledVector<Industry>

    /// A model.
    public init(intercept: Double, supply: Double, size: Double, effects: LabelledVector<Industry>) {
        self.intercept = intercept
        self.supply = supply
        self.size = size
        self.effects = effects
    }

    /// q_i^r.
    ///
    /// - Throws: `.accounts(.differ)` when the pull is on other industries.
    public func shares(_ pull: SupplyPull) throws(RegionalisationError) -> LabelledVector<Industry> {
        if let difference = effects.axis.firstDifference(from: pull.pull.axis) {
            throw .accounts(.differ(difference))
        }
        let shares = zip(effects.values, pull.pull.values).map { effect, supply in
            Self.logistic(intercept + effect + self.supply * supply + size * pull.size)
        }
        return LabelledVector(effects.axis, shares)
    }

    /// The parameters one after another: α, β, γ, α_i.
    var vector: [Double] { [intercept, supply, size] + effects.values }

    init(vector: [Double], industries: Axis<Industry>) {
        self.init(
            intercept: vector[0],
            supply: vector[1],
            size: vector[2],
            effects: LabelledVector(industries, Array(vector[3...]))
        )
    }

    static func logistic(_ predictor: Double) -> Double { 1 / (1 + exp(-predictor)) }
}
