import Accounts
import Leontief
import LinearAlgebra

/// The regions' industries and the firms with the firms taken out: what remains follows the firms' output.
struct RegionalSystem {
    private let cluster: Cluster
    private let open: ExogenousOutputs<Sector>
    private let firms: MultiRegionalFirms

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
        open = try solved { () throws(LeontiefError) in
            try ExogenousOutputs(cluster.coefficients, chosen: cluster.actors)
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
    ///
    /// - Throws: `.leontief`.
    func landings(of everywhere: LabelledVector<Sector>) throws(ActorsError) -> [LabelledVector<Region>] {
        let regionOf = firms.regionOfSector
        var landings = [[Double]](repeating: [], count: cluster.actors.count)
        for region in firms.parent.regions.labels {
            let own = LabelledVector(
                everywhere.axis,
                zip(everywhere.values, regionOf).map { $1 == region ? $0 : 0 }
            )
            let effects = try solved { () throws(LeontiefError) in try open.multipliers(of: own) }
            for (position, actor) in cluster.actors.enumerated() {
                landings[position].append(effects[actor])
            }
        }
        return landings.map { LabelledVector(firms.parent.regions, $0) }
    }

    /// By firm: what is bought of the firms per unit of output.
    ///
    /// - Throws: `.leontief`.
    func boughtOfFirms() throws(ActorsError) -> [Double] {
        let bought = LabelledVector(cluster.output.axis) { sector in
            cluster.actors.reduce(0) { $0 + cluster.coefficients.matrix[$1, sector] }
        }
        let effects = try solved { () throws(LeontiefError) in try open.multipliers(of: bought) }
        return cluster.actors.map { effects[$0] }
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
