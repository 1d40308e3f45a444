public import Accounts
import Leontief

/// What a firm's multiplier in one column is made of, cell by cell of its own account: linear, once the rest of the table is
/// known.
///
///     μ_k = constant + Σ_i region_i z_ik,region / x_k + Σ_i elsewhere_i z_ik,rest / x_k + abroad m_k / x_k + wages w_k / x_k
public struct MultiplierLoads: Sendable {
    /// By seller, per krone bought in the region; in a model of the nation alone, in the nation.
    public let region: LabelledVector<Sector>
    /// By seller, per krone bought in the rest of the country.
    public let elsewhere: LabelledVector<Sector>
    /// Per krone imported.
    public let abroad: Double
    /// Per krone of wages.
    public let wages: Double
    /// v_k: what arises in the firm itself, per krone of its output; it is no part of the formula above.
    public let own: Double
    /// What each krone bought takes from the firm's own value added: −1 or nothing. It is in the loads.
    public let closing: Double
}

extension ActorSystems {
    /// The loads of the actor `code` in `column`; `nil` where there is no such actor or column.
    public func loads(
        of code: String,
        in column: ActorTable.Column,
        imports: Double
    ) -> MultiplierLoads? {
        guard let terms = columns.first(where: { $0.column == column })?.terms,
            let actor = nation.actors.first(where: { $0.code == "actor:" + code })
        else { return nil }
        let sectors = nation.output.axis
        var regional = [Double](repeating: 0, count: sectors.count)
        var national = regional
        var own = 0.0
        var value = 0.0
        for term in terms {
            let row = rows[term.row]
            for (sector, weight) in zip(row.weights.axis.labels, row.weights.values) {
                guard let place = sectors.position(sector.code) else { continue }
                if row.isRegional {
                    regional[place] += term.sign * weight
                } else {
                    national[place] += term.sign * weight
                }
            }
            own += term.sign
            value += term.sign * row.values[actor]
        }
        let closing = column.measure == .valueAdded ? -own : 0
        let isImported = column.measure == .imports || column.scope == .abroad
        return MultiplierLoads(
            region: LabelledVector(sectors, zip(regional, national).map { $0 + $1 + closing }),
            elsewhere: LabelledVector(sectors, national.map { $0 + closing }),
            abroad: closing + (isImported && imports > 0 ? value * nation.output[actor] / imports : 0),
            wages: column.measure == .compensation ? own : 0,
            own: value,
            closing: closing
        )
    }
}
