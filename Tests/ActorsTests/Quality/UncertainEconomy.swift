import Accounts
@testable import Actors
import Foundation
import Leontief
import TestSupport

/// A small region in its nation with firms in both, invented, that can be shaken: every uncertain figure has a factor, and
/// the multipliers are solved anew by elimination written here.
struct UncertainEconomy {
    var industries: Int
    var firms: [Firm]
    /// N, R and E: bought in the nation, in the region's table, in its rest of the country; row by column.
    var nation: [[Double]]
    var region: [[Double]]
    var elsewhere: [[Double]]
    /// Imports, product taxes, wages by column, in the nation's and the region's table.
    var nationInputs: [[Double]]
    var regionInputs: [[Double]]
    var nationOutput: [Double]
    var regionOutput: [Double]
    /// Jobs per MNOK.
    var jobs: [Double]
    var statistics: StatisticsSpread
    var jobSpread: Double

    struct Firm {
        var source: FigureSource
        /// Of each purchase; that of imports, taxes and wages; that of output.
        var spread: Double
        var inputSpread: Double
        var outputSpread: Double
    }

    var count: Int { industries + firms.count }

    /// An economy by `seed`; a firm for each source.
    init(
        seed: UInt64,
        industries count: Int,
        firms sources: [FigureSource],
        spread: Double,
        statistics: StatisticsSpread,
        jobSpread: Double
    ) {
        var random = SeededGenerator(seed: seed)
        func draw(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
        let all = count + sources.count
        firms = sources.map {
            Firm(source: $0, spread: spread, inputSpread: spread, outputSpread: spread / 2)
        }
        let whole = (0..<all).map { $0 < count ? draw(5_000...50_000) : draw(300...2_000) }
        let part = whole.enumerated().map { $0.offset < count ? $0.element * draw(0.05...0.3) : $0.element }
        let shares = (0..<count).map { _ in draw(0.15...0.7) }
        let levels = (0..<all).map { _ in draw(0.25...0.55) }
        let pattern = (0..<all).map { _ in
            let weights = (0..<all).map { $0 < count ? draw(0.1...1) : draw(0.01...0.05) }
            let sum = weights.reduce(0, +)
            return weights.map { $0 / sum }
        }
        let ratios = (0..<3).map { row in
            (0..<all).map { _ in draw([0.05...0.2, 0.005...0.03, 0.1...0.3][row]) }
        }
        nation = (0..<all).map { i in (0..<all).map { pattern[$0][i] * levels[$0] * whole[$0] } }
        region = (0..<all).map { i in
            (0..<all).map { j in
                (i < count ? shares[i] : 0.8) * pattern[j][i] * levels[j] * part[j]
            }
        }
        elsewhere = (0..<all).map { i in
            (0..<all).map { j in i < count ? (1 - shares[i]) * pattern[j][i] * levels[j] * part[j] : 0 }
        }
        for firm in count..<all {
            for seller in 0..<all { nation[seller][firm] = region[seller][firm] + elsewhere[seller][firm] }
        }
        nationInputs = ratios.map { row in (0..<all).map { row[$0] * whole[$0] } }
        regionInputs = ratios.map { row in (0..<all).map { row[$0] * part[$0] } }
        industries = count
        nationOutput = whole
        regionOutput = part
        jobs = (0..<all).map { _ in draw(0.2...1.5) }
        self.statistics = statistics
        self.jobSpread = jobSpread
    }

    /// The rows below the flows, as the tables have them.
    static let inputs: [PrimaryInput] = [
        .init(.imports), .init(.productTaxes), .init(.compensation), .init(.operatingSurplus),
    ]
}

extension UncertainEconomy {
    func sectors() throws -> Axis<Sector> {
        let axis = try TestSupport.industries(industries)
        return try Axis(
            axis.labels.map(Sector.remainder)
                + firms.indices.map { .actor(code: "f\($0 + 1)", name: Name("f\($0 + 1)")) }
        )
    }

