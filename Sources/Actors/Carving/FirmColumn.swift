/// A firm's column: what it buys of the industries, and the rows below.
///
/// - Purchases told, by a ledger or as a sum: told cells as they are; the unattributed sum u as the industry's column,
///   u z_ip / Σ z_p over everything that is bought inside, in the rest of the country and abroad. Primary inputs told
///   as they are, others ρ_k u_rp; operating surplus closes the column, unless it is told: then the account must add
///   up. No rounding.
/// - Purchases not told: the industry's column scaled to what the told primary inputs leave,
///   (x_k − Σ told) / (x_p − Σ the same rows of p); ρ_k of everything where none is told.
/// - Told purchases of firms that are more than the book has of their industry come out of u, and what is left of them
///   out of the closing row.
struct FirmColumn {
    /// What is bought inside.
    let purchases: FirmCells.Side
    /// The rows below the flows.
    let inputs: [Figure]
    /// How much of each of them is spread as the industry's.
    let spreadInputs: [Double]

    /// How far an account may be from adding up, relative to output: rounding to the øre of small firms.
    static let tolerance = 1e-9

    /// The column of the firm at `position`.
    ///
    /// - Throws: `.firmAccount`.
    init(
        _ firms: [PlacedAccount],
        _ position: Int,
        _ trade: FirmTrade,
        in parent: AreaNumbers,
        _ layout: TableLayout
    ) throws(ActorsError) {
        let firm = firms[position]
        let column = firm.industry
        let estimate = firm.unattributedPurchases.spread
        var told = firm.purchases
        for (seller, sum) in firm.purchasesOfFirms.enumerated() {
            if let sum { told[firms[seller].industry].add(sum) }
        }
        let excess = Self.raise(&told, to: firms.indices.map { trade.told[$0][position] }, of: firms)
        let industryPurchases =
            parent.flows.reduce(0) { $0 + $1[column] }
            + layout.bought.reduce(0) { $0 + parent.inputs[$1][column] }

        // What is spread as the industry's column, and the factor of its rows that nothing tells.
        let share = firm.output.amount / parent.output[column]
        var unattributed = firm.unattributedPurchases.amount
        var factor = share
        if !firm.tellsPurchases {
            let rows = firm.inputs.indices.filter { firm.inputs[$0] != nil }
            let known = rows.reduce(0) { $0 + (firm.inputs[$1]?.amount ?? 0) }
            let whole = parent.output[column] - rows.reduce(0) { $0 + parent.inputs[$1][column] }
            guard rows.isEmpty || (whole > 0 && known <= firm.output.amount) else {
                throw .firmAccount(
                    firm: firm.code,
                    .doesNotAddUp(.purchases, output: firm.output.amount, sum: known)
                )
            }
            factor = rows.isEmpty ? share : (firm.output.amount - known) / whole
            unattributed = factor * industryPurchases
        }
        let overflow = excess > 0 ? max(0, excess - max(0, unattributed)) : 0
        unattributed = max(0, unattributed - excess)
        var rate = factor
        if firm.tellsPurchases || excess > 0 {
            guard unattributed == 0 || industryPurchases > 0 else {
                throw .firmAccount(firm: firm.code, .nothingToSpreadBy(.purchases))
            }
            rate = unattributed == 0 ? 0 : unattributed / industryPurchases
        }
        purchases = FirmCells.Side(
            told: told,
            spread: parent.flows.map { rate * $0[column] },
            spreadOf: estimate
        )

        spreadInputs = layout.rows.indices.map { row in
            layout.bought.contains(row) ? rate * parent.inputs[row][column] : 0
        }
        var inputs: [Figure] = []
        for row in layout.rows.indices {
            var sum = firm.inputs[row] ?? FigureSum()
            if layout.bought.contains(row) {
                let spread = spreadInputs[row]
                if spread != 0 { sum.add(Figure(spread, from: .estimated, spread: estimate)) }
                inputs.append(sum.figure(orFrom: firm.hasAllPurchases ? .ledger : .estimated))
            } else if firm.inputs[row] != nil {
                inputs.append(sum.figure(orFrom: .annualAccounts))
            } else if row == layout.rounding, firm.tellsPurchases {
                inputs.append(Figure(0, from: .balanced))
            } else {
                inputs.append(Figure(factor * parent.inputs[row][column], from: .estimated, spread: estimate))
            }
        }
        self.inputs = try Self.closed(
            inputs,
            firm,
            bought: purchases,
            excess: overflow,
            layout
        )
    }

    /// Raises what the book has of the industries of `firms` to what is told of the trade with each; returns by how much.
    static func raise(_ told: inout [FigureSum], to trade: [Figure?], of firms: [PlacedAccount]) -> Double {
        var least: [Int: FigureSum] = [:]
        for (partner, figure) in zip(firms, trade) {
            if let figure { least[partner.industry, default: FigureSum()].add(figure) }
        }
        var excess = 0.0
        for industry in least.keys.sorted() {
            guard let sum = least[industry], sum.amount > told[industry].amount else { continue }
            excess += sum.amount - told[industry].amount
            told[industry] = sum
        }
        return excess
    }

    /// The rows with the one that closes the column.
    ///
    /// - Throws: `.firmAccount(.doesNotAddUp)` where surplus is told and the account does not add up to output.
    private static func closed(
        _ rows: [Figure],
        _ firm: PlacedAccount,
        bought: FirmCells.Side,
        excess: Double,
        _ layout: TableLayout
    ) throws(ActorsError) -> [Figure] {
        var rows = rows
        let closing = rows[layout.closing]
        if !firm.tellsPurchases {
            if excess > 0 { rows[layout.closing] = Figure(closing.amount - excess, from: .balanced) }
            return rows
        }
        var sum = bought.told.reduce(0) { $0 + $1.amount } + bought.spread.reduce(0, +)
        for row in rows.indices where row != layout.closing { sum += rows[row].amount }
        let output = firm.output.amount
        let isTold = firm.inputs[layout.closing] != nil
        if isTold, abs(sum - excess + closing.amount - output) > tolerance * output {
            throw .firmAccount(
                firm: firm.code,
                .doesNotAddUp(.purchases, output: output, sum: sum - excess + closing.amount)
            )
        }
        rows[layout.closing] =
            isTold && excess == 0
            ? Figure(output - sum, from: closing.source, spread: closing.spread)
            : Figure(output - sum, from: .balanced)
        return rows
    }
}
