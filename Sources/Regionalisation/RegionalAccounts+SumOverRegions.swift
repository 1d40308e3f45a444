public import Accounts

extension RegionalAccounts {
    /// The sum over the regions, industry by industry: the nation without the territory outside all regions.
    ///
    /// Quotients compare a region with this, not with a nation whose oil fields lie in no region.
    ///
    /// - Throws: `.accounts(.notPublished)` for a cell that is not known and was not filled.
    public func sumOverRegions(_ measure: Measure) throws(RegionalisationError) -> LabelledVector<Industry> {
        var sums = LabelledVector(industries) { _ in 0 }
        for region in regions.labels {
            sums = try joined { () throws(AccountsError) in
                try sums.combined(with: try vector(measure, region), +)
            }
        }
        return sums
    }
}
