public import Accounts

/// A firm's year, as the table needs it: MNOK, the table's year and basic prices.
///
/// The two sides add up to output:
///
///     output = Σ purchases + unattributed purchases + Σ primary inputs        (imports are purchases from abroad)
///     output = Σ sales + unattributed sales
///
/// What no ledger tells is `nil` or unattributed, and is then spread as the firm's industry buys or sells.
public struct FirmAccount: Sendable {
    /// The actor's code.
    public let code: String
    /// The name shown.
    public let name: Name
    /// p: the industry whose accounts hold the firm.
    public let industry: Industry
    /// x_k: output at basic prices.
    public let output: Figure
    /// z_ik by seller and place, basic prices; `nil` when no supplier ledger tells.
    public let purchases: [FirmPurchase]?
    /// Purchases known only as a sum.
    public let unattributedPurchases: Figure
    /// z_kj and f_k by buyer and place; `nil` when no customer ledger tells.
    public let sales: [FirmSale]?
    /// Sales known only as a sum.
    public let unattributedSales: Figure
    /// Product taxes and components of value added, by the primary input's code; empty when nothing tells. Imports are
    /// purchases from abroad.
    public let primaryInputs: [String: Figure]
    /// Jobs, tonnes and the like by the extension's code, in its unit; what is missing follows the industry.
    public let extensions: [String: Figure]

    /// The account of the firm `code`.
    public init(
        code: String,
        name: Name,
        industry: Industry,
        output: Figure,
        purchases: [FirmPurchase]?,
        unattributedPurchases: Figure,
        sales: [FirmSale]?,
        unattributedSales: Figure,
        primaryInputs: [String: Figure],
        extensions: [String: Figure]
    ) {
        self.code = code
        self.name = name
        self.industry = industry
        self.output = output
        self.purchases = purchases
        self.unattributedPurchases = unattributedPurchases
        self.sales = sales
        self.unattributedSales = unattributedSales
        self.primaryInputs = primaryInputs
        self.extensions = extensions
    }
}

/// What a firm buys of an industry in a place.
public struct FirmPurchase: Sendable, Hashable {
    /// i: the selling industry.
    public let seller: Industry
    /// Where it sells from.
    public let from: TradePlace
    /// The code of the seller, where it is another firm of the cluster.
    public let firm: String?
    /// MNOK, basic prices.
    public let figure: Figure

    /// A purchase from `seller`.
    public init(seller: Industry, from: TradePlace, firm: String? = nil, figure: Figure) {
        self.seller = seller
        self.from = from
        self.firm = firm
        self.figure = figure
    }
}

/// What a firm sells to an industry or to final use in a place.
public struct FirmSale: Sendable, Hashable {
    /// j: the buying industry; `nil` for final use (households, investment, exports).
    public let buyer: Industry?
    /// Where the buyer is.
    public let to: TradePlace
    /// The code of the buyer, where it is another firm of the cluster.
    public let firm: String?
    /// MNOK, basic prices.
    public let figure: Figure

    /// A sale to `buyer`.
    public init(buyer: Industry?, to: TradePlace, firm: String? = nil, figure: Figure) {
        self.buyer = buyer
        self.to = to
        self.firm = firm
        self.figure = figure
    }
}

/// Where a firm's trading partner is, seen from the firm's region.
public enum TradePlace: String, Sendable, Hashable, CaseIterable {
    /// In the region.
    case region
    /// In the rest of the country.
    case restOfCountry = "rest_of_country"
    /// Abroad.
    case abroad
}
