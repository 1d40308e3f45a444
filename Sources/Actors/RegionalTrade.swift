public import Accounts

/// How a region's coefficients are made of the nation's: a_ij^r = min(share_ij · wanted_ij, a_ij^n).
///
/// An actor with another industry's technology buys that industry's inputs, but where its own industry does: what the
/// region supplies depends on who is there to buy, not on how the buyer works. A planned actor in an industry that the
/// region does not have yet is answered too.
public struct RegionalTrade: Sendable {
    /// The nation's domestic coefficients.
    public let national: LabelledMatrix<Industry, Industry>
    /// What the shares are shares of: the domestic coefficients, or the domestic and imported ones together.
    public let wanted: LabelledMatrix<Industry, Industry>
    /// The share of each purchase that the region supplies itself, between 0 and 1.
    public let shares: LabelledMatrix<Industry, Industry>

    /// Coefficients and shares on the same industries.
    public init(
        national: LabelledMatrix<Industry, Industry>,
        wanted: LabelledMatrix<Industry, Industry>,
        shares: LabelledMatrix<Industry, Industry>
    ) {
        self.national = national
        self.wanted = wanted
        self.shares = shares
    }

    /// What an actor with `technology`, filed under `industry`, buys of `seller` in the region per unit of output.
    subscript(seller: Industry, technology: Industry, industry: Industry) -> Double {
        let whole = national[seller, technology]
        return min(max(wanted[seller, technology] * shares[seller, industry], min(whole, 0)), max(whole, 0))
    }
}
