import Accounts
import Leontief
import LinearAlgebra

/// The regions' industries and the firms with the firms taken out: what remains follows the firms' output.
///
/// One system is solved per firm, y_k = (I − A_RR)⁻¹ a_Rk; every measure in every region is then a sum over sectors.
struct RegionalSystem {
    private let cluster: Cluster
    private let firms: MultiRegionalFirms
    /// By firm: output of every sector per unit of the firm's, its own 1, the other firms' 0.
    private let following: [[Double]]

    /// The system of located `actors`, with their books or as their industries.
    ///
    /// - Throws: as ``Cluster/init(of:in:coefficients:trade:output:basis:books:)``; `.leontief`.
    init(
        _ actors: [Actor],
        _ firms: MultiRegionalFirms,
        books: AugmentedTable?
    ) throws(ActorsError) {
        let parent = firms.table.unrepaired
        let cluster = try Cluster(
            of: actors,
            in: parent.area,
            coefficients: try solved { () throws(LeontiefError) in
                try TechnicalCoefficients(flows: parent.flows, output: parent.output)
            },
            trade: actors.contains { $0.technology != $0.industry } ? RegionalTrade(in: firms.parent) : nil,
            output: parent.output,
            basis: parent.basis,
            books: books
        )
        let outputs = try solved { () throws(LeontiefError) in
            let open = try ExogenousOutputs(cluster.coefficients, chosen: cluster.actors)
            return try open.following.outputs(meeting: cluster.actors.map { open.purchases.column($0) })
        }
        following = outputs.indices.map { own in
            outputs[own].values.values
                + cluster.actors.indices.map { $0 == own ? 1 : 0 }
        }
        self.cluster = cluster
        self.firms = firms
    }

    /// A measure per unit of output of every sector.
    ///
    /// - Throws: as ``Cluster/spread(_:of:leavesRemainders:)``.
    func values(of measure: RegionalMeasure) throws(ActorsError) -> LabelledVector<Sector> {
        let industries = firms.table.unrepaired.industries
        let row = LabelledVector(industries, firms.parent.filled(measure.perOutput).values)
        return try cluster.spread(row, of: measure.measure)
    }

    /// By firm: where values per unit of output land.
    func landings(of values: LabelledVector<Sector>) -> [LabelledVector<Region>] {
        let regions = firms.parent.regions
        let positions = firms.regionOfSector.map { regions.position($0.code) ?? 0 }
        return following.map { outputs in
            var sums = [Double](repeating: 0, count: regions.count)
            for (sector, output) in outputs.enumerated() {
                sums[positions[sector]] += values.values[sector] * output
            }
            return LabelledVector(regions, sums)
        }
    }

    /// By firm: what is bought of the firms per unit of output.
    var boughtOfFirms: [Double] {
        let matrix = cluster.coefficients.matrix.values
        let first = firms.parent.sectors.count
        return following.map { outputs in
            outputs.enumerated().reduce(0) { sum, sector in
                (first..<outputs.count).reduce(sum) { $0 + matrix[$1, sector.offset] * sector.element }
            }
        }
    }
}

extension MultiRegionalTable {
    /// A measure per unit of output; where a region makes nothing of an industry, the nation's.
    fileprivate func filled(
        _ perOutput: LabelledVector<Located<Industry>>
    ) -> LabelledVector<Located<Industry>> {
        let count = industries.count
        var (amounts, outputs) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
        for (sector, (value, output)) in zip(perOutput.values, output.values).enumerated() {
            amounts[sector % count] += value * output
            outputs[sector % count] += output
        }
        return LabelledVector(
            sectors,
            zip(perOutput.values, output.values).enumerated().map { sector, own in
                let whole = outputs[sector % count]
                return own.1 > 0 || whole <= 0 ? own.0 : amounts[sector % count] / whole
            }
        )
    }
}
