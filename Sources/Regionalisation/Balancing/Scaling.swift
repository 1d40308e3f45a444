/// One method's arithmetic: what a side's factors are, given the other side's.
///
/// A pass goes through the cells once. It makes each column meet its margin, given the row factors, and on the way adds
/// up what the rows then have; so one iteration reads the cells once, not twice.
protocol Scaling {
    /// What a pass leaves: enough to know every row's sum and its next factor.
    associatedtype RowSums

    /// Scales every column to its margin and gathers the rows.
    mutating func scaleColumns() -> RowSums
    /// The rows' sums without a change of any factor: for the beginning, and to know how columns stand at the end.
    func gatherRows() -> RowSums
    /// What the free cells of each row add up to.
    func found(_ sums: RowSums) -> [Double]
    /// Scales every row to its margin.
    mutating func scaleRows(_ sums: RowSums)
    /// Scales every row to where it is heading, which need not be its margin: there are fewer rounds to go from there.
    mutating func scaleRowsAhead(_ sums: RowSums)
    /// What the free cells of each column add up to.
    func foundColumns() -> [Double]
}

extension Scaling {
    mutating func scaleRowsAhead(_ sums: RowSums) { scaleRows(sums) }
}

/// Alternates the two sides of a ``Scaling`` until its margins are met, and says how well they are.
struct ScalingLoop {
    let checks: BalancingChecks
    let end: BalancingEnd
    /// Whether a cell's sign is settled from the start: only then does it say whether the margins can be met.
    let signsAreFixed: Bool

    /// After how many iterations without an end the margins are asked whether they can be met at all.
    private static let patience = 100

    /// Runs `scaling`.
    ///
    /// - Returns: the number of scalings and the line furthest from its margin.
    /// - Throws: `.outOfReach` when zeros and signs forbid the margins, `.marginsNotMet` after the last iteration.
    func run(
        _ scaling: inout some Scaling,
        rowsFirst: Bool
    ) throws(RegionalisationError) -> (scalings: Int, worst: BalancingReport.Deviation) {
        switch end {
        case .scalings(let count, let rowsFirst):
            return (count, fixed(&scaling, count, rowsFirst: rowsFirst))
        case .deviation(let share, let iterations):
            let largest = (checks.margins.rows + checks.margins.columns).reduce(0) { max($0, abs($1)) }
            var scalings = 0
            if rowsFirst {
                scaling.scaleRows(scaling.gatherRows())
                scalings += 1
            }
            var worst = BalancingReport.Deviation(line: .row(0), found: 0, wanted: 0)
            for iteration in 1...max(iterations, 1) {
                let sums = scaling.scaleColumns()
                scalings += 1
                worst = deviation(of: scaling.found(sums), on: .row)
                if worst.size <= share * largest { return (scalings, worst) }
                if iteration == Self.patience || iteration == iterations { try refuseIfImpossible() }
                scaling.scaleRowsAhead(sums)
                scalings += 1
            }
            throw .marginsNotMet(
                iterations: iterations,
                worst.line,
                found: worst.found,
                wanted: worst.wanted
            )
        }
    }

    private func fixed(
        _ scaling: inout some Scaling,
        _ count: Int,
        rowsFirst: Bool
    ) -> BalancingReport.Deviation {
        var sums = scaling.gatherRows()
        for position in 0..<count {
            if (position % 2 == 0) == rowsFirst {
                scaling.scaleRows(sums)
            } else {
                sums = scaling.scaleColumns()
            }
        }
        let endsWithRows = count > 0 && (count % 2 == 1) == rowsFirst
        return endsWithRows
            ? deviation(of: scaling.foundColumns(), on: .column)
            : deviation(of: scaling.found(sums), on: .row)
    }

    /// The line of a side whose free cells are furthest from what is left of its margin.
    private func deviation(of found: [Double], on side: TableLine.Side) -> BalancingReport.Deviation {
        let (wanted, margins, frozen) =
            side == .row
            ? (checks.rows, checks.margins.rows, checks.cells.frozenRows)
            : (checks.columns, checks.margins.columns, checks.cells.frozenColumns)
        var worst = 0
        // A sum that is no number is further off than any.
        for position in found.indices
        where !(abs(found[position] - wanted[position]) <= abs(found[worst] - wanted[worst])) {
            worst = position
            if found[position].isNaN { break }
        }
        guard found.indices.contains(worst) else {
            return .init(line: TableLine(side, 0), found: 0, wanted: 0)
        }
        return .init(
            line: TableLine(side, worst),
            found: found[worst] + frozen[worst],
            wanted: margins[worst]
        )
    }

    private func refuseIfImpossible() throws(RegionalisationError) {
        guard signsAreFixed else { return }
        var flow = MarginFlow(checks)
        guard let obstacle = flow.obstacle() else { return }
        throw .outOfReach(
            rows: obstacle.rows.map(TableLine.row),
            columns: obstacle.columns.map(TableLine.column),
            rowTotal: obstacle.rows.reduce(0) { $0 + checks.rows[$1] },
            columnTotal: obstacle.columns.reduce(0) { $0 + checks.columns[$1] }
        )
    }
}
