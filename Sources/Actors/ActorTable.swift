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
    ///   - books: the tables of nation and region with the firms whose books are read; `nil` for statistics alone.
    /// - Throws: as ``Cluster/init(of:in:coefficients:trade:output:basis:books:)`` and
    ///   ``Cluster/spread(_:of:leavesRemainders:)``.
    public init(
        of actors: [Actor],
        in model: RippleModel,
        nation area: Region,
        regionalOutput: LabelledVector<Industry>?,
        trade: RegionalTrade? = nil,
        nationalOutput: LabelledVector<Industry>,
        books: FirmTables? = nil
    ) throws(ActorsError) {
        let nation = try System(
            Cluster(
                of: actors,
                in: area.code,
                coefficients: model.nation.open.coefficients,
                output: nationalOutput,
                basis: model.basis,
                books: books?.nation
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
                    basis: model.basis,
                    books: books?.region
                )
            )
        }
        var multipliers: [(Column, LabelledVector<Sector>)] = []
        var deviation = 0.0
        for measure in model.measures {
            let name = measure.measure
            if let regional {
                let own = try regional.cluster.spread(measure.inRegion, of: name)
                let inRegion = try regional.multipliers(of: own)
                let elsewhere = measure.inRestOfCountry
                let inRest = try joined(
                    nation.multipliers(
                        of: nation.cluster.spread(elsewhere, of: name, leavesRemainders: true)
                    ),
                    regional.multipliers(
                        of: regional.cluster.spread(elsewhere, of: name, leavesRemainders: true)
                    ),
                    -
                )
                multipliers.append((Column(name, .region), inRegion))
                multipliers.append((Column(name, .restOfCountry), inRest))
                multipliers.append((Column(name, .nation), try joined(inRegion, inRest, +)))
                deviation = max(deviation, try regional.roundTripDeviation(of: own))
            }
            let everywhere = try nation.cluster.spread(measure.inRestOfCountry, of: name)
            if regional == nil {
                multipliers.append((Column(name, .nation), try nation.multipliers(of: everywhere)))
            }
            deviation = max(deviation, try nation.roundTripDeviation(of: everywhere))
            if let abroad = measure.abroad {
                let imported = try nation.cluster.spread(abroad: abroad.perOutput, of: name)
                deviation = max(deviation, try nation.roundTripDeviation(of: imported))
                multipliers.append((Column(name, .abroad), try nation.multipliers(of: imported)))
            }
        }
        var rows: [Row] = []
        for (actor, sector) in zip(actors, nation.cluster.actors) {
            let price = try actor.pricePerUnit(in: model.basis)
            let value = nation.cluster.output[sector]
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

    func multipliers(of values: LabelledVector<Sector>) throws(ActorsError) -> LabelledVector<Sector> {
        try solved { () throws(LeontiefError) in try open.multipliers(of: values) }
    }

    /// |Σ μ_k x_k + v_R' L_RR f_R − v'x| / |v'x|, where x is a direct run of the model on the actors' outputs
    /// and f_R the final demand that the area's own outputs leave for the other sectors.
    func roundTripDeviation(of values: LabelledVector<Sector>) throws(ActorsError) -> Double {
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
        let ofActors = try multipliers(of: values)
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
