import Accounts
import LinearAlgebra

/// A measure of regional accounts with what the national table has beyond the regions.
struct PublishedMeasure {
    /// One row a region.
    let rows: [[Double]]
    /// The territory outside all regions.
    let outside: [Double]
    let rules: [AppliedRule]
    private let industries: Axis<Industry>

    /// What rounding leaves of a sum over regions, relative to the nation's figure: less lies outside no region.
    private static let rounding = 1e-9

    /// The regions' figures, scaled where the nation's is not the table's.
    ///
    /// - Throws: `.accounts` for a missing figure, `.noNationalSize` where only the table or only the accounts have one.
    init(
        _ measure: RegionalAccounts.Measure,
        _ accounts: RegionalAccounts,
        summingTo national: LabelledVector<Industry>
    ) throws(RegionalisationError) {
        let printed = try joined { () throws(AccountsError) in try accounts.vector(measure, accounts.nation) }
        var factors: [Double] = []
        var touched: [String] = []
        for industry in national.axis.labels {
            let (wanted, found) = (national[industry], printed[industry])
            guard abs(wanted - found) > Self.rounding * max(abs(wanted), 1) else {
                factors.append(1)
                continue
            }
            guard found != 0, wanted / found > 0 else {
                throw .noNationalSize(industry: industry.code, measure: measure.rawValue)
            }
            factors.append(wanted / found)
            touched.append("\(accounts.year) \(measure.rawValue) \(industry.code): \(found) → \(wanted)")
        }
        var rows: [[Double]] = []
        for region in accounts.regions.labels {
            let own = try joined { () throws(AccountsError) in try accounts.vector(measure, region) }
            rows.append(zip(own.values, factors).map(*))
        }
        outside = national.values.enumerated().map { position, amount in
            let rest = rows.reduce(amount) { $0 - $1[position] }
            let size = rows.reduce(abs(amount)) { $0 + abs($1[position]) }
            return abs(rest) <= Self.rounding * size ? 0 : rest
        }
        self.rows = rows
        rules = touched.isEmpty ? [] : [AppliedRule("accounts-scaled-to-national-table", touched: touched)]
        industries = national.axis
    }

    /// The measure by region, the territory outside all of them last where it is among them.
    func matrix(_ regions: Axis<Region>) -> LabelledMatrix<Region, Industry> {
        let all = rows + [outside]
        return LabelledMatrix(
            rows: regions,
            columns: industries,
            values: Matrix(rows: regions.count, columns: industries.count) { all[$0][$1] }
        )
    }
}

extension LabelledMatrix {
    /// Numbers under labels, column by column. Precondition: as many as there are cells.
    init(rows: Axis<Row>, columns: Axis<Column>, columnMajor numbers: [Double]) {
        self.init(
            rows: rows,
            columns: columns,
            values: Matrix(rows: rows.count, columns: columns.count, columnMajor: numbers)
        )
    }
}
