import Accounts
import Leontief
import LinearAlgebra

/// What differs between two systems with the same sectors taken out: what every firm's ``Decomposition`` shares.
///
/// The cells are compared and y = (I − A_RR)⁻¹ a_k solved once for all firms, whatever the rows of values.
struct SystemChange {
    /// R: the sectors that follow.
    let rest: Axis<Sector>
    /// K: those taken out that are asked of.
    let firms: [Sector]
    /// a_k, by firm.
    let bought: [(base: [Double], value: [Double])]
    /// y_k in the base, by firm.
    let responses: [[Double]]
    /// The cells among R that differ, by row.
    let cells: [[Cell]]

    /// A purchase per krone of the buyer's output.
    struct Cell {
        let column: Int
        let base: Double
        let value: Double
    }

    /// The change from `base` to `value`.
    ///
    /// - Throws: `.accounts(.differ)` when the systems have other sectors; `.leontief`.
    init(
        of firms: [Sector],
        from base: ExogenousOutputs<Sector>,
        to value: ExogenousOutputs<Sector>
    ) throws(ActorsError) {
        let rest = value.following.sectors
        if let difference = base.following.sectors.firstDifference(from: rest) {
            throw .accounts(.differ(difference))
        }
        let (before, after) = (
            base.following.coefficients.matrix.values, value.following.coefficients.matrix.values
        )
        cells = (0..<rest.count).map { row in
            (0..<rest.count).compactMap { column in
                let (before, after) = (before[row, column], after[row, column])
                return before == after ? nil : Cell(column: column, base: before, value: after)
            }
        }
        let columns = firms.map { base.purchases.column($0) }
        responses = try solved { () throws(LeontiefError) in
            try base.following.outputs(meeting: columns).map(\.values.values)
        }
        bought = zip(firms, columns).map { ($1.values, value.purchases.column($0).values) }
        self.rest = rest
        self.firms = firms
    }
}
