import Accounts
import LinearAlgebra

/// A firm's account on its way into a table of several regions: every partner gets a region.
///
/// Own region, abroad and final use are as the account has them. The rest of the country is divided: what the register knows
/// the county of goes there, as far as there is room (``PlaceRoom``); the rest as ``PartnerPlaces``.
struct AccountPlacing {
    private let firm: LocatedFirm
    private let table: MultiRegionalTable
    private let places: PartnerPlaces
    private let own: Int
    private let industry: Int
    private let isMeasuring: Bool
    /// What the firms want of the places together, and have spread over them.
    private(set) var room: PlaceRoom
    private var sums: [TradeSide: [PlaceRule: Double]] = [:]
    private(set) var purchases: [FirmPurchase] = []
    private(set) var sales: [FirmSale] = []

    /// Places the account of `firm`.
    ///
    /// - Parameters:
    ///   - firms: the codes of the firms in the table, which stand where they stand.
    ///   - room: how much room there is; added to, and everything placed, when measuring.
    /// - Throws: `.accounts(.unknownLabel)` for a region or an industry that the table has not.
    init(
        _ firm: LocatedFirm,
        in table: MultiRegionalTable,
        _ places: PartnerPlaces,
        among firms: Set<String>,
        room: PlaceRoom,
        isMeasuring: Bool
    ) throws(ActorsError) {
        self.room = room
        self.isMeasuring = isMeasuring
        self.firm = firm
        self.table = table
        self.places = places
        own = try Self.position(firm.region, table.regions)
        industry = try Self.position(firm.account.industry, table.industries)
        for purchase in firm.account.purchases ?? [] {
            let isInTable = purchase.firm.map(firms.contains) ?? false
            try place(purchase, isInTable: isInTable)
        }
        for sale in firm.account.sales ?? [] {
            let isInTable = sale.firm.map(firms.contains) ?? false
            try place(sale, isInTable: isInTable)
        }
        if isMeasuring { noteUnattributed() }
    }

    /// The account on the table's located industries.
    var account: FirmAccount {
        let account = firm.account
        return FirmAccount(
            code: account.code,
            name: account.name,
            industry: located(industry, own),
            output: account.output,
            purchases: account.purchases == nil ? nil : purchases,
            unattributedPurchases: account.unattributedPurchases,
            sales: account.sales == nil ? nil : sales,
            unattributedSales: account.unattributedSales,
            primaryInputs: account.primaryInputs,
            extensions: account.extensions
        )
    }

    /// The rules, with what each met.
    var uses: [PlaceRuleUse] {
        TradeSide.allCases.flatMap { side in
            PlaceRule.allCases.compactMap { rule in
                guard let amount = sums[side]?[rule], amount != 0 else { return nil }
                return PlaceRuleUse(firm: firm.account.code, side: side, rule: rule, amount: amount)
            }
        }
    }

    private mutating func place(_ purchase: FirmPurchase, isInTable: Bool) throws(ActorsError) {
        let seller = try Self.position(purchase.seller, table.industries)
        var parts = [(region: own, figure: purchase.figure)]
        if purchase.from == .restOfCountry, !isInTable {
            let cell = PartnerRegions.Cell(
                side: .purchases,
                industry: purchase.seller.code,
                firm: purchase.firm,
                source: purchase.figure.source
            )
            let shares = places.sellers(of: seller, to: industry, in: own)
            parts = divided(purchase.figure, cell, shares) {
                PlaceRoom.Place(side: .purchases, product: seller, region: $0, buyer: nil)
            }
        }
        purchases += parts.map { region, figure in
            FirmPurchase(
                seller: located(seller, region),
                from: purchase.from,
                firm: purchase.firm,
                figure: figure
            )
        }
    }

