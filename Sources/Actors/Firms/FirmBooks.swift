import Accounts
public import Ledgers

/// A firm's account made of its reviewed books, with everything an economist needs to take it apart again.
public struct FirmBooks: Sendable {
    /// The account, in the table's prices.
    public let account: FirmAccount
    /// What quality is judged by.
    public let facts: LedgerFacts
    /// Output and costs from each source, to hold against each other.
    public let totals: FirmTotals
    /// The rules that made the account, with what they met.
    public let rules: [FirmRuleUse]
    /// Every cell back to the ledger's parties.
    public let explanation: FirmAccountExplanation
    /// What the books' amounts were multiplied by to be in the table's prices.
    public let deflator: Double
    /// The year of the books.
    public let year: Int

    /// The account of one firm of a cluster.
    init(of own: Int, in context: ClusterContext, options: FirmBooksOptions) throws(ActorsError) {
        let (firm, year, income) = (context.firms[own], context.years[own], context.incomes[own])
        let industries = context.frame.industries
        let bought = try PurchaseSide(of: own, in: context, options: options)
        let sold = try SalesSide(of: own, in: context)
        let facts = Self.facts(own, context, bought, sold)
        func figure(_ amount: Double, _ source: FigureSource, _ side: TradeSide) -> Figure {
            Figure(amount, from: source, spread: amount == 0 ? 0 : options.spread(source, side, facts))
        }
        let purchases = bought.sums.explained(in: industries)
        let sales = sold.sums.explained(in: industries)
        // What is below zero has been taken out of the cells.
        let unattributed = max(bought.sums.sum(of: .unattributedPurchases), 0)
        let unsold = Self.unattributedSales(of: income, sales.map(\.cell))
        let primary = try Self.primaryInputs(own, context, bought, purchases.map(\.cell), unattributed)
        let isSumKnown = bought.costs != nil
        account = FirmAccount(
            code: firm.actor.code,
            name: firm.actor.name,
            industry: firm.actor.industry,
            output: figure(income.output, income.source, .sales),
            purchases: bought.isKnown
                ? purchases.compactMap { key, cell in
                    key.industry.map {
                        FirmPurchase(
                            seller: $0,
                            from: key.place,
                            firm: key.firm,
                            figure: figure(cell.amount, key.source, .purchases)
                        )
                    }
                } : nil,
            unattributedPurchases: figure(
                unattributed,
                isSumKnown ? .annualAccounts : .ledger,
                .purchases
            ),
            sales: income.coverage == .none
                ? nil
                : sales.map { key, cell in
                    FirmSale(
                        buyer: key.industry,
                        to: key.place,
                        firm: key.firm,
                        figure: figure(cell.amount, key.source, .sales)
                    )
                },
            unattributedSales: figure(unsold, income.source, .sales),
            primaryInputs: Dictionary(
                uniqueKeysWithValues: primary.amounts.map { ($0.0, figure($0.1, $0.2, .purchases)) }
            ),
            extensions: firm.extensions.mapValues { figure($0, .stated, .purchases) }
        )
        self.facts = facts
        totals = FirmTotals(
            outputFromAnnualAccounts: income.annual,
            outputFromLedger: income.ledger,
            outputStated: income.stated,
            outputSource: income.source,
            costsInAnnualAccounts: bought.costs,
            purchasesInLedger: bought.coverage == .none ? nil : bought.inLedger
        )
        rules = bought.rules.uses + sold.rules.uses + primary.rules
        explanation = FirmAccountExplanation(
            cells: (purchases + sales).map(\.cell),
            pools: bought.sums.explainedPools + sold.sums.explainedPools
        )
        deflator = year.deflator
        self.year = year.number
    }

    /// What the cells leave of output: nothing where they leave less than rounding.
    private static func unattributedSales(
        of income: FirmIncome,
        _ cells: [FirmAccountExplanation.Cell]
    ) -> Double {
        let left = cells.reduce(income.output) { $0 - $1.amount }
        return left > 1e-12 * income.output ? left : 0
    }

    /// All of them where purchases are known; else wages alone, where these are.
    private static func primaryInputs(
        _ own: Int,
        _ context: ClusterContext,
        _ bought: PurchaseSide,
        _ cells: [FirmAccountExplanation.Cell],
        _ unattributed: Double
    ) throws(ActorsError) -> (amounts: [(String, Double, FigureSource)], rules: [FirmRuleUse]) {
        let (firm, year) = (context.firms[own], context.years[own])
        guard bought.isKnown else {
            guard let wages = PrimarySide.wages(of: firm, year, in: context) else { return ([], []) }
            let rows = PrimarySide.compensation(wages.amount, in: context.frame.nation, firm.actor.technology)
            return (rows.map { ($0.code, $0.amount, wages.source) }, [])
        }
        let side = try PrimarySide(
            of: firm,
            year,
            in: context,
            output: context.incomes[own].output,
            purchases: cells.reduce(unattributed) { $0 + $1.amount },
            taxes: bought.sums.sum(of: .productTaxes)
        )
        return (side.amounts.map { ($0.code, $0.amount, $0.source) }, side.rules.uses)
    }

    private static func facts(
        _ own: Int,
        _ context: ClusterContext,
        _ bought: PurchaseSide,
        _ sold: SalesSide
    ) -> LedgerFacts {
        let (year, income) = (context.years[own], context.incomes[own])
        let annual = context.review.controls.annual.filter {
            $0.owner == year.owner && $0.year == year.number && $0.stated != .zero
        }
        return LedgerFacts(
            purchases: bought.coverage == .none
                ? nil : bought.known.side(of: bought.costs ?? bought.inLedger),
            sales: income.coverage == .none ? nil : sold.known.side(of: income.invoiced),
            months: year.months,
            yearsApart: abs(year.number - context.frame.nation.basis.pricesOf.number),
            annualDeviation: annual.map { $0.difference.magnitude.millions / $0.stated.magnitude.millions }
                .max()
        )
    }
}

/// The accounts of a cluster's firms, made of one review of their books.
public struct ClusterBooks: Sendable {
    /// The firms, in the order given.
    public let firms: [FirmBooks]
    /// What they say of the deliveries among them.
    public let agreements: [TradeAgreement]

    /// Makes the accounts; a firm without books has its annual accounts, or price and quantity alone.
    ///
    /// - Throws: `.books` for the first firm whose books do not make an account, with what to mend; `.wrongPrice` and
    ///   `.needlessDeflator` as ``Actor/value(in:)``; `.accounts` for a table without an operating surplus.
    public init(
        of firms: [BookedFirm],
        in review: LedgerReview,
        frame: StudyFrame,
        options: FirmBooksOptions = FirmBooksOptions()
    ) throws(ActorsError) {
        let context = try ClusterContext(firms, in: review, frame: frame, options: options)
        var books: [FirmBooks] = []
        for own in firms.indices {
            books.append(try FirmBooks(of: own, in: context, options: options))
        }
        self.firms = books
        agreements = context.agreements
    }
}
