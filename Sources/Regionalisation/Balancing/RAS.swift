/// RAS: x_ij = r_i a_ij s_j with r_i = u_i / Σ_j a_ij s_j and s_j = v_j / Σ_i a_ij r_i, in turn.
///
/// Source: Miller & Blair (2009), §7.4. Full tables have ``FullRAS``.
struct RAS: Scaling {
    let cells: FreeCells
    let rows: [Double]
    let columns: [Double]
    private(set) var rowFactors: [Double]
    private(set) var columnFactors: [Double]

    init(_ checks: BalancingChecks) {
        cells = checks.cells
        rows = checks.rows
        columns = checks.columns
        rowFactors = [Double](repeating: 1, count: cells.rows)
        columnFactors = [Double](repeating: 1, count: cells.columns)
    }

    mutating func scaleColumns() -> [Double] {
        var sums = [Double](repeating: 0, count: cells.rows)
        columnFactors = scaledColumns(&sums)
        return sums
    }

    private func scaledColumns(_ sums: inout [Double]) -> [Double] {
        var scaled = columnFactors
        // Every cell's row was counted from the table itself, so it is one of the rows.
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
                one += values[unchecked: index] * factors[unchecked: Int(indices[unchecked: index])]
                two += values[unchecked: index + 1] * factors[unchecked: Int(indices[unchecked: index + 1])]
                three += values[unchecked: index + 2] * factors[unchecked: Int(indices[unchecked: index + 2])]
                four += values[unchecked: index + 3] * factors[unchecked: Int(indices[unchecked: index + 3])]
                index += 4
            }
            var sum = (one + two) + (three + four)
            while index < end {
                sum += values[unchecked: index] * factors[unchecked: Int(indices[unchecked: index])]
                index += 1
            }
            let factor = Self.factor(columns[column], over: sum)
            scaled[column] = factor
            for index in first..<end {
                rowSums[unchecked: Int(indices[unchecked: index])] += values[unchecked: index] * factor
            }
        }
        return scaled
    }

    /// A margin over a sum; 1 for a line without cells, whose margin is nothing. What rounding left below nothing of a
    /// margin that frozen cells take whole counts as nothing.
    static func factor(_ margin: Double, over sum: Double) -> Double {
        sum > 0 ? max(margin, 0) / sum : 1
    }

    func gatherRows() -> [Double] {
        var sums = [Double](repeating: 0, count: cells.rows)
        let (values, indices) = (cells.values.span, cells.rowIndices.span)
        var rowSums = sums.mutableSpan
        for column in 0..<cells.columns {
            let factor = columnFactors[column]
            for index in cells.starts[column]..<cells.starts[column + 1] {
                rowSums[unchecked: Int(indices[unchecked: index])] += values[unchecked: index] * factor
            }
        }
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
    func scaledValues() -> [Double] {
        [Double](unsafeUninitializedCapacity: cells.values.count) { buffer, count in
            let (values, indices, factors) = (cells.values.span, cells.rowIndices.span, rowFactors.span)
            for column in 0..<cells.columns {
                let factor = columnFactors[column]
                for index in cells.starts[column]..<cells.starts[column + 1] {
                    let row = Int(indices[unchecked: index])
                    buffer.initializeElement(
                        at: index,
                        to: values[unchecked: index] * (factors[unchecked: row] * factor)
                    )
                }
            }
            count = cells.values.count
        }
    }
}
