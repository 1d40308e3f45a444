public import Accounts

/// A supply and use table typed by rows: everything that a test does not care about is filled in.
public struct SmallSupplyUse {
    /// The products.
    public var products: Axis<Product>
    /// The industries.
    public var industries: Axis<Industry>
    /// V, one row a product.
    public var supply: [[Double]]
    /// m; by default none.
    public var imports: [Double]
    /// The items between basic and purchasers' prices.
    public var items: [ValuationItem] = []
    /// W, one row a product.
    public var valuation: [[Double]]
    /// The categories.
    public var categories: [FinalDemandCategory]
    /// Use, one row a product: U and Y, domestic and imported together or domestic alone.
    public var use: (intermediate: [[Double]], finalDemand: [[Double]])
    /// Imported use, where it stands apart.
    public var importedUse: (intermediate: [[Double]], finalDemand: [[Double]])?
    /// How use is valued.
    public var valued = PriceBasis.basic
    /// Purchases known in total, one row an adjustment.
    public var territory: [(label: TerritoryAdjustment, amounts: [Double])] = []
    /// The primary inputs.
    public var inputs: [PrimaryInput]
    /// One row a primary input, one column an industry.
    public var primaryInputs: [[Double]]
    /// How far supply and use may be off.
    public var tolerance = SupplyUseTolerance(product: 1e-9, industry: 1e-9, reason: "typed exactly")

    /// A table at basic prices.
    public init(
        products: Axis<Product>,
        industries: Axis<Industry>,
        supply: [[Double]],
        imports: [Double]? = nil,
        categories: [FinalDemandCategory] = [.household],
        use: (intermediate: [[Double]], finalDemand: [[Double]]),
        importedUse: (intermediate: [[Double]], finalDemand: [[Double]])? = nil,
        inputs: [PrimaryInput],
        primaryInputs: [[Double]]
    ) {
        self.products = products
        self.industries = industries
        self.supply = supply
        self.imports = imports ?? supply.map { _ in 0 }
        valuation = supply.map { _ in [] }
        self.categories = categories
        self.use = use
        self.importedUse = importedUse
        self.inputs = inputs
        self.primaryInputs = primaryInputs
    }

    /// The table, if it balances.
    public func table() throws(AccountsError) -> SupplyUseTable {
        let categoryAxis = try Axis(categories)
        let inputAxis = try Axis(inputs)
        let basis = SmallTable.basis
        func flows(_ numbers: (intermediate: [[Double]], finalDemand: [[Double]]))
            -> SupplyUseTable.ProductFlows
        {
            SupplyUseTable.ProductFlows(
                intermediate: LabelledMatrix(products, industries, numbers.intermediate),
                finalDemand: LabelledMatrix(products, categoryAxis, numbers.finalDemand)
            )
        }
        let known: SupplyUseTable.Use =
            if let importedUse {
                .basicByOrigin(domestic: flows(use), imported: flows(importedUse))
            } else if valued == .basic {
                .basic(flows(use))
            } else {
                .purchasers(flows(use))
            }
        let rows = territory
        return try SupplyUseTable(
            area: SmallTable.nation,
            basis: Basis(unit: basis.unit, year: basis.year, valuation: valued),
            supply: LabelledMatrix(products, industries, supply),
            imports: LabelledVector(products, imports),
            valuation: LabelledMatrix(products, try Axis(items), valuation),
            use: known,
            territory: LabelledMatrix(rows: try Axis(rows.map(\.label)), columns: categoryAxis) {
                row,
                category in
                rows.first { $0.label == row }?.amounts[categories.firstIndex(of: category) ?? 0] ?? 0
            },
            primaryInputs: LabelledMatrix(inputAxis, industries, primaryInputs),
            finalDemandInputs: LabelledMatrix(rows: inputAxis, columns: categoryAxis) { _, _ in 0 },
            tolerance: tolerance,
            provenance: SmallTable.provenance,
            rules: []
        )
    }
}

/// Products known by these codes, which are their names too.
public func products(_ codes: [String]) throws(AccountsError) -> Axis<Product> {
    try Axis(codes.map { Product(code: $0, name: Name($0)) })
}
