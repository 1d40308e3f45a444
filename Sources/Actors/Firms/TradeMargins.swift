public import Accounts

/// What part of what is paid for goods is the trader's and the carrier's, from a supply table at purchasers' prices.
///
/// With W⁺ the margins that goods carry, W⁻ what trade and transport earn of them, and q + m + W⁺ + t the goods' supply at
/// purchasers' prices (output, imports, margins, taxes less subsidies), over the products that carry margins:
///
///     trade share = Σ W⁺ · (W⁻ of trade / W⁻) / Σ (q + m + W⁺ + t)          transport share: the rest of W⁺
///     rate_i      = Σ W⁺ of i's products / Σ (q + m + W⁺ + t) of i's products      0 for what is not goods
///
/// Goods that never meet a trader are in the denominators, so that the share is low for what is bought from one.
/// Source: Eurostat (2008), Manual of Supply, Use and Input-Output Tables, ch. 6.
public struct TradeMargins: Sendable, Hashable {
    /// The share of a trader's invoice that is trade's own: 0–1.
    public let tradeShare: Double
    /// The share that is transport's.
    public let transportShare: Double
    /// The margin in each krone of an industry's goods at purchasers' prices, by the code of the study's industry.
    public let rates: [String: Double]
    /// The study's industries that earn transport margins.
    public let carriers: [Industry]

    /// The margins of `table`, whose products bear their industries' codes.
    ///
    /// - Parameter groups: from the table's industries to the study's.
    /// - Throws: `.unknownLabel` for a product that has no industry, `.lacks` for a table without margins.
    public init(
        of table: SupplyUseTable,
        groups: Concordance<Industry, Industry>
    ) throws(AccountsError) {
        let items = table.valuation.columns.labels
        let output = table.productOutput
        var goods = (margins: 0.0, supply: 0.0)
        var earned: [IndustryKind: Double] = [:]
        var byIndustry: [String: (margins: Double, supply: Double)] = [:]
        var carriers: [Industry] = []
        for product in table.products.labels {
            let industry = groups.target(of: try groups.source.label(product.code))
            let margins = items.reduce(0) { $1.role.isMargin ? $0 + table.valuation[product, $1] : $0 }
            let taxes = items.reduce(0) { $1.role.isMargin ? $0 : $0 + table.valuation[product, $1] }
            let supply = output[product] + table.imports[product] + margins + taxes
            let kind = IndustryKind(code: product.code)
            if margins < 0 {
                earned[kind, default: 0] -= margins
                if kind == .transport, !carriers.contains(industry) { carriers.append(industry) }
            } else if margins > 0 {
                goods.margins += margins
                goods.supply += supply
            }
            if kind == .goods {
                let known = byIndustry[industry.code] ?? (0, 0)
                byIndustry[industry.code] = (known.margins + margins, known.supply + supply)
            }
        }
        // In a fixed order, so that the last bit does not depend on hashing.
        let all = IndustryKind.allCases.reduce(0) { $0 + (earned[$1] ?? 0) }
        guard all > 0, goods.supply > 0 else { throw .lacks(role: ValuationItem.Role.margins.rawValue) }
        let share = goods.margins / goods.supply
        tradeShare = share * (earned[.trade] ?? 0) / all
        transportShare = share * (earned[.transport] ?? 0) / all
        rates = byIndustry.mapValues { $0.supply > 0 ? max($0.margins, 0) / $0.supply : 0 }
        self.carriers = carriers
    }

    /// Margins known from elsewhere.
    public init(
        tradeShare: Double,
        transportShare: Double,
        rates: [String: Double],
        carriers: [Industry]
    ) {
        self.tradeShare = tradeShare
        self.transportShare = transportShare
        self.rates = rates
        self.carriers = carriers
    }
}