    /// The augmented tables, typed as carving would make them.
    func table(_ scope: AreaScope) throws -> AugmentedTable {
        let axis = try TestSupport.industries(industries)
        let sectors = try sectors()
        let isRegion = scope == .region
        let (flows, output) = isRegion ? (region, regionOutput) : (nation, nationOutput)
        let below = isRegion ? regionInputs : nationInputs
        let rows = try Axis(
            (isRegion ? axis.labels.map(AreaInput.restOfCountry) : [])
                + Self.inputs.map(AreaInput.primary) + [.rounding]
        )
        func figure(_ amount: Double, _ column: Int, _ spread: (Firm) -> Double) -> Figure {
            guard column >= industries else { return Figure(amount, from: .statistics) }
            let firm = firms[column - industries]
            return Figure(amount, from: firm.source, spread: spread(firm))
        }
        let flowSources = flows.map { row in
            row.enumerated().map { figure($0.element, $0.offset, \.spread) }
        }
        let outside = (0..<industries).map { seller in
            elsewhere[seller].enumerated().map { figure($0.element, $0.offset, \.spread) }
        }
        let primary = below.map { row in row.enumerated().map { figure($0.element, $0.offset, \.inputSpread) }
        }
        let surplus = (0..<count).map { column in
            let paid = flows.reduce(0) { $0 + $1[column] } + below.reduce(0) { $0 + $1[column] }
            let rest = isRegion ? elsewhere.reduce(0) { $0 + $1[column] } : 0
            return Figure(output[column] - paid - rest, from: .balanced)
        }
        let inputSources =
            (isRegion ? outside : []) + primary + [surplus]
            + [surplus.map { _ in Figure(0, from: .balanced) }]
        let byIndustry = LabelledVector(axis, Array(output.prefix(industries)))
        let parent = AreaTable(
            area: isRegion ? "50" : "0",
            scope: scope,
            basis: SmallTable.basis,
            flows: LabelledMatrix(axis, flows.prefix(industries).map { Array($0.prefix(industries)) }),
            inputs: LabelledMatrix(rows, axis, inputSources.map { $0.prefix(industries).map(\.amount) }),
            finalDemand: byIndustry,
            output: byIndustry
        )
        return AugmentedTable(
            parent: parent,
            firms: firms.indices.map { account($0, axis.labels[0]) },
            flows: LabelledMatrix(sectors, flows),
            inputs: LabelledMatrix(rows, sectors, inputSources.map { $0.map(\.amount) }),
            finalDemand: LabelledVector(sectors, zip(output, flows).map { $0 - $1.reduce(0, +) }),
            output: LabelledVector(sectors, output),
            flowSources: flowSources,
            inputSources: inputSources
        )
    }

    private func account(_ index: Int, _ industry: Industry) -> FirmAccount {
        let (firm, column) = (firms[index], industries + index)
        return FirmAccount(
            code: "f\(index + 1)",
            name: Name("f\(index + 1)"),
            industry: industry,
            output: Figure(regionOutput[column], from: .annualAccounts, spread: firm.outputSpread),
            purchases: firm.source == .ledger ? [] : nil,
            unattributedPurchases: Figure(0, from: .balanced),
            sales: nil,
            unattributedSales: Figure(0, from: .balanced),
            primaryInputs: [:],
            extensions: firm.source == .ledger
                ? ["employment": Figure(1, from: .stated, spread: jobSpread)] : [:]
        )
    }

    func measures() throws -> [UncertainMeasure] {
        let sectors = try sectors()
        func row(_ scope: AreaScope, _ isCounted: (PrimaryInput.Role) -> Bool) throws -> MeasureRow {
            MeasureRow(of: try table(scope)) {
                if case .primary(let input) = $0 { isCounted(input.role) } else { false }
            }
        }
        let imports = try row(.nation) { $0 == .imports }
        let employment = MeasureRow(
            values: LabelledVector(sectors, jobs),
            makeup: .figures(spread: LabelledVector(sectors) { _ in jobSpread })
        )
        return [
            UncertainMeasure(
                .valueAdded,
                inRegion: try row(.region, \.isValueAdded),
                inRestOfCountry: try row(.nation, \.isValueAdded)
            ),
            UncertainMeasure(
                .imports,
                inRegion: try row(.region) { $0 == .imports },
                inRestOfCountry: imports,
                abroad: imports
            ),
            UncertainMeasure(.employment, everywhere: employment),
            UncertainMeasure(.output, everywhere: MeasureRow(outputOn: sectors)),
        ]
    }

    func intervals() throws -> MultiplierIntervals {
        try MultiplierIntervals(
            nation: table(.nation),
            region: table(.region),
            measures: measures(),
            statistics: statistics
        )
    }
}
