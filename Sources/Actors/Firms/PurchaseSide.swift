import Accounts
import Ledgers

/// A firm's purchases, from its suppliers' kroner to cells of the table.
struct PurchaseSide {
    private(set) var sums = CellSums(.purchases)
    private(set) var known = KnownKroner()
    private(set) var rules = RuleSums(.purchases)
    /// How much of the purchases the ledger holds.
    let coverage: LedgerCoverage
    /// The annual accounts' costs without goods sold on, and the suppliers' kroner, at purchasers' prices.
    let costs: Double?
    let inLedger: Double
    /// The industry's product taxes in each krone of purchases.
    let taxRate: Double

    private let own: Int
    private let context: ClusterContext
    private let pattern: PurchasePattern

    init(
        of own: Int,
        in context: ClusterContext,
        options: FirmBooksOptions
    ) throws(ActorsError) {
        let (firm, year, review) = (context.firms[own], context.years[own], context.review)
        let parties = year.parties(.supplier)
        coverage = firm.suppliers ?? (parties.isEmpty ? .none : .whole)
        let used = coverage == .none ? [] : parties
        func bought(_ party: ReviewedParty) -> Double {
            year.millions(firm.resells ? party.intermediate - party.resale : party.intermediate)
        }
        inLedger = used.reduce(0) { $0 + bought(review.parties[$1]) }
        let resale = context.incomes[own].resale
        costs = firm.annualAccounts.flatMap { accounts in
            guard let goods = accounts.figures[.costOfGoods],
                let other = accounts.figures[.otherOperatingCosts]
            else { return nil }
            return max(year.millions(goods + other) - resale, 0)
        }
        if coverage == .largest, costs == nil {
            throw .books(firm: firm.actor.code, .totalNeeded)
        }
        let isConverted = context.frame.prices != .asInvoiced
        taxRate = isConverted ? Self.taxRate(firm.actor.technology, context.frame.nation) : 0
        self.own = own
        self.context = context
        pattern = PurchasePattern(of: firm.actor, in: context.frame)
        let scale = try options.scale(
            inLedger,
            to: costs,
            from: .annualAccounts,
            .purchases,
            of: firm.actor.code
        )
        rules.note(.singleDeflation, year.deflator == 1 ? 0 : inLedger)
        rules.note(.annualAccountsAsFrame, inLedger * (1 - scale))
        rules.note(.goodsForResale, resale)
        rules.note(.capitalGoods, used.reduce(0) { $0 + year.millions(review.parties[$1].investment) })
        for place in used {
            let party = review.parties[place]
            let amount = bought(party) * scale
            if party.rules.contains(.intragroup) { rules.note(.intragroup, amount) }
            attribute(amount, of: party, at: place)
        }
        addRest(inLedger * scale)
        spreadPools()
        rules.note(.negativeCell, sums.moveNegative(to: .unattributedPurchases))
    }

    /// Whether anything tells what the firm buys.
    var isKnown: Bool { coverage != .none || costs != nil }

    private mutating func attribute(_ amount: Double, of party: ReviewedParty, at place: Int) {
        let origin = FirmAccountExplanation.Origin.party(place)
        switch PartyAttribution(party, of: own, firms: context.identities, frame: context.frame) {
        case .firm(let other): buy(amount, of: other, party, origin)
        case .abroad:
            rules.note(.importsAsIndustry, amount)
            sums.add(amount, origin, to: .imports)
            known.add(amount, of: party, isAttributed: true, estimatedShare: 0)
        case .industry(let industry, let kind, let location):
            let net = untaxed(amount, origin)
            guard kind == .trade, let margins = context.frame.prices.margins else {
                buy(net, of: industry, location, origin)
                known.add(amount, of: party, isAttributed: true, estimatedShare: location == nil ? 1 : 0)
                return
            }
            rules.note(.tradeMargin, amount)
            buy(net * margins.tradeShare, of: industry, location, origin)
            sums.add(net * margins.transportShare, origin, to: .transportMargins)
            let goods = 1 - margins.tradeShare - margins.transportShare
            sums.add(net * goods, origin, to: .goodsThroughTrade)
            known.add(amount, of: party, isAttributed: true, estimatedShare: 1 - margins.tradeShare)
        case .households, .unknown:
            rules.note(.industryUnknown, amount)
            sums.add(untaxed(amount, origin), origin, to: .unattributedPurchases)
        }
    }

