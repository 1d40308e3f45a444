public import Accounts
public import Leontief
import LinearAlgebra
import Regionalisation

/// What a table of all counties was held against.
public struct CountyChecks: Sendable {
    /// The largest deviation of a sum over regions from the nation's cell, relative to it, over flows, final demand and
    /// primary inputs; cells smaller than a thousandth of the unit, the last digit printed, count as that.
    public let sumOverRegions: Double
    /// The largest deviation of a county's value added or compensation from the accounts' printed or implied figure,
    /// relative; what was scaled to the national table counts.
    public let accounts: Double
    /// The largest deviation of a county's industries, withheld ones included, from its printed total of value added or
    /// compensation, relative.
    public let totals: Double
    /// The largest net trade between regions in a product, which must be nothing, relative to all that is used of it.
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
    /// The largest deviation of a product's balancing from a margin, relative to the product's trade.
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
        /// The mean over industries, weighted by output.
        public let mean: Double
    }

    init(
        _ build: MultiRegionalBuild,
        _ nation: InputOutputTable,
        _ published: RegionalAccounts,
        _ landings: [MultiRegionalModel.Landing],
        _ measures: [RegionalMeasure]
    ) throws(LeontiefError) {
        let table = build.table
        sumOverRegions =
            [
                Self.deviation(table.nationalFlows.values, nation.domestic.values),
                Self.deviation(table.nationalFinalDemand.values, nation.finalDemand.values),
                Self.deviation(table.nationalPrimaryInputs.values, nation.primaryInputs.values),
                Self.deviation(table.nationalFinalDemandInputs.values, nation.finalDemandInputs.values),
            ].max() ?? 0
        accounts = Self.deviation(of: table, from: published)
        totals = Self.deviation(of: table, fromTotalsOf: published)
        netTrade = try Self.netTrade(of: table)
        let report = table.balanceReport
        (row, column) = (report.largest(.row), report.largest(.column))
        let parts: [Measure] = [.valueAdded, .imports, .productTaxes]
        let sums = landings.filter { $0.closure == .type1 && parts.contains($0.measure) }
            .map(\.values.values.columnSums)
        identity =
            table.sectors.labels.indices.filter { table.output.values[$0] > 0 }
            .map { sector in abs(sums.reduce(0) { $0 + $1[sector] } - 1) }.max() ?? 0
        self.nation = try Self.national(build, nation, landings, measures)
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

    /// Against cells that were printed, or that printed totals leave no choice of.
    private static func deviation(of table: MultiRegionalTable, from accounts: RegionalAccounts) -> Double {
        let found = [
            (RegionalAccounts.Measure.valueAdded, table.valueAdded),
            (.compensation, table.inputs { $0 == .compensation }),
        ]
        var worst = 0.0
        for (measure, values) in found {
            for (sector, value) in zip(table.sectors.labels, values.values) {
                let cell = accounts[measure, sector.region.code, sector.element.code]
                guard let printed = cell.number, cell.origin != .estimated else { continue }
                worst = max(worst, abs(value - printed) / max(abs(printed), 1))
            }
        }
        return worst
    }

    /// Against a county's printed total over all industries.
    private static func deviation(
        of table: MultiRegionalTable,
        fromTotalsOf accounts: RegionalAccounts
    ) -> Double {
        let whole = accounts.subtotals.first { Set($0.industries) == Set(accounts.industries.codes) }
        guard let whole else { return 0 }
        var worst = 0.0
        let found = [
            (RegionalAccounts.Measure.valueAdded, table.valueAdded),
            (.compensation, table.inputs { $0 == .compensation }),
        ]
        for (measure, values) in found {
            for (position, region) in table.regions.labels.enumerated() {
                guard let printed = accounts[measure, region.code, whole.code].number else { continue }
                let first = position * table.industries.count
                let sum = values.values[first..<first + table.industries.count].reduce(0, +)
                worst = max(worst, abs(sum - printed) / max(abs(printed), 1))
            }
        }
        return worst
    }

    private static func netTrade(of table: MultiRegionalTable) throws(LeontiefError) -> Double {
        var worst = 0.0
        for industry in table.industries.labels {
            do {
                let flows = try table.trade(in: industry).values
                let net = zip(flows.rowSums, flows.columnSums).reduce(0) { $0 + $1.0 - $1.1 }
                let all = flows.rowSums.reduce(0, +)
                if all != 0 { worst = max(worst, abs(net / all)) }
            } catch {
                throw .accounts(error)
            }
        }
        return worst
    }

    /// Demand for an industry from all regions as they produce, against the nation's own system, Type I.
    private static func national(
        _ build: MultiRegionalBuild,
        _ nation: InputOutputTable,
        _ landings: [MultiRegionalModel.Landing],
        _ measures: [RegionalMeasure]
    ) throws(LeontiefError) -> [Nation] {
        let table = build.table
        let system = try LeontiefSystem(TechnicalCoefficients(domesticIn: nation))
        let count = table.industries.count
        let output = nation.output.values
        var found: [Nation] = []
        for (measure, landing) in zip(measures, landings.filter { $0.closure == .type1 }) {
            let row = LabelledVector(
                table.industries,
                (0..<count).map { industry in
                    guard output[industry] > 0 else { return 0 }
                    return table.regions.labels.indices.reduce(0) { sum, region in
                        let sector = region * count + industry
                        return sum + measure.perOutput.values[sector] * table.output.values[sector]
                    } / output[industry]
                }
            )
            let wanted = try system.multipliers(of: row).values
            let sums = landing.values.values.columnSums
            var worst: (industry: Industry, difference: Double)?
            var mean = 0.0
            for (position, industry) in table.industries.labels.enumerated()
            where output[position] > 0 && wanted[position] != 0 {
                let ours = table.regions.labels.indices.reduce(0) { sum, region in
                    let sector = region * count + position
                    return sum + sums[sector] * table.output.values[sector] / output[position]
                }
                let difference = abs(ours / wanted[position] - 1)
                mean += difference * output[position] / nation.output.sum
                if difference > worst?.difference ?? -1 { worst = (industry, difference) }
            }
            guard let worst else { continue }
            found.append(
                Nation(
                    measure: measure.measure,
                    industry: worst.industry,
                    difference: worst.difference,
                    mean: mean
                )
            )
        }
        return found
    }
}
