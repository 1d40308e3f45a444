import Accounts

/// Each region's share of what final users buy.
struct DemandShares {
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
        output = normalised(byRegion(production.output))
        if let population = wanted.population {
            if let difference = population.axis.firstDifference(from: accounts.regions) {
                throw .accounts(.differ(difference))
            }
            households = normalised(regions.map { $0 == production.outside ? 0 : population[$0] })
        } else {
            let wages = byRegion(production.compensation).map { max($0, 0) }
            households = normalised(wages.contains { $0 > 0 } ? wages : sizes)
        }
        let isPublic = industries.labels.filter { wanted.publicIndustries.contains($0.code) }
        let publicSizes = regions.map { region in
            isPublic.reduce(0) { $0 + production.sizes[region, $1] }
        }
        collective = normalised(publicSizes.contains { $0 > 0 } ? publicSizes : sizes)
        isBuilding = industries.codes.map(wanted.buildingIndustries.contains)
        let investment = InvestmentShares(nation, production, accounts, isBuilding)
        (building, otherInvestment) = (investment.building, investment.other)
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
                    investment.isPrinted ? "investment-by-regional-investment" : "investment-by-value-added",
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
}

/// Each size's share of all of them.
func normalised(_ sizes: [Double]) -> [Double] {
    let sum = sizes.reduce(0, +)
    return sizes.map { $0 / sum }
}
