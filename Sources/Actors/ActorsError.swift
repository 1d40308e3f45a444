public import Accounts
public import Leontief
public import Regionalisation

/// Why the actor table could not be made.
public enum ActorsError: Error, Sendable, Equatable {
    /// The parts do not belong together.
    case accounts(AccountsError)
    /// The system without the actors could not be solved.
    case leontief(LeontiefError)
    /// The price's year or valuation is not the table's.
    case wrongPrice(actor: String, Difference)
    /// The price already is in the table's prices, and a deflator would change it.
    case needlessDeflator(actor: String, deflator: Double, year: Year)
    /// The actors of an industry produce more than the whole industry does in the area.
    case largerThanIndustry(
        actors: [String],
        industry: String,
        area: String,
        actorOutput: Double,
        industryOutput: Double
    )
    /// The firms' own jobs or tonnes are more than their whole industry has in the area.
    case measureExceedsIndustry(measure: String, actors: [String], industry: String, area: String)
    /// Firms do not fit into an area's table: the cells, and what is likely to be behind it.
    case firmsDoNotFit(CarvingRefusal)
    /// A firm's account cannot be put into a table by itself.
    case firmAccount(firm: String, FirmAccountFault)
    /// What remains of the industries could not be balanced to the parent's totals.
    case rebalancing(RegionalisationError)
    /// A score of quality outside what it can be.
    case scoreOutOfRange(score: String, value: Double, range: ClosedRange<Double>)
    /// A firm's account cannot be made of its books.
    case books(firm: String, BooksProblem)
}

/// Runs a join of labelled figures and passes its refusal on.
func joined<Result>(_ join: () throws(AccountsError) -> Result) throws(ActorsError) -> Result {
    do {
        return try join()
    } catch {
        throw .accounts(error)
    }
}

/// Runs a Leontief calculation and passes its refusal on.
func solved<Result>(_ solve: () throws(LeontiefError) -> Result) throws(ActorsError) -> Result {
    do {
        return try solve()
    } catch {
        throw .leontief(error)
    }
}
