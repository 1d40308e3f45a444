import LinearAlgebra

/// RAS: x_ij = r_i a_ij s_j with r_i = u_i / Σ_j a_ij s_j and s_j = v_j / Σ_i a_ij r_i, in turn.
///
/// Source: Miller & Blair (2009), §7.4. Full tables have ``FullRAS``.
struct RAS: Scaling {
    /// The free cells.
    let table: SparseMatrix
    let rows: [Double]
    let columns: [Double]
    private(set) var rowFactors: [Double]
    private(set) var columnFactors: [Double]
    private var mixing: AndersonMixing

    init(_ checks: BalancingChecks) {
        table = checks.cells.matrix(checks.cells.values)
        rows = checks.rows
        columns = checks.columns
        rowFactors = [Double](repeating: 1, count: table.rows)
        columnFactors = [Double](repeating: 1, count: table.columns)
        mixing = AndersonMixing(margins: rows)
    }

    mutating func scaleColumns() -> [Double] {
        let fit = table.columnsFitted(to: columns, rowFactors: rowFactors)
        columnFactors = fit.factors
        return fit.rowSums
    }

    /// A margin over a sum; 1 for a line without cells, whose margin is nothing. What rounding left below nothing of a
    /// margin that frozen cells take whole counts as nothing.
    static func factor(_ margin: Double, over sum: Double) -> Double {
        sum > 0 ? max(margin, 0) / sum : 1
    }

    func gatherRows() -> [Double] { table.rowSums(columnFactors: columnFactors) }

    func found(_ sums: [Double]) -> [Double] { zip(rowFactors, sums).map { $0 * $1 } }

    mutating func scaleRows(_ sums: [Double]) { rowFactors = zip(rows, sums).map(Self.factor) }

    mutating func scaleRowsAhead(_ sums: [Double]) {
        rowFactors = mixing.next(from: rowFactors, to: zip(rows, sums).map(Self.factor))
    }

    func foundColumns() -> [Double] {
        zip(table.transposedTimes(rowFactors), columnFactors).map { $0 * $1 }
    }
}
