public import Accounts
import LinearAlgebra

/// The nation's Type I multipliers from a table of several regions, held against those of the nation's own table, and
/// what each difference is made of.
///
/// Demand for industry j comes from all regions as they produce. With y_i^s(j) the output it sets moving of i in s, ℓ_ij
/// the nation's own inverse, v_i^s the measure per unit of output in s and v_i = Σ_s v_i^s x_i^s / x_i the nation's:
///
///     m_j(regions) − m_j(nation) = Σ_is (v_i^s − v_i) y_i^s(j)  +  Σ_i v_i (Σ_s y_i^s(j) − ℓ_ij)
///
/// The first sum is there because regions differ in what they pay or employ per unit of output, and demand does not land
/// as output is spread. The second is there because they differ in what they buy. There is no third.
public struct NationalMultipliers: Sendable {
    /// By measure, in the order given, and industry; those that produce nothing left out.
    public let entries: [Entry]

    /// One measure of demand for one industry.
    public struct Entry: Sendable {
        /// The measure.
        public let measure: Measure
        /// The industry demand is for.
        public let industry: Industry
        /// By the nation's own table.
        public let national: Double
        /// By the table of all regions.
        public let multiRegional: Double
        /// Σ (v_i^s − v_i) y_i^s.
        public let fromRates: Double
        /// Σ v_i (Σ_s y_i^s − ℓ_ij).
        public let fromPurchases: Double
        /// The industry in a region whose term (v_i^s − v_i) y_i^s is largest in size, and the term.
        public let largest: (sector: Located<Industry>, amount: Double)

        /// The difference.
        public var difference: Double { multiRegional - national }
        /// The difference, relative to the nation's own; `nil` where that is nothing.
        public var relative: Double? { national == 0 ? nil : difference / national }
    }

    /// Compares.
    ///
    /// The multipliers are those of `landings`, solved for measures; what differences are made of is worked out from
    /// output, solved for demand.
    ///
    /// - Parameters:
    ///   - nation: the table that `model`'s regions add up to.
    ///   - measures: the measures.
    ///   - landings: where each of `measures` lands, Type I, in the same order.
    /// - Throws: `.accounts(.differ)` for a nation with other industries; as ``LeontiefSystem/outputs(meeting:)``.
    public init(
        of model: MultiRegionalModel,
        against nation: InputOutputTable,
        _ measures: [RegionalMeasure],
        _ landings: [MultiRegionalModel.Landing]
    ) throws(LeontiefError) {
        let table = model.table
        if let difference = nation.industries.firstDifference(from: table.industries) {
            throw .accounts(.differ(difference))
        }
        let own = try LeontiefSystem(TechnicalCoefficients(domesticIn: nation))
        let count = table.industries.count
        let national = table.industries.labels.indices.map { industry in
            stride(from: industry, to: table.sectors.count, by: count).reduce(0) {
                $0 + table.output.values[$1]
            }
        }
        let producing = table.industries.labels.indices.filter { national[$0] > 0 }
        /// Of the nation's output of the sector's industry, what is made in its region.
        func share(_ sector: Int) -> Double {
            national[sector % count] > 0 ? table.output.values[sector] / national[sector % count] : 0
        }
        let landed = try model.open.outputs(
            meeting: producing.map { industry in
                LabelledVector(
                    table.sectors,
                    table.sectors.labels.indices.map { $0 % count == industry ? share($0) : 0 }
                )
            }
        ).map(\.values.values)
        let ownOutputs = try own.outputs(
            meeting: producing.map { industry in
                LabelledVector(nation.industries, (0..<count).map { $0 == industry ? 1 : 0 })
            }
        ).map(\.values.values)
        var entries: [Entry] = []
        for (measure, landing) in zip(measures, landings) {
            let rates = measure.perOutput.values
            let mean = (0..<count).map { industry in
                stride(from: industry, to: rates.count, by: count).reduce(0) { $0 + rates[$1] * share($1) }
            }
            let wanted = try own.multipliers(of: LabelledVector(nation.industries, mean)).values
            let sums = landing.values.values.columnSums
            for (position, industry) in producing.enumerated() {
                let output = landed[position]
                let terms = rates.indices.map { (rates[$0] - mean[$0 % count]) * output[$0] }
                let largest = terms.indices.max { abs(terms[$0]) < abs(terms[$1]) } ?? 0
                let excess = output.indices.reduce(0) { $0 + mean[$1 % count] * output[$1] }
                let ownExcess = zip(mean, ownOutputs[position]).reduce(0) { $0 + $1.0 * $1.1 }
                entries.append(
                    Entry(
                        measure: measure.measure,
                        industry: table.industries.labels[industry],
                        national: wanted[industry],
                        multiRegional: stride(from: industry, to: sums.count, by: count)
                            .reduce(0) { $0 + sums[$1] * share($1) },
                        fromRates: terms.reduce(0, +),
                        fromPurchases: excess - ownExcess,
                        largest: (table.sectors.labels[largest], terms[largest])
                    )
                )
            }
        }
        self.entries = entries
    }
}
