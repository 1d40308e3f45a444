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
    ///   added outgrows output or output is below zero; as ``LinearAlgebra/Matrix/balanced(to:by:freezing:until:)``.
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
            let isNothing = abs(before) <= 1e-9 * max(self.output.values[position], 1)
            guard output[position] >= 0, isNothing || (inputs >= 0 && before > 0) else {
                throw .negativeAmount(what: "inputs", product: industry.code, value: inputs)
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

    private func projection(
        _ output: [Double],
        _ added: [Double],
        _ factors: [Double],
        _ kappa: Double,
        _ balanced: Balanced<Matrix>,
        _ growth: ProductionGrowth
    ) throws(AccountsError) -> InputOutputTable {
        let count = industries.count
        let ones = [Double](repeating: kappa, count: categories.count)
        return try InputOutputTable(
            area: area,
            basis: Basis(unit: basis.unit, year: growth.to, valuation: basis.valuation),
            domestic: LabelledMatrix(
                rows: industries,
                columns: industries,
                values: Matrix(rows: count, columns: count) { balanced.table[$0, $1] }
            ),
            finalDemand: LabelledMatrix(
                rows: industries,
                columns: categories,
                values: Matrix(rows: count, columns: categories.count) { balanced.table[$0, count + $1] }
            ),
            imported: imported.map { imported in
                ImportedFlows(
                    intermediate: LabelledMatrix(
                        rows: industries,
                        columns: industries,
                        values: imported.intermediate.values.scalingColumns(by: factors)
                    ),
                    finalDemand: LabelledMatrix(
                        rows: industries,
                        columns: categories,
                        values: imported.finalDemand.values.scalingColumns(by: ones)
                    )
                )
            },
            primaryInputs: LabelledMatrix(
                rows: primaryInputs.rows,
                columns: industries,
                values: inputs(added, factors, growth)
            ),
            finalDemandInputs: LabelledMatrix(
                rows: primaryInputs.rows,
                columns: categories,
                values: finalDemandInputs.values.scalingColumns(by: ones)
            ),
            output: LabelledVector(industries, output),
            tolerance: BalanceTolerance(
                row: tolerance.row + abs(balanced.report.worst.size),
                column: tolerance.column + abs(balanced.report.worst.size),
                reason: tolerance.reason
            ),
            provenance: projectedProvenance(growth),
            rules: rules + growth.rules + [
                AppliedRule("table-projected", touched: ["\(growth.from) → \(growth.to)"])
            ]
        )
    }

    /// Every row as the growth says; the surplus, or the last row of value added, is what they leave.
    private func inputs(_ added: [Double], _ factors: [Double], _ growth: ProductionGrowth) -> Matrix {
        let rows = primaryInputs.rows.labels
        let balancing =
            rows.lastIndex { $0.role == .operatingSurplus } ?? rows.lastIndex { $0.role.isValueAdded }
        var cells: [Double] = []
        for column in added.indices {
            var rest = added[column]
            var amounts = rows.indices.map { row in
                let factor =
                    switch rows[row].role {
                    case .compensation: growth.compensation.values[column]
                    case let role where role.isValueAdded: growth.valueAdded.values[column]
                    default: factors[column]
                    }
                return primaryInputs.values[row, column] * factor
            }
            for row in rows.indices where row != balancing && rows[row].role.isValueAdded {
                rest -= amounts[row]
            }
            if let balancing { amounts[balancing] = rest }
            cells += amounts
        }
        return Matrix(rows: rows.count, columns: added.count, columnMajor: cells)
    }

    /// The mark that every result carries: whose figures these are, and that the table is nobody's.
    private func projectedProvenance(_ growth: ProductionGrowth) -> Provenance {
        Provenance(
            publisher: "Ringvirk, \(provenance.publisher)",
            table: "projected from \(growth.from): \(provenance.table); growth by \(growth.provenance.table)",
            licence: provenance.licence,
            attribution:
                "\(provenance.attribution); \(growth.to): framskrevet fra / projected from \(growth.from)",
            vintage: provenance.vintage,
            files: provenance.files + growth.provenance.files
        )
    }
}

extension Matrix {
    /// Every column times its factor.
    fileprivate func scalingColumns(by factors: [Double]) -> Matrix {
        Matrix(rows: rows, columns: columns) { self[$0, $1] * factors[$1] }
    }
}
