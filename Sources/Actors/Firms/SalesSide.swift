import Accounts
import Ledgers

/// A firm's sales, from its customers' kroner to cells of the table.
struct SalesSide {
    private(set) var sums = CellSums(.sales)
    private(set) var known = KnownKroner()
    private(set) var rules = RuleSums(.sales)

    private let own: Int
    private let context: ClusterContext

    init(of own: Int, in context: ClusterContext) {
        let (year, review) = (context.years[own], context.review)
        let income = context.incomes[own]
        self.own = own
        self.context = context
        rules.note(.singleDeflation, year.deflator == 1 ? 0 : income.inLedger)
        rules.note(.annualAccountsAsFrame, income.inLedger * (1 - income.scale))
        rules.note(.assetSales, income.assetSales)
        rules.note(.goodsForResale, income.resale)
        rules.note(.excise, income.exciseShare * income.invoiced)
        if income.coverage != .none {
            for place in year.parties(.customer) {
                let party = review.parties[place]
                let amount = year.millions(party.intermediate) * income.scale
                if party.rules.contains(.intragroup) { rules.note(.intragroup, amount) }
                attribute(amount, of: party, .party(place))
            }
        }
        addRest()
        rules.note(.negativeCell, sums.moveNegative(to: .unattributedSales))
    }

    private mutating func attribute(
        _ amount: Double,
        of party: ReviewedParty,
        _ origin: FirmAccountExplanation.Origin
    ) {
        let isConverted = context.frame.prices != .asInvoiced
        switch PartyAttribution(party, of: own, firms: context.identities, frame: context.frame) {
        case .firm(let other):
            rules.note(.withinCluster, amount)
            sell(amount, to: other, party, origin)
        case .abroad:
            rules.note(.exports, amount)
            sell(amount, to: nil, .abroad, origin)
            known.add(amount, of: party, isAttributed: true, estimatedShare: 0)
        case .households:
            rules.note(.households, amount)
            sell(amount, to: nil, .region, origin)
            known.add(amount, of: party, isAttributed: true, estimatedShare: 0)
        case .industry(_, .trade, _) where isConverted:
            leave(amount, by: .soldToTraders, origin)
        case .industry(let industry, _, let place):
            guard let place else { return leave(amount, by: .buyerPlaceUnknown, origin) }
            sell(amount, to: industry, place, origin)
            known.add(amount, of: party, isAttributed: true, estimatedShare: 0)
        case .unknown:
            leave(amount, by: .industryUnknown, origin)
        }
    }

    /// To another firm of the cluster, as its books divide what it buys of this one: for use, investment and resale.
    private mutating func sell(
        _ amount: Double,
        to other: Int,
        _ party: ReviewedParty,
        _ origin: FirmAccountExplanation.Origin
    ) {
        let buyer = context.firms[other].actor
        let place = context.frame.places.place(of: party.place) ?? .region
        let use = context.use(of: own, by: other)
        rules.note(.investedByBuyer, amount * use.invested)
        sell(amount * use.invested, to: nil, place, origin)
        leave(amount * use.resold, by: .soldToTraders, origin)
        sums.add(
            amount * (1 - use.invested - use.resold) * context.incomes[own].factor,
            origin,
            to: CellSums.Key(industry: buyer.industry, place: place, firm: buyer.code, source: .ledger)
        )
        known.add(amount * (1 - use.resold), of: party, isAttributed: true, estimatedShare: 0)
    }

    private mutating func sell(
        _ amount: Double,
        to industry: Industry?,
        _ place: TradePlace,
        _ origin: FirmAccountExplanation.Origin
    ) {
        sums.add(
            amount * context.incomes[own].factor,
            origin,
            to: CellSums.Key(industry: industry, place: place, firm: nil, source: .ledger)
        )
    }

    private mutating func leave(
        _ amount: Double,
        by rule: FirmRule,
        _ origin: FirmAccountExplanation.Origin
    ) {
        rules.note(rule, amount)
        sums.add(amount * context.incomes[own].factor, origin, to: .unattributedSales)
    }

    /// What is invoiced besides the parties' kroner.
    private mutating func addRest() {
        let income = context.incomes[own]
        let rest = max(income.invoiced - income.inLedger * income.scale, 0)
        if income.coverage != .none {
            rules.note(income.source == .ledger ? .namesNobody : .restOfAnnualAccounts, rest)
        }
        sums.add(rest * income.factor, .rest, to: .unattributedSales)
    }
}
