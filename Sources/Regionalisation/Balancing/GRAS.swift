import Glibc

/// GRAS: x_ij = r_i a_ij s_j for positive cells, a_ij / (r_i s_j) for negative ones.
///
/// With p_j = Σ_i r_i a_ij over positive and n_j = Σ_i |a_ij| / r_i over negative cells of a column with margin v_j,
/// its factor is the positive root of s p_j − n_j / s = v_j:
///
///     s_j = (v_j + √(v_j² + 4 p_j n_j)) / 2 p_j,   and −n_j / v_j where p_j = 0
///
/// and the rows likewise. Sources: Junius & Oosterhaven (2003); Lenzen, Wood & Gallego (2007); for p = 0 Temurshoev,
/// Miller & Bouwmeester (2013).
struct GRAS: Scaling {
    let cells: FreeCells
    let rows: [Double]
    let columns: [Double]
    private(set) var rowFactors: [Double]
    private(set) var columnFactors: [Double]

    /// Positive and negative parts of the rows, before their own factor.
    struct Parts {
        var positive: [Double]
        var negative: [Double]
    }

    init(_ checks: BalancingChecks) {
        cells = checks.cells
        rows = checks.rows
        columns = checks.columns
        rowFactors = [Double](repeating: 1, count: cells.rows)
        columnFactors = [Double](repeating: 1, count: cells.columns)
    }

    /// The positive root of s p − n / s = v; 1 where there is nothing to scale.
    ///
    /// For v < 0 the same root is written 2n / (√(v² + 4pn) − v), where nothing cancels.
    static func factor(positive p: Double, negative n: Double, margin v: Double) -> Double {
        if p == 0 && n == 0 { return 1 }
        // Nothing of a line with one sign is left by a factor of 0, or by an infinite one where it divides.
        if p == 0 { return v < 0 ? -n / v : .infinity }
        if n == 0 { return max(v, 0) / p }
        let root = sqrt(v * v + 4 * p * n)
        return v >= 0 ? (v + root) / (2 * p) : 2 * n / (root - v)
    }

    mutating func scaleColumns() -> Parts {
        var parts = Parts(
            positive: [Double](repeating: 0, count: cells.rows),
            negative: [Double](repeating: 0, count: cells.rows)
        )
        let values = cells.values
        let isFull = cells.isFull
        for column in 0..<cells.columns {
            let (first, end) = (cells.starts[column], cells.starts[column + 1])
            var (positive, negative) = (0.0, 0.0)
            for index in first..<end {
                let factor = rowFactors[isFull ? index - first : Int(cells.rowIndices[index])]
                let value = values[index]
                if value > 0 { positive += value * factor } else { negative -= value / factor }
            }
            let factor = Self.factor(positive: positive, negative: negative, margin: columns[column])
            columnFactors[column] = factor
            for index in first..<end {
                let row = isFull ? index - first : Int(cells.rowIndices[index])
                let value = values[index]
                if value > 0 {
                    parts.positive[row] += value * factor
                } else {
                    parts.negative[row] -= value / factor
                }
            }
        }
        return parts
    }

    func gatherRows() -> Parts {
        var parts = Parts(
            positive: [Double](repeating: 0, count: cells.rows),
            negative: [Double](repeating: 0, count: cells.rows)
        )
        cells.forEach { index, row, column in
            let value = cells.values[index]
            if value > 0 {
                parts.positive[row] += value * columnFactors[column]
            } else {
                parts.negative[row] -= value / columnFactors[column]
            }
        }
        return parts
    }

    func found(_ sums: Parts) -> [Double] {
        rowFactors.indices.map { row in
            // A row of one sign has nothing of the other, and no factor of it.
            (sums.positive[row] > 0 ? rowFactors[row] * sums.positive[row] : 0)
                - (sums.negative[row] > 0 ? sums.negative[row] / rowFactors[row] : 0)
        }
    }

    mutating func scaleRows(_ sums: Parts) {
        for row in rows.indices {
            rowFactors[row] = Self.factor(
                positive: sums.positive[row],
                negative: sums.negative[row],
                margin: rows[row]
            )
        }
    }

    func foundColumns() -> [Double] {
        var sums = [Double](repeating: 0, count: cells.columns)
        cells.forEach { index, row, column in
            sums[column] += Self.scaled(cells.values[index], rowFactors[row], columnFactors[column])
        }
        return sums
    }

    private static func scaled(_ value: Double, _ rowFactor: Double, _ columnFactor: Double) -> Double {
        value > 0 ? rowFactor * value * columnFactor : value / rowFactor / columnFactor
    }

    /// The cells, scaled: the only time their values change.
    consuming func scaledValues() -> [Double] {
        var values = cells.values
        cells.forEach { index, row, column in
            values[index] = Self.scaled(values[index], rowFactors[row], columnFactors[column])
        }
        return values
    }
}
