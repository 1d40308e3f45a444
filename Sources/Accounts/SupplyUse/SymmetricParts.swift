import LinearAlgebra

/// A symmetric table being put together.
struct SymmetricParts<Sector: Label> {
    let model: SymmetricModel
    let treatment: ImportTreatment
    let flows: LabelledMatrix<Sector, Sector>
    let finalDemand: LabelledMatrix<Sector, FinalDemandCategory>
    let primaryInputs: LabelledMatrix<PrimaryInput, Sector>
    let finalDemandInputs: LabelledMatrix<PrimaryInput, FinalDemandCategory>
    let output: LabelledVector<Sector>
    var competingImports: LabelledVector<Sector>
    var imported:
        (
            flows: LabelledMatrix<Sector, Sector>,
            finalDemand: LabelledMatrix<Sector, FinalDemandCategory>
        )?
    /// What the products' imbalance becomes in the rows, and the industries' in the columns.
    var rowDeviations: [Double] = []
    var columnDeviations: [Double] = []

    init(
        model: SymmetricModel,
        treatment: ImportTreatment,
        flows: LabelledMatrix<Sector, Sector>,
        finalDemand: LabelledMatrix<Sector, FinalDemandCategory>,
        primaryInputs: LabelledMatrix<PrimaryInput, Sector>,
        finalDemandInputs: LabelledMatrix<PrimaryInput, FinalDemandCategory>,
        output: LabelledVector<Sector>,
        competingImports: LabelledVector<Sector>
    ) {
        self.model = model
        self.treatment = treatment
        self.flows = flows
        self.finalDemand = finalDemand
        self.primaryInputs = primaryInputs
        self.finalDemandInputs = finalDemandInputs
        self.output = output
        self.competingImports = competingImports
    }

    /// The table.
    ///
    /// - Throws: `.notBalanced` with the rows and columns that are off by another amount than supply and use are.
    func table(
        of source: SupplyUseTable,
        source flows: (use: SymmetricFlows, inputs: LabelledMatrix<PrimaryInput, Industry>)
    ) throws(AccountsError) -> SymmetricTable<Sector> {
        let rounding = Self.rounding * max(output.values.max() ?? 0, 1)
        let tolerance = BalanceTolerance(
            row: (rowDeviations.map(abs).max() ?? 0) + rounding,
            column: (columnDeviations.map(abs).max() ?? 0) + rounding,
            reason: "what the imbalance of supply and use becomes in model \(model.rawValue.uppercased()) "
                + "(\(source.tolerance.reason))"
        )
        let lost = imbalances(beyond: rounding)
        guard lost.isEmpty else {
            throw .notBalanced(BalanceReport(imbalances: lost, tolerance: tolerance))
        }
        let negatives = negatives(comparedWith: flows)
        return SymmetricTable(
            model: model,
            treatment: treatment,
            area: source.area,
            basis: source.basis,
            flows: self.flows,
            finalDemand: finalDemand,
            importedFlows: imported?.flows,
            importedFinalDemand: imported?.finalDemand,
            competingImports: competingImports,
            primaryInputs: primaryInputs,
            finalDemandInputs: finalDemandInputs,
            output: output,
            negatives: negatives,
            tolerance: tolerance,
            provenance: source.provenance,
            rules: source.rules + rules(negatives)
        )
    }

    /// What adding up in double precision may leave, as a share of the largest output.
    private static var rounding: Double { 1e-9 }

    /// Rows and columns off by more than supply and use explain: the sums are of the table as it stands.
    private func imbalances(beyond rounding: Double) -> [BalanceReport.Imbalance] {
        let sales = zip(flows.values.rowSums, finalDemand.values.rowSums).map(+)
        let bought = zip(flows.values.columnSums, primaryInputs.values.columnSums).map(+)
        var found: [BalanceReport.Imbalance] = []
        for (position, sector) in output.axis.labels.enumerated() {
            let supplied = output.values[position] + competingImports.values[position]
            // Written so that NaN counts as off balance.
            if !(abs(sales[position] - supplied - rowDeviations[position]) <= rounding) {
                found.append(.init(side: .row, code: sector.code, stated: supplied, found: sales[position]))
            }
        }
        for (position, sector) in output.axis.labels.enumerated() {
            let made = output.values[position]
            if !(abs(bought[position] - made - columnDeviations[position]) <= rounding) {
                found.append(.init(side: .column, code: sector.code, stated: made, found: bought[position]))
            }
        }
        return found
    }

    private func rules(_ negatives: [NegativeCell]) -> [AppliedRule] {
        let made = AppliedRule(
            "symmetric-table-made-of-supply-and-use",
            touched: ["model: \(model.rawValue)", "imports: \(treatment.rawValue)"]
        )
        guard !negatives.isEmpty else { return [made] }
        let cells = negatives.map { "\($0.block.rawValue) \($0.row) × \($0.column): \($0.value)" }
        return [made, AppliedRule("negative-cells-made-by-model", touched: cells)]
    }
}

extension SymmetricParts {
    /// The negative cells of the table whose column (for flows, whole block) has none in supply and use.
    private func negatives(
        comparedWith source: (use: SymmetricFlows, inputs: LabelledMatrix<PrimaryInput, Industry>)
    ) -> [NegativeCell] {
        var cells = found(in: flows, .flows, total: output.values)
        cells += new(in: finalDemand, .finalDemand, beside: source.use.main.finalDemand)
        if let imported {
            cells += found(in: imported.flows, .importedFlows, total: output.values)
            if let before = source.use.imported {
                cells += new(in: imported.finalDemand, .importedFinalDemand, beside: before.finalDemand)
            }
        }
        let had = source.inputs.rows.labels.indices.map { row in
            source.inputs.columns.labels.indices.contains { source.inputs.values[row, $0] < 0 }
        }
        return cells
            + found(in: primaryInputs, .primaryInputs, total: output.values) { row, _ in !had[row] }
    }

    /// Negative final demand of categories that have none in supply and use.
    private func new(
        in block: LabelledMatrix<Sector, FinalDemandCategory>,
        _ name: NegativeCell.Block,
        beside source: LabelledMatrix<Product, FinalDemandCategory>
    ) -> [NegativeCell] {
        let had = source.columns.labels.indices.map { source.values.column($0).contains { $0 < 0 } }
        return found(in: block, name, total: block.values.columnSums) { _, column in !had[column] }
    }

    /// Cells below zero by more than adding up in double precision leaves of a zero.
    private func found<Row, Column>(
        in block: LabelledMatrix<Row, Column>,
        _ name: NegativeCell.Block,
        total: [Double],
        where counts: (Int, Int) -> Bool = { _, _ in true }
    ) -> [NegativeCell] {
        var cells: [NegativeCell] = []
        for column in 0..<block.columns.count {
            for row in 0..<block.rows.count {
                let value = block.values[row, column]
                guard value < -1e-12 * abs(total[column]), counts(row, column) else { continue }
                cells.append(
                    NegativeCell(
                        block: name,
                        row: block.rows.labels[row].code,
                        column: block.columns.labels[column].code,
                        value: value,
                        share: total[column] == 0 ? 0 : value / total[column]
                    )
                )
            }
        }
        return cells
    }
}
