public import Accounts
import Datasets
import FileFormats
public import Regionalisation

/// A region's Type I multipliers by every method, calibrated ones with intervals.
///
/// Demand, technology and value added per krone are the same in all; only how much of each purchase the region supplies
/// itself differs.
public struct MethodComparison: Sendable {
    /// The region.
    public let region: Region
    /// The table's unit, year and prices.
    public let basis: Basis
    /// The methods, in the order of the columns.
    public let methods: [QuotientMethod]
    /// The multipliers, industry by industry, within it measure by measure, within it method by method.
    public let rows: [Row]
    /// The coefficients' mean error for regions that were left out while learning.
    public let leftOutError: Double
    /// Where tables, accounts and coefficients come from.
    public let sources: [Provenance]

    /// One multiplier.
    public struct Row: Sendable {
        /// The industry whose products are demanded.
        public let industry: Industry
        /// What is multiplied.
        public let measure: Backtest.Measure
        /// The method.
        public let method: QuotientMethod
        /// Per krone of final demand, the direct part included.
        public let value: Double
        /// The 90 % interval; calibrated only.
        public let interval: (lower: Double, upper: Double)?
    }

    /// The methods compared: no correction for trade at all, three δ, and shares learned from official tables.
    public static let methods: [QuotientMethod] = [
        .slq, .flq(delta: 0.05), .flq(delta: 0.1), .flq(delta: 0.25), .calibrated,
    ]

    /// Compares the methods on the region of the study in `file`.
    ///
    /// - Parameters:
    ///   - purchases: the coefficients, where the study has none of its own.
    /// - Throws: ``StudyError``; `.missing` in a study of the nation alone.
    public init(
        definedIn file: String,
        changes: StudyDefinition.Changes,
        purchases: StudyDefinition.Purchases
    ) throws(StudyError) {
        let definition = try StudyDefinition(contentsOf: file, changes: changes)
        let inputs = try StudyInputs(definition)
        guard let accounts = inputs.accounts, let source = definition.data.regionalAccounts,
            definition.region != inputs.table.area.code
        else {
            throw .missing(
                what: "region: \(definition.region)",
                place: Place(file: file),
                known: inputs.accounts?.regions.codes ?? []
            )
        }
        let region = try fitting(source) { () throws(AccountsError) in
            try accounts.region(definition.region)
        }
        let learned = try LearnedPurchases(
            definition.regionalisation?.purchases ?? purchases,
            inputs.table.industries,
            askedFor: Place(file: file)
        )
        var effects: [(method: QuotientMethod, table: RegionalTable, columns: [Column])] = []
        for method in Self.methods {
            do {
                let table = try RegionalTable(
                    of: inputs.table,
                    region: region,
                    accounts: accounts,
                    method: method,
                    sizeMeasure: method == .calibrated
                        ? .output : definition.regionalisation?.sizeMeasure ?? .valueAdded,
                    flowBasis: .domestic,
                    purchases: learned.fit
                )
                effects.append((method, table, try Self.columns(table, inputs.table)))
            } catch {
                throw .regionalisation(error, source: source)
            }
        }
        var rows: [Row] = []
        for industry in effects.first?.table.producing ?? [] {
            for (index, measure) in Backtest.Measure.allCases.enumerated() {
                for effect in effects {
                    let column = effect.columns[index]
                    rows.append(
                        Row(
                            industry: industry,
                            measure: measure,
                            method: effect.method,
                            value: column.values[industry],
                            interval: column.intervals.map { ($0.lower[industry], $0.upper[industry]) }
                        )
                    )
                }
            }
        }
        self.region = region
        basis = inputs.table.basis
        methods = Self.methods
        self.rows = rows
        leftOutError = learned.fit.spread.leftOutError[.national] ?? .nan
        sources = [inputs.table.provenance, accounts.provenance, learned.provenance]
    }

    private struct Column {
        let values: LabelledVector<Industry>
        let intervals: LabelledIntervals?
    }

    /// Effects by measure, in the order of the measures.
    private static func columns(
        _ table: RegionalTable,
        _ nation: InputOutputTable
    ) throws(RegionalisationError) -> [Column] {
        let multipliers = try RegionalMultipliers(of: table.coefficients)
        func perOutput(_ amounts: LabelledVector<Industry>) -> LabelledVector<Industry> {
            LabelledVector(nation.industries) {
                nation.output[$0] == 0 ? 0 : amounts[$0] / nation.output[$0]
            }
        }
        var columns: [Column] = []
        for measure in Backtest.Measure.allCases {
            let row =
                switch measure {
                case .output: LabelledVector(nation.industries) { _ in 1 }
                case .valueAdded: perOutput(nation.valueAdded)
                case .compensation: perOutput(nation.inputs(.compensation))
                }
            columns.append(
                Column(values: try multipliers.effects(of: row), intervals: try table.intervals(of: row))
            )
        }
        return columns
    }
}
