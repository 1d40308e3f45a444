public import Accounts

extension TechnicalCoefficients {
    /// What a part of the economy loses sight of when it is looked at alone: L^rr f − (I − A^rr)⁻¹ f.
    ///
    /// Demand for the part's own products sets production moving elsewhere, which buys from the part again.
    ///
    /// - Parameters:
    ///   - part: the sectors of the region.
    ///   - demand: final demand for those sectors.
    /// - Returns: output of the part's sectors, seen alone and seen in the whole.
    /// - Throws: `.accounts` when a sector is unknown or the axes disagree.
    /// Source: Miller & Blair (2009), §3.3.
    public func feedback(
        in part: Axis<Sector>,
        meeting demand: LabelledVector<Sector>
    ) throws(LeontiefError) -> (alone: LabelledVector<Sector>, inTheWhole: LabelledVector<Sector>) {
        let partMatrix = try joined { () throws(AccountsError) in
            for sector in part.labels { _ = try sectors.label(sector.code) }
            return matrix.submatrix(rows: part, columns: part)
        }
        let alone = try LeontiefSystem(TechnicalCoefficients(partMatrix)).output(meeting: demand).values
        let wholeDemand = LabelledVector(sectors) { part.contains($0) ? demand[$0] : 0 }
        let whole = try LeontiefSystem(self).output(meeting: wholeDemand).values
        return (alone, try joined { () throws(AccountsError) in try whole.selecting(part) })
    }
}
