extension AttackProblem {
    /// Widens `ranges` by linear programmes, as far as `effort` asks.
    ///
    /// - Throws: `.solverFailed`.
    func widen(_ ranges: inout AttackedRanges, _ effort: Attack.Effort) throws(DisclosureError) {
        let open = ranges.open
        guard !open.isEmpty, effort == .decided || (effort == .tried && open.count > 3) else { return }
        var program = try LinearProgram(upper: upper, rows: rows.map { $0.programRow })
        if open.count > 3 {
            // Many at once: a vertex of the attacker's polytope has many contributions at nothing.
            for most in [false, true] {
                var objective = [Double](repeating: 0, count: upper.count)
                for target in ranges.open {
                    let aim = ranges.targets[target]
                    for (column, element) in zip(aim.columns, aim.elements) {
                        objective[column] += element / aim.asked
                    }
                }
                try include(program.optimum(objective, most: most), in: &ranges)
            }
        }
        guard effort == .decided else { return }
        for target in ranges.open {
            let aim = ranges.targets[target]
            let largest = aim.elements.map(abs).max() ?? 1
            var objective = [Double](repeating: 0, count: upper.count)
            for (column, element) in zip(aim.columns, aim.elements) { objective[column] = element / largest }
            for most in [false, true] where !ranges.holds(target) {
                try include(program.optimum(objective, most: most), in: &ranges)
            }
            // One that is not protected is enough.
            if !ranges.holds(target) { return }
        }
    }

    private func include(
        _ point: [Double]?,
        in ranges: inout AttackedRanges
    ) throws(DisclosureError) {
        // The truth meets all rows, so a solver that finds no point has failed.
        guard let point else { throw .solverFailed(status: 1) }
        ranges.include(admitted(point))
    }
}

extension AttackProblem.Row {
    /// The row as the solver takes it, wider by half its tolerance: the solver's own is far below the other half.
    var programRow: LinearProgram.Row { programRow(columns.map { Int32($0) }, elements, slack: 0.5) }

    /// A row of other columns within the same limits, and `slack` of the tolerance.
    func programRow(_ columns: [Int32], _ elements: [Double], slack: Double) -> LinearProgram.Row {
        LinearProgram.Row(
            columns: columns,
            elements: elements,
            low: low - tolerance * slack,
            high: high + tolerance * slack
        )
    }
}
