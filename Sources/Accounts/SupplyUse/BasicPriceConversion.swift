import LinearAlgebra

/// The steps from purchasers' prices to basic prices and from one origin to two.
struct BasicPriceConversion {
    let table: SupplyUseTable
    let assumptions: BasicPriceAssumptions
    /// The taxes taken out of the products' rows, by user.
    private(set) var taxes: [(item: ValuationItem, amounts: [Double])] = []
    private(set) var domestic: UserBlock
    private(set) var imported: UserBlock
    /// Imports by product, those bought abroad included.
    private(set) var imports: [Double]
    private(set) var rules: [AppliedRule] = []
    private let exports: [Bool]

    init(_ table: SupplyUseTable, _ assumptions: BasicPriceAssumptions) {
        self.table = table
        self.assumptions = assumptions
        imports = table.imports.values
        exports =
            table.industries.labels.map { _ in false }
            + table.categories.labels.map { $0.role == .exports }
        switch table.use {
        case .purchasers(let flows), .basic(let flows):
            domestic = UserBlock(flows)
            imported = domestic
        case .basicByOrigin(let domestic, let imported):
            self.domestic = UserBlock(domestic)
            self.imported = UserBlock(imported)
        }
    }

    mutating func run() throws(AccountsError) {
        if case .purchasers = table.use {
            takeOutTaxes()
            moveMargins()
        }
        switch table.use {
        case .purchasers, .basic: takeOutImports()
        case .basicByOrigin: break
        }
        try placeTerritory()
    }

    private func sparing(_ reach: BasicPriceAssumptions.Reach) -> [Bool] {
        reach == .allUses ? exports.map { _ in false } : exports
    }

    private mutating func takeOutTaxes() {
        let positions = items { !$0.role.isMargin }
        let spreads = positions.map { position in
            domestic.spreading(
                table.valuation.values.column(position),
                sparing: sparing(assumptions.productTaxes)
            )
        }
        for (position, spread) in zip(positions, spreads) {
            let item = table.valuation.columns.labels[position]
            taxes.append((item, spread.columnSums))
            domestic.add(spread, times: -1)
        }
        let touched = taxes.map { "\($0.item.code): \(assumptions.productTaxes.rawValue)" }
        note(AppliedRule("product-taxes-in-proportion-to-use", touched: touched))
    }

    private mutating func moveMargins() {
        let positions = items(where: \.role.isMargin)
        let everybody = sparing(.allUses)
        for position in positions {
            let margins = table.valuation.values.column(position)
            let paid = domestic.spreading(margins.map { max($0, 0) }, sparing: everybody)
            let received = margins.reduce(0) { $0 + max(-$1, 0) }
            domestic.add(paid, times: -1)
            if received > 0 {
                domestic.add(shares: margins.map { max(-$0, 0) / received }, times: paid.columnSums)
            }
        }
        let codes = positions.map { table.valuation.columns.labels[$0].code }
        note(AppliedRule("margins-in-proportion-to-use", touched: codes))
    }

    private mutating func takeOutImports() {
        imported = domestic.spreading(imports, sparing: sparing(assumptions.imports))
        domestic.add(imported, times: -1)
        note(AppliedRule("imports-in-proportion-to-use", touched: [assumptions.imports.rawValue]))
    }

    /// Keeps a rule that touched anything.
    private mutating func note(_ rule: AppliedRule) {
        if !rule.touched.isEmpty { rules.append(rule) }
    }

    private mutating func placeTerritory() throws(AccountsError) {
        for (row, adjustment) in table.territory.rows.labels.enumerated() {
            let isAbroad = adjustment.role == .residentsAbroad
            let placement = try shares(like: isAbroad ? imported : domestic)
            for (column, _) in table.categories.labels.enumerated() {
                let amount = table.territory.values[row, column]
                if amount == 0 { continue }
                for (product, share) in placement.enumerated() where share != 0 {
                    let user = table.industries.count + column
                    if isAbroad {
                        imported.add(amount * share, product: product, user: user)
                        imports[product] += amount * share
                    } else {
                        domestic.add(amount * share, product: product, user: user)
                    }
                }
            }
        }
        let place =
            switch assumptions.territory {
            case .onProduct(let code): code
            case .asHouseholdConsumption: FinalDemandCategory.Role.householdConsumption.rawValue
            }
        let touched = table.territory.rows.codes.map { "\($0) → \(place)" }
        note(AppliedRule("purchases-known-in-total-placed", touched: touched))
    }

    /// How an amount known in total falls on the products, summing to 1.
    private func shares(like block: UserBlock) throws(AccountsError) -> [Double] {
        switch assumptions.territory {
        case .onProduct(let code):
            let product = try table.products.label(code)
            return table.products.labels.map { $0 == product ? 1 : 0 }
        case .asHouseholdConsumption:
            var consumption = [Double](repeating: 0, count: table.products.count)
            for (column, category) in table.categories.labels.enumerated()
            where category.role == .householdConsumption {
                let first = (table.industries.count + column) * table.products.count
                for product in consumption.indices {
                    consumption[product] += max(block.amounts[first + product], 0)
                }
            }
            let total = consumption.reduce(0, +)
            guard total > 0 else {
                throw .lacks(role: FinalDemandCategory.Role.householdConsumption.rawValue)
            }
            return consumption.map { $0 / total }
        }
    }

    private func items(where wanted: (ValuationItem) -> Bool) -> [Int] {
        let labels = table.valuation.columns.labels
        return labels.indices.filter { wanted(labels[$0]) }
    }
}
