/// RAS: x_ij = r_i a_ij s_j with r_i = u_i / Σ_j a_ij s_j and s_j = v_j / Σ_i a_ij r_i, in turn.
///
/// Source: Miller & Blair (2009), §7.4.
struct RAS: Scaling {
    let cells: FreeCells
    let rows: [Double]
    let columns: [Double]
    private(set) var rowFactors: [Double]
    private(set) var columnFactors: [Double]

    init(_ checks: BalancingChecks) throws(RegionalisationError) {
        cells = checks.cells
        rows = checks.rows
        columns = checks.columns
        rowFactors = [Double](repeating: 1, count: cells.rows)
        columnFactors = [Double](repeating: 1, count: cells.columns)
        for column in 0..<cells.columns {
            let first = cells.starts[column]
            for index in first..<cells.starts[column + 1] where cells.values[index] < 0 {
                let row = cells.isFull ? index - first : Int(cells.rowIndices[index])
                throw .negativeCell(row: .row(row), column: .column(column), value: cells.values[index])
            }
        }
    }

    mutating func scaleColumns() -> [Double] {
        var sums = [Double](repeating: 0, count: cells.rows)
        columnFactors = cells.isFull ? scaledFullColumns(&sums) : scaledSparseColumns(&sums)
        return sums
    }

    /// A full column: an inner product with r and a multiple added to the sums, eight cells at a time.
    private func scaledFullColumns(_ sums: inout [Double]) -> [Double] {
        var scaled = columnFactors
        let values = cells.values.span
        let factors = rowFactors.span
        var rowSums = sums.mutableSpan
        let height = cells.rows
        for column in 0..<cells.columns {
            let first = column * height
            var parts = SIMD8<Double>.zero
            var row = 0
            while row + 8 <= height {
                for lane in 0..<8 { parts[lane] += values[first + row + lane] * factors[row + lane] }
                row += 8
            }
            var sum = parts.sum()
            while row < height {
                sum += values[first + row] * factors[row]
                row += 1
            }
            let factor = Self.factor(columns[column], over: sum)
            scaled[column] = factor
            for row in 0..<height { rowSums[row] += values[first + row] * factor }
        }
        return scaled
    }

    private func scaledSparseColumns(_ sums: inout [Double]) -> [Double] {
        var scaled = columnFactors
        let values = cells.values.span
        let indices = cells.rowIndices.span
        let factors = rowFactors.span
        var rowSums = sums.mutableSpan
        for column in 0..<cells.columns {
            let (first, end) = (cells.starts[column], cells.starts[column + 1])
            // Four sums side by side, so that an addition need not wait for the one before it.
            var (one, two, three, four) = (0.0, 0.0, 0.0, 0.0)
            var index = first
            while index + 4 <= end {
                one += values[index] * factors[Int(indices[index])]
                two += values[index + 1] * factors[Int(indices[index + 1])]
                three += values[index + 2] * factors[Int(indices[index + 2])]
                four += values[index + 3] * factors[Int(indices[index + 3])]
                index += 4
            }
            var sum = (one + two) + (three + four)
            while index < end {
                sum += values[index] * factors[Int(indices[index])]
                index += 1
            }
            let factor = Self.factor(columns[column], over: sum)
            scaled[column] = factor
            for index in first..<end { rowSums[Int(indices[index])] += values[index] * factor }
        }
        return scaled
    }

    /// A margin over a sum; 1 for a line without cells, whose margin is nothing. What rounding left below nothing of a
    /// margin that frozen cells take whole counts as nothing.
    private static func factor(_ margin: Double, over sum: Double) -> Double {
        sum > 0 ? max(margin, 0) / sum : 1
    }

    func gatherRows() -> [Double] {
        var sums = [Double](repeating: 0, count: cells.rows)
        cells.forEach { index, row, column in sums[row] += cells.values[index] * columnFactors[column] }
        return sums
    }

    func found(_ sums: [Double]) -> [Double] { zip(rowFactors, sums).map { $0 * $1 } }

    mutating func scaleRows(_ sums: [Double]) {
        for row in sums.indices { rowFactors[row] = Self.factor(rows[row], over: sums[row]) }
    }

    func foundColumns() -> [Double] {
        var sums = [Double](repeating: 0, count: cells.columns)
        cells.forEach { index, row, column in
            sums[column] += rowFactors[row] * cells.values[index] * columnFactors[column]
        }
        return sums
    }

    /// The cells, scaled: the only time their values change.
    consuming func scaledValues() -> [Double] {
        var values = cells.values
        cells.forEach { index, row, column in values[index] *= rowFactors[row] * columnFactors[column] }
        return values
    }
}
