public import Accounts

/// What every region produces and with what, so that the regions together are the nation's table.
///
/// For region r and industry j, with the nation's output x_j, value added v_j and inputs N_j = x_j − v_j:
///
///     N_j^r = ι_j^r N_j,   ι_j^r = v_j^r / Σ_s v_j^s
///     x_j^r = N_j^r + v_j^r
///
/// so that output is the accounts' value added times the nation's ratio, and published value added stands as published.
/// Where it is negative, or nothing although wages are paid, a size takes its place (rule
/// `negative-value-added-replaced`): compensation times the nation's ratio, or the loss's own size where no wages are
/// paid. Output is that size times the nation's ratio, inputs are what it takes to get from there to the published value
/// added, and the other regions share the inputs that are left.
///
/// What the nation has beyond its regions is a region too: the continental shelf, embassies, Svalbard.
public struct RegionalProduction: Sendable {
    /// The regions; last the territory outside all of them, where the nation has any.
    public let regions: Axis<Region>
    /// The territory outside all regions.
    public let outside: Region?
    /// v^r.
    public let valueAdded: LabelledMatrix<Region, Industry>
    /// Compensation of employees; by workplace. The nation's by share of inputs where the accounts have none.
    public let compensation: LabelledMatrix<Region, Industry>
    /// Value added, replaced where negative.
    public let sizes: LabelledMatrix<Region, Industry>
    /// ι^r: each region's share of the nation's inputs of products, domestic and imported, and of product taxes.
    public let inputShares: LabelledMatrix<Region, Industry>
    /// x^r.
    public let output: LabelledMatrix<Region, Industry>
    /// The rules applied.
    public let rules: [AppliedRule]

    /// The production of all regions of `accounts`.
    ///
    /// Where the accounts' nation is not the table's, as when one of the two was revised, every region's figure is
    /// multiplied by the table's over the accounts' (rule `accounts-scaled-to-national-table`).
    ///
    /// - Parameters:
    ///   - nation: the national table, in the accounts' industries.
    ///   - accounts: accounts of the same year, withheld value added and compensation filled.
    ///   - outside: what to call the territory outside all regions.
    /// - Throws: `.accounts` when year or industries disagree, a figure is missing or two regions share a code;
    ///   `.negativeSize` where neither value added nor compensation tells an industry's size, `.noNationalSize` for an
    ///   industry that only a region has, `.negativeAmount` for output below zero.
    public init(
        of nation: InputOutputTable,
        accounts: RegionalAccounts,
        outside: Region
    ) throws(RegionalisationError) {
        if let difference = accounts.industries.firstDifference(from: nation.industries) {
            throw .accounts(.differ(difference))
        }
        guard accounts.year == nation.basis.year else {
            throw .accounts(.differ(.year(accounts.year, nation.basis.year)))
        }
        let valueAdded = try PublishedMeasure(.valueAdded, accounts, summingTo: nation.valueAdded)
        let compensation =
            accounts.measures.contains(.compensation)
            ? try PublishedMeasure(.compensation, accounts, summingTo: nation.inputs(.compensation)) : nil
        let hasOutside = (valueAdded.outside + (compensation?.outside ?? [])).contains { $0 != 0 }
        let regions = try joined { () throws(AccountsError) in
            try Axis(accounts.regions.labels + (hasOutside ? [outside] : []))
        }
        self.regions = regions
        self.outside = hasOutside ? outside : nil
        self.valueAdded = valueAdded.matrix(regions)
        let paid = compensation?.matrix(regions)
        let replaced = try Self.sizes(self.valueAdded, paid, nation)
        sizes = replaced.sizes
        let shares = try Self.shares(replaced.sizes, self.valueAdded, nation)
        inputShares = shares
        let wages = nation.inputs(.compensation)
        self.compensation = paid ?? shares.map { _, industry, share in share * wages[industry] }
        output = try Self.output(inputShares, self.valueAdded, nation)
        rules = valueAdded.rules + (compensation?.rules ?? []) + replaced.rules
    }

    private static func sizes(
        _ valueAdded: LabelledMatrix<Region, Industry>,
        _ compensation: LabelledMatrix<Region, Industry>?,
        _ nation: InputOutputTable
    ) throws(RegionalisationError) -> (sizes: LabelledMatrix<Region, Industry>, rules: [AppliedRule]) {
        let (national, wages) = (nation.valueAdded, nation.inputs(.compensation))
        var touched: [String] = []
        var sizes: [Double] = []
        for industry in nation.industries.labels {
            for region in valueAdded.rows.labels {
                let printed = valueAdded[region, industry]
                let paid = max(compensation?[region, industry] ?? 0, 0)
                guard printed < 0 || (printed == 0 && paid > 0) else {
                    sizes.append(printed)
                    continue
                }
                guard national[industry] > 0, nation.output[industry] > national[industry],
                    paid == 0 || wages[industry] > 0
                else {
                    throw .negativeSize(
                        region: region.code,
                        industry: industry.code,
                        measure: SizeMeasure.valueAdded.rawValue,
                        value: printed
                    )
                }
                let size = paid > 0 ? paid * national[industry] / wages[industry] : -printed
                sizes.append(size)
                touched.append("\(region.code) \(industry.code): \(printed) → \(size)")
            }
        }
        let matrix = LabelledMatrix(
            rows: valueAdded.rows,
            columns: nation.industries,
            columnMajor: sizes
        )
        return (
            matrix,
            touched.isEmpty ? [] : [AppliedRule("negative-value-added-replaced", touched: touched)]
        )
    }

    /// Where value added was replaced, inputs are what output by size takes to get from the published value added;
    /// the other regions share what is left.
    private static func shares(
        _ sizes: LabelledMatrix<Region, Industry>,
        _ valueAdded: LabelledMatrix<Region, Industry>,
        _ nation: InputOutputTable
    ) throws(RegionalisationError) -> LabelledMatrix<Region, Industry> {
        let national = nation.valueAdded
        var shares: [Double] = []
        for industry in nation.industries.labels {
            let inputs = nation.output[industry] - national[industry]
            var replaced = 0.0
            var sum = 0.0
            let own = sizes.rows.labels.map { region -> Double? in
                let size = sizes[region, industry]
                guard size != valueAdded[region, industry] else {
                    sum += size
                    return nil
                }
                let output = size * nation.output[industry] / national[industry]
                let share = (output - valueAdded[region, industry]) / inputs
                replaced += share
                return share
            }
            guard nation.output[industry] == 0 || (sum > 0 && replaced < 1) else {
                throw .noNationalSize(industry: industry.code, measure: SizeMeasure.valueAdded.rawValue)
            }
            shares += zip(sizes.rows.labels, own).map { region, share in
                share ?? (sum > 0 ? sizes[region, industry] / sum * (1 - replaced) : 0)
            }
        }
        return LabelledMatrix(rows: sizes.rows, columns: sizes.columns, columnMajor: shares)
    }

    private static func output(
        _ shares: LabelledMatrix<Region, Industry>,
        _ valueAdded: LabelledMatrix<Region, Industry>,
        _ nation: InputOutputTable
    ) throws(RegionalisationError) -> LabelledMatrix<Region, Industry> {
        let national = nation.valueAdded
        let output = shares.map { region, industry, share in
            share * (nation.output[industry] - national[industry]) + valueAdded[region, industry]
        }
        for industry in nation.industries.labels {
            for region in shares.rows.labels where output[region, industry] < 0 {
                throw .negativeAmount(
                    what: "output",
                    product: region.code + ":" + industry.code,
                    value: output[region, industry]
                )
            }
        }
        return output
    }
}
