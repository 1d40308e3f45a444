public import Accounts

/// Why a region could not be made out of the nation's table.
public enum RegionalisationError: Error, Sendable, Hashable {
    /// The parts do not belong together, or a figure is not there.
    case accounts(AccountsError)
    /// δ must lie in 0 ≤ δ < 1.
    case deltaOutside(Double)
    /// A parameter of a quotient lies outside 0 to 1.
    case parameterOutside(name: String, value: Double)
    /// CHARM and pooling are shares of use, not quotients of sizes: they are made with the region's table.
    case notFromSizes(method: String)
    /// CHARM and pooling balance all use with output and imports; domestic flows alone will not do.
    case wantsTotalFlows(method: String)
    /// Output, use or trade of a product is below zero.
    case negativeAmount(what: String, product: String, value: Double)
    /// The propensity to cross-haul is not from 0 to 1: more is sold or bought abroad than there is to sell or use.
    case propensityOutside(product: String, value: Double)
    /// Kronenberg's original formula lets a region sell out more than it makes.
    case exportsAboveOutput(product: String, exports: Double, output: Double)
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

    /// Row and column margins add up to different amounts; no table has both.
    case marginsDisagree(rows: Double, columns: Double)
    /// A margin is NaN or infinite.
    case marginNotFinite(TableLine, Double)
    /// A cell is NaN or infinite.
    case cellNotFinite(row: TableLine, column: TableLine, value: Double)
    /// RAS takes no negative cells.
    case negativeCell(row: TableLine, column: TableLine, value: Double)
    /// A line's free cells cannot add up to what frozen cells leave of its margin: it has none (`hasCells` is false), or
    /// all have the other sign.
    case marginOutOfReach(TableLine, margin: Double, frozen: Double, hasCells: Bool)
    /// A block of rows and columns that shares no cell with the rest, whose own margins disagree.
    case disconnected(rows: [TableLine], columns: [TableLine], rowTotal: Double, columnTotal: Double)
    /// Zeros and signs stand in the way: these rows have cells in these columns only (negative cells the other way
    /// round), and the columns do not take as much as the rows bring.
    case outOfReach(rows: [TableLine], columns: [TableLine], rowTotal: Double, columnTotal: Double)
    /// A product is supplied and not used, or used and not supplied, so that no factor can balance it.
    case oneSidedProduct(TableLine, supply: Double, use: Double)
    /// The margins were not met within the iterations; the line furthest off.
    case marginsNotMet(iterations: Int, TableLine, found: Double, wanted: Double)
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
