public import Accounts
public import LinearAlgebra

/// A purchase model with what is known of its error: how the parameters move when a region is left out, and how far
/// regions and industries lie from the model.
public struct PurchaseFit: Sendable {
    /// The model learned from all regions.
    public let model: PurchaseModel
    /// The exponent of distance in the pull; 0 for a model without distances.
    public let decay: Double
    /// The model learned without each of the regions.
    public let leftOut: [LeftOut]
    /// Each industry's share of the purchases learned from.
    public let weights: LabelledVector<Industry>
    /// The spreads.
    public let spread: Spread
    /// What the model's own industries contribute to each of these industries' effects; the identity unless the fit was
    /// brought to another classification.
    let membership: Matrix
    /// The industries shares are given for.
    public let industries: Axis<Industry>

    /// The model without one region.
    public struct LeftOut: Sendable, Equatable {
        /// The region's code.
        public let region: String
        /// The model.
        public let model: PurchaseModel

        /// A model learned without `region`.
        public init(region: String, model: PurchaseModel) {
            self.region = region
            self.model = model
        }
    }

    /// How far the world lies from the model; standard deviations.
    public struct Spread: Sendable, Equatable {
        /// Of a region's common deviation, in the linear predictor.
        public let region: Double
        /// Of one selling industry's deviation in a region, in the linear predictor.
        public let seller: Double
        /// Of the indirect part of output multipliers, relative, that stays when the shares are right: by technology.
        public let technology: [RegionalTechnology: Double]
        /// What output multipliers of regions not learned from are off by, output-weighted mean of |m̂/m − 1| averaged
        /// over the regions, each left out in turn: by technology.
        public let leftOutError: [RegionalTechnology: Double]

        /// Spreads.
        public init(
            region: Double,
            seller: Double,
            technology: [RegionalTechnology: Double],
            leftOutError: [RegionalTechnology: Double]
        ) {
            self.region = region
            self.seller = seller
            self.technology = technology
            self.leftOutError = leftOutError
        }
    }

    /// A fit. Precondition: all models are on the same industries.
    public init(
        model: PurchaseModel,
        decay: Double,
        leftOut: [LeftOut],
        weights: LabelledVector<Industry>,
        spread: Spread
    ) {
        let count = model.effects.axis.count
        self.init(
            model: model,
            decay: decay,
            leftOut: leftOut,
            weights: weights,
            spread: spread,
            membership: Matrix(rows: count, columns: count) { $0 == $1 ? 1 : 0 },
            industries: model.effects.axis
        )
    }

    private init(
        model: PurchaseModel,
        decay: Double,
        leftOut: [LeftOut],
        weights: LabelledVector<Industry>,
        spread: Spread,
        membership: Matrix,
        industries: Axis<Industry>
    ) {
        precondition(leftOut.allSatisfy { $0.model.effects.axis == model.effects.axis }, "one classification")
        self.model = model
        self.decay = decay
        self.leftOut = leftOut
        self.weights = weights
        self.spread = spread
        self.membership = membership
        self.industries = industries
    }

    /// The parameters' covariance by the delete-one-region jackknife:
    ///
    ///     V = (R − 1)/R · Σ_r (θ_(r) − θ̄)(θ_(r) − θ̄)'
    ///
    /// Whole regions are left out, because errors within one region go together (Efron & Stein, 1981).
    public var covariance: Matrix {
        let vectors = leftOut.map(\.model.vector)
        let count = Double(vectors.count)
        let size = model.vector.count
        let mean = (0..<size).map { index in vectors.reduce(0) { $0 + $1[index] } / count }
        let factor = (count - 1) / count
        return Matrix(rows: size, columns: size) { row, column in
            factor
                * vectors.reduce(0) { $0 + ($1[row] - mean[row]) * ($1[column] - mean[column]) }
        }
    }

    /// The fit for the industries of another classification. An industry's effect is the mean of those it corresponds
    /// to, weighted by what was bought of them.
    ///
    /// - Parameter correspondence: for each new industry's code, the codes of the model's industries.
    /// - Throws: `.noPurchaseParameters` for an industry without correspondence, `.accounts(.unknownLabel)` for a code
    ///   that is none of the model's.
    public func mapped(
        to industries: Axis<Industry>,
        _ correspondence: [String: [String]]
    ) throws(RegionalisationError) -> PurchaseFit {
        let own = model.effects.axis
        var rows: [[Double]] = []
        for industry in industries.labels {
            guard let sources = correspondence[industry.code], !sources.isEmpty else {
                throw .noPurchaseParameters(industry: industry.code, known: correspondence.keys.sorted())
            }
            for code in sources where !own.codes.contains(code) {
                throw .accounts(.unknownLabel(code: code, known: own.codes))
            }
            let shares = own.labels.map { sources.contains($0.code) ? weights[$0] : 0 }
            let total = shares.reduce(0, +)
            // Industries nothing was bought of carry equal weight.
            rows.append(
                zip(own.codes, shares).map { code, share in
                    total > 0 ? share / total : (sources.contains(code) ? 1 / Double(sources.count) : 0)
                }
            )
        }
        return PurchaseFit(
            model: model,
            decay: decay,
            leftOut: leftOut,
            weights: weights,
            spread: spread,
            membership: Matrix(rows: rows.count, columns: own.count) { rows[$0][$1] },
            industries: industries
        )
    }
}

extension PurchaseFit {
    /// q_i^r for the fit's industries.
    ///
    /// - Parameter without: the code of a region not to have been learned from, where it was.
    /// - Throws: `.accounts(.differ)` when the pull is on other industries.
    public func shares(
        _ pull: SupplyPull,
        without region: String? = nil
    ) throws(RegionalisationError) -> LabelledVector<Industry> {
        let model = leftOut.first { $0.region == region }?.model ?? model
        let effects = LabelledVector(industries, membership.times(model.effects.values))
        return try PurchaseModel(
            intercept: model.intercept,
            supply: model.supply,
            size: model.size,
            effects: effects
        ).shares(pull)
    }

    /// The covariance of the linear predictors of one region's selling industries:
    ///
    ///     Cov(η_i, η_k) = x_i' V x_k + σ_region² + [i = k] σ_seller²
    ///
    /// Rows and columns of industries that the region lacks, or that it alone has, are zero: their shares are certain.
    public func predictorCovariance(_ pull: SupplyPull) -> Matrix {
        let design = Matrix(rows: industries.count, columns: 3 + weights.axis.count) { row, column in
            switch column {
            case 0: 1
            case 1: pull.pull.values[row].isFinite ? pull.pull.values[row] : 0
            case 2: pull.size
            default: membership[row, column - 3]
            }
        }
        let parameters = covariance
        let half = (0..<industries.count).map { row in
            parameters.times((0..<design.columns).map { design[row, $0] })
        }
        return Matrix(rows: industries.count, columns: industries.count) { row, column in
            guard pull.pull.values[row].isFinite, pull.pull.values[column].isFinite else { return 0 }
            let fromParameters = (0..<design.columns).reduce(0) { $0 + design[column, $1] * half[row][$1] }
            return fromParameters + spread.region * spread.region
                + (row == column ? spread.seller * spread.seller : 0)
        }
    }
}
