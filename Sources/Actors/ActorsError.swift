public import Accounts
public import Leontief

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
    /// A score of quality outside what it can be.
    case scoreOutOfRange(score: String, value: Double, range: ClosedRange<Double>)
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
