import LinearAlgebra

/// How far supply and use are from adding up.
public struct SupplyUseBalance: Sendable, Hashable {
    /// Every product, industry and margin that is off at all, in the table's order.
    public let imbalances: [Imbalance]
    /// What is accepted.
    public let tolerance: SupplyUseTolerance

    /// These imbalances, against `tolerance`.
    public init(imbalances: [Imbalance], tolerance: SupplyUseTolerance) {
        self.imbalances = imbalances
        self.tolerance = tolerance
    }

    /// Whether nothing is off by more than is accepted.
    public var isBalanced: Bool { imbalances.allSatisfy { !exceeds($0) } }

    /// Those off by more than is accepted.
    public var beyondTolerance: [Imbalance] { imbalances.filter(exceeds) }

    /// The largest deviation of a kind; 0 where nothing is off.
    public func largest(_ side: Imbalance.Side) -> Double {
        imbalances.lazy.filter { $0.side == side }.map { abs($0.difference) }.max() ?? 0
    }

    private func exceeds(_ imbalance: Imbalance) -> Bool {
        let accepted = imbalance.side == .industry ? tolerance.industry : tolerance.product
        // Written so that NaN counts as off balance.
        return !(abs(imbalance.difference) <= accepted)
    }

    /// One product, industry or margin that does not add up.
    public struct Imbalance: Sendable, Hashable {
        /// Which of the table's identities it breaks.
        public let side: Side
        /// The product, industry, valuation item or adjustment.
        public let code: String
        /// What is supplied: a product's supply, an industry's output; zero for what must add up to nothing.
        public let supply: Double
        /// What is used: a product's uses, an industry's inputs and value added; the sum of a margin.
        public let use: Double

        /// An imbalance.
        public init(side: Side, code: String, supply: Double, use: Double) {
            self.side = side
            self.code = code
            self.supply = supply
            self.use = use
        }

        /// Use less supply, in the table's unit.
        public var difference: Double { use - supply }

        /// The table's identities.
        public enum Side: String, Sendable, Hashable, CaseIterable {
            /// Supply of a product equals its use.
            case product
            /// Supply of a domestic product equals its use, where origins are told apart.
            case domesticProduct = "domestic_product"
            /// Imports of a product equal the use of them, where origins are told apart.
            case importedProduct = "imported_product"
            /// Output of an industry equals its inputs and value added.
            case industry
            /// A margin only moves value between products.
            case margin
            /// What non-residents buy here only moves from consumption to exports.
            case territory
        }
    }
}

/// How far supply and use may be off balance, and why that much.
public struct SupplyUseTolerance: Sendable, Hashable {
    /// Largest deviation of a product or a margin, in the table's unit.
    public let product: Double
    /// Largest deviation of an industry, in the table's unit.
    public let industry: Double
    /// Why: the publisher's rounding, for instance.
    public let reason: String

    /// A tolerance and its reason.
    public init(product: Double, industry: Double, reason: String) {
        self.product = product
        self.industry = industry
        self.reason = reason
    }
}

extension SupplyUseTable {
    /// Every deviation from the table's identities, accepted or not.
    public var balanceReport: SupplyUseBalance {
        var imbalances: [SupplyUseBalance.Imbalance] = []
        func note(
            _ side: SupplyUseBalance.Imbalance.Side,
            _ codes: [String],
            supply: [Double],
            use: [Double]
        ) {
            for (code, (supply, use)) in zip(codes, zip(supply, use)) where supply != use {
                imbalances.append(.init(side: side, code: code, supply: supply, use: use))
            }
        }
        let made = supply.values.rowSums
        switch use {
        case .purchasers(let flows):
            let supplied = zip(zip(made, imports.values), valuation.values.rowSums).map { $0.0 + $0.1 + $1 }
            note(.product, products.codes, supply: supplied, use: flows.rowSums)
        case .basic(let flows):
            note(.product, products.codes, supply: zip(made, imports.values).map(+), use: flows.rowSums)
        case .basicByOrigin(let domestic, let imported):
            note(.domesticProduct, products.codes, supply: made, use: domestic.rowSums)
            note(.importedProduct, products.codes, supply: imports.values, use: imported.rowSums)
        }
        let inputs = zip(use.total.intermediate.values.columnSums, primaryInputs.values.columnSums).map(+)
        note(.industry, industries.codes, supply: supply.values.columnSums, use: inputs)
        for (item, sum) in zip(valuation.columns.labels, valuation.values.columnSums) where item.role.isMargin
        {
            note(.margin, [item.code], supply: [0], use: [sum])
        }
        for (row, sum) in zip(territory.rows.labels, territory.values.rowSums)
        where row.role == .nonResidentsHere {
            note(.territory, [row.code], supply: [0], use: [sum])
        }
        return SupplyUseBalance(imbalances: imbalances, tolerance: tolerance)
    }

    func checkAxes() throws(AccountsError) {
        var differences = [
            imports.axis.firstDifference(from: products),
            valuation.rows.firstDifference(from: products),
            primaryInputs.columns.firstDifference(from: industries),
            finalDemandInputs.rows.firstDifference(from: primaryInputs.rows),
        ]
        func compare(_ flows: ProductFlows, with other: ProductFlows) {
            differences += [
                flows.intermediate.rows.firstDifference(from: products),
                flows.intermediate.columns.firstDifference(from: industries),
                flows.finalDemand.rows.firstDifference(from: products),
                flows.finalDemand.columns.firstDifference(from: other.finalDemand.columns),
                territory.columns.firstDifference(from: flows.finalDemand.columns),
                finalDemandInputs.columns.firstDifference(from: flows.finalDemand.columns),
            ]
        }
        switch use {
        case .purchasers(let flows), .basic(let flows): compare(flows, with: flows)
        case .basicByOrigin(let domestic, let imported):
            compare(domestic, with: imported)
            compare(imported, with: domestic)
        }
        if let difference = differences.compactMap(\.self).first { throw .differ(difference) }
        guard basis.valuation == use.valuation else {
            throw .differ(.priceBasis(basis.valuation, use.valuation))
        }
    }

    func checkValues() throws(AccountsError) {
        try supply.requireFinite()
        try valuation.requireFinite()
        try territory.requireFinite()
        try primaryInputs.requireFinite()
        try finalDemandInputs.requireFinite()
        for flows in use.parts {
            try flows.intermediate.requireFinite()
            try flows.finalDemand.requireFinite()
        }
        for product in products.labels where !imports[product].isFinite {
            throw .notFinite(row: product.code, column: "imports")
        }
        for (industry, output) in zip(industries.labels, industryOutput.values) where output < 0 {
            throw .negativeOutput(industry: industry.code, output: output)
        }
    }
}

extension SupplyUseTable.Use {
    /// The blocks of flows, as they are known.
    var parts: [SupplyUseTable.ProductFlows] {
        switch self {
        case .purchasers(let flows), .basic(let flows): [flows]
        case .basicByOrigin(let domestic, let imported): [domestic, imported]
        }
    }
}
