/// GRAS that may turn whole lines over, such as changes in inventories.
///
/// A line whose cells have one sign and whose margin has the other gets the factor margin / sum, which is negative: all
/// its cells change sign. All other lines get GRAS's factor. A sign that has turned changes which cells are multiplied
/// and which divided, so the cells are scaled where they stand and there is no single factor per line at the end.
///
/// Source: Lenzen, Moran, Geschke & Kanemoto (2014), eqs. 5 and 6: r = Sgn(Σ_j G_j a_j) c / (P + N) where P or N is 0.
struct SignFlippingRAS: Scaling {
    private(set) var cells: FreeCells
    let rows: [Double]
    let columns: [Double]
    /// Lines that may turn.
    let flippableRows: Set<Int>
    let flippableColumns: Set<Int>
    private(set) var flipped: [TableLine] = []
    /// What the rows still have to be multiplied with, put into the cells on the next pass.
    private var pending: [Factor]

    /// What a line's cells are scaled by: the positive ones multiplied, the negative ones divided; or all multiplied.
    enum Factor {
        case keeping(Double)
        case turning(Double)

        /// The factor for a line with positive cells P, negative cells −N and margin `margin`.
        init(positive: Double, negative: Double, margin: Double, mayTurn: Bool) {
            let hasOneSign = (positive > 0) != (negative > 0)
            let sum = positive - negative
            self =
                hasOneSign && mayTurn && margin * sum < 0
                ? .turning(margin / sum)
                : .keeping(GRAS.factor(positive: positive, negative: negative, margin: margin))
        }

        func scaled(_ value: Double) -> Double {
            switch self {
            case .keeping(let factor): value > 0 ? value * factor : value < 0 ? value / factor : value
            case .turning(let factor): value * factor
            }
        }

        var turns: Bool { if case .turning = self { true } else { false } }
    }

    init(_ checks: BalancingChecks, rows flippableRows: Set<Int>, columns flippableColumns: Set<Int>) {
        cells = checks.cells
        rows = checks.rows
        columns = checks.columns
        self.flippableRows = flippableRows
        self.flippableColumns = flippableColumns
        pending = [Factor](repeating: .keeping(1), count: checks.cells.rows)
    }

    mutating func scaleColumns() -> GRAS.Parts {
        var parts = GRAS.Parts(
            positive: [Double](repeating: 0, count: cells.rows),
            negative: [Double](repeating: 0, count: cells.rows)
        )
        let isFull = cells.isFull
        for column in 0..<cells.columns {
            let (first, end) = (cells.starts[column], cells.starts[column + 1])
            var (positive, negative) = (0.0, 0.0)
            for index in first..<end {
                let value = pending[isFull ? index - first : Int(cells.rowIndices[index])].scaled(
                    cells.values[index]
                )
                cells.values[index] = value
                if value > 0 { positive += value } else { negative -= value }
            }
            let factor = Factor(
                positive: positive,
                negative: negative,
                margin: columns[column],
                mayTurn: flippableColumns.contains(column)
            )
            if factor.turns { flipped.append(.column(column)) }
            for index in first..<end {
                let row = isFull ? index - first : Int(cells.rowIndices[index])
                let value = factor.scaled(cells.values[index])
                cells.values[index] = value
                if value > 0 { parts.positive[row] += value } else { parts.negative[row] -= value }
            }
        }
        pending = [Factor](repeating: .keeping(1), count: cells.rows)
        return parts
    }

    func gatherRows() -> GRAS.Parts {
        var parts = GRAS.Parts(
            positive: [Double](repeating: 0, count: cells.rows),
            negative: [Double](repeating: 0, count: cells.rows)
        )
        cells.forEach { index, row, _ in
            let value = pending[row].scaled(cells.values[index])
            if value > 0 { parts.positive[row] += value } else { parts.negative[row] -= value }
        }
        return parts
    }

    func found(_ sums: GRAS.Parts) -> [Double] { zip(sums.positive, sums.negative).map { $0 - $1 } }

    mutating func scaleRows(_ sums: GRAS.Parts) {
        for row in rows.indices {
            let factor = Factor(
                positive: sums.positive[row],
                negative: sums.negative[row],
                margin: rows[row],
                mayTurn: flippableRows.contains(row)
            )
            if factor.turns { flipped.append(.row(row)) }
            pending[row] = factor
        }
    }

    func foundColumns() -> [Double] {
        var sums = [Double](repeating: 0, count: cells.columns)
        cells.forEach { index, row, column in sums[column] += pending[row].scaled(cells.values[index]) }
        return sums
    }

    /// The scaled cells.
    consuming func scaledValues() -> [Double] {
        var values = cells.values
        cells.forEach { index, row, _ in values[index] = pending[row].scaled(values[index]) }
        return values
    }
}
