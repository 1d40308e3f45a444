public import Accounts
public import Leontief

/// A study's actors taken out of the systems of nation and region, and what each multiplier is the sum of.
///
/// In the region a measure has its own row of values, in the rest of the country another; the rest of the country produces
/// what the nation does and the region doesn't:
///
///     region = μ(region's system, v_region)      rest = μ(nation's system, v_rest) − μ(region's system, v_rest)
///     nation = region + rest                     abroad = μ(nation's system, v_abroad)
public struct ActorSystems: Sendable {
    /// The actors, in the study's order.
    public let actors: [Actor]
    /// The nation's industries and the actors.
    public let nation: Cluster
    /// The region's; `nil` in a model of the nation alone.
    public let region: Cluster?

    let basis: Basis
    let columns: [(column: ActorTable.Column, parts: [Part])]
    let systems: (nation: System, region: System?)

    /// A row of values in one of the systems, and the sign it counts with.
    struct Part: Sendable {
        let isRegional: Bool
        let values: LabelledVector<Sector>
        let sign: Double
    }

    /// The systems of `actors` in a model.
    ///
    /// - Parameters:
    ///   - regionalOutput: output by industry in the region; `nil` for a model of the nation alone.
    ///   - nation: the nation, for messages.
    ///   - trade: how the region's coefficients were made of the nation's; `nil` for a model of the nation alone.
    ///   - nationalOutput: output by industry in the nation.
    ///   - books: the tables of nation and region with the firms whose books are read; `nil` for statistics alone.
    /// - Throws: as ``Cluster/init(of:in:coefficients:trade:output:basis:books:)`` and
    ///   ``Cluster/spread(_:of:leavesRemainders:)``.
    public init(
        of actors: [Actor],
        in model: RippleModel,
        nation area: Accounts.Region,
        regionalOutput: LabelledVector<Industry>?,
        trade: RegionalTrade? = nil,
        nationalOutput: LabelledVector<Industry>,
        books: FirmTables? = nil
    ) throws(ActorsError) {
        let nation = try Cluster(
            of: actors,
            in: area.code,
            coefficients: model.nation.open.coefficients,
            output: nationalOutput,
            basis: model.basis,
            books: books?.nation
        )
        var region: Cluster?
        if let system = model.regional, let regionalOutput {
            region = try Cluster(
                of: actors,
                in: model.region.code,
                coefficients: system.open.coefficients,
                trade: trade,
                output: regionalOutput,
                basis: model.basis,
                books: books?.region
            )
        }
        self.actors = actors
        self.nation = nation
        self.region = region
        basis = model.basis
        columns = try Self.columns(model.measures, nation, region)
        systems = (try System(nation), region == nil ? nil : try region.map(System.init))
    }

    private static func columns(
        _ measures: [MeasureCoefficients],
        _ nation: Cluster,
        _ region: Cluster?
    ) throws(ActorsError) -> [(column: ActorTable.Column, parts: [Part])] {
        var columns: [(column: ActorTable.Column, parts: [Part])] = []
        for measure in measures {
            let name = measure.measure
            if let region {
                let here = Part(
                    isRegional: true,
                    values: try region.spread(measure.inRegion, of: name),
                    sign: 1
                )
                let elsewhere = [
                    Part(
                        isRegional: false,
                        values: try nation.spread(
                            measure.inRestOfCountry,
                            of: name,
                            leavesRemainders: true
                        ),
                        sign: 1
                    ),
                    Part(
                        isRegional: true,
                        values: try region.spread(
                            measure.inRestOfCountry,
                            of: name,
                            leavesRemainders: true
                        ),
                        sign: -1
                    ),
                ]
                columns.append((.init(name, .region), [here]))
                columns.append((.init(name, .restOfCountry), elsewhere))
                columns.append((.init(name, .nation), [here] + elsewhere))
            } else {
                let everywhere = try nation.spread(measure.inRestOfCountry, of: name)
                columns.append(
                    (.init(name, .nation), [Part(isRegional: false, values: everywhere, sign: 1)])
                )
            }
            if let abroad = measure.abroad {
                let imported = try nation.spread(abroad: abroad.perOutput, of: name)
                columns.append(
                    (.init(name, .abroad), [Part(isRegional: false, values: imported, sign: 1)])
                )
            }
        }
        return columns
    }

