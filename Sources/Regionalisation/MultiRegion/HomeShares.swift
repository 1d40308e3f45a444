import Accounts
import LinearAlgebra

/// What each region's industries and final users buy at home, before balancing: q_ij^s and q_i^s.
///
/// The territory outside all regions has no quotient: it buys of every region, itself included, in proportion to output.
struct HomeShares {
    /// By region, then seller, then buyer.
    let toIndustries: [[[Double]]]
    /// By region, then seller.
    let toFinalUsers: [[Double]]

    init(
        _ trade: InterregionalTrade,
        _ production: RegionalProduction,
        _ accounts: RegionalAccounts,
        _ nation: InputOutputTable
    ) throws(RegionalisationError) {
        guard !trade.method.balancesProducts else { throw .notFromSizes(method: trade.method.code) }
        if trade.flowBasis == .total, nation.imported == nil {
            throw .accounts(.lacks(role: "imported flows by supplier"))
        }
        let industries = nation.industries
        var toIndustries: [[[Double]]] = []
        var toFinalUsers: [[Double]] = []
        let sizes = try Self.sizes(trade.sizeMeasure, production, accounts)
        let whole = sizes.columnSums
        for region in sizes.rows.labels {
            let quotients: LocationQuotients
            if trade.method == .calibrated {
                quotients = try Self.calibrated(region, sizes, trade)
            } else {
                quotients = try LocationQuotients(
                    trade.method,
                    region: sizes.row(region),
                    nation: whole,
                    measure: trade.sizeMeasure,
                    regionCode: region.code
                )
            }
            let (matrix, final) = (quotients.matrix.values, quotients.cappedDiagonal.values)
            toIndustries.append(
                industries.labels.indices.map { seller in
                    industries.labels.indices.map { buyer in
                        Self.share(
                            matrix[seller, buyer],
                            domestic: nation.domestic.values[seller, buyer],
                            imported: trade.flowBasis == .domestic
                                ? 0 : nation.imported?.intermediate.values[seller, buyer] ?? 0
                        )
                    }
                }
            )
            toFinalUsers.append(final.map { min($0, 1) })
        }
        if production.outside != nil {
            let row = production.regions.count - 1
            let share = industries.labels.indices.map { industry in
                let national = nation.output.values[industry]
                return national > 0 ? production.output.values[row, industry] / national : 0
            }
            toIndustries.append(share.map { part in industries.labels.map { _ in part } })
            toFinalUsers.append(share)
        }
        self.toIndustries = toIndustries
        self.toFinalUsers = toFinalUsers
    }

    /// A share of domestic purchases from one of all purchases: home products before imports.
    private static func share(_ quotient: Double, domestic: Double, imported: Double) -> Double {
        let capped = min(quotient, 1)
        guard imported > 0, domestic > 0 else { return capped }
        return min(capped * (domestic + imported) / domestic, 1)
    }

    private static func calibrated(
        _ region: Region,
        _ outputs: LabelledMatrix<Region, Industry>,
        _ trade: InterregionalTrade
    ) throws(RegionalisationError) -> LocationQuotients {
        guard let fit = trade.purchases else { throw .accounts(.lacks(role: "purchase coefficients")) }
        guard outputs.rows.count > 1 else {
            // All there is lies in the one region.
            let ones = LabelledVector(outputs.columns) { _ in 1 }
            return LocationQuotients(.calibrated, simple: ones, shares: ones)
        }
        let pull = try SupplyPull(
            of: region,
            outputs: outputs,
            positions: fit.decay == 0 ? nil : trade.positions,
            decay: fit.decay
        )
        let shares = try fit.shares(pull)
        return LocationQuotients(.calibrated, simple: shares, shares: shares)
    }

    /// The regions' sizes, without the territory outside all of them.
    private static func sizes(
        _ measure: SizeMeasure,
        _ production: RegionalProduction,
        _ accounts: RegionalAccounts
    ) throws(RegionalisationError) -> LabelledMatrix<Region, Industry> {
        let inside = accounts.regions
        func rows(_ matrix: LabelledMatrix<Region, Industry>) -> LabelledMatrix<Region, Industry> {
            LabelledMatrix(rows: inside, columns: matrix.columns) { max(0, matrix[$0, $1]) }
        }
        switch measure {
        case .valueAdded: return rows(production.sizes)
        case .output: return rows(production.output)
        case .compensation: return rows(production.compensation)
        case .employment:
            var numbers: [String: LabelledVector<Industry>] = [:]
            for region in inside.labels {
                numbers[region.code] = try joined { () throws(AccountsError) in
                    try accounts.vector(.employment, region)
                }
            }
            return LabelledMatrix(rows: inside, columns: accounts.industries) { region, industry in
                numbers[region.code]?[industry] ?? 0
            }
        }
    }
}
