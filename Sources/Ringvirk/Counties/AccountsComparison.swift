public import Accounts

/// A table of all regions held against the accounts it was built from: cell by cell, and against every printed total.
///
/// Where the accounts were scaled to a national table of another vintage, both say by how much.
public struct AccountsComparison: Sendable, Hashable {
    /// Value added and compensation of every region and industry, against cells that were printed, or that printed totals
    /// leave no choice of.
    public let cells: Comparison
    /// Sums over a region's industries, withheld ones with the figures that rules gave them, against the totals printed
    /// for it: over all industries, and over parts of them.
    public let totals: Comparison
    /// The withheld cells within those totals.
    public let withheld: Int

    /// Compares.
    public init(of table: MultiRegionalTable, with accounts: RegionalAccounts) {
        let found = [
            (RegionalAccounts.Measure.valueAdded, table.valueAdded),
            (.compensation, table.inputs { $0 == .compensation }),
        ]
        var (cells, totals, withheld) = (Comparison(), Comparison(), Set<String>())
        for (measure, values) in found where accounts.measures.contains(measure) {
            for (sector, value) in zip(table.sectors.labels, values.values) {
                let cell = accounts[measure, sector.region.code, sector.element.code]
                guard let printed = cell.number, cell.origin != .estimated else { continue }
                cells.add(value, against: printed, Self.place(measure, sector.region, sector.element.code))
            }
            for region in accounts.regions.labels where table.regions.contains(region) {
                for total in accounts.subtotals {
                    guard let printed = accounts[measure, region.code, total.code].number else { continue }
                    var sum = 0.0
                    for code in total.industries {
                        guard let industry = table.industries.position(code) else { continue }
                        sum += values[Located(table.industries.labels[industry], in: region)]
                        if [.estimated, .implied].contains(accounts[measure, region.code, code].origin) {
                            withheld.insert(Self.place(measure, region, code))
                        }
                    }
                    totals.add(sum, against: printed, Self.place(measure, region, total.code))
                }
            }
        }
        self.cells = cells
        self.totals = totals
        self.withheld = withheld.count
    }

    private static func place(
        _ measure: RegionalAccounts.Measure,
        _ region: Region,
        _ code: String
    ) -> String {
        "\(measure.rawValue) \(region.code) \(code)"
    }
}
