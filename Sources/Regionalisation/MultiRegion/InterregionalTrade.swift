public import Accounts

/// How regions are taken to buy before their table is balanced: the share bought at home by a quotient or a calibrated
/// model, the rest by gravity.
///
///     z_ij^ss ∝ q_ij^s · z_ij^s,    z_ij^rs ∝ (1 − q_ij^s) · z_ij^s · g_i^rs  for r ≠ s
///     g_i^rs = x_i^r c_rs^−β / Σ_{t≠s} x_i^t c_ts^−β
///
/// z_ij^s is what industry j in s buys of i's products from the nation, q_ij^s at most 1 − ``leastShareFromElsewhere`` where
/// others make i too, c_rs the distance between the regions' centres. A
/// single krone of demand goes to the largest and nearest suppliers; β says how much nearness counts.
/// Source: Wilson (1970); Leontief & Strout (1963); Miller & Blair (2009), §8.6.
public struct InterregionalTrade: Sendable {
    /// The method for what is bought at home.
    public let method: QuotientMethod
    /// What "size" is in the quotients; output where the shares are calibrated.
    public let sizeMeasure: SizeMeasure
    /// Which flows the quotients are applied to.
    public let flowBasis: FlowBasis
    /// The fit, for the table's industries, when the method is `.calibrated`; with distances or without.
    public let purchases: PurchaseFit?
    /// Where the regions' centres lie, in the order of the accounts' regions; `nil` only where β is 0 and the fit
    /// knows no distances.
    public let positions: [GeographicPosition]?
    /// β: the exponent of distance.
    public let decay: Double

    /// The least that a region buys elsewhere of what others also make, as a share: with no trade at all in a product its
    /// surplus could go nowhere.
    public static let leastShareFromElsewhere = 1e-3

    /// A way of trading.
    public init(
        method: QuotientMethod,
        sizeMeasure: SizeMeasure,
        flowBasis: FlowBasis,
        purchases: PurchaseFit? = nil,
        positions: [GeographicPosition]?,
        decay: Double
    ) {
        self.method = method
        self.sizeMeasure = method == .calibrated ? .output : sizeMeasure
        self.flowBasis = method == .calibrated ? .domestic : flowBasis
        self.purchases = purchases
        self.positions = positions
        self.decay = decay
    }

    /// The same with another β.
    public func with(decay: Double) -> InterregionalTrade {
        InterregionalTrade(
            method: method,
            sizeMeasure: sizeMeasure,
            flowBasis: flowBasis,
            purchases: purchases,
            positions: positions,
            decay: decay
        )
    }
}
