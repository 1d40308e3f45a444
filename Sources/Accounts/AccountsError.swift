/// Why accounts could not be put together. Cases carry the facts; the command line puts them into words.
public enum AccountsError: Error, Sendable, Hashable {
    /// The code stands twice on an axis.
    case duplicateLabel(code: String)
    /// The code is not on the axis.
    case unknownLabel(code: String, known: [String])
    /// A concordance leaves the code without a target.
    case unmapped(code: String)
    /// A concordance has a target that nothing maps to.
    case noSource(target: String)
    /// Two tables that should join differ; this is the first difference.
    case differ(Difference)
    /// A cell holds NaN or an infinity.
    case notFinite(row: String, column: String)
    /// An industry's output is negative.
    case negativeOutput(industry: String, output: Double)
    /// Rows or columns are off balance by more than the table's stated tolerance; all of them are listed.
    case notBalanced(BalanceReport)
    /// The accounts do not have this year.
    case noSuchYear(Year, known: [Year])
    /// The region does not exist in the accounts of that year.
    case noSuchRegion(code: String, year: Year, known: [String])
    /// A figure that is needed was not published and no rule fills it.
    case notPublished(region: String, industry: String, measure: String)
    /// The table lacks a row or category the calculation stands on.
    case lacks(role: String)
    /// Products, industries or margins of a supply and use table are off balance by more than it states; all of
    /// them are listed.
    case supplyUseNotBalanced(SupplyUseBalance)
    /// The model solves with the supply table, which cannot be solved with.
    case supplyNotInvertible(model: SymmetricModel, SupplyObstacle)
    /// Imported products that nobody here makes: no industry's row can hold them.
    case noProducer(products: [String])
    /// There has been no region with this code.
    case unknownRegion(code: String)
    /// The region existed in none of the years asked for; `related` is what it became or was made of, where that is known.
    case regionNotThen(code: String, name: String, first: Int, last: Int?, asked: [Int], related: [String])
    /// A municipality went to another county, so that the counties' figures do not compare over that year.
    case municipalityMoved(code: String, name: String, year: Int, from: String, to: String)
    /// The counties of a year do not lie whole in those of another: these municipalities are elsewhere than the rest.
    case bordersDiffer(of: Int, asked: Int, moved: [MovedMunicipality])
}
