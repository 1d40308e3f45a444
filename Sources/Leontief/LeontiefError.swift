public import Accounts
public import LinearAlgebra

/// Why a Leontief calculation was refused.
public enum LeontiefError: Error, Sendable, Equatable {
    /// The parts do not belong together.
    case accounts(AccountsError)
    /// The linear system could not be factored or solved; `sector` names the row or pivot where one is known.
    case linearAlgebra(LinearAlgebraError, sector: String?)
    /// A sector buys intermediate products for as much as, or more than, it produces: no productive economy.
    case inputsExceedOutput(sector: String, columnSum: Double)
    /// A sector without output has inputs; its coefficients cannot be formed.
    case inputsWithoutOutput(sector: String, inputs: Double)
    /// Households would spend all they earn or more, round after round, without end.
    case endlessConsumption(respentShare: Double)
    /// A share that must lie between 0 and 1.
    case shareOutside(name: String, value: Double)
    /// The demand's unit, year or valuation is not the table's.
    case wrongBasis(demand: String, Difference)
    /// The demand is for a sector that the region does not have.
    case noProduction(demand: String, sector: String, region: String)
}

/// Runs a join of labelled figures and passes its refusal on.
func joined<Result>(_ join: () throws(AccountsError) -> Result) throws(LeontiefError) -> Result {
    do {
        return try join()
    } catch {
        throw .accounts(error)
    }
}
