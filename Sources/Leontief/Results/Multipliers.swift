public import Accounts

/// Multipliers of a region's industries: effects per MNOK of final demand, and ratios to the direct effect.
///
/// The *effect* e_j = (v'L)_j is what a unit of final demand for industry j sets moving. The *ratio* m_j =
/// e_j / v_j is how many times its own direct part that is. They are not additive over industries:
/// Σ_j e_j x_j exceeds the total, because every industry's output is also input to others.
public struct Multipliers: Sendable {
    /// The region the demand is directed at.
    public let region: Region
    /// The effects, ordered by measure, closure, scope.
    public let effects: [Effects]
    /// Largest error bound of any Type I solution behind the effects, in units per unit of demand.
    public let errorBound: Double
    /// Industries with output in the region: the others have no multiplier.
    public let producing: [Industry]

    /// One measure, closure and scope, by industry.
    public struct Effects: Sendable {
        /// What is measured.
        public let measure: Measure
        /// Type I or II.
        public let closure: ClosureType
        /// Where the effect lands.
        public let scope: Scope
        /// Amount in the measure's unit per MNOK of final demand for each industry.
        public let values: LabelledVector<Industry>
        /// The direct part: the measure per MNOK of the industry's own output.
        public let direct: LabelledVector<Industry>

        /// e_j / v_j, or `nil` where the direct part is zero.
        public func ratio(_ industry: Industry) -> Double? {
            direct[industry] == 0 ? nil : values[industry] / direct[industry]
        }
    }

    /// Only the effects that `keep` keeps.
    public func filtered(_ keep: (Effects) -> Bool) -> Multipliers {
        Multipliers(region: region, effects: effects.filter(keep), errorBound: errorBound, producing: producing)
    }

    /// The effects of one measure, closure and scope, or `nil` where the model does not know them.
    public subscript(measure: Measure, closure: ClosureType, scope: Scope) -> LabelledVector<Industry>? {
        effects.first { $0.measure == measure && $0.closure == closure && $0.scope == scope }?.values
    }
}

extension RippleModel {
    /// The multipliers of every measure, closure and scope.
    ///
    /// - Throws: `.accounts(.differ)` when a measure's coefficients are on another axis.
    public func multipliers() throws(LeontiefError) -> Multipliers {
        var effects: [Multipliers.Effects] = []
        var bound = 0.0
        for measure in measures {
            for solution in try nation.open.multipliers(of: [measure.inRestOfCountry]) {
                bound = max(bound, solution.errorBound)
            }
            if let regional {
                for solution in try regional.open.multipliers(of: [measure.inRegion]) {
                    bound = max(bound, solution.errorBound)
                }
            }
            for closure in ClosureType.allCases {
                for (scope, values) in try landing(measure, closure) {
                    effects.append(
                        .init(
                            measure: measure.measure, closure: closure, scope: scope, values: values,
                            direct: regional == nil ? measure.inRestOfCountry : measure.inRegion))
                }
            }
        }
        return Multipliers(region: region, effects: effects, errorBound: bound, producing: producing)
    }

    /// Where one measure's effects land, per unit of demand for each industry.
    private func landing(
        _ coefficients: MeasureCoefficients, _ closure: ClosureType
    ) throws(LeontiefError) -> [(Scope, LabelledVector<Industry>)] {
        func value(
            _ row: LabelledVector<Industry>, _ perWages: Double, _ system: ClosedLeontiefSystem<Industry>
        ) throws(LeontiefError) -> LabelledVector<Industry> {
            switch closure {
            case .type1: try system.open.multipliers(of: row)
            case .type2: try system.multipliers(of: row, perWages: perWages)
            }
        }
        var landed: [(Scope, LabelledVector<Industry>)] = []
        if let regional {
            let inRegion = try value(coefficients.inRegion, coefficients.perWagesInRegion, regional)
            let ofNation = try value(coefficients.inRestOfCountry, coefficients.perWages, nation)
            let ofRegion = try value(coefficients.inRestOfCountry, coefficients.perWagesInRegion, regional)
            let inRest = try joined { () throws(AccountsError) in try ofNation.combined(with: ofRegion, -) }
            landed.append((.region, inRegion))
            landed.append((.restOfCountry, inRest))
            landed.append((.nation, try joined { () throws(AccountsError) in try inRegion.combined(with: inRest, +) }))
        } else {
            landed.append((.nation, try value(coefficients.inRestOfCountry, coefficients.perWages, nation)))
        }
        if let abroad = coefficients.abroad {
            landed.append((.abroad, try value(abroad.perOutput, abroad.perWages, nation)))
        }
        return landed
    }
}
