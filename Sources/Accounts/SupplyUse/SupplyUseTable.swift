import LinearAlgebra

/// Supply and use of one year, product by industry: who makes what, and who buys it.
///
/// For products p, industries j and final demand categories k, all in one unit and year; products need not be as
/// many as industries:
/// - supply V (p × j) at basic prices, imports m (p) c.i.f., and the valuation items between basic and
///   purchasers' prices (margins, taxes, subsidies), W (p × item);
/// - use (p × j and p × k) at purchasers' prices, or at basic prices, where known with domestic and imported
///   products apart;
/// - primary inputs by industry: the components of value added, and where use is at basic prices the product
///   taxes the industries pay on what they buy.
///
/// A table that exists is balanced, within the tolerance it states:
/// - product p: Σⱼ V_pj + m_p [+ Σ W_p where use is at purchasers' prices] = Σⱼ U_pj + Σₖ Y_pk; with domestic and
///   imported use apart, each against its own supply;
/// - industry j: Σₚ V_pj = Σₚ U_pj + Σ primary inputs_j;
/// - margins: Σₚ W_p = 0, item by item; and what non-residents buy here leaves consumption for exports, Σₖ = 0.
///
/// Source: UN (2018), Handbook on Supply and Use Tables and Input-Output Tables, ch. 4–8.
public struct SupplyUseTable: Sendable {
    /// The area the table covers; "domestic" means this area.
    public let area: Region
    /// Unit, year and prices; the valuation is that of use. Supply is always at basic prices.
    public let basis: Basis
    /// V: what each industry makes of each product, basic prices.
    public let supply: LabelledMatrix<Product, Industry>
    /// m: imports by product, c.i.f.
    public let imports: LabelledVector<Product>
    /// W: what takes supply from basic to purchasers' prices, by product.
    public let valuation: LabelledMatrix<Product, ValuationItem>
    /// U and Y: what industries and final demand buy.
    public let use: Use
    /// Purchases known in total only, by category; no rows where the table has none.
    public let territory: LabelledMatrix<TerritoryAdjustment, FinalDemandCategory>
    /// Value added by component; with use at basic prices also product taxes.
    public let primaryInputs: LabelledMatrix<PrimaryInput, Industry>
    /// Product taxes on final demand, where use is at basic prices; otherwise zeros.
    public let finalDemandInputs: LabelledMatrix<PrimaryInput, FinalDemandCategory>
    /// How far products and industries may be off, and why.
    public let tolerance: SupplyUseTolerance
    /// Where the figures come from.
    public let provenance: Provenance
    /// The rules applied on the way here.
    public let rules: [AppliedRule]

    /// A balanced table.
    ///
    /// - Throws: `.differ` when the parts have other axes or `basis` another valuation than `use`; `.notFinite`;
    ///   `.negativeOutput`;
    ///   `.supplyUseNotBalanced` with every product, industry and margin off by more than the tolerance.
    public init(
        area: Region,
        basis: Basis,
        supply: LabelledMatrix<Product, Industry>,
        imports: LabelledVector<Product>,
        valuation: LabelledMatrix<Product, ValuationItem>,
        use: Use,
        territory: LabelledMatrix<TerritoryAdjustment, FinalDemandCategory>,
        primaryInputs: LabelledMatrix<PrimaryInput, Industry>,
        finalDemandInputs: LabelledMatrix<PrimaryInput, FinalDemandCategory>,
        tolerance: SupplyUseTolerance,
        provenance: Provenance,
        rules: [AppliedRule]
    ) throws(AccountsError) {
        self.area = area
        self.basis = basis
        self.supply = supply
        self.imports = imports
        self.valuation = valuation
        self.use = use
        self.territory = territory
        self.primaryInputs = primaryInputs
        self.finalDemandInputs = finalDemandInputs
        self.tolerance = tolerance
        self.provenance = provenance
        self.rules = rules
        try checkAxes()
        try checkValues()
        let report = balanceReport
        guard report.isBalanced else { throw .supplyUseNotBalanced(report) }
    }

