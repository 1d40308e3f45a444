/// Which further figures to coarsen or suppress so that one quantity is protected from one attacker.
///
/// A linear programme looks for two points with the quantity as far apart as asked, while the figures that this run can still
/// change are missed by as little as possible, every miss weighed by the figure's importance (the heuristic of Kelly, Golden
/// and Assad 1992 and Robertson 1993, for both ends at once, and with rounding): the figures it misses are in the way.
struct Repair {
    let table: SecretTable
    let rules: DisclosureRules

    /// How much worse it is to suppress a figure than to round it, for the same amount missed.
    private static let suppressionCost = 10.0

    /// Changes `pattern` so that `quantity` is protected from `attack`.
    ///
    /// - Returns: two points that fit all that is told by the new pattern, as far apart as asked; `nil` where nothing that
    ///   this run could suppress would do it.
    /// - Throws: `.solverFailed`.
    func protect(
        _ quantity: ProtectedQuantity,
        from attack: Attack,
        _ pattern: inout Pattern,
        beside fixed: [Knowledge]
    ) throws(DisclosureError) -> [[Double]]? {
        let knowledge = pattern.knowledge(of: table, rules, adjustable: true) + fixed
        let problem = AttackProblem(table, knowing: attack.knows, knowledge, joined: false)
        let target = problem.target(quantity, table)
        guard let points = try nearestMiss(problem, target) else { return nil }
        for row in problem.rows {
            guard let position = row.item, let base = pattern.bases[position] else { continue }
            var missed: [Double] = []
            for point in points {
                let value = row.value(at: point)
                // The programme keeps within a quarter of the tolerance, the audit's take half.
                if max(row.low - value, value - row.high) > row.tolerance * 0.4 {
                    missed.append((value - row.value(at: problem.truth)) * row.size)
                }
            }
            if !missed.isEmpty {
                pattern.bases[position] =
                    row.isByRule ? nil : wider(table.items[position], than: base, holding: missed)
            }
        }
        let changed = pattern.knowledge(of: table, rules, adjustable: false) + fixed
        let repaired = AttackProblem(table, knowing: attack.knows, changed, joined: true)
        return points.map { repaired.admitted($0) }
    }

    /// The next base that leaves the item's value possible when it is moved by so much; `nil` where that says nothing.
    private func wider(
        _ item: SecretTable.Item,
        than base: Double,
        holding moved: [Double]
    ) -> Double? {
        guard rules.coarsens, let widest = item.widestBase else { return nil }
        let figure = item.value + item.constant
        var base = base * RoundingBase.step
        while base <= widest {
            let interval = RoundingBase.interval(around: figure, base: base)
            if moved.allSatisfy({ interval.contains(figure + $0) }) { return base }
            base *= RoundingBase.step
        }
        return nil
    }

    private func nearestMiss(
        _ problem: AttackProblem,
        _ target: AttackProblem.Target
    ) throws(DisclosureError) -> [[Double]]? {
        let count = problem.upper.count
        var programme = Programme(upper: problem.upper + problem.upper)
        for row in problem.rows {
            for copy in [0, count] {
                let columns = row.columns.map { Int32($0 + copy) }
                guard let position = row.item else {
                    programme.rows.append(row.programRow(columns, row.elements, slack: 0.5))
                    continue
                }
                let first = Int32(programme.upper.count)
                let misses = misses(of: row, table.items[position], in: problem)
                programme.upper += misses.map(\.most)
                programme.objective += misses.map(\.cost)
                programme.rows.append(
                    row.programRow(
                        columns + (first..<Int32(programme.upper.count)),
                        row.elements + misses.map(\.sign),
                        slack: 0.25
                    )
                )
            }
        }
        let largest = target.elements.map(abs).max() ?? 1
        let elements = target.elements.map { $0 / largest }
        programme.rows.append(
            LinearProgram.Row(
                columns: target.columns.map { Int32($0) } + target.columns.map { Int32($0 + count) },
                elements: elements + elements.map(-),
                // A little more than asked, against rounding.
                low: target.asked * (1 + 1e-6) / largest,
                high: .infinity
            )
        )
        guard let point = try programme.optimum() else { return nil }
        return [Array(point[..<count]), Array(point[count..<(2 * count)])]
    }

    /// The ways to miss a figure from below and above: as far as rounding can go, which costs little, and further, where
    /// the figure must be suppressed.
    private func misses(
        of row: AttackProblem.Row,
        _ item: SecretTable.Item,
        in problem: AttackProblem
    ) -> [(sign: Double, most: Double, cost: Double)] {
        let cost = row.weight * item.importance
        // Nothing that anybody contributes could miss a figure by more than this.
        let most =
            zip(row.columns, row.elements).reduce(0) { $0 + abs($1.1) * problem.upper[$1.0] }
            + max(abs(row.low), abs(row.high))
        guard rules.coarsens, !row.isByRule, let widest = item.widestBase else {
            return [(1, most, cost), (-1, most, cost)]
        }
        let room = max(0, widest / row.size - (row.high - row.low)) / 2
        let dear = cost * Self.suppressionCost
        return [(1, room, cost), (-1, room, cost), (1, most, dear), (-1, most, dear)]
    }

    /// A programme as it is put together.
    private struct Programme {
        var upper: [Double]
        var objective: [Double]
        var rows: [LinearProgram.Row] = []

        init(upper: [Double]) {
            self.upper = upper
            objective = [Double](repeating: 0, count: upper.count)
        }

        func optimum() throws(DisclosureError) -> [Double]? {
            let dearest = objective.max() ?? 0
            var program = try LinearProgram(upper: upper, rows: rows)
            return try program.optimum(dearest > 0 ? objective.map { $0 / dearest } : objective)
        }
    }
}
