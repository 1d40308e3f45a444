import LinearAlgebra

extension SupplyUseTable {
    /// The product × product table of a model, with use at basic prices.
    ///
    /// Flows and primary inputs by industry are taken over to products, S = U T and E = v T; final demand stays as
    /// it is, x = q. See ``ProductTransformation`` for T.
    ///
    /// O(products × cells of supply) for model B, O(products³) for A and E.
    ///
    /// - Throws: `.differ` where use is at purchasers' prices; `.lacks` where domestic and imported use are not apart
    ///   and the treatment needs it, or where purchases are known in total only; `.supplyNotInvertible` for A and
    ///   E; `.notBalanced` where the model lost amounts: of an industry that makes nothing and buys something.
    public func productByProduct(
        _ model: ProductModel,
        imports treatment: ImportTreatment
    ) throws(AccountsError) -> SymmetricTable<Product> {
        let flows = try symmetricFlows(treatment)
        let transformation = try ProductTransformation(model, of: supply)
        func transformed<Row>(
            _ block: LabelledMatrix<Row, Industry>
        ) throws(AccountsError) -> LabelledMatrix<Row, Product> {
            LabelledMatrix(rows: block.rows, columns: products, values: try transformation(block.values))
        }
        let inputs = try inputs(of: flows, treatment)
        let shown = treatment == .domestic ? flows.imported : nil
        var parts = SymmetricParts(
            model: model.model,
            treatment: treatment,
            flows: try transformed(flows.main.intermediate),
            finalDemand: flows.main.finalDemand,
            primaryInputs: try transformed(inputs.industries),
            finalDemandInputs: inputs.categories,
            output: productOutput,
            competingImports: treatment == .total ? self.imports : self.imports.map { _ in 0 }
        )
        if let shown {
            parts.imported = (try transformed(shown.intermediate), shown.finalDemand)
        }
        let off = deviations(from: flows, inputs.industries)
        parts.rowDeviations = off.products
        parts.columnDeviations = try transformation(
            Matrix(rows: 1, columns: industries.count, columnMajor: off.industries)
        ).columnMajor
        return try parts.table(of: self, source: (flows, inputs.industries))
    }

    /// The industry × industry table of a model, with use at basic prices.
    ///
    /// Flows and final demand by product are taken over to the industries that make them, S = T U and Y = T Y;
    /// primary inputs stay as they are, x = g. See ``IndustryTransformation`` for T.
    ///
    /// O(cells of supply × users) for model D, O(industries³) for C.
    ///
    /// - Throws: as ``productByProduct(_:imports:)``, and `.noProducer` where products are imported that no industry
    ///   makes, unless imports are a primary input.
    public func industryByIndustry(
        _ model: IndustryModel,
        imports treatment: ImportTreatment
    ) throws(AccountsError) -> SymmetricTable<Industry> {
        let flows = try symmetricFlows(treatment)
        let transformation = try IndustryTransformation(model, of: supply)
        if treatment != .primaryInput { try requireProducers() }
        func transformed<Column>(
            _ block: LabelledMatrix<Product, Column>
        ) throws(AccountsError) -> LabelledMatrix<Industry, Column> {
            LabelledMatrix(rows: industries, columns: block.columns, values: try transformation(block.values))
        }
        let inputs = try inputs(of: flows, treatment)
        var parts = SymmetricParts(
            model: model.model,
            treatment: treatment,
            flows: try transformed(flows.main.intermediate),
            finalDemand: try transformed(flows.main.finalDemand),
            primaryInputs: inputs.industries,
            finalDemandInputs: inputs.categories,
            output: industryOutput,
            competingImports: industryOutput.map { _ in 0 }
        )
        if treatment == .domestic, let imported = flows.imported {
            parts.imported = (
                try transformed(imported.intermediate), try transformed(imported.finalDemand)
            )
        }
        if treatment == .total {
            let supplied = try transformation(Matrix(column: self.imports.values))
            parts.competingImports = LabelledVector(industries, supplied.columnMajor)
        }
        let off = deviations(from: flows, inputs.industries)
        parts.rowDeviations = try transformation(Matrix(column: off.products)).columnMajor
        parts.columnDeviations = off.industries
        return try parts.table(of: self, source: (flows, inputs.industries))
    }
}

