public import Accounts

/// How a region's coefficients are made of the nation's: a_ij^r = a_ij^n · share_ij.
///
/// An actor with another industry's technology buys that industry's inputs, but where its own industry does: what
/// the region supplies depends on who is there to buy, not on how the buyer works.
public struct RegionalTrade: Sendable {
    /// The nation's domestic coefficients.
    public let national: LabelledMatrix<Industry, Industry>
    /// The share of each purchase that the region supplies itself, between 0 and 1.
    public let shares: LabelledMatrix<Industry, Industry>

    /// Coefficients and shares on the same industries.
    public init(national: LabelledMatrix<Industry, Industry>, shares: LabelledMatrix<Industry, Industry>) {
        self.national = national
        self.shares = shares
    }

    /// What an actor with `technology`, filed under `industry`, buys of `seller` in the region per unit of output.
    subscript(seller: Industry, technology: Industry, industry: Industry) -> Double {
        national[seller, technology] * shares[seller, industry]
    }
}
