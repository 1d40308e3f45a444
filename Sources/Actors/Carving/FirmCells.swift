/// The firms' cells in an area's table: what they buy of, and sell to, what remains of the industries and each other.
struct FirmCells {
    /// The firms' codes.
    let codes: [String]
    /// The position of each firm's industry.
    let industries: [Int]
    /// x.
    let output: [Double]
    /// By firm and selling industry: bought of what remains of it.
    var purchases: [[Figure]]
    /// By firm and buying industry: sold to what remains of it.
    var sales: [[Figure]]
    /// By selling and buying firm.
    var between: [[Figure]]
    /// By firm and row below the flows.
    var inputs: [[Figure]]
    /// By firm.
    var finalDemand: [Figure]
    /// How much of each is spread as the industry's, before repairs.
    let estimates: Estimates

    /// Amounts that no account tells, in the order of the cells they are part of.
    struct Estimates {
        let purchases: [[Double]]
        let sales: [[Double]]
        let between: [[Double]]
        let inputs: [[Double]]
        let finalDemand: [Double]
    }

    /// What a firm buys of, or sells to, an industry as its own book has it, before the firms' trade is told apart.
    struct Side {
        /// What the book tells, by industry; the firms in it included.
        var told: [FigureSum]
        /// What is spread as the industry does, by industry.
        var spread: [Double]
        /// σ of ln of what is spread.
        let spreadOf: Double
    }

    /// The cells of `firms`, from their accounts, the parent's numbers and the trade that their books tell.
    ///
    /// A sum that both partners leave open is spread as the parent's cell is: where firm k spreads e_ik of its purchases
    /// over industry i, and firm l of industry i spreads g_lj of its sales over k's industry j,
    ///
    ///     z_lk = e_ik g_lj / z_ij
    ///
    /// which is ρ_l z_ij ρ_k where neither has a ledger.
    /// - Throws: `.firmAccount`.
    init(
        _ firms: [PlacedAccount],
        _ trade: FirmTrade,
        in parent: AreaNumbers,
        _ layout: TableLayout
    ) throws(ActorsError) {
        codes = firms.map(\.code)
        industries = firms.map(\.industry)
        output = firms.map(\.output.amount)
        var columns: [FirmColumn] = []
        var rows: [FirmRow] = []
        for position in firms.indices {
            columns.append(try FirmColumn(firms, position, trade, in: parent, layout))
            rows.append(try FirmRow(firms, position, trade, in: parent))
        }
        inputs = columns.map(\.inputs)
        finalDemand = rows.map(\.finalDemand)
        between = firms.indices.map { seller in
            firms.indices.map { buyer in
                if let told = trade.told[seller][buyer] { return told }
                let (from, to) = (firms[seller].industry, firms[buyer].industry)
                let cell = parent.flows[from][to]
                let spread = columns[buyer].purchases.spread[from] * rows[seller].sales.spread[to]
                return Figure(
                    cell == 0 ? 0 : spread / cell,
                    from: .estimated,
                    spread: max(columns[buyer].purchases.spreadOf, rows[seller].sales.spreadOf)
                )
            }
        }
        let between = between
        let bought = firms.indices.map { buyer in
            Self.others(columns[buyer].purchases, less: firms) { seller in
                (between[seller][buyer], trade.told[seller][buyer] != nil)
            }
        }
        let sold = firms.indices.map { seller in
            Self.others(rows[seller].sales, less: firms) { buyer in
                (between[seller][buyer], trade.told[seller][buyer] != nil)
            }
        }
        purchases = bought.map { $0.map(\.figure) }
        sales = sold.map { $0.map(\.figure) }
        estimates = Estimates(
            purchases: bought.map { $0.map(\.spread) },
            sales: sold.map { $0.map(\.spread) },
            between: firms.indices.map { seller in
                firms.indices.map { trade.told[seller][$0] == nil ? between[seller][$0].amount : 0 }
            },
            inputs: columns.map(\.spreadInputs),
            finalDemand: rows.map(\.spreadFinalDemand)
        )
    }

    /// What a side has with the industries less the firms in them, and how much of it is spread.
    private static func others(
        _ side: Side,
        less firms: [PlacedAccount],
        trade: (Int) -> (figure: Figure, isTold: Bool)
    ) -> [(figure: Figure, spread: Double)] {
        side.told.indices.map { industry in
            var told = side.told[industry].amount
            var spread = side.spread[industry]
            for firm in firms.indices where firms[firm].industry == industry {
                let (figure, isTold) = trade(firm)
                if isTold { told -= figure.amount } else { spread -= figure.amount }
            }
            var sum = FigureSum(side.told[industry].figure(told, orFrom: .ledger))
            if spread != 0 { sum.add(Figure(spread, from: .estimated, spread: side.spreadOf)) }
            return (sum.figure(orFrom: side.spread.contains { $0 != 0 } ? .estimated : .ledger), spread)
        }
    }
}
