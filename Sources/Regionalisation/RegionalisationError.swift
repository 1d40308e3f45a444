public import Accounts

/// Why a region could not be made out of the nation's table.
public enum RegionalisationError: Error, Sendable, Hashable {
    /// The parts do not belong together, or a figure is not there.
    case accounts(AccountsError)
    /// δ must lie in 0 ≤ δ < 1.
    case deltaOutside(Double)
    /// The industry has a size in the region, but none in the nation.
    case noNationalSize(industry: String, measure: String)
    /// A size that must not be negative is: a loss-making year can do that to value added.
    case negativeSize(region: String, industry: String, measure: String, value: Double)
    /// The region has no size at all.
    case emptyRegion(region: String, measure: String)
}

/// Runs a join of labelled figures and passes its refusal on.
func joined<Result>(
    _ join: () throws(AccountsError) -> Result
) throws(RegionalisationError) -> Result {
    do {
        return try join()
    } catch {
        throw .accounts(error)
    }
}
