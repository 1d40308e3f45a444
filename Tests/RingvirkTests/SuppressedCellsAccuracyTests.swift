import Accounts
import Datasets
import Regionalisation
import TestSupport
import Testing

@testable import Ringvirk

/// Published figures of table 11713 hidden and estimated again: how far off the estimates are.
@Suite("Suppressed cells: accuracy")
struct SuppressedCellsAccuracyTests {
    private let series: [RegionalAccounts]
    private let measures: [RegionalAccounts.Measure] = [.valueAdded, .compensation, .employment]

    init() throws {
        let published = try Dataset(at: EmbeddedStudy.data + "/ssb-county-accounts").regionalAccounts().series
        let groups = try Dataset(at: EmbeddedStudy.data + "/groups-30").classificationMap()
        series = try published.accounts.map { accounts in
            try accounts.aggregated(by: groups.concordance(from: accounts.industries, scheme: "ssb_11713"))
        }
    }

    /// Three counties among the smaller two thirds in each of four manufacturing and three other industries, as the
    /// publisher withholds: small cells, several in an industry, in all measures.
    private func hidden(in accounts: RegionalAccounts, seed: UInt64) -> [RegionalAccounts.Cell] {
        var generator = SeededGenerator(seed: seed)
        let manufacturing = accounts.subtotals.first { $0.code == "C" }?.industries ?? []
        let others = accounts.industries.codes.filter { !manufacturing.contains($0) && $0 != "L68" }
        let industries =
            manufacturing.shuffled(using: &generator).prefix(4) + others.shuffled(using: &generator).prefix(3)
        return industries.flatMap { industry -> [RegionalAccounts.Cell] in
            let printed = accounts.regions.codes.filter { accounts[.valueAdded, $0, industry].number != nil }
                .sorted {
                    (accounts[.valueAdded, $0, industry].number ?? 0)
                        < (accounts[.valueAdded, $1, industry].number ?? 0)
                }
            return printed.prefix(max(4, printed.count * 2 / 3)).shuffled(using: &generator).prefix(3)
                .map { RegionalAccounts.Cell(region: $0, industry: industry) }
        }
    }

    private func hiding(_ cells: [RegionalAccounts.Cell], in accounts: RegionalAccounts) -> RegionalAccounts {
        measures.reduce(accounts) { accounts, measure in
            let there = cells.filter { accounts[measure, $0.region, $0.industry].number != nil }
            return accounts.filling(
                measure,
                with: Dictionary(uniqueKeysWithValues: there.map { ($0, Observation.suppressed) }),
                rules: []
            )
        }
    }

    private func filled(_ accounts: RegionalAccounts, _ others: [RegionalAccounts]) -> RegionalAccounts {
        measures.reduce(accounts) { SuppressedCells.filled($0, $1, otherYears: others) }
    }

    /// Sum of absolute errors over sum of absolute figures, by measure.
    private func errors(
        hiddenEverywhere: Bool,
        useOtherYears: Bool,
        years: ClosedRange<Int>
    ) -> [RegionalAccounts.Measure: Double] {
        var (missed, all): ([RegionalAccounts.Measure: Double], [RegionalAccounts.Measure: Double]) = (
            [:], [:]
        )
        for truth in series where years.contains(truth.year.number) {
            for draw in 1...3 as ClosedRange<UInt64> {
                let cells = hidden(in: truth, seed: UInt64(truth.year.number) * 10 + draw)
                let others = useOtherYears ? series.filter { $0.year != truth.year } : []
                let found = filled(
                    hiding(cells, in: truth),
                    hiddenEverywhere ? others.map { hiding(cells, in: $0) } : others
                )
                for measure in measures {
                    for cell in cells {
                        let figure = truth[measure, cell.region, cell.industry].number ?? 0
                        let estimate = found[measure, cell.region, cell.industry].number ?? 0
                        missed[measure, default: 0] += abs(estimate - figure)
                        all[measure, default: 0] += abs(figure)
                    }
                }
            }
        }
        return all.mapValues { $0 }.reduce(into: [:]) {
            $0[$1.key] = (missed[$1.key] ?? 0) / max($1.value, 1)
        }
    }

    @Test("Hidden in one year, figures are found again far better with the years beside it than without")
    func otherYearsHelp() {
        let with = errors(hiddenEverywhere: false, useOtherYears: true, years: 2009...2018)
        let without = errors(hiddenEverywhere: false, useOtherYears: false, years: 2009...2018)
        let last = errors(hiddenEverywhere: false, useOtherYears: true, years: 2019...2019)
        let lastWithout = errors(hiddenEverywhere: false, useOtherYears: false, years: 2019...2019)
        let never = errors(hiddenEverywhere: true, useOtherYears: true, years: 2009...2019)
        for measure in measures {
            #expect(never[measure] ?? 1 <= (without[measure] ?? 0), "\(measure)")
            #expect(with[measure] ?? 1 < (without[measure] ?? 0) / 2, "\(measure)")
            #expect(last[measure] ?? 1 < lastWithout[measure] ?? 0, "\(measure)")
        }
    }
}
