import Accounts
import LinearAlgebra

/// The nation's final demand by region: what stays where it is made, and what regions buy wherever it is made.
struct RegionalFinalDemand {
    /// By industry and, in the columns, region by region the categories: bought from any region.
    let traded: Matrix
    /// By industry and category: of the nation's demand, what is used where it is made or leaves from there; regions
    /// have part of it by their output.
    let local: Matrix
    /// Imports and product taxes, in the columns region by region the categories.
    let inputs: Matrix
    /// The rules applied.
    let rules: [AppliedRule]

    init(
        of nation: InputOutputTable,
        in production: RegionalProduction,
        accounts: RegionalAccounts,
        by wanted: FinalDemandRules
    ) throws(RegionalisationError) {
        let shares = try DemandShares(nation, production, accounts, wanted)
        let (industries, categories) = (nation.industries, nation.categories.labels)
        let demand = nation.finalDemand.values
        let isPublic = industries.codes.map(wanted.publicIndustries.contains)
        let local = Matrix(rows: industries.count, columns: categories.count) { industry, category in
            let amount = demand[industry, category]
            return switch categories[category].role {
            case .exports, .inventories: amount
            case .collectiveConsumption: isPublic[industry] ? amount : 0
            case .investment: 0
            case .householdConsumption:
                shares.usedWhereMade(
                    industry,
                    ofHouseholds: amount,
                    all: categories.indices.reduce(0) {
                        categories[$1].role == .householdConsumption ? $0 + demand[industry, $1] : $0
                    }
                )
            }
        }
        self.local = local
        let regions = production.regions.count
        traded = Matrix(rows: industries.count, columns: regions * categories.count) { industry, column in
            let (region, category) = (column / categories.count, column % categories.count)
            let amount = demand[industry, category] - local[industry, category]
            return amount == 0 ? 0 : amount * shares.share(of: region, categories[category].role, industry)
        }
        inputs = Matrix(rows: nation.primaryInputs.rows.count, columns: regions * categories.count) {
            row,
            column in
            let (region, category) = (column / categories.count, column % categories.count)
            return nation.finalDemandInputs.values[row, category]
                * shares.share(of: region, categories[category].role, nil)
        }
        rules = shares.rules
    }
}
