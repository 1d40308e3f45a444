public import Accounts
public import Leontief

/// A study's actors taken out of the systems of nation and region, and what each multiplier is the sum of.
///
/// In the region a measure has its own row of values, in the rest of the country another; the rest of the country produces
/// what the nation does and the region doesn't:
///
///     region = μ(region's system, v_region)      rest = μ(nation's system, v_rest) − μ(region's system, v_rest)
///     nation = region + rest                     abroad = μ(nation's system, v_abroad)
///
/// All rows of a system are solved together, once: multipliers, loads, explanations and the check against a direct run
/// stand on the same weights.
public struct ActorSystems: Sendable {
    /// The actors, in the study's order.
    public let actors: [Actor]
    /// The nation's industries and the actors.
    public let nation: Cluster
    /// The region's; `nil` in a model of the nation alone.
    public let region: Cluster?

    let basis: Basis
    /// The rows of values, with what they weigh.
    let rows: [Row]
    /// What each column is the sum of.
    let columns: [(column: ActorTable.Column, terms: [Term])]
    /// μ of every actor, by column.
    let multipliers: [LabelledVector<Sector>]
    let systems: (nation: System, region: System?)

    /// A row of values in one of the systems.
    struct Row: Sendable {
        let isRegional: Bool
        let values: LabelledVector<Sector>
        /// w' = v_R'(I − A_RR)⁻¹, on the sectors that follow.
        let weights: LabelledVector<Sector>
    }

    /// A row of values, by position, and the sign it counts with.
    struct Term: Sendable {
        let row: Int
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
        let systems = (nation: try System(nation), region: try region.map(System.init))
        var draft = ColumnDraft()
        for measure in model.measures { try draft.add(measure, nation, region) }
        rows = try draft.weighed(systems)
        columns = draft.columns
        multipliers = try Self.multipliers(rows, columns, systems)
        self.systems = systems
    }

    private static func multipliers(
        _ rows: [Row],
        _ columns: [(column: ActorTable.Column, terms: [Term])],
        _ systems: (nation: System, region: System?)
    ) throws(ActorsError) -> [LabelledVector<Sector>] {
        var ofRows: [LabelledVector<Sector>] = []
        for row in rows {
            let open = (row.isRegional ? systems.region : nil)?.open ?? systems.nation.open
            ofRows.append(
                try solved { () throws(LeontiefError) in
                    try open.multipliers(of: row.values, weights: row.weights)
                }
            )
        }
        var answers: [LabelledVector<Sector>] = []
        for (column, terms) in columns {
            let isSum = column.scope == .nation && terms.count > 1
            answers.append(
                try joined { () throws(AccountsError) in
                    // The nation's is the sum of the two before it.
                    if isSum {
                        return try answers[answers.count - 2].combined(with: answers[answers.count - 1], +)
                    }
                    let first = ofRows[terms[0].row].map { terms[0].sign * $0 }
                    var sum = first
                    for term in terms.dropFirst() {
                        sum = try sum.combined(with: ofRows[term.row]) { $0 + term.sign * $1 }
                    }
                    return sum
                }
            )
        }
        return answers
    }

    /// Largest relative difference between the table applied to the actors' outputs and a direct run.
    func roundTripDeviation() throws(ActorsError) -> Double {
        let runs = (nation: try systems.nation.directRun(), region: try systems.region?.directRun())
        var deviation = 0.0
        let counted = Set(columns.flatMap(\.terms).filter { $0.sign > 0 }.map(\.row))
        for (index, row) in rows.enumerated() where counted.contains(index) {
            let run = (row.isRegional ? runs.region : nil) ?? runs.nation
            deviation = max(deviation, try run.deviation(of: row))
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
    }
}
