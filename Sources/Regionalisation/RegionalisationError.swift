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
    /// Too few official tables to learn from.
    case tooFewRegions(count: Int, least: Int)
    /// The fit of a purchase model has not come to rest.
    case calibrationFailed(iterations: Int)
    /// Where the regions lie is needed and not given, or two of them (this is one) lie in one place.
    case noPositions(region: String?)
    /// The purchase model has nothing for the industry.
    case noPurchaseParameters(industry: String, known: [String])
    /// I − A of a region's coefficients is singular or nearly so.
    case notSolvable
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
