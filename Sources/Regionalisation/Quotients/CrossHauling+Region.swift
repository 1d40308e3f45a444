import Accounts

extension CrossHauling where Product == Industry {
    /// A region's trade from the nation's table: CHARM, or supply–demand pooling where `isPooling`.
    ///
    /// Industries stand for their products. Use is the nation's total flows scaled to the region's output, and domestic
    /// final demand times the region's relative size (inventories included, exports not):
    ///
    ///     u_i = Σ_j (Z_d + Z_m)_ij x_j^r / x_j^n + Σ_k (Y_d + Y_m)_ik · s^r / s^n
    ///
    /// h is the nation's, from trade with abroad: exports of what it made, imports of what it used. Trade between the
    /// nation's own regions is not seen in it, so cross-hauling is estimated low.
    ///
    /// - Throws: `.wantsTotalFlows`, `.lacks(role:)` without imports by supplier, and as
    ///   ``init(output:use:flows:propensity:formula:)``.
    init(
        of nation: InputOutputTable,
        output: LabelledVector<Industry>,
        relativeSize: Double,
        flows: FlowBasis,
        isPooling: Bool
    ) throws(RegionalisationError) {
        guard flows == .total else { throw .wantsTotalFlows(method: isPooling ? "pooling" : "charm") }
        guard let imported = nation.imported else {
            throw .accounts(.lacks(role: "imported flows by supplier"))
        }
        let (flows, final) = try joined { () throws(AccountsError) in
            (
                try nation.domestic.combined(with: imported.intermediate, +),
                try nation.finalDemand.combined(with: imported.finalDemand, +)
            )
        }
        let home = nation.categories.labels.filter { $0.role != .exports }
        let abroad = nation.categories.labels.filter { $0.role == .exports }
        func sum(
            _ table: LabelledMatrix<Industry, FinalDemandCategory>,
            _ categories: [FinalDemandCategory]
        ) -> LabelledVector<Industry> {
            LabelledVector(nation.industries) { industry in
                categories.reduce(0) { $0 + table[industry, $1] }
            }
        }
        let scale = LabelledVector(nation.industries) { industry in
            nation.output[industry] == 0 ? 0 : output[industry] / nation.output[industry]
        }
        let finalUse = sum(final, home)
        let (use, nationalUse, nationalImports) = try joined { () throws(AccountsError) in
            (
                try flows.times(scale).combined(with: finalUse.map { $0 * relativeSize }, +),
                try flows.rowSums.combined(with: finalUse, +),
                try imported.intermediate.rowSums.combined(with: sum(imported.finalDemand, home), +)
            )
        }
        let propensity =
            isPooling
            ? nil
            : try Self.propensity(
                output: nation.output,
                use: nationalUse,
                exports: sum(nation.finalDemand, abroad),
                imports: nationalImports,
                formula: .reformulated
            )
        try self.init(
            output: output,
            use: use,
            flows: .total,
            propensity: propensity,
            formula: .reformulated
        )
    }
}
