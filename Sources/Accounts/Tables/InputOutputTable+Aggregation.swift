extension InputOutputTable {
    /// The table summed to coarser industries, names carried along: every amount once, none lost.
    ///
    /// The tolerance for rows and columns grows with the largest number of industries that meet in one,
    /// because their rounding adds up.
    ///
    /// - Throws: `.differ` when the concordance starts from another axis.
    public func aggregated(by concordance: Concordance<Industry, Industry>) throws(AccountsError)
        -> InputOutputTable
    {
        let categories = Concordance(identityOn: self.categories)
        let inputs = Concordance(identityOn: primaryInputs.rows)
        let widest = concordance.target.labels.map { concordance.sources(of: $0).count }.max() ?? 1
        var flows: ImportedFlows?
        if let imported {
            flows = ImportedFlows(
                intermediate: try imported.intermediate.aggregated(rows: concordance, columns: concordance),
                finalDemand: try imported.finalDemand.aggregated(rows: concordance, columns: categories)
            )
        }
        return try InputOutputTable(
            area: area,
            basis: basis,
            domestic: domestic.aggregated(rows: concordance, columns: concordance),
            finalDemand: finalDemand.aggregated(rows: concordance, columns: categories),
            imported: flows,
            primaryInputs: primaryInputs.aggregated(rows: inputs, columns: concordance),
            finalDemandInputs: finalDemandInputs,
            output: output.aggregated(by: concordance),
            tolerance: BalanceTolerance(
                row: tolerance.row * Double(widest),
                column: tolerance.column * Double(widest),
                reason: tolerance.reason
            ),
            provenance: provenance,
            rules: rules
        )
    }
}
