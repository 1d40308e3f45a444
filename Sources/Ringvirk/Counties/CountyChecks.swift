public import Accounts
public import Leontief
import LinearAlgebra
import Regionalisation

/// What a table of all counties was held against.
public struct CountyChecks: Sendable {
    /// The largest deviation of a sum over regions from the nation's cell, relative to it, over flows, final demand and
    /// primary inputs; cells smaller than a thousandth of the unit, the last digit printed, count as that.
    public let sumOverRegions: Double
    /// The counties' value added and compensation against the accounts: what was printed or implied, and the printed
    /// totals.
    public let accounts: AccountsComparison
    /// The largest net trade in a product over all regions, output less exports less what they use, relative to that use:
    /// nothing but the rounding of the nation's table.
    public let netTrade: Double
    /// The largest row of the table off its output, in the table's unit: the rounding of the nation's table.
    public let row: Double
    /// The largest column off its output.
    public let column: Double
    /// The largest |value added + imports + product taxes − 1| over counties and industries, Type I.
    public let identity: Double
    /// By measure, the largest difference of a national Type I multiplier from the national table's, relative, and the
    /// industry it is of. The table's is for demand from all counties as they produce.
    public let nation: [Nation]
    /// The largest deviation of a product's balancing from a margin, relative to the margin, or to one unit where that is
    /// smaller.
    public let balancing: Double
    /// Scalings of rows and columns, the most that one product took.
    public let scalings: Int
    /// The lowest output of a county and industry.
    public let leastOutput: Double
    /// The largest error of a multiplier, relative to the largest.
    public let errorBound: Double

    /// How far the nation's multipliers of a measure are from the national table's.
    public struct Nation: Sendable {
        /// The measure.
        public let measure: Measure
        /// The industry that is furthest off.
        public let industry: Industry
        /// By how much, relative.
        public let difference: Double
        /// The mean over industries, weighted by output; one without a national multiplier counts as none off.
        public let mean: Double
    }

    init(
        _ build: MultiRegionalBuild,
        _ nation: InputOutputTable,
        _ published: RegionalAccounts,
        _ landings: [MultiRegionalModel.Landing],
        _ multipliers: NationalMultipliers
    ) throws(LeontiefError) {
        let table = build.table
        sumOverRegions =
            [
                Self.deviation(table.nationalFlows.values, nation.domestic.values),
                Self.deviation(table.nationalFinalDemand.values, nation.finalDemand.values),
                Self.deviation(table.nationalPrimaryInputs.values, nation.primaryInputs.values),
                Self.deviation(table.nationalFinalDemandInputs.values, nation.finalDemandInputs.values),
            ].max() ?? 0
        accounts = AccountsComparison(of: table, with: published)
        netTrade = try Self.netTrade(of: table)
        let report = table.balanceReport
        (row, column) = (report.largest(.row), report.largest(.column))
        let parts: [Measure] = [.valueAdded, .imports, .productTaxes]
        let sums = landings.filter { $0.closure == .type1 && parts.contains($0.measure) }
            .map(\.values.values.columnSums)
        identity =
            table.sectors.labels.indices.filter { table.output.values[$0] > 0 }
            .map { sector in abs(sums.reduce(0) { $0 + $1[sector] } - 1) }.max() ?? 0
        self.nation = Self.summary(multipliers, nation)
        balancing =
            build.products.compactMap { product in
                product.report.map { $0.worst.size / max(abs($0.worst.wanted), 1) }
            }.max() ?? 0
        scalings = build.products.compactMap(\.report?.scalings).max() ?? 0
        leastOutput = table.output.values.min() ?? 0
        errorBound = landings.map(\.relativeErrorBound).max() ?? 0
    }

    private static func deviation(_ found: Matrix, _ wanted: Matrix) -> Double {
        var worst = 0.0
        for (one, other) in zip(found.columnMajor, wanted.columnMajor) where one != other {
            worst = max(worst, abs(one - other) / max(abs(other), 1e-3))
        }
        return worst
    }

    /// Σ_r (x_i^r − exports) − Σ_rs z_i^rs: made out of outputs and not of the trade alone, whose own sums cannot differ.
    private static func netTrade(of table: MultiRegionalTable) throws(LeontiefError) -> Double {
        let (count, width) = (table.industries.count, table.categories.count)
        let exports = table.finalDemand.values
        let isExport = table.categories.labels.map { $0.role == .exports }
        var worst = 0.0
        for (position, industry) in table.industries.labels.enumerated() {
            var sold = 0.0
            for row in stride(from: position, to: table.sectors.count, by: count) {
                sold += table.output.values[row]
                for column in 0..<exports.columns where isExport[column % width] {
                    sold -= exports[row, column]
                }
            }
            do {
                let used = try table.trade(in: industry).values.rowSums.reduce(0, +)
                if used != 0 { worst = max(worst, abs((sold - used) / used)) }
            } catch {
                throw .accounts(error)
            }
        }
        return worst
    }

    /// By measure, the industry furthest off.
    private static func summary(
        _ multipliers: NationalMultipliers,
        _ nation: InputOutputTable
    ) -> [Nation] {
        let whole = nation.output.sum
        var found: [Nation] = []
        for entry in multipliers.entries {
            guard let relative = entry.relative.map(abs) else { continue }
            let part = relative * nation.output[entry.industry] / whole
            guard let last = found.last, last.measure == entry.measure else {
                found.append(
                    Nation(measure: entry.measure, industry: entry.industry, difference: relative, mean: part)
                )
                continue
            }
            found[found.count - 1] = Nation(
                measure: entry.measure,
                industry: relative > last.difference ? entry.industry : last.industry,
                difference: max(relative, last.difference),
                mean: last.mean + part
            )
        }
        return found
    }
}
