import Accounts

/// A firm's account on its way into a table of several regions: every partner gets a region.
///
/// Own region, abroad and final use are as the account has them, and so are firms of the table, which stand where they
/// stand. The rest of the country is divided (``DividedTrade``).
struct AccountPlacing {
    let firm: LocatedFirm
    let table: MultiRegionalTable
    private let places: PartnerPlaces
    private let firms: Set<String>
    /// The position of the firm's region.
    let own: Int
    /// The position of its industry.
    let industry: Int

    /// Looks up where `firm` stands.
    ///
    /// - Parameter firms: the codes of the firms in the table.
    /// - Throws: `.accounts(.unknownLabel)` for a region or an industry that the table has not.
    init(
        _ firm: LocatedFirm,
        in table: MultiRegionalTable,
        _ places: PartnerPlaces,
        among firms: Set<String>
    ) throws(ActorsError) {
        self.firm = firm
        self.table = table
        self.places = places
        self.firms = firms
        own = try Self.position(firm.region, table.regions)
        industry = try Self.position(firm.account.industry, table.industries)
    }

    /// The account on the table's located industries, and the rules with what each met.
    ///
    /// - Throws: `.accounts(.unknownLabel)` for an industry that the table has not.
    func placed(in room: PlaceRoom) throws(ActorsError) -> (account: FirmAccount, uses: [PlaceRuleUse]) {
        let account = firm.account
        var met: [TradeSide: [PlaceRule: Double]] = [:]
        func parts(
            _ figure: Figure,
            _ divided: DividedTrade?,
            _ side: TradeSide
        ) -> [(region: Int, figure: Figure)] {
            guard let divided else { return [(own, figure)] }
            let found = divided.parts(in: room)
            for (rule, amount) in found.met { met[side, default: [:]][rule, default: 0] += amount }
            return found.parts
        }
        var purchases: [FirmPurchase] = []
        for purchase in account.purchases ?? [] {
            let seller = try Self.position(purchase.seller, table.industries)
            purchases += parts(purchase.figure, divided(purchase, of: seller), .purchases).map {
                region,
                figure in
                FirmPurchase(
                    seller: located(seller, region),
                    from: purchase.from,
                    firm: purchase.firm,
                    figure: figure
                )
            }
        }
        var sales: [FirmSale] = []
        for sale in account.sales ?? [] {
            guard let label = sale.buyer else {
                sales.append(sale)
                continue
            }
            let buyer = try Self.position(label, table.industries)
            sales += parts(sale.figure, divided(sale, to: buyer), .sales).map { region, figure in
                FirmSale(buyer: located(buyer, region), to: sale.to, firm: sale.firm, figure: figure)
            }
        }
        return (
            account.with(
                industry: located(industry, own),
                purchases: account.purchases == nil ? nil : purchases,
                sales: account.sales == nil ? nil : sales
            ), uses(met)
        )
    }

    private func uses(_ met: [TradeSide: [PlaceRule: Double]]) -> [PlaceRuleUse] {
        TradeSide.allCases.flatMap { side in
            PlaceRule.allCases.compactMap { rule in
                guard let amount = met[side]?[rule], amount != 0 else { return nil }
                return PlaceRuleUse(firm: firm.account.code, side: side, rule: rule, amount: amount)
            }
        }
    }

    private func located(_ industry: Int, _ region: Int) -> Industry {
        Industry(Located(table.industries.labels[industry], in: table.regions.labels[region]))
    }

    static func position<Element: Label>(
        _ label: Element,
        _ axis: Axis<Element>
    ) throws(ActorsError) -> Int {
        guard let position = axis.position(label.code) else {
            throw .accounts(.unknownLabel(code: label.code, known: axis.codes))
        }
        return position
    }
}

extension AccountPlacing {
    /// What of a purchase is to be divided between regions; `nil` where its place is known.
    func divided(_ purchase: FirmPurchase, of seller: Int) -> DividedTrade? {
        guard purchase.from == .restOfCountry, !isInTable(purchase.firm) else { return nil }
        let cell = PartnerRegions.Cell(
            side: .purchases,
            industry: purchase.seller.code,
            firm: purchase.firm,
            source: purchase.figure.source
        )
        return DividedTrade(
            purchase.figure,
            .purchases,
            product: seller,
            buyer: nil,
            known: known(of: cell),
            shares: places.sellers(of: seller, to: industry, in: own)
        )
    }

    /// The same of a sale to an industry.
    func divided(_ sale: FirmSale, to buyer: Int) -> DividedTrade? {
        guard sale.to == .restOfCountry, !isInTable(sale.firm) else { return nil }
        let cell = PartnerRegions.Cell(
            side: .sales,
            industry: sale.buyer?.code,
            firm: sale.firm,
            source: sale.figure.source
        )
        return DividedTrade(
            sale.figure,
            .sales,
            product: industry,
            buyer: buyer,
            known: known(of: cell),
            shares: places.buyers(in: buyer, of: industry, from: own)
        )
    }

    private func isInTable(_ code: String?) -> Bool { code.map(firms.contains) ?? false }

    /// What the register knows of a cell, by other region, in the table's order.
    private func known(of cell: PartnerRegions.Cell) -> [(region: Int, amount: Double)] {
        let amounts = firm.partners.amounts(in: cell)
        return table.regions.labels.enumerated().compactMap { region, label in
            region == own ? nil : amounts[label.code].map { (region, $0) }
        }
    }
}
