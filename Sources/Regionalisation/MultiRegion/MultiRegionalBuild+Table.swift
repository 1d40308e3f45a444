import Accounts
import LinearAlgebra

extension MultiRegionalBuild {
    /// The table from its parts.
    static func table(
        _ nation: InputOutputTable,
        _ accounts: RegionalAccounts,
        _ production: RegionalProduction,
        _ final: RegionalFinalDemand,
        _ products: [ProductTrade],
        _ sectors: Axis<Located<Industry>>,
        _ rules: [AppliedRule]
    ) throws(AccountsError) -> MultiRegionalTable {
        let (height, width) = (nation.industries.count, nation.categories.count)
        let users = try Axis(nation.categories, in: production.regions)
        let flows = Matrix(rows: sectors.count, columns: sectors.count) { row, column in
            products[row % height].flows[row / height, column / height * (height + width) + column % height]
        }
        // What stays or leaves where it is made: regions have part of it by their output.
        let finalDemand = Matrix(rows: sectors.count, columns: users.count) { row, column in
            let (region, industry) = (row / height, row % height)
            let place = column / width * (height + width) + height + column % width
            let traded = products[industry].flows[region, place]
            let national = nation.output.values[industry]
            guard region == column / width, national > 0 else { return traded }
            return traded
                + final.local[industry, column % width]
                * (production.output.values[region, industry] / national)
        }
        return try MultiRegionalTable(
            nation: nation.area,
            basis: nation.basis,
            regions: production.regions,
            industries: nation.industries,
            categories: nation.categories,
            flows: LabelledMatrix(rows: sectors, columns: sectors, values: flows),
            finalDemand: LabelledMatrix(rows: sectors, columns: users, values: finalDemand),
            primaryInputs: LabelledMatrix(
                rows: nation.primaryInputs.rows,
                columns: sectors,
                values: primaryInputs(nation, production)
            ),
            finalDemandInputs: LabelledMatrix(
                rows: nation.primaryInputs.rows,
                columns: users,
                values: final.inputs
            ),
            output: LabelledVector(
                sectors,
                sectors.labels.indices.map { production.output.values[$0 / height, $0 % height] }
            ),
            // A column's flows are added up from every region, and its surplus is what they leave: a millionth of a unit is
            // for the rounding of those sums.
            tolerance: BalanceTolerance(
                row: nation.tolerance.row,
                column: nation.tolerance.column + 1e-6,
                reason: nation.tolerance.reason
            ),
            provenance: [nation.provenance, accounts.provenance],
            rules: nation.rules + accounts.rules + rules
        )
    }

    /// Imports, taxes on products and on production and capital consumption by the region's share of inputs;
    /// compensation as the accounts have it; the surplus is what that leaves of value added.
    private static func primaryInputs(_ nation: InputOutputTable, _ production: RegionalProduction) -> Matrix
    {
        let rows = nation.primaryInputs.rows.labels
        let isWage = rows.map { $0.role == .compensation }
        let balancing = nation.primaryInputs.rows.residualRow
        let wages = nation.inputs(.compensation).values
        let national = nation.primaryInputs.values
        let height = nation.industries.count
        var cells = [Double](repeating: 0, count: rows.count * height * production.regions.count)
        for region in production.regions.labels.indices {
            for industry in 0..<height {
                let start = (region * height + industry) * rows.count
                let share = production.inputShares.values[region, industry]
                var rest = production.valueAdded.values[region, industry]
                for row in rows.indices where row != balancing {
                    // Several wage rows share the accounts' one figure as they share the nation's.
                    let amount =
                        isWage[row] && wages[industry] != 0
                        ? production.compensation.values[region, industry] * national[row, industry]
                            / wages[industry]
                        : share * national[row, industry]
                    cells[start + row] = amount
                    if rows[row].role.isValueAdded { rest -= amount }
                }
                if let balancing { cells[start + balancing] = rest }
            }
        }
        return Matrix(
            rows: rows.count,
            columns: height * production.regions.count,
            columnMajor: cells
        )
    }
}
