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
    private let statistics: StatisticsSpread

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
        regionalRows =
            try open?.valued(measures.flatMap { [($0.inRegion, false), ($0.inRestOfCountry, true)] }) ?? []
        columns = nation.table.sectors.labels.indices.map {
            UncertainColumn(at: $0, nation: nation, region: open, statistics)
        }
        scopes = ScopedMultiplier.all(measures, hasRegion: open != nil)
        self.nation = nation
        self.region = open
        self.statistics = statistics
    }

    /// The intervals of the firm at `position`, in the order of ``scopes``.
    func intervals(of firm: Int) -> [MultiplierInterval] {
        var effects = scopes.map { Effect(value: value(of: $0, firm: firm)) }
        addCells(of: firm, to: &effects)
        addMeasures(of: firm, to: &effects)
        addShares(of: firm, to: &effects)
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
    private func addCells(of firm: Int, to effects: inout [Effect]) {
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
    private func addMeasures(of firm: Int, to effects: inout [Effect]) {
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
                let isOwn = weight.column == own
                effects[index].add(
                    load,
                    .init(spread: spread, isMean: !isOwn),
                    isFixed: isOwn && account.extensions[scope.column.measure.code] != nil,
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

    /// The shares that the region supplies: each seller's the same for all that buy as the statistics say, and the level.
    private func addShares(of firm: Int, to effects: inout [Effect]) {
        guard region != nil else { return }
        var moved = [UncertainColumn.Movable](repeating: .init(), count: nation.rest)
        for weight in weights(of: firm) {
            let movable = columns[weight.column].movable
            for seller in moved.indices {
                moved[seller].slope += weight.region * movable[seller].slope
                moved[seller].curvature += weight.region * movable[seller].curvature
            }
        }
        for (index, scope) in scopes.enumerated() {
            var level = UncertainColumn.Movable()
            for (seller, movable) in moved.enumerated() {
                let upstream = scope.regional.reduce(0) {
                    $0 + $1.times * regionalRows[$1.row].upstream[seller]
                }
                let (slope, curvature) = (upstream * movable.slope, upstream * movable.curvature)
                level.slope += slope
                level.curvature += curvature
                effects[index].add(
                    UncertainColumn.Movable(slope: slope, curvature: curvature),
                    spread: statistics.seller,
                    .regionalShare(of: nation.table.sectors.labels[seller])
                )
            }
            effects[index].add(level, spread: statistics.region, .regionalLevel)
        }
    }
}

/// A multiplier with what has been found to move it.
private struct Effect {
    let value: Double
    private var moments = SpreadMoments()
    /// The firm's own amounts in kroner, which its output is divided into.
    private var fixed = (sum: 0.0, moments: SpreadMoments())
    private var largest = LargestShares()

    init(value: Double) { self.value = value }

    mutating func add(
        _ load: Double,
        _ factors: SpreadMoments.Factors,
        isFixed: Bool,
        _ source: @autoclosure () -> UncertaintySource
    ) {
        guard load != 0 else { return }
        if isFixed { fixed.sum += load }
        guard !factors.isZero else { return }
        largest.offer(isFixed ? fixed.moments.add(load, factors) : moments.add(load, factors), source())
    }

    mutating func add(
        _ movable: UncertainColumn.Movable,
        spread: Double,
        _ source: @autoclosure () -> UncertaintySource
    ) {
        guard movable.slope != 0, spread != 0 else { return }
        let variance = moments.add(slope: movable.slope, curvature: movable.curvature, spread: spread)
        largest.offer(variance, source())
    }

    /// The interval, with the firm's output known to within `spread`.
    func interval(_ spread: Double, _ source: UncertaintySource) -> MultiplierInterval {
        var (whole, largest) = (moments, largest)
        let before = whole.variance + fixed.moments.variance
        whole.add(fixed.moments, around: fixed.sum, timesOneOf: spread)
        largest.offer(whole.variance - before, source)
        let (lower, upper) = whole.interval(around: value)
        return MultiplierInterval(
            value: value,
            lower: lower,
            upper: upper,
            standardDeviation: whole.variance.squareRoot(),
            largest: whole.variance > 0 ? largest.shares(of: whole.variance) : []
        )
    }
}
