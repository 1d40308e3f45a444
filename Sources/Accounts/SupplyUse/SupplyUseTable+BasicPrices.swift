import LinearAlgebra

extension SupplyUseTable {
    /// The table with use at basic prices and domestic and imported products apart: what the symmetric models
    /// start from.
    ///
    /// For every product p and user u, in this order:
    /// - taxes: each tax item W_p spread over the uses U_pu it falls on, in proportion; taken out of the product's row
    ///   and booked as a primary input of the user;
    /// - margins: each margin W_p > 0 spread over all uses in proportion and taken out; what a user pays in margins
    ///   goes to the products with W_p < 0, in proportion to −W_p;
    /// - imports: m_p spread over the uses it falls on, in proportion to use at basic prices; the rest is domestic;
    /// - purchases known in total only: residents' abroad become imported consumption, non-residents' here move from
    ///   consumption to exports, at the prices they are stated in.
    ///
    /// Proportions are over positive uses. Row and column sums are kept: supply by product, output and value added by
    /// industry, final use at purchasers' prices by category. Parts that the table has told apart already are left as
    /// they are. O(products × users).
    ///
    /// - Throws: `.unknownLabel` when the product for purchases known in total only is none of the table's;
    ///   `.duplicateLabel` when a valuation item has the code of a primary input; `.supplyUseNotBalanced` when a
    ///   product is taxed, moved or imported and nobody uses it.
    public func atBasicPrices(assuming assumptions: BasicPriceAssumptions) throws(AccountsError)
        -> SupplyUseTable
    {
        var conversion = BasicPriceConversion(self, assumptions)
        try conversion.run()
        let valued = try inputsWithTaxes(conversion.taxes)
        return try SupplyUseTable(
            area: area,
            basis: Basis(unit: basis.unit, year: basis.year, valuation: .basic, pricesOf: basis.pricesOf),
            supply: supply,
            imports: LabelledVector(products, conversion.imports),
            valuation: valuation,
            use: .basicByOrigin(
                domestic: conversion.domestic.flows(of: self),
                imported: conversion.imported.flows(of: self)
            ),
            territory: LabelledMatrix(rows: Axis([]), columns: categories) { _, _ in 0 },
            primaryInputs: valued.industries,
            finalDemandInputs: valued.categories,
            tolerance: tolerance,
            provenance: provenance,
            rules: rules + conversion.rules
        )
    }

    /// The primary inputs with a row for each tax above them.
    private func inputsWithTaxes(_ taxes: [(item: ValuationItem, amounts: [Double])]) throws(AccountsError)
        -> (
            industries: LabelledMatrix<PrimaryInput, Industry>,
            categories: LabelledMatrix<PrimaryInput, FinalDemandCategory>
        )
    {
        let rows = taxes.map { PrimaryInput(code: $0.item.code, name: $0.item.name, role: .productTaxes) }
        let axis = try Axis(rows + primaryInputs.rows.labels)
        let (industries, categories) = (self.industries, self.categories)
        func matrix<Column>(
            _ columns: Axis<Column>,
            below: LabelledMatrix<PrimaryInput, Column>,
            from first: Int
        ) -> LabelledMatrix<PrimaryInput, Column> {
            LabelledMatrix(
                rows: axis,
                columns: columns,
                values: Matrix(rows: axis.count, columns: columns.count) { row, column in
                    row < taxes.count
                        ? taxes[row].amounts[first + column] : below.values[row - taxes.count, column]
                }
            )
        }
        return (
            matrix(industries, below: primaryInputs, from: 0),
            matrix(categories, below: finalDemandInputs, from: industries.count)
        )
    }
}
