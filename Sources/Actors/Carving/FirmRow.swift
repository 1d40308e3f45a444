/// A firm's row: what it sells to the industries, and to final use.
///
/// - Sales told: told cells as they are, the unattributed sum as the industry's row, u z_pj / x_p and u f_p / x_p. The
///   sum must be output.
/// - Sales not told: all of output as the industry's row.
/// - Told sales to firms that are more than the book has of their industry come out of u, and what is left of them out of
///   final use.
struct FirmRow {
    /// What is sold inside.
    let sales: FirmCells.Side
    /// f_k.
    let finalDemand: Figure
    /// How much of it is spread as the industry's.
    let spreadFinalDemand: Double

    /// The row of the firm at `position`.
    ///
    /// - Throws: `.firmAccount`.
    init(
        _ firms: [PlacedAccount],
        _ position: Int,
        _ trade: FirmTrade,
        in parent: AreaNumbers
    ) throws(ActorsError) {
        let firm = firms[position]
        let row = firm.industry
        let output = firm.output.amount
        let estimate = firm.unattributedSales.spread
        var told = firm.sales
        for (buyer, sum) in firm.salesToFirms.enumerated() {
            if let sum { told[firms[buyer].industry].add(sum) }
        }
        let known = told.reduce(firm.finalSales.amount + firm.unattributedSales.amount) { $0 + $1.amount }
        if firm.tellsSales, abs(known - output) > FirmColumn.tolerance * output {
            throw .firmAccount(firm: firm.code, .doesNotAddUp(.sales, output: output, sum: known))
        }
        let excess = FirmColumn.raise(&told, to: trade.told[position], of: firms)
        let open = firm.tellsSales ? firm.unattributedSales.amount : output
        let unattributed = max(0, open - excess)
        let rate = unattributed / parent.output[row]
        sales = FirmCells.Side(told: told, spread: parent.flows[row].map { rate * $0 }, spreadOf: estimate)
        var sum = firm.finalSales
        let spread = rate * parent.finalDemand[row]
        spreadFinalDemand = spread
        if spread != 0 { sum.add(Figure(spread, from: .estimated, spread: estimate)) }
        let inside = told.reduce(0) { $0 + $1.amount } + sales.spread.reduce(0, +)
        finalDemand = sum.figure(
            output - inside,
            orFrom: excess > open ? .balanced : firm.hasAllSales ? .ledger : .estimated
        )
    }
}
