public import Accounts

/// Emissions (or any extension) that the domestic final use of each industry's products sets moving at home.
///
///     footprint_i = (d'L)_i · y_i,   d = F x̂⁻¹
///
/// with y the domestic final demand for domestic products, exports left out. Imports and households' own
/// emissions are not part of it.
public struct DomesticFootprint: Sendable {
    /// Footprint by the industry whose products are used, in the extension's unit.
    public let byProduct: LabelledVector<Industry>
    /// How negative final demand was treated.
    public let treatment: NegativeDemand

    /// What is done with negative final demand, which stock building leaves in the tables.
    public enum NegativeDemand: String, Sendable, CaseIterable {
        /// Kept: the table's own identities hold.
        case kept
        /// Set to zero, cell by cell, and output recomputed as the row sum: the convention of the Norwegian
        /// Environment Agency's footprint accounts (CaFEAN).
        case setToZero = "set_to_zero"
    }

    /// The footprint of a table's domestic final demand.
    ///
    /// - Throws: `.accounts(.differ)` when the extension is of another year or other industries, and as
    ///   ``TechnicalCoefficients/init(flows:output:)``.
    public init(
        of source: Extension,
        in table: InputOutputTable,
        negativeDemand treatment: NegativeDemand
    ) throws(LeontiefError) {
        let amounts = try joined { () throws(AccountsError) in try source.amounts(joining: table) }
        let demand: LabelledMatrix<Industry, FinalDemandCategory>
        let output: LabelledVector<Industry>
        switch treatment {
        case .kept:
            demand = table.finalDemand
            output = table.output
        case .setToZero:
            let clipped = table.finalDemand.map { _, _, amount in max(amount, 0) }
            demand = clipped
            output = try joined { () throws(AccountsError) in
                try table.domestic.rowSums.combined(with: clipped.rowSums, +)
            }
        }
        let system = try LeontiefSystem(TechnicalCoefficients(flows: table.domestic, output: output))
        let intensity = try MeasureCoefficients.ratio(of: amounts, to: output)
        let perDemand = try system.multipliers(of: intensity)
        let atHome = demand.columns.labels.filter { $0.role != .exports }
        let used = LabelledVector(table.industries) { industry in
            atHome.reduce(0) { $0 + demand[industry, $1] }
        }
        byProduct = try joined { () throws(AccountsError) in try perDemand.combined(with: used, *) }
        self.treatment = treatment
    }
}
