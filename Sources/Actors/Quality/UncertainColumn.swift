import Accounts

/// The independent figures of one sector's column, in the region's and the nation's table at once.
///
/// What an industry, or a firm that is taken to be one, buys of a seller is uncertain in two ways: how much, in the region
/// and the rest of the country alike, and which share of it the region supplies, where more in one place is less in the
/// other. What books tell of the two places are two figures, each with an error of its own.
struct UncertainColumn {
    /// The figures.
    private(set) var cells: [UncertainCell] = []
    /// By seller, what the region's share q of what is bought moves with η = ln(q/(1 − q)).
    private(set) var movable: [Movable]

    /// The first and second derivative of q · bought by η: q (1 − q) and q (1 − q)(1 − 2q) times what is bought.
    struct Movable {
        var slope = 0.0
        var curvature = 0.0
    }

    /// The column of the sector at `position` in the tables. Precondition: they are on the same sectors.
    init(at position: Int, nation: OpenArea, region: OpenArea?, _ statistics: StatisticsSpread) {
        let sectors = nation.table.sectors.labels
        let firm = position < nation.rest ? nil : nation.table.firms[position - nation.rest]
        let buyer = sectors[position]
        let national = AreaColumn(nation.table, position)
        let regional = region.map { AreaColumn($0.table, position) }
        movable = [Movable](repeating: Movable(), count: region == nil ? 0 : nation.rest)

        func factors(_ figure: Figure, isMean: Bool) -> SpreadMoments.Factors {
            let spread = firm == nil ? max(figure.spread, statistics.industry) : figure.spread
            return SpreadMoments.Factors(spread: spread, isMean: isMean)
        }
        func isFixed(_ figure: Figure) -> Bool {
            figure.source.isOfFirm || (figure.source == .estimated && firm?.purchases != nil)
        }
        func add(
            _ source: UncertaintySource,
            _ row: UncertainCell.Row,
            _ figure: Figure,
            region: Double = 0,
            elsewhere: Double = 0,
            nation: Double = 0
        ) {
            let cell = UncertainCell(
                source: source,
                row: row,
                region: region,
                elsewhere: elsewhere,
                nation: nation,
                factors: factors(figure, isMean: !figure.source.isOfFirm),
                isFixed: firm != nil && isFixed(figure)
            )
            if !cell.isNothing { cells.append(cell) }
        }

        for (seller, sector) in sectors.enumerated() {
            let whole = national.flows[seller]
            guard let regional else {
                let source = UncertaintySource.purchase(of: sector, by: buyer, from: nil)
                add(source, .seller(seller), whole, nation: national.perOutput(whole))
                continue
            }
            let (inside, outside) = (regional.flows[seller], regional.elsewhere[seller])
            let (here, there) = (regional.perOutput(inside), regional.perOutput(outside))
            if firm != nil, inside.isToldByFirm || outside.isToldByFirm {
                let source = UncertaintySource.purchase(of: sector, by: buyer, from: .region)
                add(source, .seller(seller), inside, region: here, nation: here)
                let other = UncertaintySource.purchase(of: sector, by: buyer, from: .restOfCountry)
                add(other, .seller(seller), outside, elsewhere: there, nation: there)
            } else {
                add(
                    .purchase(of: sector, by: buyer, from: nil),
                    .seller(seller),
                    whole,
                    region: here,
                    elsewhere: there,
                    nation: national.perOutput(whole)
                )
                if seller < nation.rest, here + there != 0 {
                    let outside = min(max(0, there / (here + there)), 1)
                    movable[seller] = Movable(
                        slope: here * outside,
                        curvature: here * outside * (2 * outside - 1)
                    )
                }
            }
        }
        for (input, figure) in national.inputs {
            let amount = national.perOutput(figure)
            let inRegion = regional.map { column in
                column.inputs.first { $0.0 == input }.map { column.perOutput($0.1) } ?? 0
            }
            add(.input(input, of: buyer), .input(input), figure, region: inRegion ?? 0, nation: amount)
        }
    }
}

/// One independent figure of a column, per krone of its output.
struct UncertainCell {
    /// What it is.
    let source: UncertaintySource
    /// Where it stands.
    let row: Row
    /// Kroner in the region's flows, or in the row below them.
    let region: Double
    /// Kroner bought in the rest of the country, which the region's table has below the flows.
    let elsewhere: Double
    /// Kroner in the nation's flows, or in the row below them.
    let nation: Double
    /// How far it can be off.
    let factors: SpreadMoments.Factors
    /// Whether it is a firm's amount in kroner, whatever the firm's output.
    let isFixed: Bool

    enum Row {
        /// A seller, by position.
        case seller(Int)
        /// A row below the flows.
        case input(AreaInput)
    }

    /// Whether nothing moves with it.
    var isNothing: Bool { region == 0 && elsewhere == 0 && nation == 0 }

    /// How far a multiplier in the region's table moves, relative to the column's weight. Values of the nation move with
    /// what is bought in the nation's table, also where they are counted in the region's system.
    func regionalLoad(_ valued: OpenArea.Valued) -> Double {
        switch row {
        case .seller(let seller):
            valued.upstream[seller] * region
                - valued.closing * (valued.isOfNation ? nation : region + elsewhere)
        case .input(let input): valued.row.change(from: input) * (valued.isOfNation ? nation : region)
        }
    }

    /// The same in the nation's table.
    func nationalLoad(_ valued: OpenArea.Valued) -> Double {
        switch row {
        case .seller(let seller): (valued.upstream[seller] - valued.closing) * nation
        case .input(let input): valued.row.change(from: input) * nation
        }
    }
}

/// One column of a table, figure by figure.
private struct AreaColumn {
    let output: Double
    let flows: [Figure]
    /// Bought in the rest of the country, by seller.
    let elsewhere: [Figure]
    /// The rows below, where they are uncertain.
    let inputs: [(AreaInput, Figure)]

    init(_ table: AugmentedTable, _ position: Int) {
        output = table.output.values[position]
        flows = table.flowSources.map { $0[position] }
        var elsewhere = [Figure](repeating: Figure(0, from: .statistics), count: flows.count)
        var inputs: [(AreaInput, Figure)] = []
        for (row, input) in table.inputs.rows.labels.enumerated() {
            let figure = table.inputSources[row][position]
            if case .restOfCountry(let seller) = input {
                if let place = table.sectors.position(seller.code) { elsewhere[place] = figure }
            } else if input.isUncertain {
                inputs.append((input, figure))
            }
        }
        self.elsewhere = elsewhere
        self.inputs = inputs
    }

    func perOutput(_ figure: Figure) -> Double { output == 0 ? 0 : figure.amount / output }
}

extension FigureSource {
    /// Whether the firm itself tells it, so that the statistics' own errors are not in it.
    var isOfFirm: Bool {
        switch self {
        case .ledger, .annualAccounts, .stated: true
        case .statistics, .estimated, .balanced: false
        }
    }
}

extension Figure {
    fileprivate var isToldByFirm: Bool { amount != 0 && source.isOfFirm }
}
