/// How trade with the rest of the country found its region.
public enum PlaceRule: String, Sendable, Hashable, CaseIterable {
    /// The register knows the partner's municipality.
    case register = "partner-county-in-register"
    /// The register puts the partner in a county that makes, or buys, too little of the product: as ``likeIndustry``.
    case tooSmall = "partner-county-too-small"
    /// Nothing is known of the partner's place: as the firm's industry trades with the other regions.
    case likeIndustry = "rest-of-country-as-industry"
}

/// A rule and what it met of a firm's trade.
public struct PlaceRuleUse: Sendable, Hashable {
    /// The firm's code.
    public let firm: String
    /// Purchases or sales.
    public let side: TradeSide
    /// The rule.
    public let rule: PlaceRule
    /// MNOK.
    public let amount: Double
}
