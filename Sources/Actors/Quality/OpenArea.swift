import Accounts
import Leontief
import LinearAlgebra

/// One area's table with the firms taken out: what every derivative of its multipliers is made of.
///
/// With R what remains of the industries and all firms K taken out, per krone of firm k's output:
///
///     y_k = (I − A_RR)⁻¹ a_Rk        λ' = v_R'(I − A_RR)⁻¹        μ_k = v_k + λ'a_Rk
///     ∂μ_k/∂a_ij = λ_i y_kj          ∂μ_k/∂v_j = y_kj             i, j in R; for k's own column 1 stands for y_kj
struct OpenArea {
    /// The table.
    let table: AugmentedTable
    /// How many industries remain; the firms follow them.
    let rest: Int
    /// y_k, by firm.
    let responses: [[Double]]
    private let system: ExogenousOutputs<Sector>

    /// The table with its firms taken out.
    ///
    /// - Throws: `.leontief`.
    init(_ table: AugmentedTable) throws(ActorsError) {
        let rest = table.sectors.count - table.firms.count
        let firms = Array(table.sectors.labels[rest...])
        let system = try solved { () throws(LeontiefError) in
            try ExogenousOutputs(
                TechnicalCoefficients(flows: table.flows, output: table.output),
                chosen: firms
            )
        }
        responses = try solved { () throws(LeontiefError) in
            try system.following.outputs(meeting: firms.map(system.purchases.column)).map(\.values.values)
        }
        self.table = table
        self.rest = rest
        self.system = system
    }

    /// (I − A_RR)⁻¹ f for demands on what remains of the industries.
    ///
    /// - Throws: `.leontief`.
    func outputs(meeting demands: [[Double]]) throws(ActorsError) -> [[Double]] {
        let following = system.following
        return try solved { () throws(LeontiefError) in
            try following.outputs(meeting: demands.map { LabelledVector(following.sectors, $0) })
                .map(\.values.values)
        }
    }

    /// A row of values in this area.
    struct Valued {
        let row: MeasureRow
        /// Whether the values are the nation's.
        let isOfNation: Bool
        /// λ, with a zero for each firm: what firms deliver to each other is the chooser's to count.
        let upstream: [Double]
        /// μ, by firm.
        let multipliers: [Double]
        let closing: Double
    }

    /// λ and μ of rows of values, each the nation's or the region's.
    ///
    /// - Throws: `.accounts` when a row is on other sectors; `.leontief`.
    func valued(_ rows: [(row: MeasureRow, isOfNation: Bool)]) throws(ActorsError) -> [Valued] {
        for (row, _) in rows {
            if let difference = row.values.axis.firstDifference(from: table.sectors) {
                throw .accounts(.differ(difference))
            }
        }
        let following = system.following
        let answers = try solved { () throws(LeontiefError) in
            try following.multipliers(
                of: rows.map { LabelledVector(following.sectors, Array($0.row.values.values.prefix(rest))) }
            )
        }
        return zip(rows, answers).map { valued, answer in
            let row = valued.row
            let upstream = answer.values.values
            let multipliers = table.firms.indices.map { firm in
                let column = rest + firm
                let output = table.output.values[column]
                return upstream.indices.reduce(row.values.values[column]) { sum, seller in
                    output == 0 ? sum : sum + upstream[seller] * table.flows.values[seller, column] / output
                }
            }
            return Valued(
                row: row,
                isOfNation: valued.isOfNation,
                upstream: upstream + table.firms.map { _ in 0 },
                multipliers: multipliers,
                closing: row.closing
            )
        }
    }
}
