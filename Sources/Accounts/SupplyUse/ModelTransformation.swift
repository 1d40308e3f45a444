import LinearAlgebra

/// What takes columns by industry to columns by product: X ↦ X T for models A, B and E.
///
/// With supply V (product × industry), q = V i and g = V' i:
/// - A: T = V⁻¹ q̂
/// - B: T = ĝ⁻¹ V'
/// - E: T = ĝ⁻¹ R q̂, R = C₁⁻¹ (I − ⟨D₂' i⟩) + D₂, where C₁ = V₁ ĝ₁⁻¹ holds the cells of product technology, V₁ = V ∘ H,
///   g₁ = V₁' i, and D₂ = V₂' q̂⁻¹ the others, V₂ = V − V₁. It is model A on V₁ and model B on V₂:
///   T = ĝ⁻¹ ĝ₁ V₁⁻¹ q̂₁ + ĝ⁻¹ V₂', q₁ = V₁ i.
///
/// T i = i for every model, so that row totals are kept. Source: UN (2018), Handbook on Supply and Use Tables and
/// Input-Output Tables, ch. 12, Table 12.3; the hybrid after Gigantes (1970).
struct ProductTransformation {
    private let square: SquareSupply?
    private let entries: SupplyEntries?
    /// q or q₁.
    private let scale: [Double]
    /// ĝ⁻¹ ĝ₁, by industry; ones in model A.
    private let weights: [Double]
    /// g.
    private let output: [Double]

    init(_ model: ProductModel, of supply: LabelledMatrix<Product, Industry>) throws(AccountsError) {
        output = supply.values.columnSums
        switch model {
        case .productTechnology:
            square = try SquareSupply(supply, for: .productTechnology)
            entries = nil
            scale = supply.values.rowSums
            weights = output.map { _ in 1 }
        case .industryTechnology:
            square = nil
            entries = SupplyEntries(supply.values)
            scale = []
            weights = []
        case .hybrid(let technology):
            if let difference = technology.products.firstDifference(from: supply.rows)
                ?? technology.industries.firstDifference(from: supply.columns)
            {
                throw .differ(difference)
            }
            let marks = technology.byProductTechnology
            let amounts = supply.values.columnMajor
            let own = LabelledMatrix(
                rows: supply.rows,
                columns: supply.columns,
                values: Matrix(
                    rows: supply.rows.count,
                    columns: supply.columns.count,
                    columnMajor: zip(amounts, marks).map { $1 ? $0 : 0 }
                )
            )
            square = try SquareSupply(own, for: .hybridTechnology)
            entries = SupplyEntries(supply.values) { !marks[$0] }
            scale = own.values.rowSums
            weights = zip(own.values.columnSums, output).map { $1 == 0 ? 0 : $0 / $1 }
        }
    }

    /// X T. Shape: rows × industries → rows × products.
    func callAsFunction(_ block: Matrix) throws(AccountsError) -> Matrix {
        guard let square else {
            return entries?.productMix(of: block, output: output) ?? block
        }
        let solved = try square.dividing(block.scalingColumns(by: weights)).scalingColumns(by: scale)
        guard let entries else { return solved }
        return solved.adding(entries.productMix(of: block, output: output))
    }
}

/// What takes rows by product to rows by industry: X ↦ T X for models C and D.
///
/// - C: T = C⁻¹ = ĝ V⁻¹, C = V ĝ⁻¹
/// - D: T = V' q̂⁻¹
///
/// i'T = i' for both, so that column totals are kept. Source: as ``ProductTransformation``.
struct IndustryTransformation {
    private let square: SquareSupply?
    private let entries: SupplyEntries?
    /// g for model C, q for model D.
    private let output: [Double]

    init(_ model: IndustryModel, of supply: LabelledMatrix<Product, Industry>) throws(AccountsError) {
        switch model {
        case .fixedIndustrySales:
            square = try SquareSupply(supply, for: .fixedIndustrySales)
            entries = nil
            output = supply.values.columnSums
        case .fixedProductSales:
            square = nil
            entries = SupplyEntries(supply.values)
            output = supply.values.rowSums
        }
    }

    /// T X. Shape: products × columns → industries × columns.
    func callAsFunction(_ block: Matrix) throws(AccountsError) -> Matrix {
        guard let square else { return entries?.marketShares(of: block, output: output) ?? block }
        return try square.solving(block).scalingRows(by: output)
    }
}

extension SupplyUseTable {
    /// T of a product × product model, industry × product: how each industry's inputs go over to its products.
    ///
    /// For inspection; the models themselves do not form it. O(n³) for A and E, O(industries × cells of supply) for B.
    ///
    /// - Throws: as ``productByProduct(_:imports:)``.
    public func transformation(_ model: ProductModel) throws(AccountsError) -> LabelledMatrix<
        Industry, Product
    > {
        let identity = Matrix(rows: industries.count, columns: industries.count) { $0 == $1 ? 1 : 0 }
        return LabelledMatrix(
            rows: industries,
            columns: products,
            values: try ProductTransformation(model, of: supply)(identity)
        )
    }

    /// T of an industry × industry model, industry × product: how each product's sales go over to its makers.
    ///
    /// For inspection; the models themselves do not form it.
    ///
    /// - Throws: as ``industryByIndustry(_:imports:)``.
    public func transformation(_ model: IndustryModel) throws(AccountsError) -> LabelledMatrix<
        Industry, Product
    > {
        let identity = Matrix(rows: products.count, columns: products.count) { $0 == $1 ? 1 : 0 }
        return LabelledMatrix(
            rows: industries,
            columns: products,
            values: try IndustryTransformation(model, of: supply)(identity)
        )
    }
}

extension Matrix {
    /// M + N. Precondition: the sizes agree.
    func adding(_ other: Matrix) -> Matrix {
        Matrix(rows: rows, columns: columns, columnMajor: zip(columnMajor, other.columnMajor).map(+))
    }
}
