extension SupplyUseTable {
    /// The table summed to coarser products and industries: every amount once, none lost.
    ///
    /// The tolerance grows with the largest number of products, or industries, that meet in one, because their
    /// rounding adds up.
    ///
    /// - Throws: `.differ` when a concordance starts from another axis.
    public func aggregated(
        products: Concordance<Product, Product>,
        industries: Concordance<Industry, Industry>
    ) throws(AccountsError) -> SupplyUseTable {
        let categories = Concordance(identityOn: self.categories)
        let inputs = Concordance(identityOn: primaryInputs.rows)
        func aggregated(_ flows: ProductFlows) throws(AccountsError) -> ProductFlows {
            ProductFlows(
                intermediate: try flows.intermediate.aggregated(rows: products, columns: industries),
                finalDemand: try flows.finalDemand.aggregated(rows: products, columns: categories)
            )
        }
        let use: Use =
            switch self.use {
            case .purchasers(let flows): .purchasers(try aggregated(flows))
            case .basic(let flows): .basic(try aggregated(flows))
            case .basicByOrigin(let domestic, let imported):
                .basicByOrigin(domestic: try aggregated(domestic), imported: try aggregated(imported))
            }
        return try SupplyUseTable(
            area: area,
            basis: basis,
            supply: supply.aggregated(rows: products, columns: industries),
            imports: imports.aggregated(by: products),
            valuation: valuation.aggregated(
                rows: products,
                columns: Concordance(identityOn: valuation.columns)
            ),
            use: use,
            territory: territory,
            primaryInputs: primaryInputs.aggregated(rows: inputs, columns: industries),
            finalDemandInputs: finalDemandInputs,
            tolerance: SupplyUseTolerance(
                product: tolerance.product * Double(products.widest),
                industry: tolerance.industry * Double(industries.widest),
                reason: tolerance.reason
            ),
            provenance: provenance,
            rules: rules
        )
    }
}

extension Concordance {
    /// The largest number of source labels that meet in one target.
    var widest: Int {
        var counts = [Int](repeating: 0, count: target.count)
        for position in targets { counts[position] += 1 }
        return counts.max() ?? 1
    }
}
