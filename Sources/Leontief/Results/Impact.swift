public import Accounts

/// What a change in final demand sets moving: direct, indirect and induced, by industry, place and measure.
///
/// Gross and static: fixed coefficients, no displacement, no capacity limits, nothing subtracted for what the
/// same people and capital would have done otherwise.
public struct Impact: Sendable {
    /// The demand.
    public let demand: FinalDemand
    /// The region it is directed at.
    public let region: Region
    /// The parts, ordered by measure, scope, effect.
    public let parts: [Part]

    /// One measure in one place through one kind of effect, by the industry where it lands.
    public struct Part: Sendable {
        /// What is measured.
        public let measure: Measure
        /// Where it lands. Effects abroad are told by the domestic industry that imports.
        public let scope: Scope
        /// Direct, indirect, induced, or their sum.
        public let effect: Effect
        /// Amounts in the measure's unit, by industry.
        public let amounts: LabelledVector<Industry>
        /// Amount that lands in households' own purchases, not in an industry (imports and product taxes).
        public let inHouseholds: Double

        /// Everything: industries and households.
        public var total: Double { amounts.sum + inHouseholds }
    }

    /// The whole of one measure, scope and effect, or `nil` where the model does not know it.
    public subscript(measure: Measure, scope: Scope, effect: Effect) -> Double? {
        parts.first { $0.measure == measure && $0.scope == scope && $0.effect == effect }?.total
    }
}

extension RippleModel {
    /// The impact of a demand.
    ///
    /// - Throws: `.wrongBasis` when the demand's unit, year, valuation or prices are not the table's (a shock in
    ///   purchasers' prices is not taken for basic prices), `.noProduction` when it asks for an industry that
    ///   the region does not have, `.accounts(.differ)` when it is on another axis.
    public func impact(of demand: FinalDemand) throws(LeontiefError) -> Impact {
        if let difference = demand.basis.firstDifference(from: basis) {
            throw .wrongBasis(demand: demand.name, difference)
        }
        if let difference = industries.firstDifference(from: demand.amounts.axis) {
            throw .accounts(.differ(difference))
        }
        for industry in industries.labels
        where demand.amounts[industry] != 0 && !producing.contains(industry) {
            throw .noProduction(demand: demand.name, sector: industry.code, region: region.code)
        }
        let national = try Rounds(demand.amounts, through: nation)
        let inRegion = try regional.map { system throws(LeontiefError) in
            try Rounds(demand.amounts, through: system)
        }
        var parts: [Impact.Part] = []
        for measure in measures {
            for (scope, rounds) in try landing(measure, national: national, regional: inRegion) {
                parts += rounds.map { effect, amounts, households in
                    .init(
                        measure: measure.measure,
                        scope: scope,
                        effect: effect,
                        amounts: amounts,
                        inHouseholds: households
                    )
                }
            }
        }
        return Impact(demand: demand, region: region, parts: parts)
    }

    private typealias Landed = [(Effect, LabelledVector<Industry>, Double)]

    private func landing(
        _ measure: MeasureCoefficients,
        national: Rounds,
        regional: Rounds?
    ) throws(LeontiefError) -> [(Scope, Landed)] {
        var landed: [(Scope, Landed)] = []
        if let regional {
            let inRegion = try regional.valued(
                by: measure.inRegion,
                inHouseholds: regional.wages * measure.perWagesInRegion
            )
            let inRest = try national.less(regional).valued(
                by: measure.inRestOfCountry,
                inHouseholds: national.wages * measure.perWages - regional.wages * measure.perWagesInRegion
            )
            landed.append((.region, inRegion))
            landed.append((.restOfCountry, inRest))
            let both = try joined { () throws(AccountsError) in
                var both: Landed = []
                for (one, other) in zip(inRegion, inRest) {
                    both.append((one.0, try one.1.combined(with: other.1, +), one.2 + other.2))
                }
                return both
            }
            landed.append((.nation, both))
        } else {
            landed.append(
                (
                    .nation,
                    try national.valued(
                        by: measure.inRestOfCountry,
                        inHouseholds: national.wages * measure.perWages
                    )
                )
            )
        }
        if let abroad = measure.abroad {
            landed.append(
                (
                    .abroad,
                    try national.valued(by: abroad.perOutput, inHouseholds: national.wages * abroad.perWages)
                )
            )
        }
        return landed
    }
}

/// Output round by round: what is demanded, what suppliers add, what households' spending adds, and the wages.
private struct Rounds {
    let direct: LabelledVector<Industry>
    let indirect: LabelledVector<Industry>
    let induced: LabelledVector<Industry>
    let wages: Double

    init(
        _ demand: LabelledVector<Industry>,
        through system: ClosedLeontiefSystem<Industry>
    ) throws(LeontiefError) {
        let output = try system.open.output(meeting: demand).values
        direct = demand
        indirect = try joined { () throws(AccountsError) in try output.combined(with: demand, -) }
        induced = try system.inducedOutput(meeting: demand)
        wages = try system.wages(meeting: demand)
    }

    private init(
        direct: LabelledVector<Industry>,
        indirect: LabelledVector<Industry>,
        induced: LabelledVector<Industry>,
        wages: Double
    ) {
        self.direct = direct
        self.indirect = indirect
        self.induced = induced
        self.wages = wages
    }

    /// The rounds that are not part of `other`: what happens elsewhere. Nothing of the demand itself is.
    func less(_ other: Rounds) throws(LeontiefError) -> Rounds {
        try joined { () throws(AccountsError) in
            Rounds(
                direct: try direct.combined(with: other.direct, -),
                indirect: try indirect.combined(with: other.indirect, -),
                induced: try induced.combined(with: other.induced, -),
                wages: wages - other.wages
            )
        }
    }

    /// Each round times a measure's coefficients, and their sum; households' own purchases are induced.
    func valued(
        by coefficients: LabelledVector<Industry>,
        inHouseholds households: Double
    ) throws(LeontiefError) -> [(Effect, LabelledVector<Industry>, Double)] {
        try joined { () throws(AccountsError) in
            let direct = try direct.combined(with: coefficients, *)
            let indirect = try indirect.combined(with: coefficients, *)
            let induced = try induced.combined(with: coefficients, *)
            let total = try direct.combined(with: indirect, +).combined(with: induced, +)
            return [
                (.direct, direct, 0), (.indirect, indirect, 0), (.induced, induced, households),
                (.total, total, households),
            ]
        }
    }
}
