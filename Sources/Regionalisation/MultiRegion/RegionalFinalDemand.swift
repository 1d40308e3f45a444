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

/// Each region's share of what final users buy.
private struct DemandShares {
    private let households: [Double]
    private let collective: [Double]
    private let building: [Double]
    private let otherInvestment: [Double]
    private let output: [Double]
    private let isBuilding: [Bool]
    private let ownUse: [Double]
    let rules: [AppliedRule]

    init(
        _ nation: InputOutputTable,
        _ production: RegionalProduction,
        _ accounts: RegionalAccounts,
        _ wanted: FinalDemandRules
    ) throws(RegionalisationError) {
        let industries = nation.industries
        for code in wanted.publicIndustries + wanted.buildingIndustries where !industries.codes.contains(code)
        {
            throw .accounts(.unknownLabel(code: code, known: industries.codes))
        }
        let regions = production.regions.labels
        let byRegion = { (matrix: LabelledMatrix<Region, Industry>) in matrix.rowSums.values }
        let sizes = byRegion(production.sizes)
        output = Self.normalised(byRegion(production.output))
        if let population = wanted.population {
            if let difference = population.axis.firstDifference(from: accounts.regions) {
                throw .accounts(.differ(difference))
            }
            households = Self.normalised(regions.map { $0 == production.outside ? 0 : population[$0] })
        } else {
            let wages = byRegion(production.compensation).map { max($0, 0) }
            households = Self.normalised(wages.contains { $0 > 0 } ? wages : sizes)
        }
        let isPublic = industries.labels.filter { wanted.publicIndustries.contains($0.code) }
        let publicSizes = regions.map { region in
            isPublic.reduce(0) { $0 + production.sizes[region, $1] }
        }
        collective = Self.normalised(publicSizes.contains { $0 > 0 } ? publicSizes : sizes)
        isBuilding = industries.codes.map(wanted.buildingIndustries.contains)
        let investment = Self.investment(accounts, production)
        (building, otherInvestment) = Self.investmentShares(
            investment ?? sizes,
            outside: production.outside == nil ? nil : regions.count - 1,
            buildingShare: Self.buildingShare(nation, isBuilding)
        )
        if let difference = wanted.usedWhereMade?.axis.firstDifference(from: industries) {
            throw .accounts(.differ(difference))
        }
        let own = wanted.usedWhereMade?.values ?? industries.labels.map { _ in 0 }
        ownUse = own
        let used = wanted.publicIndustries + zip(industries.codes, own).filter { $0.1 != 0 }.map(\.0)
        rules =
            [
                AppliedRule(
                    wanted.population == nil ? "households-by-compensation" : "households-by-population",
                    touched: []
                ),
                AppliedRule("collective-use-by-public-value-added", touched: isPublic.map(\.code)),
                AppliedRule(
                    investment == nil ? "investment-by-value-added" : "investment-by-regional-investment",
                    touched: wanted.buildingIndustries
                ),
                AppliedRule("exports-by-output", touched: []),
            ] + (used.isEmpty ? [] : [AppliedRule("used-where-made", touched: used)])
    }

    /// The region's share of what a category buys of an industry's products, or of its imports and taxes.
    func share(of region: Int, _ role: FinalDemandCategory.Role, _ industry: Int?) -> Double {
        switch role {
        case .householdConsumption: households[region]
        case .collectiveConsumption: collective[region]
        case .investment:
            industry.map { isBuilding[$0] } == true ? building[region] : otherInvestment[region]
        case .exports, .inventories: output[region]
        }
    }

    /// Of one household category's purchases, what is used where it is made: its part of what all of them use so.
    func usedWhereMade(_ industry: Int, ofHouseholds amount: Double, all: Double) -> Double {
        all == 0 ? 0 : min(ownUse[industry] / all, 1) * amount
    }

    private static func normalised(_ sizes: [Double]) -> [Double] {
        let sum = sizes.reduce(0, +)
        return sizes.map { $0 / sum }
    }

    /// Investment by region, outside all of them what the nation has more; `nil` unless all of it is printed.
    private static func investment(
        _ accounts: RegionalAccounts,
        _ production: RegionalProduction
    ) -> [Double]? {
        let whole = accounts.subtotals.first { Set($0.industries) == Set(accounts.industries.codes) }
        guard let whole,
            let nation = accounts[.investment, accounts.nation.code, whole.code].number
        else { return nil }
        var amounts: [Double] = []
        for region in accounts.regions.labels {
            guard let amount = accounts[.investment, region.code, whole.code].number, amount >= 0 else {
                return nil
            }
            amounts.append(amount)
        }
        guard production.outside != nil else { return amounts }
        let rest = nation - amounts.reduce(0, +)
        return rest >= 0 ? amounts + [rest] : nil
    }

    /// Of all that is invested, imports and taxes included, what building industries supply.
    private static func buildingShare(_ nation: InputOutputTable, _ isBuilding: [Bool]) -> Double {
        let (demand, inputs) = (nation.finalDemand.values, nation.finalDemandInputs.values)
        var (building, all) = (0.0, 0.0)
        for (column, category) in nation.categories.labels.enumerated() where category.role == .investment {
            for row in 0..<demand.rows {
                all += demand[row, column]
                if isBuilding[row] { building += demand[row, column] }
            }
            for row in 0..<inputs.rows { all += inputs[row, column] }
        }
        return all > 0 ? building / all : 0
    }

    /// Nothing is built outside the regions, so that other products make up all of what is invested there:
    ///
    ///     building^r = G^r / Σ_regions G,   other^r = (G^r / Σ G − b · building^r) / (1 − b)
    ///
    /// with b the buildings' share of all investment. Where b is so large that others would fall below zero, all
    /// products are shared alike.
    private static func investmentShares(
        _ amounts: [Double],
        outside: Int?,
        buildingShare: Double
    ) -> (building: [Double], other: [Double]) {
        let all = normalised(amounts)
        guard let outside, buildingShare > 0 else { return (all, all) }
        let building = normalised(all.enumerated().map { $0.offset == outside ? 0 : $0.element })
        let other = zip(all, building).map { ($0 - buildingShare * $1) / (1 - buildingShare) }
        guard buildingShare < 1, other.allSatisfy({ $0 >= 0 }) else { return (all, all) }
        return (building, other)
    }
}
