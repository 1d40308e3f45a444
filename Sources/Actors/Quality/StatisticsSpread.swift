/// How far what the statistics say can be off, measured on the statistics themselves (docs/QUALITY.md).
public enum StatisticsSpread {
    /// σ of ln of a flow of an industry as a whole: what coefficients of Statistics Norway's tables 2012–2021 in 30 groups
    /// differ by from one year to the next, weighted by kroner, over √2.
    public static let industry = 0.14
    /// σ of ln of what a firm buys, where it is taken to be its industry in small: what the 65 industries lie around the
    /// coefficients of their group of 30 in 2019, weighted by kroner. A firm can be further off than an industry.
    public static let firm = 0.50
}