    /// Of another firm of the cluster: its own output at basic prices, the goods it sells on, and the excise it collects.
    private mutating func buy(
        _ amount: Double,
        of other: Int,
        _ party: ReviewedParty,
        _ origin: FirmAccountExplanation.Origin
    ) {
        let (income, seller) = (context.incomes[other], context.firms[other].actor)
        rules.note(.withinCluster, amount)
        let key = CellSums.Key(
            industry: seller.industry,
            place: context.frame.places.place(of: party.place) ?? .region,
            firm: seller.code,
            source: .ledger
        )
        sums.add(amount * (1 - income.resaleShare - income.exciseShare), origin, to: key)
        sums.add(amount * income.resaleShare, origin, to: .goodsThroughTrade)
        sums.add(amount * income.exciseShare, origin, to: .productTaxes)
        known.add(amount, of: party, isAttributed: true, estimatedShare: income.resaleShare)
    }

    private mutating func buy(
        _ amount: Double,
        of industry: Industry,
        _ place: TradePlace?,
        _ origin: FirmAccountExplanation.Origin
    ) {
        if let place {
            sums.add(
                amount,
                origin,
                to: CellSums.Key(industry: industry, place: place, firm: nil, source: .ledger)
            )
            return
        }
        rules.note(.placeAsIndustry, amount)
        let share = pattern.regionShare(of: industry)
        for (place, part) in [(TradePlace.region, share), (.restOfCountry, 1 - share)] {
            sums.add(
                amount * part,
                origin,
                to: CellSums.Key(industry: industry, place: place, firm: nil, source: .estimated)
            )
        }
    }

    /// Takes product taxes out of what is invoiced at home.
    private mutating func untaxed(_ amount: Double, _ origin: FirmAccountExplanation.Origin) -> Double {
        rules.note(.productTaxes, amount * taxRate)
        sums.add(amount * taxRate, origin, to: .productTaxes)
        return amount * (1 - taxRate)
    }

    /// What the annual accounts have besides the parties, or, without them, what names nobody.
    private mutating func addRest(_ counted: Double) {
        let rest: Double
        if let costs {
            rest = max(costs - counted, 0)
            rules.note(.restOfAnnualAccounts, rest)
        } else {
            let year = context.years[own]
            rest = coverage == .none ? 0 : year.nobodys(.supplier, in: context.review)
            rules.note(.namesNobody, rest)
        }
        sums.add(untaxed(rest, .rest), .rest, to: .unattributedPurchases)
    }

    private mutating func spreadPools() {
        let margins = context.frame.prices.margins
        sums.spread(
            .goodsThroughTrade,
            over: pattern.shares { margins?.rates[$0.code] ?? 0 },
            from: .estimated,
            otherwise: .unattributedPurchases
        )
        let carriers = Set(margins?.carriers ?? [])
        sums.spread(
            .transportMargins,
            over: pattern.shares { carriers.contains($0) ? 1 : 0 },
            from: .estimated,
            otherwise: .unattributedPurchases
        )
        sums.spread(.imports, over: pattern.imports(), from: .ledger, otherwise: .unattributedPurchases)
    }

    /// Product taxes / (domestic purchases + imports + product taxes) in the industry's column.
    private static func taxRate(_ industry: Industry, _ nation: InputOutputTable) -> Double {
        let taxes = nation.inputs(.productTaxes)[industry]
        let bought = nation.industries.labels.reduce(nation.inputs(.imports)[industry]) {
            $0 + nation.domestic[$1, industry]
        }
        return bought + taxes > 0 ? taxes / (bought + taxes) : 0
    }
}
