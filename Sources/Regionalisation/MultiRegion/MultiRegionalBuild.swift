public import Accounts
import LinearAlgebra

/// The nation's table distributed over all its regions, and how that was done.
///
/// Production and value added are the regional accounts' (``RegionalProduction``). Every industry buys in its region by
/// the nation's coefficients; final demand is shared out by named rules (``FinalDemandRules``). Where a purchase
/// is met is guessed (``InterregionalTrade``) and then balanced product by product (``ProductTrade``) to what every user
/// buys and every region has to sell. Summed over regions the table is the nation's, cell by cell.
public struct MultiRegionalBuild: Sendable {
    /// The table.
    public let table: MultiRegionalTable
    /// What the regions produce.
    public let production: RegionalProduction
    /// The trade before balancing.
    public let trade: InterregionalTrade
    /// Every product's balancing, in the table's order; industries nobody buys from at home included.
    public let products: [ProductTrade]
    /// Household consumption that does not follow wages, by region and by the industry it is of.
    public let usedWhereMade: LabelledVector<Located<Industry>>

    /// Distributes the nation's table.
    ///
    /// - Parameters:
    ///   - nation: the national table, in the accounts' industries.
    ///   - accounts: accounts of the same year, withheld cells filled.
    ///   - outside: what to call the territory outside all regions, should there be any.
    /// - Throws: as ``RegionalProduction/init(of:accounts:outside:)``; `.accounts` for population of other regions or an
    ///   unknown industry among the rules; `.notFromSizes` for CHARM and pooling, which are no shares of single
    ///   purchases; `.noPositions`; as ``LocationQuotients/init(_:region:nation:measure:regionCode:)``; as
    ///   ``LinearAlgebra/Matrix/balanced(to:by:freezing:until:)``, rows and columns named by the product's code and
    ///   position.
    /// - Complexity: O(regions² × industries²) an iteration.
    public init(
        of nation: InputOutputTable,
        accounts: RegionalAccounts,
        outside: Region,
        finalDemand rules: FinalDemandRules,
        trade: InterregionalTrade
    ) throws(RegionalisationError) {
        let production = try RegionalProduction(of: nation, accounts: accounts, outside: outside)
        let final = try RegionalFinalDemand(of: nation, in: production, accounts: accounts, by: rules)
        let home = try HomeShares(trade, production, accounts, nation)
        let weights = try TradeWeights(production, positions: trade.positions, decay: trade.decay)
        var products: [ProductTrade] = []
        for position in nation.industries.labels.indices {
            products.append(
                try Self.trade(in: position, nation, production, final, home, weights)
            )
        }
        self.production = production
        self.trade = trade
        self.products = products
        let sectors = try joined { () throws(AccountsError) in
            try Axis(nation.industries, in: production.regions)
        }
        let dwellings = rules.usedWhereMade
        usedWhereMade = LabelledVector(sectors) { sector in
            guard let dwellings, nation.output[sector.element] > 0 else { return 0 }
            return dwellings[sector.element] * production.output[sector.region, sector.element]
                / nation.output[sector.element]
        }
        let outsideRules =
            production.outside == nil
            ? [] : [AppliedRule("outside-equally-far", touched: [outside.code])]
        let applied = production.rules + final.rules + outsideRules
        table = try joined { () throws(AccountsError) in
            try Self.table(nation, accounts, production, final, products, sectors, applied)
        }
    }

    /// One product: what users all over the nation buy of it, and who has it to sell.
    private static func trade(
        in position: Int,
        _ nation: InputOutputTable,
        _ production: RegionalProduction,
        _ final: RegionalFinalDemand,
        _ home: HomeShares,
        _ weights: TradeWeights
    ) throws(RegionalisationError) -> ProductTrade {
        let industry = nation.industries.labels[position]
        let regions = production.regions.labels.indices
        var demand: [(amount: Double, region: Int, homeShare: Double)] = []
        for region in regions {
            for buyer in nation.industries.labels.indices {
                demand.append(
                    (
                        nation.domestic.values[position, buyer]
                            * production.inputShares.values[region, buyer],
                        region, home.toIndustries[region][position][buyer]
                    )
                )
            }
            for category in nation.categories.labels.indices {
                let column = region * nation.categories.count + category
                demand.append((final.traded[position, column], region, home.toFinalUsers[region][position]))
            }
        }
        let all = demand.reduce(0) { $0 + $1.amount }
        let national = nation.output.values[position]
        let supply = regions.map { region in
            national > 0 ? production.output.values[region, position] / national * all : 0
        }
        return try ProductTrade(in: industry, supply: supply, demand: demand, weights)
    }
}
