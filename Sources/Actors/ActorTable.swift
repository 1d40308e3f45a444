public import Accounts
public import Leontief

/// What a krone, and a unit, of each actor's output sets moving, for a model that chooses the outputs.
///
/// μ_k = v_k + v_R'(I − A_RR)⁻¹ a_Rk with *all* the actors taken out of the system (METHOD §8): the table
/// applied to any outputs gives exactly what running the model on them would, and nothing is counted twice.
/// Type I. Flows between the actors are the chooser's to count.
public struct ActorTable: Sendable {
    /// One row an actor, in the study's order.
    public let rows: [Row]
    /// The measures and scopes there are, in order.
    public let columns: [Column]
    /// Largest relative difference between the table applied to the actors' outputs and a direct run.
    public let roundTripDeviation: Double

    /// A measure in a scope.
    public struct Column: Sendable, Hashable {
        /// What is measured.
        public let measure: Measure
        /// Where it lands.
        public let scope: Scope

        /// `measure` in `scope`.
        public init(_ measure: Measure, _ scope: Scope) {
            self.measure = measure
            self.scope = scope
        }
    }

    /// An actor's multipliers.
    public struct Row: Sendable {
        /// The actor.
        public let actor: Actor
        /// μ: the measure's unit per MNOK of output.
        public let perOutput: [Column: Double]
        /// μ times the price: the measure's unit per unit of the actor's product.
        public let perUnit: [Column: Double]
        /// Output in MNOK at the table's prices.
        public let output: Double
        /// Share of the region's industry that the actor is; 0 for one that does not exist yet.
        public let shareOfIndustry: Double
    }

    /// The table of `actors` in a model.
    ///
    /// - Parameters:
    ///   - regionalOutput: output by industry in the region; `nil` for a model of the nation alone.
    ///   - nation: the nation, for messages.
    ///   - trade: how the region's coefficients were made of the nation's; `nil` for a model of the nation alone.
    ///   - nationalOutput: output by industry in the nation.
    /// - Throws: as ``Cluster/init(of:in:coefficients:output:basis:)``.
    public init(
        of actors: [Actor],
        in model: RippleModel,
        nation area: Region,
        regionalOutput: LabelledVector<Industry>?,
        trade: RegionalTrade? = nil,
        nationalOutput: LabelledVector<Industry>
    ) throws(ActorsError) {
        let nation = try System(
            Cluster(
                of: actors,
                in: area.code,
                coefficients: model.nation.open.coefficients,
                output: nationalOutput,
                basis: model.basis
            )
        )
        var regional: System?
        if let system = model.regional, let regionalOutput {
            regional = try System(
                Cluster(
                    of: actors,
                    in: model.region.code,
                    coefficients: system.open.coefficients,
                    trade: trade,
                    output: regionalOutput,
                    basis: model.basis
                )
            )
        }
        var multipliers: [(Column, LabelledVector<Sector>)] = []
        var deviation = 0.0
        for measure in model.measures {
            if let regional {
                let inRegion = try regional.multipliers(of: measure.inRegion)
                let elsewhere = measure.inRestOfCountry
                let inRest = try joined(
                    nation.multipliers(of: elsewhere),
                    regional.multipliers(of: elsewhere),
                    -
                )
                multipliers.append((Column(measure.measure, .region), inRegion))
                multipliers.append((Column(measure.measure, .restOfCountry), inRest))
                multipliers.append((Column(measure.measure, .nation), try joined(inRegion, inRest, +)))
                deviation = max(deviation, try regional.roundTripDeviation(of: measure.inRegion))
            } else {
                multipliers.append(
                    (Column(measure.measure, .nation), try nation.multipliers(of: measure.inRestOfCountry))
                )
            }
            deviation = max(deviation, try nation.roundTripDeviation(of: measure.inRestOfCountry))
            if let abroad = measure.abroad {
                deviation = max(deviation, try nation.roundTripDeviation(of: abroad.perOutput))
                multipliers.append(
                    (Column(measure.measure, .abroad), try nation.multipliers(of: abroad.perOutput))
                )
            }
        }
        var rows: [Row] = []
        for (actor, sector) in zip(actors, nation.cluster.actors) {
            let price = try actor.pricePerUnit(in: model.basis)
            let value = actor.output * price
            let industryOutput = (regionalOutput ?? nationalOutput)[actor.industry]
            let perOutput = Dictionary(uniqueKeysWithValues: multipliers.map { ($0, $1[sector]) })
            rows.append(
                Row(
                    actor: actor,
                    perOutput: perOutput,
                    perUnit: perOutput.mapValues { $0 * price },
                    output: value,
                    shareOfIndustry: actor.exists && industryOutput > 0 ? value / industryOutput : 0
                )
            )
        }
        self.rows = rows
        columns = multipliers.map(\.0)
        roundTripDeviation = deviation
    }
}

/// A cluster with its actors taken out of the system.
private struct System {
    let cluster: Cluster
    let open: ExogenousOutputs<Sector>

    init(_ cluster: Cluster) throws(ActorsError) {
        self.cluster = cluster
        open = try solved { () throws(LeontiefError) in
            try ExogenousOutputs(cluster.coefficients, chosen: cluster.actors)
        }
    }

    func multipliers(of row: LabelledVector<Industry>) throws(ActorsError) -> LabelledVector<Sector> {
        try solved { () throws(LeontiefError) in try open.multipliers(of: cluster.spread(row)) }
    }

    /// |Σ μ_k x_k + v_R' L_RR f_R − v'x| / |v'x|, where x is a direct run of the model on the actors' outputs
    /// and f_R the final demand that the area's own outputs leave for the other sectors.
    func roundTripDeviation(of row: LabelledVector<Industry>) throws(ActorsError) -> Double {
        let values = cluster.spread(row)
        let chosen = LabelledVector(open.chosen) { cluster.output[$0] }
        let rest = open.following.sectors
        let base = LabelledVector(rest) { cluster.output[$0] }
        let demand = try joined(
            base,
            joined(
                joined { () throws(AccountsError) in
                    try open.following.coefficients.matrix.times(base)
                },
                joined { () throws(AccountsError) in try open.purchases.times(chosen) },
                +
            ),
            -
        )
        let following = try solved { () throws(LeontiefError) in
            try open.output(chosen: chosen, demand: demand)
        }
        let direct =
            rest.labels.reduce(0) { $0 + values[$1] * following[$1] }
            + open.chosen.labels.reduce(0) { $0 + values[$1] * chosen[$1] }
        let perDemand = try solved { () throws(LeontiefError) in
            try open.following.multipliers(of: LabelledVector(rest) { values[$0] })
        }
        let ofActors = try multipliers(of: row)
        let table =
            open.chosen.labels.reduce(0) { $0 + ofActors[$1] * chosen[$1] }
            + rest.labels.reduce(0) { $0 + perDemand[$1] * demand[$1] }
        return direct == 0 ? abs(table) : abs(table - direct) / abs(direct)
    }
}

/// Two vectors on the same axis, combined number by number.
private func joined<Element>(
    _ one: LabelledVector<Element>,
    _ other: LabelledVector<Element>,
    _ combine: (Double, Double) -> Double
) throws(ActorsError) -> LabelledVector<Element> {
    try joined { () throws(AccountsError) in try one.combined(with: other, combine) }
}
