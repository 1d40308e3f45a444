/// Balancing of free cells to margins, whatever table they come from.
///
/// A cell that is zero stays zero; a frozen cell keeps its value to the last bit and its amount is taken from the
/// margins before the rest is scaled (M-RAS: known cells are taken out, Miller & Blair 2009, §7.4.7).
enum Balancing {
    /// How the free cells change.
    enum Change {
        /// Every cell is multiplied by its row's factor and its column's.
        case factors(rows: [Double], columns: [Double])
        /// The cells' new values, in their order.
        case values([Double])
    }

    /// How the free cells change, and the report.
    ///
    /// - Throws: `.negativeCell` (RAS), `.marginOutOfReach`, `.disconnected`, `.outOfReach`, `.marginsNotMet`.
    static func balanced(
        _ cells: consuming FreeCells,
        to margins: Margins,
        by method: BalancingMethod,
        until end: BalancingEnd
    ) throws(RegionalisationError) -> (change: Change, report: BalancingReport) {
        let (rows, columns) = cells.remaining(of: margins)
        let checks = BalancingChecks(cells: cells, margins: margins, rows: rows, columns: columns)
        try refuseImpossible(checks, method)
        let loop = ScalingLoop(checks: checks, end: end, signsAreFixed: method.keepsSigns)
        switch method {
        case .ras where checks.cells.isFull:
            var scaling = FullRAS(checks)
            let ran = try loop.run(&scaling, rowsFirst: true)
            let done = report(checks, method, ran, (scaling.rowFactors, scaling.columnFactors))
            return (.values(scaling.scaledValues), done)
        case .ras:
            var scaling = RAS(checks)
            let ran = try loop.run(&scaling, rowsFirst: true)
            let done = report(checks, method, ran, (scaling.rowFactors, scaling.columnFactors))
            return (.factors(rows: scaling.rowFactors, columns: scaling.columnFactors), done)
        case .gras:
            var scaling = GRAS(checks)
            let ran = try loop.run(&scaling, rowsFirst: false)
            let done = report(checks, method, ran, (scaling.rowFactors, scaling.columnFactors))
            return (.values(scaling.scaledValues()), done)
        case .signFlipping(let rows, let columns):
            var scaling = SignFlippingRAS(checks, rows: rows, columns: columns)
            let ran = try loop.run(&scaling, rowsFirst: false)
            let done = report(checks, method, ran, flipped: scaling.flipped)
            return (.values(scaling.scaledValues()), done)
        }
    }

    private static func report(
        _ checks: BalancingChecks,
        _ method: BalancingMethod,
        _ ran: (scalings: Int, worst: BalancingReport.Deviation),
        _ factors: (rows: [Double], columns: [Double]) = ([], []),
        flipped: [TableLine] = []
    ) -> BalancingReport {
        BalancingReport(
            method: method,
            imbalance: checks.margins.imbalance,
            scaled: checks.margins.scaled,
            scalings: ran.scalings,
            worst: ran.worst,
            rowFactors: factors.rows,
            columnFactors: factors.columns,
            frozen: checks.cells.frozen,
            flipped: flipped
        )
    }

    private static func refuseImpossible(
        _ checks: BalancingChecks,
        _ method: BalancingMethod
    ) throws(RegionalisationError) {
        let signs = checks.signs()
        switch method {
        case .ras:
            try checks.refuseNegativeCells(signs)
            try checks.refuseUnreachable(signs)
        case .gras: try checks.refuseUnreachable(signs)
        case .signFlipping(let rows, let columns):
            // A line can turn itself, or its cells can be turned by the lines they cross.
            try checks.refuseUnreachable(signs) { line in
                line.side == .row
                    ? rows.contains(line.position) || !columns.isEmpty
                    : columns.contains(line.position) || !rows.isEmpty
            }
        }
        try checks.refuseDisagreeingBlocks(signs)
    }
}
