public import Accounts
import LinearAlgebra

/// The mixed model: some sectors' *outputs* are given, the others' follow (METHOD §8).
///
/// With K the sectors whose output is chosen elsewhere (an optimiser, a contract) and R the rest:
///
///     x_R = (I − A_RR)⁻¹ (A_RK x_K + f_R)
///     μ_k = v_k + v_R'(I − A_RR)⁻¹ a_Rk     and exactly     v'x = Σ_k μ_k x_k + v_R'(I − A_RR)⁻¹ f_R
///
/// Flows among K are left out of μ: they are carried by whoever chooses the outputs, so nothing is counted
/// twice. Final-demand multipliers applied to outputs would.
///
/// Source: Miller & Blair (2009), §13.2.
public struct ExogenousOutputs<Sector: Label>: Sendable {
    /// K: the sectors whose outputs are given.
    public let chosen: Axis<Sector>
    /// R: the sectors that follow, as a system of their own.
    public let following: LeontiefSystem<Sector>
    /// A_RK: what the chosen sectors buy of the others.
    public let purchases: LabelledMatrix<Sector, Sector>

    /// Takes `chosen` out of the system.
    ///
    /// - Throws: `.accounts(.unknownLabel)` for a sector that is not there, and as ``LeontiefSystem/init(_:)``.
    public init(
        _ coefficients: TechnicalCoefficients<Sector>,
        chosen: [Sector]
    ) throws(LeontiefError) {
        let matrix = coefficients.matrix
        let (chosenAxis, rest) = try joined { () throws(AccountsError) in
            for sector in chosen { _ = try coefficients.sectors.label(sector.code) }
            let axis = try Axis(chosen)
            return (axis, try Axis(coefficients.sectors.labels.filter { !axis.contains($0) }))
        }
        self.chosen = chosenAxis
        purchases = matrix.submatrix(rows: rest, columns: chosenAxis)
        following = try LeontiefSystem(TechnicalCoefficients(matrix.submatrix(rows: rest, columns: rest)))
    }

    /// μ: value per unit of a chosen sector's output, its own included, for a row v over all sectors.
    ///
    /// - Throws: `.accounts(.unknownLabel)` when the row lacks a sector.
    public func multipliers(of values: LabelledVector<Sector>) throws(LeontiefError) -> LabelledVector<Sector>
    {
        try multipliers(of: values, weights: weights(of: [values])[0])
    }

    /// w' = v_R'(I − A_RR)⁻¹ for rows v over all sectors, solved together: what a krone bought of each sector that
    /// follows sets moving.
    ///
    /// - Throws: `.accounts(.unknownLabel)` when a row lacks a sector.
    public func weights(
        of rows: [LabelledVector<Sector>]
    ) throws(LeontiefError) -> [LabelledVector<Sector>] {
        let ofFollowing = try joined { () throws(AccountsError) in
            var parts: [LabelledVector<Sector>] = []
            for row in rows { parts.append(try row.selecting(purchases.rows)) }
            return parts
        }
        return try following.multipliers(of: ofFollowing).map(\.values)
    }

    /// μ = v_K + A_RK'w, with the weights w of the same row.
    ///
    /// - Throws: `.accounts(.unknownLabel)` when the row lacks a sector.
    public func multipliers(
        of values: LabelledVector<Sector>,
        weights: LabelledVector<Sector>
    ) throws(LeontiefError) -> LabelledVector<Sector> {
        try joined { () throws(AccountsError) in
            try purchases.transposedTimes(weights).combined(with: values.selecting(chosen), +)
        }
    }

    /// x_R: output of the sectors that follow, for chosen outputs x_K and final demand f_R for the others.
    ///
    /// - Throws: `.accounts(.differ)` when the axes disagree.
    public func output(
        chosen outputs: LabelledVector<Sector>,
        demand: LabelledVector<Sector>
    ) throws(LeontiefError) -> LabelledVector<Sector> {
        let needed = try joined { () throws(AccountsError) in
            try purchases.times(outputs).combined(with: demand, +)
        }
        return try following.output(meeting: needed).values
    }
}

extension LabelledMatrix {
    /// The cells of some of the rows and columns. Precondition: they are on the axes.
    package func submatrix(rows: Axis<Row>, columns: Axis<Column>) -> LabelledMatrix {
        LabelledMatrix(rows: rows, columns: columns) { self[$0, $1] }
    }
}

extension LabelledVector {
    /// The numbers of some of the labels.
    package func selecting(_ part: Axis<Element>) throws(AccountsError) -> LabelledVector {
        for label in part.labels { _ = try axis.label(label.code) }
        return LabelledVector(part) { self[$0] }
    }
}