    /// The products.
    public var products: Axis<Product> { supply.rows }

    /// The industries.
    public var industries: Axis<Industry> { supply.columns }

    /// The final demand categories.
    public var categories: Axis<FinalDemandCategory> { use.total.finalDemand.columns }

    /// q: domestic output of each product, Σⱼ V_pj, basic prices.
    public var productOutput: LabelledVector<Product> { supply.rowSums }

    /// g: output of each industry, Σₚ V_pj, basic prices.
    public var industryOutput: LabelledVector<Industry> { supply.columnSums }

    /// Gross value added at basic prices by industry: the sum of its components.
    public var valueAdded: LabelledVector<Industry> {
        primaryInputs.columnSums(of: \.role.isValueAdded)
    }

    /// Products that nobody here makes: nothing is divided by their output.
    public var productsWithoutOutput: [Product] {
        let output = productOutput
        return products.labels.filter { output[$0] == 0 }
    }

    /// Industries that make nothing.
    public var industriesWithoutOutput: [Industry] {
        let output = industryOutput
        return industries.labels.filter { output[$0] == 0 }
    }
}

extension SupplyUseTable {
    /// What is used, and what is known of its prices and origin.
    public enum Use: Sendable {
        /// Purchasers' prices, domestic and imported products together.
        case purchasers(ProductFlows)
        /// Basic prices, domestic and imported products together.
        case basic(ProductFlows)
        /// Basic prices, domestic and imported products apart.
        case basicByOrigin(domestic: ProductFlows, imported: ProductFlows)

        /// How the use is valued.
        public var valuation: PriceBasis {
            if case .purchasers = self { .purchasers } else { .basic }
        }

        /// Domestic and imported products together.
        public var total: ProductFlows {
            switch self {
            case .purchasers(let flows), .basic(let flows): flows
            case .basicByOrigin(let domestic, let imported): domestic + imported
            }
        }
    }

    /// What industries and final demand buy, by product.
    public struct ProductFlows: Sendable, Equatable {
        /// Intermediate use, product × industry.
        public let intermediate: LabelledMatrix<Product, Industry>
        /// Final use, product × category.
        public let finalDemand: LabelledMatrix<Product, FinalDemandCategory>

        /// Flows; the axes must be the table's own.
        public init(
            intermediate: LabelledMatrix<Product, Industry>,
            finalDemand: LabelledMatrix<Product, FinalDemandCategory>
        ) {
            self.intermediate = intermediate
            self.finalDemand = finalDemand
        }

        /// All uses of each product.
        var rowSums: [Double] {
            zip(intermediate.values.rowSums, finalDemand.values.rowSums).map(+)
        }

        /// Cell by cell. Precondition: both are a table's own, on its axes.
        static func + (one: ProductFlows, other: ProductFlows) -> ProductFlows {
            ProductFlows(
                intermediate: one.intermediate.adding(other.intermediate),
                finalDemand: one.finalDemand.adding(other.finalDemand)
            )
        }
    }
}

extension LabelledMatrix {
    /// Cell by cell with a matrix on the same axes.
    fileprivate func adding(_ other: LabelledMatrix) -> LabelledMatrix {
        LabelledMatrix(
            rows: rows,
            columns: columns,
            values: Matrix(rows: rows.count, columns: columns.count) {
                values[$0, $1] + other.values[$0, $1]
            }
        )
    }

    /// The sums of some of the rows, one number a column.
    func columnSums(of wanted: (Row) -> Bool) -> LabelledVector<Column> {
        let positions = rows.labels.indices.filter { wanted(rows.labels[$0]) }
        return LabelledVector(
            columns,
            columns.labels.indices.map { column in
                positions.reduce(0) { $0 + values[$1, column] }
            }
        )
    }
}
