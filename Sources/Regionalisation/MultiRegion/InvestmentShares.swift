import Accounts
import LinearAlgebra

/// Each region's share of what is invested: in buildings, which stand where they are built, and in all else.
struct InvestmentShares {
    /// Of what building industries supply.
    let building: [Double]
    /// Of all other products, imports and taxes.
    let other: [Double]
    /// Whether the accounts print every region's investment; value added stands in for it where they do not.
    let isPrinted: Bool

    init(
        _ nation: InputOutputTable,
        _ production: RegionalProduction,
        _ accounts: RegionalAccounts,
        _ isBuilding: [Bool]
    ) {
        let printed = Self.printed(accounts, production)
        isPrinted = printed != nil
        (building, other) = Self.shares(
            printed ?? production.sizes.rowSums.values,
            outside: production.outside == nil ? nil : production.regions.count - 1,
            buildingShare: Self.buildingShare(nation, isBuilding)
        )
    }

    /// Investment by region, outside all of them what the nation has more; `nil` unless all of it is printed.
    private static func printed(
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
    private static func shares(
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
