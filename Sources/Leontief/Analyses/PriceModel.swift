public import Accounts

extension LeontiefSystem {
    /// p = (I − A')⁻¹ v: prices that cover value-added and other primary coefficients v, base 1.
    ///
    /// With the table's own coefficients every price is 1; with v + Δv, p is the index after a cost change that
    /// is passed on in full.
    ///
    /// - Throws: as ``multipliers(of:)``.
    /// Source: Miller & Blair (2009), §2.6.
    public func prices(
        covering primaryCoefficients: LabelledVector<Sector>
    ) throws(LeontiefError) -> LabelledVector<Sector> {
        try multipliers(of: primaryCoefficients)
    }

    /// (i'L)_j · f_j / x_j: net multipliers, which may be applied to total output without counting twice,
    /// because Σ_j net_j x_j = Σ_j x_j.
    ///
    /// - Throws: `.accounts(.differ)` when the axes disagree.
    /// Source: Oosterhaven & Stelder (2002), Journal of Regional Science 42.
    public func netMultipliers(
        finalDemand: LabelledVector<Sector>,
        output: LabelledVector<Sector>
    ) throws(LeontiefError) -> LabelledVector<Sector> {
        let gross = try multipliers(of: LabelledVector(sectors) { _ in 1 })
        return try joined { () throws(AccountsError) in
            let share = try finalDemand.combined(with: output) { $1 == 0 ? 0 : $0 / $1 }
            return try gross.combined(with: share, *)
        }
    }
}
