public import Accounts
public import Datasets
import LinearAlgebra
public import Regionalisation

extension PurchaseParameters {
    /// The parameters of fits on the same tables, one a variant.
    public init(
        of fits: [PurchaseFit],
        from set: RegionalTableSet,
        provenance: Provenance,
        correspondences: [Correspondence]
    ) {
        let variants = fits.map { fit in
            let covariance = fit.covariance
            let errors = (0..<covariance.rows).map { covariance[$0, $0].squareRoot() }
            return Variant(
                code: fit.decay == 0 ? "no_distance" : "distance",
                spreads: [
                    fit.decay, fit.spread.region, fit.spread.seller,
                    fit.spread.technology[.national] ?? 0, fit.spread.technology[.ownAccounts] ?? 0,
                    fit.spread.leftOutError[.national] ?? 0, fit.spread.leftOutError[.ownAccounts] ?? 0,
                ],
                values: Values(fit.model),
                standardErrors: Values(common: Array(errors[..<3]), industries: Array(errors[3...])),
                leftOut: fit.leftOut.map { LeftOut(region: $0.region, values: Values($0.model)) }
            )
        }
        self.init(
            nation: set.nation,
            year: set.basis.year,
            industries: set.industries,
            weights: fits.first?.weights.values ?? [],
            variants: variants,
            correspondences: correspondences,
            provenance: provenance
        )
    }

    /// The fits.
    public var fits: [PurchaseFit] {
        variants.map { variant in
            PurchaseFit(
                model: PurchaseModel(variant.values, industries),
                decay: variant.spreads[0],
                leftOut: variant.leftOut.map {
                    PurchaseFit.LeftOut(region: $0.region, model: PurchaseModel($0.values, industries))
                },
                weights: LabelledVector(industries, weights),
                spread: PurchaseFit.Spread(
                    region: variant.spreads[1],
                    seller: variant.spreads[2],
                    technology: [.national: variant.spreads[3], .ownAccounts: variant.spreads[4]],
                    leftOutError: [.national: variant.spreads[5], .ownAccounts: variant.spreads[6]]
                )
            )
        }
    }

    /// The industries that each code of another classification corresponds to.
    public func correspondence(_ classification: String) -> [String: [String]] {
        var found: [String: [String]] = [:]
        for pair in correspondences where pair.classification == classification {
            found[pair.target, default: []].append(pair.source)
        }
        return found
    }
}

extension PurchaseParameters.Values {
    fileprivate init(_ model: PurchaseModel) {
        self.init(
            common: [model.intercept, model.supply, model.size],
            industries: model.effects.values
        )
    }
}

extension PurchaseModel {
    fileprivate init(_ values: PurchaseParameters.Values, _ industries: Axis<Industry>) {
        self.init(
            intercept: values.common[0],
            supply: values.common[1],
            size: values.common[2],
            effects: LabelledVector(industries, values.industries)
        )
    }
}
