import Accounts
import LinearAlgebra

extension InputOutputTable {
    /// The projected table from its balanced flows and final demand.
    ///
    /// - Parameters:
    ///   - output: x', by industry.
    ///   - added: v'.
    ///   - factors: N'/N.
    ///   - kappa: κ, for what final demand imports and pays in taxes.
    ///   - balanced: by supplying industry, the buying industries and then the categories.
    func projection(
        _ output: [Double],
        _ added: [Double],
        _ factors: [Double],
        _ kappa: Double,
        _ balanced: Balanced<Matrix>,
        _ growth: ProductionGrowth
    ) throws(AccountsError) -> InputOutputTable {
        let count = industries.count
        let kappas = [Double](repeating: kappa, count: categories.count)
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
                        values: imported.finalDemand.values.scalingColumns(by: kappas)
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
                values: finalDemandInputs.values.scalingColumns(by: kappas)
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

    /// Every row as the growth says; the surplus, or the last row of value added that is no wage, is what they leave.
    private func inputs(_ added: [Double], _ factors: [Double], _ growth: ProductionGrowth) -> Matrix {
        let rows = primaryInputs.rows.labels
        let balancing = primaryInputs.rows.residualRow
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