/// Use as a symmetric table takes it: what is transformed, and the imported part of it where that stands apart.
struct SymmetricFlows {
    let main: SupplyUseTable.ProductFlows
    let imported: SupplyUseTable.ProductFlows?
}

extension SupplyUseTable {
    /// What an import treatment takes of use.
    private func symmetricFlows(_ treatment: ImportTreatment) throws(AccountsError) -> SymmetricFlows {
        guard territory.rows.count == 0 else { throw .lacks(role: "a product for purchases known in total") }
        switch (use, treatment) {
        case (.purchasers, _): throw .differ(.priceBasis(.purchasers, .basic))
        case (_, .total): return SymmetricFlows(main: use.total, imported: nil)
        case (.basic, _): throw .lacks(role: "imported use by product")
        case (.basicByOrigin(let domestic, let imported), _):
            return SymmetricFlows(main: domestic, imported: imported)
        }
    }

    /// Products that are imported and used, and made by nobody.
    private func requireProducers() throws(AccountsError) {
        let lost = productsWithoutOutput.filter { product in
            imports[product] != 0
                || use.parts.contains { flows in
                    flows.intermediate.columns.labels.contains { flows.intermediate[product, $0] != 0 }
                        || flows.finalDemand.columns.labels.contains { flows.finalDemand[product, $0] != 0 }
                }
        }
        guard lost.isEmpty else { throw .noProducer(products: lost.map(\.code)) }
    }

    /// The primary inputs, with a row of imports on top unless imports stand among the flows.
    private func inputs(of flows: SymmetricFlows, _ treatment: ImportTreatment) throws(AccountsError) -> (
        industries: LabelledMatrix<PrimaryInput, Industry>,
        categories: LabelledMatrix<PrimaryInput, FinalDemandCategory>
    ) {
        guard treatment != .total, let imported = flows.imported else {
            return (primaryInputs, finalDemandInputs)
        }
        let axis = try Axis([PrimaryInput.importedProducts] + primaryInputs.rows.labels)
        func below<Column>(
            _ row: [Double],
            _ block: LabelledMatrix<PrimaryInput, Column>
        ) -> LabelledMatrix<PrimaryInput, Column> {
            LabelledMatrix(
                rows: axis,
                columns: block.columns,
                values: Matrix(rows: axis.count, columns: block.columns.count) {
                    $0 == 0 ? row[$1] : block.values[$0 - 1, $1]
                }
            )
        }
        return (
            below(imported.intermediate.values.columnSums, primaryInputs),
            below(imported.finalDemand.values.columnSums, finalDemandInputs)
        )
    }

    /// How far products and industries are off balance: uses less supply, inputs less output.
    private func deviations(
        from flows: SymmetricFlows,
        _ inputs: LabelledMatrix<PrimaryInput, Industry>
    ) -> (products: [Double], industries: [Double]) {
        let supplied =
            flows.imported == nil
            ? zip(supply.values.rowSums, imports.values).map(+) : supply.values.rowSums
        let bought = zip(flows.main.intermediate.values.columnSums, inputs.values.columnSums).map(+)
        return (
            zip(flows.main.rowSums, supplied).map(-), zip(bought, supply.values.columnSums).map(-)
        )
    }
}

extension PrimaryInput {
    /// The row of imports in a symmetric table made of supply and use.
    static let importedProducts = PrimaryInput(
        code: "IMPORTS",
        name: Name(
            english: "Use of imported products, c.i.f.",
            norwegian: "Bruk av importerte produkter, c.i.f."
        ),
        role: .imports
    )
}
