public import Accounts
public import LinearAlgebra

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
    /// Largest error bound of any Type I solution behind the effects, relative to the solution's largest element.
    public let relativeErrorBound: Double
    /// Largest residual of those solutions, relative in the same way.
    public let relativeResidual: Double
    /// The engines that found the solutions, each once.
    public let engines: [SolverEngine]
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
        Multipliers(
            region: region,
            effects: effects.filter(keep),
            relativeErrorBound: relativeErrorBound,
            relativeResidual: relativeResidual,
            engines: engines,
            producing: producing
        )
    }

    /// The effects of one measure, closure and scope, or `nil` where the model does not know them.
    public subscript(measure: Measure, closure: ClosureType, scope: Scope) -> LabelledVector<Industry>? {
        effects.first { $0.measure == measure && $0.closure == closure && $0.scope == scope }?.values
    }
}

extension RippleModel {
    /// The multipliers of every measure, closure and scope; all rows are solved together.
    ///
    /// - Throws: `.linearAlgebra` when a measure's coefficients are not finite.
    public func multipliers() throws(LeontiefError) -> Multipliers {
        let elsewhere = measures.map(\.inRestOfCountry)
        let ofNation = try nation.open.multipliers(of: elsewhere)
        let ofImports = try nation.open.multipliers(of: measures.compactMap(\.abroad?.perOutput))
        let inRegion = try regional?.open.multipliers(of: measures.map(\.inRegion)) ?? []
        let ofRegion = try regional?.open.multipliers(of: elsewhere) ?? []
        var effects: [Multipliers.Effects] = []
        var imports = ofImports.makeIterator()
        for (index, measure) in measures.enumerated() {
            let typeI = TypeI(
                nation: ofNation[index].values,
                abroad: measure.abroad == nil ? nil : imports.next()?.values,
                inRegion: regional == nil ? nil : inRegion[index].values,
                ofRegion: regional == nil ? nil : ofRegion[index].values
            )
            for closure in ClosureType.allCases {
                effects += try landing(measure, closure, typeI).map { scope, values in
                    .init(
                        measure: measure.measure,
                        closure: closure,
                        scope: scope,
                        values: values,
                        direct: regional == nil ? measure.inRestOfCountry : measure.inRegion
                    )
                }
            }
        }
        func largest(_ size: (LeontiefSystem<Industry>.Solution<Industry>) -> Double) -> Double {
            (ofNation + ofImports + inRegion + ofRegion).map { solution in
                let element = solution.values.values.map(abs).max() ?? 0
                return element == 0 ? 0 : size(solution) / element
            }.max() ?? 0
        }
        return Multipliers(
            region: region,
            effects: effects,
            relativeErrorBound: largest(\.errorBound),
            relativeResidual: largest(\.residual),
            engines: (ofNation + ofImports + inRegion + ofRegion).map(\.work.engine).distinct,
            producing: producing
        )
    }

    /// One measure's Type I solutions.
    private struct TypeI {
        /// Rest-of-country coefficients through the nation.
        let nation: LabelledVector<Industry>
        /// Coefficients abroad through the nation.
        let abroad: LabelledVector<Industry>?
        /// Regional coefficients through the region.
        let inRegion: LabelledVector<Industry>?
        /// Rest-of-country coefficients through the region: what the nation's answer counts in the region.
        let ofRegion: LabelledVector<Industry>?
    }

    /// Where one measure's effects land, per unit of demand for each industry.
    private func landing(
        _ measure: MeasureCoefficients,
        _ closure: ClosureType,
        _ typeI: TypeI
    ) throws(LeontiefError) -> [(Scope, LabelledVector<Industry>)] {
        func closed(
            _ simple: LabelledVector<Industry>,
            _ row: LabelledVector<Industry>,
            _ perWages: Double,
            _ system: ClosedLeontiefSystem<Industry>
        ) throws(LeontiefError) -> LabelledVector<Industry> {
            switch closure {
            case .type1: simple
            case .type2: try system.including(simple, of: row, perWages: perWages)
            }
        }
        var landed: [(Scope, LabelledVector<Industry>)] = []
        let whole = try closed(typeI.nation, measure.inRestOfCountry, measure.perWages, nation)
        if let regional, let inRegion = typeI.inRegion, let ofRegion = typeI.ofRegion {
            let here = try closed(inRegion, measure.inRegion, measure.perWagesInRegion, regional)
            let counted = try closed(ofRegion, measure.inRestOfCountry, measure.perWagesInRegion, regional)
            let rest = try joined { () throws(AccountsError) in try whole.combined(with: counted, -) }
            landed = [
                (.region, here), (.restOfCountry, rest),
                (.nation, try joined { () throws(AccountsError) in try here.combined(with: rest, +) }),
            ]
        } else {
            landed = [(.nation, whole)]
        }
        if let abroad = measure.abroad, let simple = typeI.abroad {
            landed.append((.abroad, try closed(simple, abroad.perOutput, abroad.perWages, nation)))
        }
        return landed
    }
}
