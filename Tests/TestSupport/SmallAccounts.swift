public import Accounts

/// Regional accounts typed as the statistics print them: one row a region, one column an industry or total.
public struct SmallAccounts {
    /// The industries.
    public var industries: Axis<Industry>
    /// Codes of the printed totals and of the industries they cover.
    public var subtotals: [RegionalAccounts.Subtotal] = []
    /// Cells by measure and region code (`"0"` is the nation), industries first and then the totals.
    public var rows: [RegionalAccounts.Measure: [(region: String, cells: [Observation])]]
    /// The year.
    public var year: Year = 2019

    /// Accounts of one measure; `nil` is a withheld cell.
    public init(
        _ measure: RegionalAccounts.Measure,
        industries: Axis<Industry>,
        subtotals: [RegionalAccounts.Subtotal] = [],
        rows: [(region: String, cells: [Double?])]
    ) {
        self.industries = industries
        self.subtotals = subtotals
        self.rows = [
            measure: rows.map { row in
                (row.region, row.cells.map { $0.map { .value($0, .published) } ?? .suppressed })
            }
        ]
    }

    /// The accounts.
    public func accounts() throws(AccountsError) -> RegionalAccounts {
        let columns = industries.codes + subtotals.map(\.code)
        var regions: [Region] = []
        var cells: [RegionalAccounts.Measure: [RegionalAccounts.Cell: Observation]] = [:]
        for (measure, rows) in rows {
            var keyed: [RegionalAccounts.Cell: Observation] = [:]
            for (region, observations) in rows {
                for (column, observation) in zip(columns, observations) {
                    keyed[RegionalAccounts.Cell(region: region, industry: column)] = observation
                }
            }
            cells[measure] = keyed
            if regions.isEmpty {
                regions = rows.map(\.region).filter { $0 != SmallTable.nation.code }
                    .map { Region(code: $0, name: Name($0)) }
            }
        }
        return RegionalAccounts(
            year: year,
            nation: SmallTable.nation,
            regions: try Axis(regions),
            industries: industries,
            subtotals: subtotals,
            cells: cells,
            provenance: SmallTable.provenance,
            rules: []
        )
    }
}
