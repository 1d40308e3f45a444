import Accounts
import Leontief

extension ActorSystems {
    /// The rows of values of all measures and what the columns make of them, before anything is solved.
    struct ColumnDraft {
        private var rows: [(isRegional: Bool, values: LabelledVector<Sector>)] = []
        private(set) var columns: [(column: ActorTable.Column, terms: [Term])] = []

        /// A measure's columns, the nation's after the two that it is the sum of.
        ///
        /// - Throws: as ``Cluster/spread(_:of:leavesRemainders:)``.
        mutating func add(
            _ measure: MeasureCoefficients,
            _ nation: Cluster,
            _ region: Cluster?
        ) throws(ActorsError) {
            let name = measure.measure
            if let region {
                let elsewhere = measure.inRestOfCountry
                let here = [term(true, try region.spread(measure.inRegion, of: name))]
                let there = [
                    term(false, try nation.spread(elsewhere, of: name, leavesRemainders: true)),
                    term(true, try region.spread(elsewhere, of: name, leavesRemainders: true), sign: -1),
                ]
                columns.append((.init(name, .region), here))
                columns.append((.init(name, .restOfCountry), there))
                columns.append((.init(name, .nation), here + there))
            } else {
                let everywhere = try nation.spread(measure.inRestOfCountry, of: name)
                columns.append((.init(name, .nation), [term(false, everywhere)]))
            }
            if let abroad = measure.abroad {
                let imported = try nation.spread(abroad: abroad.perOutput, of: name)
                columns.append((.init(name, .abroad), [term(false, imported)]))
            }
        }

        private mutating func term(
            _ isRegional: Bool,
            _ values: LabelledVector<Sector>,
            sign: Double = 1
        ) -> Term {
            rows.append((isRegional, values))
            return Term(row: rows.count - 1, sign: sign)
        }

        /// The rows with their weights: one solve of several rows in each system.
        ///
        /// - Throws: `.leontief`.
        func weighed(_ systems: (nation: System, region: System?)) throws(ActorsError) -> [Row] {
            var weights: [Int: LabelledVector<Sector>] = [:]
            for isRegional in [false, true] {
                let chosen = rows.indices.filter { rows[$0].isRegional == isRegional }
                let open = (isRegional ? systems.region : nil)?.open ?? systems.nation.open
                let answers = try solved { () throws(LeontiefError) in
                    chosen.isEmpty ? [] : try open.weights(of: chosen.map { rows[$0].values })
                }
                for (row, answer) in zip(chosen, answers) { weights[row] = answer }
            }
            return rows.enumerated().compactMap { index, row in
                weights[index].map { Row(isRegional: row.isRegional, values: row.values, weights: $0) }
            }
        }
    }
}