    private mutating func place(_ sale: FirmSale, isInTable: Bool) throws(ActorsError) {
        guard let label = sale.buyer else {
            sales.append(sale)
            return
        }
        let buyer = try Self.position(label, table.industries)
        var parts = [(region: own, figure: sale.figure)]
        if sale.to == .restOfCountry, !isInTable {
            let cell = PartnerRegions.Cell(
                side: .sales,
                industry: label.code,
                firm: sale.firm,
                source: sale.figure.source
            )
            let shares = places.buyers(in: buyer, of: industry, from: own)
            let product = industry
            parts = divided(sale.figure, cell, shares) {
                PlaceRoom.Place(side: .sales, product: product, region: $0, buyer: buyer)
            }
        }
        sales += parts.map { region, figure in
            FirmSale(buyer: located(buyer, region), to: sale.to, firm: sale.firm, figure: figure)
        }
    }

    /// A figure's parts by region: what the register knows first, the rest by shares.
    private mutating func divided(
        _ figure: Figure,
        _ cell: PartnerRegions.Cell,
        _ shares: [Double],
        _ place: (Int) -> PlaceRoom.Place
    ) -> [(region: Int, figure: Figure)] {
        let amounts = firm.partners.amounts(in: cell)
        var known: [(region: Int, amount: Double)] = []
        for (region, label) in table.regions.labels.enumerated() where region != own {
            if let amount = amounts[label.code] { known.append((region, amount)) }
        }
        let sum = known.reduce(0) { $0 + $1.amount }
        let told = min(sum, max(0, figure.amount))
        var kept: [(region: Int, amount: Double)] = []
        for (region, amount) in known where sum > 0 {
            let wanted = amount * told / sum
            if isMeasuring { room.want(wanted, in: place(region)) }
            kept.append((region, wanted * room.share(of: place(region))))
        }
        if isMeasuring {
            for (region, share) in shares.enumerated() {
                room.spread(figure.amount * share, over: place(region))
            }
        }
        let register = kept.reduce(0) { $0 + $1.amount }
        var rest = figure.amount - register
        // What a difference of equal sums leaves is rounding.
        if abs(rest) <= 1e-12 * abs(figure.amount) { rest = 0 }
        sums[cell.side, default: [:]][.register, default: 0] += register
        let tooMuch = told - register
        sums[cell.side, default: [:]][.tooSmall, default: 0] += tooMuch > 1e-12 * told ? tooMuch : 0
        sums[cell.side, default: [:]][.likeIndustry, default: 0] += figure.amount - told
        var parts: [(region: Int, figure: Figure)] = kept.filter { $0.amount > 0 }.map { region, amount in
            (region, Figure(amount, from: figure.source, spread: figure.spread))
        }
        guard rest != 0 else { return parts }
        for (region, share) in shares.enumerated() where share != 0 {
            parts.append((region, Figure(rest * share, from: .estimated, spread: figure.spread)))
        }
        return parts
    }

    /// What is spread as the firm's industry buys and sells takes room too.
    private mutating func noteUnattributed() {
        let count = table.industries.count
        let (line, account) = (own * count + industry, firm.account)
        let output = table.output.values[line]
        guard output > 0 else { return }
        let bought = (0..<table.sectors.count).reduce(0) { $0 + table.flows.values[$1, line] }
        let purchases =
            account.purchases == nil && account.unattributedPurchases.amount == 0
            ? account.output.amount / output
            : bought > 0 ? account.unattributedPurchases.amount / bought : 0
        let sales =
            (account.sales == nil ? account.output.amount : account.unattributedSales.amount) / output
        for other in 0..<table.sectors.count where other / count != own {
            let (region, partner) = (other / count, other % count)
            room.spread(
                purchases * table.flows.values[other, line],
                over: .init(side: .purchases, product: partner, region: region, buyer: nil)
            )
            room.spread(
                sales * table.flows.values[line, other],
                over: .init(side: .sales, product: industry, region: region, buyer: partner)
            )
        }
    }

    private func located(_ industry: Int, _ region: Int) -> Industry {
        Industry(Located(table.industries.labels[industry], in: table.regions.labels[region]))
    }

    private static func position<Element: Label>(
        _ label: Element,
        _ axis: Axis<Element>
    ) throws(ActorsError) -> Int {
        guard let position = axis.position(label.code) else {
            throw .accounts(.unknownLabel(code: label.code, known: axis.codes))
        }
        return position
    }
}
