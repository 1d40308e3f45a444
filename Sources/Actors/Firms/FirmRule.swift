/// The named rules by which a reviewed ledger becomes a firm's account (docs/FIRM-ACCOUNTS.md), in the order they are applied.
public enum FirmRule: String, Sendable, Hashable, CaseIterable {
    /// Every amount of the books times one deflator, to the table's prices.
    case singleDeflation = "single-deflation"
    /// Capital goods are investment and no intermediate purchase.
    case capitalGoods = "capital-goods-are-investment"
    /// Sold fixed assets are no output.
    case assetSales = "sold-fixed-assets-are-no-output"
    /// Goods that are sold on are neither purchase nor output: the margin is.
    case goodsForResale = "goods-for-resale-leave-their-margin"
    /// Excise in the operating income is taken out of output and sales alike.
    case excise = "excise-taken-out-of-output"
    /// Parties' kroner above the annual accounts are scaled down to them.
    case annualAccountsAsFrame = "annual-accounts-as-frame"
    /// What the annual accounts have besides the parties' kroner is spread as the industry's.
    case restOfAnnualAccounts = "rest-of-annual-accounts-as-industry"
    /// The same of what names nobody, where there are no annual accounts.
    case namesNobody = "kroner-that-name-nobody-as-industry"
    /// Trade within the firm's group counts as any other.
    case intragroup = "intragroup-trade-counts"
    /// The other party is a firm of the cluster with books of its own.
    case withinCluster = "deliveries-within-the-cluster"
    /// A delivery that the buyer books as capital goods is final use.
    case investedByBuyer = "booked-as-investment-by-the-buyer"
    /// Foreign invoices are imports; by product, they are what the industry imports.
    case importsAsIndustry = "imports-by-product-as-industry"
    /// Of a trader's invoice the margin is trade's; the goods are of unknown makers, as the industry buys them.
    case tradeMargin = "traders-earn-the-margin"
    /// Product taxes at the industry's rate are taken out of what is invoiced at home.
    case productTaxes = "product-taxes-at-industry-rate"
    /// Where in the country a seller lies is unknown: as the industry buys of that seller.
    case placeAsIndustry = "unknown-place-as-industry-buys"
    /// What party sells or buys is unknown: spread as the industry's.
    case industryUnknown = "unknown-industry-as-industry"
    /// Where a buyer lies is unknown: spread as the industry's.
    case buyerPlaceUnknown = "unknown-place-of-buyer-as-industry"
    /// Credit notes exceed invoices in a cell: the cell joins what is spread as the industry's.
    case negativeCell = "negative-cell-as-industry"
    /// Traders pass goods on to users who are not known: spread as the industry's.
    case soldToTraders = "sold-to-traders-as-industry"
    /// Private persons are final use.
    case households = "private-persons-are-final-use"
    /// Parties abroad are final use: exports.
    case exports = "sold-abroad-is-export"
    /// Wages are the industry's share of value added.
    case wagesAsIndustry = "wages-as-industry"
    /// Taxes less subsidies on production follow the industry's output.
    case productionTaxesAsIndustry = "production-taxes-as-industry"
    /// Consumption of fixed capital follows the industry's output.
    case capitalConsumptionAsIndustry = "capital-consumption-as-industry"
    /// The operating surplus makes the column add up.
    case surplusCloses = "surplus-closes-the-account"
}

/// A rule, and the amount it met in one firm's account.
public struct FirmRuleUse: Sendable, Hashable {
    /// The rule.
    public let rule: FirmRule
    /// Purchases or sales; `nil` for output and primary inputs.
    public let side: TradeSide?
    /// MNOK in the table's prices, before other rules take out taxes, excise or resale; of cells below zero, after them.
    public let amount: Double
}
