public import Accounts
import LinearAlgebra

/// A supply and use table taken to another year whose product totals nobody knows (SUT-RAS).
///
/// GRAS wants a total for every row. In a supply and use table these are the product outputs, known last of all; what is
/// known is that a product is supplied as much as it is used. SUT-RAS puts that identity in the totals' place. With
/// blocks d (domestic use), m (imported use and taxes), v (supply, industry by product) and factors r^d, r^m (rows of
/// use), r^v (industries), s (use columns) and r (all imports and taxes):
///
///     x^d_ij = r^d_i d_ij s_j         r^d_i = √(n_i / p_i),  p_i = Σ_j d_ij s_j,  n_i = Σ_k r^v_k v_ki
///     x^m_ij = r^m_i m_ij s_j         r^m_i = √(r m_i / Σ_j m_ij s_j)
///     x^v_ki = r^v_k v_ki / r^d_i     r^v_k from Σ_i x^v_ki = output,  s_j from Σ_i x^d_ij + Σ_i x^m_ij = use total
///     imports_i = r m_i / r^m_i       r from Σ_i imports_i = imports and taxes
///
/// Negative cells divide where positive ones multiply, as in GRAS. Value added is no part of it: use totals are without.
///
/// Source: United Nations (2018), Handbook on Supply and Use Tables and Input-Output Tables, ch. 18, par. 18.85–18.87;
/// Temurshoev & Timmer (2011).
public struct SupplyUseRAS<Product: Label, Producer: Label, User: Label, ImportRow: Label>: Sendable {
    /// Domestic products by user, projected.
    public let domesticUse: LabelledMatrix<Product, User>
    /// Imports and product taxes by user, projected.
    public let importedUse: LabelledMatrix<ImportRow, User>
    /// Supply by industry (rows) and product, projected.
    public let supply: LabelledMatrix<Producer, Product>
    /// Imports by product and product taxes, projected.
    public let imports: LabelledVector<ImportRow>
    /// The factors.
    public let factors: Factors
    /// Output plus imports and taxes less the use totals, as given.
    public let imbalance: Double
    /// Iterations; one scales products and imports, then industries, users and imports' sum.
    public let iterations: Int
    /// The product or import row whose supply and use lie furthest apart at the end; industries and users are met last.
    public let worst: BalancingReport.Deviation

    /// The factors of an iteration.
    public struct Factors: Sendable, Equatable {
        /// r^d, one a product.
        public var products: [Double]
        /// r^m, one an import row.
        public var imports: [Double]
        /// r^v, one an industry.
        public var industries: [Double]
        /// s, one a user.
        public var users: [Double]
        /// r.
        public var allImports: Double
    }

    /// A base year's blocks, in one unit.
    public struct Base: Sendable {
        /// Domestic products by user.
        public let domesticUse: LabelledMatrix<Product, User>
        /// Imported products by user, and a row of product taxes less subsidies where there is one.
        public let importedUse: LabelledMatrix<ImportRow, User>
        /// Supply by industry (rows) and product.
        public let supply: LabelledMatrix<Producer, Product>
        /// Total imports by product, and total product taxes.
        public let imports: LabelledVector<ImportRow>

        /// The blocks of a base year.
        public init(
            domesticUse: LabelledMatrix<Product, User>,
            importedUse: LabelledMatrix<ImportRow, User>,
            supply: LabelledMatrix<Producer, Product>,
            imports: LabelledVector<ImportRow>
        ) {
            self.domesticUse = domesticUse
            self.importedUse = importedUse
            self.supply = supply
            self.imports = imports
        }
    }

    /// Takes a base year to another year's totals.
    ///
    /// - Parameters:
    ///   - base: the base year's blocks.
    ///   - output: output by industry in the new year.
    ///   - use: use by user in the new year, without value added.
    ///   - importsAndTaxes: all imports and product taxes of the new year, one number.
    ///   - end: when to stop; `.scalings` counts iterations here, and the order is fixed.
    /// - Throws: `.accounts(.differ)`; `.cellNotFinite`; `.marginsDisagree` when output, imports and taxes do not add up
    ///   to use; `.oneSidedProduct`; `.marginOutOfReach`; `.marginsNotMet`.
    public init(
        _ base: Base,
        output: LabelledVector<Producer>,
        use: LabelledVector<User>,
        importsAndTaxes: Double,
        until end: BalancingEnd = .deviation()
    ) throws(RegionalisationError) {
        try Self.refuseOtherLabels(base, output, use)
        let totals = try Margins(rows: output.values + [importsAndTaxes], columns: use.values)
        var work = try SupplyUseScaling(base, output: output.values, use: use.values, total: importsAndTaxes)
        (iterations, worst) = try work.run(
            until: end,
            largest: (totals.rows + totals.columns).reduce(0) { max($0, abs($1)) }
        )
        let factors = work.factors
        self.factors = factors
        imbalance = totals.imbalance
        domesticUse = Self.scaled(base.domesticUse, factors.products, factors.users)
        importedUse = Self.scaled(base.importedUse, factors.imports, factors.users)
        supply = Self.scaled(base.supply, factors.industries, factors.products.map { 1 / $0 })
        imports = LabelledVector(
            base.imports.axis,
            zip(base.imports.values, factors.imports).map { $0 == 0 ? 0 : factors.allImports * $0 / $1 }
        )
    }

    private static func scaled<Row, Column>(
        _ table: LabelledMatrix<Row, Column>,
        _ rowFactors: [Double],
        _ columnFactors: [Double]
    ) -> LabelledMatrix<Row, Column> {
        LabelledMatrix(
            rows: table.rows,
            columns: table.columns,
            values: .init(rows: table.rows.count, columns: table.columns.count) { row, column in
                let (value, factor) = (table.values[row, column], rowFactors[row] * columnFactors[column])
                return value > 0 ? value * factor : value < 0 ? value / factor : 0
            }
        )
    }

    private static func refuseOtherLabels(
        _ base: Base,
        _ output: LabelledVector<Producer>,
        _ use: LabelledVector<User>
    ) throws(RegionalisationError) {
        let differences = [
            base.supply.columns.firstDifference(from: base.domesticUse.rows),
            base.supply.rows.firstDifference(from: output.axis),
            base.domesticUse.columns.firstDifference(from: use.axis),
            base.importedUse.columns.firstDifference(from: use.axis),
            base.importedUse.rows.firstDifference(from: base.imports.axis),
        ]
        if let difference = differences.compactMap(\.self).first { throw .accounts(.differ(difference)) }
    }
}
