import Accounts
import Leontief

/// The tables' uncertain figures, and what each multiplier answers to them by.
struct UncertainModel {
    /// The multipliers there are.
    let scopes: [ScopedMultiplier]
    private let nation: OpenArea
    private let region: OpenArea?
    private let nationalRows: [OpenArea.Valued]
    private let regionalRows: [OpenArea.Valued]
    private let columns: [UncertainColumn]
    private let shares: UncertainShares?

    /// The model of tables on the same sectors.
    ///
    /// - Throws: `.accounts(.differ)` when a measure is on other sectors; `.leontief`.
    init(
        nation: AugmentedTable,
        region: AugmentedTable?,
        measures: [UncertainMeasure],
        statistics: StatisticsSpread
    ) throws(ActorsError) {
        let nation = try OpenArea(nation)
        var open: OpenArea?
        if let region { open = try OpenArea(region) }
        nationalRows = try nation.valued(
            measures.flatMap { ([$0.inRestOfCountry, $0.abroad].compactMap(\.self)).map { ($0, true) } }
        )
        let regionalRows =
            try open?.valued(measures.flatMap { [($0.inRegion, false), ($0.inRestOfCountry, true)] }) ?? []
        let columns = nation.table.sectors.labels.indices.map {
            UncertainColumn(at: $0, nation: nation, region: open, statistics)
        }
        let scopes = ScopedMultiplier.all(measures, hasRegion: open != nil)
        var shares: UncertainShares?
        if let open {
            let upstream = scopes.map { scope in
                (0..<open.rest).map { seller in
                    scope.regional.reduce(0) { $0 + $1.times * regionalRows[$1.row].upstream[seller] }
                }
            }
            shares = try UncertainShares(of: columns, in: open, upstream: upstream, statistics)
        }
        self.regionalRows = regionalRows
        self.columns = columns
        self.scopes = scopes
        self.shares = shares
        self.nation = nation
        self.region = open
    }

    /// The intervals of the firm at `position`, in the order of ``scopes``.
    func intervals(of firm: Int) -> [MultiplierInterval] {
        var effects = scopes.map { UncertainEffect(value: value(of: $0, firm: firm)) }
        addCells(of: firm, to: &effects)
        addMeasures(of: firm, to: &effects)
        shares?.add(of: firm, to: &effects)
        let sector = nation.table.sectors.labels[nation.rest + firm]
        let output = nation.table.firms[firm].output
        return effects.map { $0.interval(output.spread, .output(of: sector)) }
    }

    private func value(of scope: ScopedMultiplier, firm: Int) -> Double {
        scope.regional.reduce(0) { $0 + $1.times * regionalRows[$1.row].multipliers[firm] }
            + scope.national.reduce(0) { $0 + $1.times * nationalRows[$1.row].multipliers[firm] }
    }

    /// Every column with how often the firm sets it moving, in the region's table and the nation's.
    private func weights(of firm: Int) -> [(column: Int, region: Double, nation: Double)] {
        (0..<nation.rest).map { ($0, region?.responses[firm][$0] ?? 0, nation.responses[firm][$0]) }
            + [(nation.rest + firm, region == nil ? 0 : 1, 1)]
    }

    /// Purchases and the rows below them; and the firm's output, which moves all amounts that do not follow it.
    private func addCells(of firm: Int, to effects: inout [UncertainEffect]) {
        let own = nation.rest + firm
        var regional = [Double](repeating: 0, count: regionalRows.count)
        var national = [Double](repeating: 0, count: nationalRows.count)
        for weight in weights(of: firm) {
            for cell in columns[weight.column].cells {
                let isFixed = weight.column == own && cell.isFixed
                guard isFixed || !cell.factors.isZero else { continue }
                for row in regional.indices {
                    regional[row] = weight.region * cell.regionalLoad(regionalRows[row])
                }
                for row in national.indices {
                    national[row] = weight.nation * cell.nationalLoad(nationalRows[row])
                }
                for (index, scope) in scopes.enumerated() {
                    var load = 0.0
                    for term in scope.regional { load += term.times * regional[term.row] }
                    for term in scope.national { load += term.times * national[term.row] }
                    effects[index].add(load, cell.factors, isFixed: isFixed, cell.source)
                }
            }
        }
    }

    /// Jobs and tonnes of the sectors themselves.
    private func addMeasures(of firm: Int, to effects: inout [UncertainEffect]) {
        let (own, account) = (nation.rest + firm, nation.table.firms[firm])
        for weight in weights(of: firm) {
            let sector = nation.table.sectors.labels[weight.column]
            for (index, scope) in scopes.enumerated() {
                let (load, spread) = values(
                    of: scope,
                    in: weight.column,
                    region: weight.region,
                    nation: weight.nation
                )
                // What the firm does not tell is its industry's coefficient, a mean.
                let isTold =
                    weight.column == own && account.extensions[scope.column.measure.code] != nil
                effects[index].add(
                    load,
                    .init(spread: spread, isMean: !isTold),
                    isFixed: isTold,
                    .measure(of: sector)
                )
            }
        }
    }

    /// What a relative change of a measure's own figure in `column` moves, and the largest spread of it.
    private func values(
        of scope: ScopedMultiplier,
        in column: Int,
        region: Double,
        nation: Double
    ) -> (load: Double, spread: Double) {
        var (load, spread) = (0.0, 0.0)
        func count(_ valued: OpenArea.Valued, _ times: Double) {
            guard case .figures(let spreads) = valued.row.makeup else { return }
            load += times * valued.row.values.values[column]
            spread = max(spread, spreads.values[column])
        }
        for term in scope.regional { count(regionalRows[term.row], term.times * region) }
        for term in scope.national { count(nationalRows[term.row], term.times * nation) }
        return (load, spread)
    }
}