    /// The system a part is in.
    func system(of part: Part) -> System {
        part.isRegional ? systems.region ?? systems.nation : systems.nation
    }

    /// μ of every actor in every column.
    func multipliers() throws(ActorsError) -> [(ActorTable.Column, LabelledVector<Sector>)] {
        var answers: [(ActorTable.Column, LabelledVector<Sector>)] = []
        for (column, parts) in columns {
            var sum: LabelledVector<Sector>?
            if parts.count == 3 {
                // The nation's is the sum of the two before it.
                sum = try joined { () throws(AccountsError) in
                    try answers[answers.count - 2].1.combined(with: answers[answers.count - 1].1, +)
                }
            } else {
                for part in parts {
                    let own = try system(of: part).multipliers(of: part.values)
                    sum = try joined { () throws(AccountsError) in
                        try sum?.combined(with: own) { $0 + part.sign * $1 } ?? own.map { part.sign * $0 }
                    }
                }
            }
            if let sum { answers.append((column, sum)) }
        }
        return answers
    }

    /// Largest relative difference between the table applied to the actors' outputs and a direct run.
    func roundTripDeviation() throws(ActorsError) -> Double {
        var deviation = 0.0
        for (_, parts) in columns where parts.count < 3 {
            for part in parts where part.sign > 0 {
                deviation = max(deviation, try system(of: part).roundTripDeviation(of: part.values))
            }
        }
        return deviation
    }
}

extension ActorSystems {
    /// A cluster with its actors taken out of the system.
    struct System: Sendable {
        let cluster: Cluster
        let open: ExogenousOutputs<Sector>

        init(_ cluster: Cluster) throws(ActorsError) {
            self.cluster = cluster
            open = try solved { () throws(LeontiefError) in
                try ExogenousOutputs(cluster.coefficients, chosen: cluster.actors)
            }
        }

        func multipliers(of values: LabelledVector<Sector>) throws(ActorsError) -> LabelledVector<Sector> {
            try solved { () throws(LeontiefError) in try open.multipliers(of: values) }
        }

        /// |Σ μ_k x_k + v_R' L_RR f_R − v'x| / |v'x|, where x is a direct run of the model on the actors' outputs
        /// and f_R the final demand that the area's own outputs leave for the other sectors.
        func roundTripDeviation(of values: LabelledVector<Sector>) throws(ActorsError) -> Double {
            let chosen = LabelledVector(open.chosen) { cluster.output[$0] }
            let rest = open.following.sectors
            let base = LabelledVector(rest) { cluster.output[$0] }
            let demand = try joined { () throws(AccountsError) in
                let own = try open.following.coefficients.matrix.times(base)
                let bought = try own.combined(with: open.purchases.times(chosen), +)
                return try base.combined(with: bought, -)
            }
            let following = try solved { () throws(LeontiefError) in
                try open.output(chosen: chosen, demand: demand)
            }
            let direct =
                rest.labels.reduce(0) { $0 + values[$1] * following[$1] }
                + open.chosen.labels.reduce(0) { $0 + values[$1] * chosen[$1] }
            let perDemand = try solved { () throws(LeontiefError) in
                try open.following.multipliers(of: LabelledVector(rest) { values[$0] })
            }
            let ofActors = try multipliers(of: values)
            let table =
                open.chosen.labels.reduce(0) { $0 + ofActors[$1] * chosen[$1] }
                + rest.labels.reduce(0) { $0 + perDemand[$1] * demand[$1] }
            return direct == 0 ? abs(table) : abs(table - direct) / abs(direct)
        }
    }
}
