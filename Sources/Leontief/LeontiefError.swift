public import Accounts
public import LinearAlgebra

/// Why a Leontief calculation was refused.
public enum LeontiefError: Error, Sendable, Equatable {
    /// The parts do not belong together.
    case accounts(AccountsError)
    /// The linear system could not be factored or solved; `sector` names the row or pivot where one is known.
    case linearAlgebra(LinearAlgebraError, sector: String?)
    /// Meeting any demand would take ever more inputs (spectral radius of A ≥ 1). Listed are the sectors whose
    /// inputs reach or pass their output, with their column sums.
    case notProductive([SectorSum])
    /// The spectral radius of A lies between the two numbers: too close to one to tell on which side.
    case productivityUndecided(least: Double, most: Double)
    /// An iterative solution stopped getting better, and no factorisation could take over: the largest element of the
    /// residual relative to that of the right-hand side, after so many products with A.
    case notConverged(relativeResidual: Double, products: Int)
    /// The sector's own element of the Leontief inverse is zero; it cannot be thought away.
    case extractionUndefined(sector: String)
    /// A sector without output has inputs; its coefficients cannot be formed.
    case inputsWithoutOutput(sector: String, inputs: Double)
    /// A sector without output has sales; its allocation coefficients cannot be formed.
    case salesWithoutOutput(sector: String, sales: Double)
    /// A sector without output has an amount of a measure; per unit of output it would vanish.
    case amountWithoutOutput(sector: String, amount: Double)
    /// A region would buy more of itself than the nation buys at home.
    case regionExceedsNation(seller: String, buyer: String, region: Double, nation: Double)
    /// Households would spend all they earn or more, round after round, without end.
    case endlessConsumption(respentShare: Double)
    /// A share that must lie between 0 and 1.
    case shareOutside(name: String, value: Double)
    /// The demand's unit, year or valuation is not the table's.
    case wrongBasis(demand: String, Difference)
    /// The demand is for a sector that the region does not have.
    case noProduction(demand: String, sector: String, region: String)
}

/// A sector and the sum of its column of coefficients.
public struct SectorSum: Sendable, Hashable {
    /// The sector's code.
    public let sector: String
    /// Σ_i |a_ij|.
    public let sum: Double

    /// A sector and its column sum.
    public init(sector: String, sum: Double) {
        self.sector = sector
        self.sum = sum
    }
}

/// Runs a join of labelled figures and passes its refusal on.
func joined<Result>(_ join: () throws(AccountsError) -> Result) throws(LeontiefError) -> Result {
    do {
        return try join()
    } catch {
        throw .accounts(error)
    }
}
