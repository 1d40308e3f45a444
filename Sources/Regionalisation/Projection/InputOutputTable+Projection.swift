public import Accounts
import LinearAlgebra

extension InputOutputTable {
    /// The table brought to another year by industries' growth: no publisher's table, and marked so by the rule
    /// `table-projected`.
    ///
    /// With γ the growth from this table's year, x and v output and value added, N = x − v inputs:
    ///
    ///     x_j' = γ_j^x x_j,   v_j' = γ_j^v v_j,   N_j' = x_j' − v_j'
    ///     z_ij' ∝ z_ij N_j'/N_j,   y_ik' ∝ κ y_ik,   κ = (Σ x' − Σ z') / Σ y
    ///
    /// brought by GRAS to rows x' and to columns that keep every industry's N' and the categories' shares of final demand.
    /// Imports and taxes on products follow N'_j and κ, taxes on production and capital consumption value added,
    /// compensation its own growth; operating surplus is what that leaves. Output, value added and compensation are thus as
    /// the growth says, exactly; what is bought of whom is this table's year's, moved as little as they allow.
    ///
    /// - Throws: `.accounts(.differ)` for growth of other industries or from another year; `.negativeAmount` where value
    ///   added is more than output, in this table or grown, where output is below zero, and where nothing is left for
    ///   final demand; as ``LinearAlgebra/Matrix/balanced(to:by:freezing:until:)``.
    public func projected(by growth: ProductionGrowth) throws(RegionalisationError) -> InputOutputTable {
        if let difference = growth.output.axis.firstDifference(from: industries) {
            throw .accounts(.differ(difference))
        }
        guard growth.from == basis.year else {
            throw .accounts(.differ(.year(growth.from, basis.year)))
        }
        let (own, count) = (valueAdded.values, industries.count)
        let output = zip(self.output.values, growth.output.values).map(*)
        let added = zip(own, growth.valueAdded.values).map(*)
        var factors: [Double] = []
        for (position, industry) in industries.labels.enumerated() {
            let inputs = output[position] - added[position]
            let before = self.output.values[position] - own[position]
            // What rounding leaves of an industry that buys nothing is no purchase.
            let isNothing = abs(before) <= 1e-9 * abs(self.output.values[position])
            guard output[position] >= 0 else {
                throw .negativeAmount(what: "output", product: industry.code, value: output[position])
            }
            guard isNothing || (inputs >= 0 && before > 0) else {
                throw .negativeAmount(what: "inputs", product: industry.code, value: min(inputs, before))
            }
            factors.append(isNothing ? 1 : inputs / before)
        }
        let flows = domestic.values.scalingColumns(by: factors)
        let demand = finalDemand.values
        let whole = demand.columnSums.reduce(0, +)
        let rest = output.reduce(0, +) - flows.columnSums.reduce(0, +)
        guard whole > 0, rest > 0 else {
            throw .negativeAmount(what: "final demand", product: area.code, value: rest)
        }
        let kappa = rest / whole
        let start = Matrix(rows: count, columns: count + categories.count) { row, column in
            column < count ? flows[row, column] : kappa * demand[row, column - count]
        }
        let balanced = try start.balanced(
            to: Margins(rows: output, columns: start.columnSums, scaling: .column),
            by: .gras
        )
        return try joined { () throws(AccountsError) in
            try projection(output, added, factors, kappa, balanced, growth)
        }
    }
}
