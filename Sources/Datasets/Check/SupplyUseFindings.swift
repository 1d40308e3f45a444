public import Accounts

/// What a check finds in a supply and use table.
public struct SupplyUseFindings: Sendable {
    /// Number of products.
    public let products: Int
    /// Number of industries.
    public let industries: Int
    /// Number of final demand categories.
    public let categories: Int
    /// How use is valued.
    public let valuation: PriceBasis
    /// Whether domestic and imported products stand apart.
    public let tellsOrigins: Bool
    /// Every product, industry and margin that is off at all, and how much is accepted.
    public let balance: SupplyUseBalance
    /// Products that nobody makes.
    public let productsWithoutOutput: [Product]
    /// Industries that make nothing.
    public let industriesWithoutOutput: [Industry]
    /// Output of products by other industries than the one that makes most of them, over all output; `nil` where
    /// nothing is produced.
    public let secondaryShare: Double?
    /// Negative cells of supply, by product and industry.
    public let negativeSupply: [TableFindings.Cell]
    /// Negative cells of use, by product and user; they may be as they should, in inventories.
    public let negativeUse: [TableFindings.Cell]

    /// Whether supply and use are balanced within their tolerance.
    public var isSound: Bool { balance.isBalanced }

    init(_ dataset: Dataset) throws(DatasetError) {
        let parts = try dataset.supplyUseParts()
        // Any imbalance is accepted here, so that an unbalanced table's other facts can be told too.
        let unlimited = SupplyUseTolerance(
            product: .infinity,
            industry: .infinity,
            reason: parts.tolerance.reason
        )
        let table = try dataset.building { () throws(AccountsError) in try parts.table(tolerance: unlimited) }
        products = table.products.count
        industries = table.industries.count
        categories = table.categories.count
        valuation = table.basis.valuation
        if case .basicByOrigin = table.use { tellsOrigins = true } else { tellsOrigins = false }
        balance = SupplyUseBalance(imbalances: table.balanceReport.imbalances, tolerance: parts.tolerance)
        productsWithoutOutput = table.productsWithoutOutput
        industriesWithoutOutput = table.industriesWithoutOutput
        secondaryShare = SupplyUseFindings.secondaryShare(of: table.supply)
        negativeSupply = SupplyUseFindings.negatives(table.supply)
        let use = table.use.total
        negativeUse =
            SupplyUseFindings.negatives(use.intermediate) + SupplyUseFindings.negatives(use.finalDemand)
    }

    private static func secondaryShare(of supply: LabelledMatrix<Product, Industry>) -> Double? {
        let output = supply.rowSums.sum
        guard output > 0 else { return nil }
        let main = supply.rows.labels.reduce(0) { $0 + (supply.row($1).values.max() ?? 0) }
        return 1 - main / output
    }

    private static func negatives<Row, Column>(_ block: LabelledMatrix<Row, Column>) -> [TableFindings.Cell] {
        block.rows.labels.flatMap { row in
            block.columns.labels.compactMap { column in
                let amount = block[row, column]
                return amount < 0
                    ? TableFindings.Cell(row: row.code, column: column.code, amount: amount) : nil
            }
        }
    }
}
