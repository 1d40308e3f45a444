import Accounts
import Ledgers

/// A firm's account made of its reviewed books, with everything an economist needs to take it apart again.
public struct FirmBooks: Sendable {
    /// The account, in the table's prices.
    public let account: FirmAccount
    /// What quality is judged by.
    public let facts: LedgerFacts
    /// What the spreads of its figures come from.
    public let quality: FirmQuality
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
        let sold = SalesSide(of: own, in: context)
        let facts = Self.facts(own, context, bought, sold)
        let hasBooks = facts.purchases != nil || facts.sales != nil
        let quality = FirmQuality(facts: hasBooks ? facts : nil, given: firm.scores)
        func figure(
            _ amount: Double,
            _ source: FigureSource,
            _ side: TradeSide,
            _ kind: FigureKind = .money
        ) -> Figure {
            let spread = amount == 0 ? 0 : options.spread(source, side, kind, quality)
            return Figure(amount, from: source, spread: spread)
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
            extensions: Dictionary(
                uniqueKeysWithValues: firm.extensions.map { code, amount in
                    (code, figure(amount, .stated, .purchases, FigureKind(extension: code)))
                }
            )
        )
        self.facts = facts
        self.quality = quality
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

extension FigureKind {
    /// What an extension counts, by its code: jobs, single gases, or greenhouse gases together.
    fileprivate init(extension code: String) {
        switch code.lowercased() {
        case "employment": self = .jobs
        case "ch4", "n2o", "nh3": self = .otherEmissions
        default: self = .carbonDioxide
        }
    }
}
