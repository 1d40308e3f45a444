import LinearAlgebra

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
        let (factors, sums) = scaledColumns()
        columnFactors = factors
        return sums
    }

    private func scaledColumns() -> (factors: [Double], rowSums: [Double]) {
        var sums: [Double] = []
        let factors = [Double](unsafeUninitializedCapacity: cells.columns) { buffer, count in
            let written = DisjointlyWritten(buffer)
            // Every column belongs to one part.
            sums = rowSums { column, values, indices in
                let factor = Self.factor(columns[column], over: sum(values, indices))
                written.buffer.initializeElement(at: column, to: factor)
                return factor
            }
            count = cells.columns
        }
        return (factors, sums)
    }

    /// Σ_i a_ij r_i of one column's cells.
    private func sum(_ values: Span<Double>, _ indices: Span<Int32>) -> Double {
        // Every cell's row was counted from the table itself, so it is one of the rows.
        let factors = rowFactors.span
        // Four sums side by side, so that an addition need not wait for the one before it.
        var (one, two, three, four) = (0.0, 0.0, 0.0, 0.0)
        var index = 0
        while index + 4 <= values.count {
            one += values[unchecked: index] * factors[unchecked: Int(indices[unchecked: index])]
            two += values[unchecked: index + 1] * factors[unchecked: Int(indices[unchecked: index + 1])]
            three += values[unchecked: index + 2] * factors[unchecked: Int(indices[unchecked: index + 2])]
            four += values[unchecked: index + 3] * factors[unchecked: Int(indices[unchecked: index + 3])]
            index += 4
        }
        var sum = (one + two) + (three + four)
        while index < values.count {
            sum += values[unchecked: index] * factors[unchecked: Int(indices[unchecked: index])]
            index += 1
        }
        return sum
    }

    /// Σ_j a_ij s_j, where `factorOf` gives s_j when its column is reached.
    ///
    /// Columns go to the cores in parts whose size depends on the table alone, each with row sums of its own; those are
    /// added in the parts' order. So the result is the same, bit for bit, on any number of threads.
    private func rowSums(
        _ factorOf: @Sendable (_ column: Int, _ values: Span<Double>, _ indices: Span<Int32>) -> Double
    ) -> [Double] {
        let (parts, size) = (partCount(of: cells.columns, size: columnsInAPart), columnsInAPart)
        let ofParts = [Double](unsafeUninitializedCapacity: max(parts, 1) * cells.rows) { buffer, count in
            buffer.initialize(repeating: 0)
            let written = DisjointlyWritten(buffer)
            // Every part has a stretch of its own.
            concurrently(parts) { index in
                let stretch = (index * cells.rows)..<((index + 1) * cells.rows)
                let own = UnsafeMutableBufferPointer(rebasing: written.buffer[stretch])
                var sums = own.mutableSpan
                for column in part(index, of: cells.columns, size: size) {
                    let range = cells.starts[column]..<cells.starts[column + 1]
                    let (values, indices) = (
                        cells.values.span.extracting(range), cells.rowIndices.span.extracting(range)
                    )
                    let factor = factorOf(column, values, indices)
                    for cell in 0..<values.count {
                        sums[unchecked: Int(indices[unchecked: cell])] += values[unchecked: cell] * factor
                    }
                }
            }
            count = max(parts, 1) * cells.rows
        }
        guard parts > 1 else { return ofParts }
        return (0..<cells.rows).map { row in
            (0..<parts).reduce(0) { $0 + ofParts[$1 * cells.rows + row] }
        }
    }

    /// Columns in a part of about 32 768 cells, but no fewer cells than there are rows to add up for it.
    private var columnsInAPart: Int {
        max(1, cells.columns * max(32_768, 4 * cells.rows) / max(cells.values.count, cells.columns, 1))
    }

    /// A margin over a sum; 1 for a line without cells, whose margin is nothing. What rounding left below nothing of a
    /// margin that frozen cells take whole counts as nothing.
    static func factor(_ margin: Double, over sum: Double) -> Double {
        sum > 0 ? max(margin, 0) / sum : 1
    }

    func gatherRows() -> [Double] { rowSums { column, _, _ in columnFactors[column] } }

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
        let size = columnsInAPart
        return [Double](unsafeUninitializedCapacity: cells.values.count) { buffer, count in
            let written = DisjointlyWritten(buffer)
            // Every cell belongs to one column, and every column to one part.
            concurrently(partCount(of: cells.columns, size: size)) { index in
                let (values, indices, factors) = (cells.values.span, cells.rowIndices.span, rowFactors.span)
                for column in part(index, of: cells.columns, size: size) {
                    let factor = columnFactors[column]
                    for cell in cells.starts[column]..<cells.starts[column + 1] {
                        let row = Int(indices[unchecked: cell])
                        written.buffer.initializeElement(
                            at: cell,
                            to: values[unchecked: cell] * (factors[unchecked: row] * factor)
                        )
                    }
                }
            }
            count = cells.values.count
        }
    }
}
