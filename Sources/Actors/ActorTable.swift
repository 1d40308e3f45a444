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
        /// MNOK per unit of the product.
        let price: Double
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
    /// - Throws: as ``ActorSystems``.
    public init(
        of actors: [Actor],
        in model: RippleModel,
        nation area: Region,
        regionalOutput: LabelledVector<Industry>?,
        trade: RegionalTrade? = nil,
        nationalOutput: LabelledVector<Industry>,
        books: FirmTables? = nil
    ) throws(ActorsError) {
        try self.init(
            ActorSystems(
                of: actors,
                in: model,
                nation: area,
                regionalOutput: regionalOutput,
                trade: trade,
                nationalOutput: nationalOutput,
                books: books
            ),
            industryOutput: regionalOutput ?? nationalOutput
        )
    }

    /// The table of actors in systems made ready.
    ///
    /// - Parameter industryOutput: output by industry in the region, or in a model of the nation alone the nation's.
    /// - Throws: `.leontief`.
    public init(
        _ systems: ActorSystems,
        industryOutput outputs: LabelledVector<Industry>
    ) throws(ActorsError) {
        let columns = systems.columns.map(\.column)
        var rows: [Row] = []
        for (actor, sector) in zip(systems.actors, systems.nation.actors) {
            let price = try actor.pricePerUnit(in: systems.basis)
            let value = systems.nation.output[sector]
            let industryOutput = outputs[actor.industry]
            let multipliers = systems.multipliers.map { $0[sector] }
            let perOutput = Dictionary(uniqueKeysWithValues: zip(columns, multipliers))
            rows.append(
                Row(
                    actor: actor,
                    perOutput: perOutput,
                    perUnit: perOutput.mapValues { $0 * price },
                    output: value,
                    price: price,
                    shareOfIndustry: actor.exists && industryOutput > 0 ? value / industryOutput : 0
                )
            )
        }
        self.rows = rows
        self.columns = columns
        roundTripDeviation = try systems.roundTripDeviation()
    }
}

extension ActorTable {
    /// The table with other multipliers, or without some: what may be published of it.
    ///
    /// - Parameter multiplier: per MNOK of output; `nil` for one that is withheld.
    public func replacing(_ multiplier: (Row, Column) -> Double?) -> ActorTable {
        ActorTable(
            rows: rows.map { row in
                let kept = columns.compactMap { column in multiplier(row, column).map { (column, $0) } }
                let perOutput = Dictionary(uniqueKeysWithValues: kept)
                return Row(
                    actor: row.actor,
                    perOutput: perOutput,
                    perUnit: perOutput.mapValues { $0 * row.price },
                    output: row.output,
                    price: row.price,
                    shareOfIndustry: row.shareOfIndustry
                )
            },
            columns: columns,
            roundTripDeviation: roundTripDeviation
        )
    }

    private init(rows: [Row], columns: [Column], roundTripDeviation: Double) {
        self.rows = rows
        self.columns = columns
        self.roundTripDeviation = roundTripDeviation
    }
}
