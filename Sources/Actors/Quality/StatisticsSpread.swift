/// How far what the statistics say can be off, measured on the statistics themselves (docs/QUALITY.md).
public struct StatisticsSpread: Sendable, Hashable {
    /// σ of ln of a flow of an industry as a whole, for the year and classification of the table.
    public let industry: Double
    /// σ of ln(q/(1 − q)), q the share that a region supplies of what its industries buy of one seller: the seller's own.
    public let seller: Double
    /// The same for the whole region: its shares are all too high, or all too low.
    public let region: Double

    /// Spreads.
    public init(industry: Double, seller: Double, region: Double) {
        self.industry = industry
        self.seller = seller
        self.region = region
    }

    /// What was measured: coefficients of Statistics Norway's tables 2012–2021 in 30 groups from one year to the next,
    /// weighted by kroner, over √2; shares of Finnish regions left out of what predicts them, without distances.
    public static let measured = StatisticsSpread(industry: 0.14, seller: 0.41, region: 0.40)

    /// Statistics taken as exact.
    public static let none = StatisticsSpread(industry: 0, seller: 0, region: 0)

    /// σ of ln of what a firm buys, where it is taken to be its industry in small: what the 65 industries lie around the
    /// coefficients of their group of 30 in 2019, weighted by kroner. A firm can be further off than an industry.
    public static let firm = 0.50
}
