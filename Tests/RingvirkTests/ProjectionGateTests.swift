import Accounts
import Datasets
import Leontief
import Regionalisation
import StatisticsNorway
import TestSupport
import Testing

private let accountsFile = "data/ssb_09170_09174/09170_A88_1970-2022_en_wide.csv"

/// Tables of 2012–2015 projected to earlier years, held against Statistics Norway's own of those years.
@Suite(
    "How far a projected table is from the real one",
    .enabled(if: SharedTable.exists(accountsFile), "table 09170 is not beside the repository")
)
struct ProjectionGateTests {
    private func table(_ year: Int) throws -> InputOutputTable {
        try Dataset(at: Repository.root + "/data/ssb-io/\(year)").inputOutputTable().table
    }

    private func groups(_ table: InputOutputTable) throws -> Concordance<Industry, Industry> {
        try Dataset(at: Repository.root + "/data/groups-30").classificationMap()
            .concordance(from: table.industries, scheme: "ssb_io_65")
    }

    /// Value added per krone of demand, in the study's thirty groups.
    private func multipliers(_ table: InputOutputTable) throws -> (values: [Double], output: [Double]) {
        let groups = try table.aggregated(by: groups(table))
        let rates = LabelledVector(
            groups.industries,
            zip(groups.valueAdded.values, groups.output.values).map { $1 > 0 ? $0 / $1 : 0 }
        )
        let system = try LeontiefSystem(TechnicalCoefficients(domesticIn: groups))
        return (try system.multipliers(of: rates).values, groups.output.values)
    }

    /// Mean by output and largest relative difference of value added multipliers.
    private func error(_ one: InputOutputTable, against other: InputOutputTable) throws -> (
        mean: Double, largest: Double
    ) {
        let (found, wanted) = (try multipliers(one), try multipliers(other))
        let all = wanted.output.reduce(0, +)
        var (mean, largest) = (0.0, 0.0)
        for (position, output) in wanted.output.enumerated() where wanted.values[position] > 0 {
            let difference = abs(found.values[position] / wanted.values[position] - 1)
            mean += difference * output / all
            largest = max(largest, difference)
        }
        return (mean, largest)
    }

    /// As docs/COUNTIES.md has them, in per cent: measured, and half of the last digit for rounding.
    @Test(
        "Projected back, value added multipliers are as far off as the documentation says",
        arguments: [
            (2013, 2012, 0.67, 4.66), (2014, 2012, 0.74, 5.75), (2014, 2013, 0.64, 3.75),
            (2015, 2012, 1.13, 5.11),
            (2015, 2013, 1.27, 7.48), (2015, 2014, 1.09, 5.94), (2016, 2012, 1.64, 8.90),
        ]
    )
    func backcast(from: Int, to: Int, mean: Double, largest: Double) throws {
        let (base, wanted) = (try table(from), try table(to))
        let growth = try ProductionAccountsFile(contentsOf: Repository.shared + "/" + accountsFile)
            .growth(from: Year(from), to: Year(to), of: base.industries)
        let projected = try base.projected(by: growth)
        let found = try error(projected, against: wanted)
        #expect(abs(100 * found.mean - mean) <= 0.0051, "\(found)")
        #expect(abs(100 * found.largest - largest) <= 0.0051, "\(found)")
    }

    @Test(
        "The projected tables of 2008–2011 are those that the files give",
        arguments: [2008, 2009, 2010, 2011]
    )
    func stored(year: Int) throws {
        let (base, stored) = (try table(2012), try table(year))
        let growth = try ProductionAccountsFile(contentsOf: Repository.shared + "/" + accountsFile)
            .growth(from: 2012, to: Year(year), of: base.industries)
        let projected = try base.projected(by: growth)
        #expect(projected.output.values == stored.output.values)
        #expect(projected.domestic.values == stored.domestic.values)
        #expect(stored.rules.contains { $0.name == "table-projected" })
        #expect(stored.provenance.attribution.contains("projected from 2012"))
    }
}
