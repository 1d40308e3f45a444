import Accounts
import LinearAlgebra

/// A firm's account on the rows and columns of one table: partners by position, places as the table's scope has them.
///
/// In a region's table sales to the rest of the country are final demand, and purchases from there a row below the
/// flows; in the nation's both are flows. A firm of the set is inside the area, whatever place its partner's books name.
struct PlacedAccount {
    let code: String
    let industry: Int
    let output: Figure
    /// Bought inside, by selling industry, of others than the firms.
    private(set) var purchases: [FigureSum]
    /// Bought of the firms, by their position.
    private(set) var purchasesOfFirms: [FigureSum?]
    /// Told rows below the flows.
    private(set) var inputs: [FigureSum?]
    let unattributedPurchases: Figure
    /// Whether a ledger or a sum tells what is bought.
    let tellsPurchases: Bool
    /// Sold inside, by buying industry, to others than the firms.
    private(set) var sales: [FigureSum]
    private(set) var salesToFirms: [FigureSum?]
    /// Sold to final use and outside the area.
    private(set) var finalSales = FigureSum()
    let unattributedSales: Figure
    let tellsSales: Bool

    /// Whether the supplier ledger leaves nothing that could be a purchase of somebody it does not name.
    var hasAllPurchases: Bool { tellsPurchases && unattributedPurchases.amount == 0 }
    /// The same for sales.
    var hasAllSales: Bool { tellsSales && unattributedSales.amount == 0 }

    /// Places `account` in a table.
    ///
    /// - Parameter firms: the firms' positions by code.
    /// - Throws: `.firmAccount`, `.accounts(.unknownLabel)` for industries and inputs the table has not.
    init(
        _ account: FirmAccount,
        in table: AreaTable,
        _ layout: TableLayout,
        firms: [String: Int]
    ) throws(ActorsError) {
        code = account.code
        industry = try layout.position(of: account.industry)
        output = account.output
        purchases = [FigureSum](repeating: FigureSum(), count: layout.industries.count)
        purchasesOfFirms = [FigureSum?](repeating: nil, count: firms.count)
        inputs = [FigureSum?](repeating: nil, count: layout.rows.count)
        unattributedPurchases = account.unattributedPurchases
        tellsPurchases = account.purchases != nil || account.unattributedPurchases.amount != 0
        sales = purchases
        salesToFirms = purchasesOfFirms
        unattributedSales = account.unattributedSales
        tellsSales = account.sales != nil || account.unattributedSales.amount != 0
        for purchase in account.purchases ?? [] { try place(purchase, in: table, layout, firms) }
        for sale in account.sales ?? [] { try place(sale, in: table, layout, firms) }
        try place(account.primaryInputs, layout)
        try check()
    }

    private mutating func place(
        _ purchase: FirmPurchase,
        in table: AreaTable,
        _ layout: TableLayout,
        _ firms: [String: Int]
    ) throws(ActorsError) {
        let seller = try layout.position(of: purchase.seller)
        let figure = try finite(purchase.figure, purchase.seller.code)
        if let firm = purchase.firm.flatMap({ firms[$0] }) {
            purchasesOfFirms[firm, default: FigureSum()].add(figure)
        } else if purchase.from == .abroad {
            try placeImport(figure, in: table, layout)
        } else if purchase.from == .region || table.scope == .nation {
            purchases[seller].add(figure)
        } else if let row = layout.restOfCountry[seller] {
            inputs[row, default: FigureSum()].add(figure)
        } else {
            let code = AreaInput.restOfCountry(purchase.seller).code
            throw .accounts(.unknownLabel(code: code, known: table.inputs.rows.codes))
        }
    }

    /// Books an import; where the table has several rows of imports, as the industry's column has them.
    private mutating func placeImport(
        _ figure: Figure,
        in table: AreaTable,
        _ layout: TableLayout
    ) throws(ActorsError) {
        guard let first = layout.imports.first else {
            throw .accounts(.lacks(role: PrimaryInput.Role.imports.rawValue))
        }
        let all = layout.imports.reduce(0) { $0 + table.inputs.values[$1, industry] }
        for row in layout.imports {
            let share = all == 0 ? (row == first ? 1 : 0) : table.inputs.values[row, industry] / all
            inputs[row, default: FigureSum()].add(
                Figure(share * figure.amount, from: figure.source, spread: figure.spread)
            )
        }
    }

    private mutating func place(
        _ sale: FirmSale,
        in table: AreaTable,
        _ layout: TableLayout,
        _ firms: [String: Int]
    ) throws(ActorsError) {
        let figure = try finite(sale.figure, sale.buyer?.code ?? "final_demand")
        let buyer: Int? = if let industry = sale.buyer { try layout.position(of: industry) } else { nil }
        if let firm = sale.firm.flatMap({ firms[$0] }) {
            salesToFirms[firm, default: FigureSum()].add(figure)
        } else if let buyer, sale.to == .region || (table.scope == .nation && sale.to == .restOfCountry) {
            sales[buyer].add(figure)
        } else {
            finalSales.add(figure)
        }
    }

    private mutating func place(
        _ primaryInputs: [String: Figure],
        _ layout: TableLayout
    ) throws(ActorsError) {
        var known: [String: Int] = [:]
        for (position, row) in layout.rows.enumerated() {
            if case .primary(let input) = row, input.role != .imports { known[input.code] = position }
        }
        for (code, figure) in primaryInputs.sorted(by: { $0.key < $1.key }) {
            guard let row = known[code] else {
                throw .accounts(.unknownLabel(code: code, known: known.keys.sorted()))
            }
            inputs[row] = FigureSum(try finite(figure, code))
        }
    }

    private func finite(_ figure: Figure, _ what: String) throws(ActorsError) -> Figure {
        guard figure.amount.isFinite, figure.spread.isFinite else {
            throw .firmAccount(firm: code, .notFinite(what: what))
        }
        return figure
    }

    private func check() throws(ActorsError) {
        _ = try finite(output, "output")
        guard output.amount > 0 else { throw .firmAccount(firm: code, .noOutput(output.amount)) }
        for (side, figure) in [
            (FirmAccountFault.Side.purchases, unattributedPurchases), (.sales, unattributedSales),
        ] where !(try finite(figure, side.rawValue).amount >= 0) {
            throw .firmAccount(firm: code, .negativeUnattributed(side, figure.amount))
        }
    }
}

extension [FigureSum?] {
    /// The sum at `index`, begun with `value` where there is none.
    subscript(index: Int, default value: FigureSum) -> FigureSum {
        get { self[index] ?? value }
        set { self[index] = newValue }
    }
}
