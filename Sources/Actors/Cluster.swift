public import Accounts
public import Leontief

/// An area's industries with the actors as rows and columns of their own.
///
/// Without a ledger an actor is its industry in small (the proportional split): it buys with the industry's
/// coefficients and delivers its share ρ_k = x_k / x_p of what the industry p delivers,
///
///     a_ik = a_ip      a_kj = ρ_k a_pj      a_pj becomes (1 − Σρ_k) a_pj
///
/// so that adding the actors back to their industries gives the area's own coefficients and inverse
/// (Wolsky 1984; METHOD §12). An actor that does not exist yet has ρ = 0. An actor with another industry's
/// technology t buys with a_it; what remains of p is then left with p's average, which the sum over the actor and
/// the remainder departs from by as much as the two technologies differ.
public struct Cluster: Sendable {
    /// Coefficients over what remains of the industries and the actors.
    public let coefficients: TechnicalCoefficients<Sector>
    /// Output of every sector; planned actors have their planned output.
    public let output: LabelledVector<Sector>
    /// The actors' sectors, in the study's order.
    public let actors: [Sector]

    private let technologyOf: [Sector: Industry]

    /// Carves the actors out of an area's industries.
    ///
    /// - Parameters:
    ///   - area: the area's code, for messages.
    ///   - coefficients: the area's coefficients.
    ///   - trade: how the region's coefficients were made of the nation's; `nil` for the nation itself.
    ///   - output: the area's output by industry, MNOK.
    /// - Throws: `.largerThanIndustry` when actors that exist produce more than their industry, `.wrongPrice`,
    ///   `.accounts` when codes collide or axes disagree.
    public init(
        of actors: [Actor],
        in area: String,
        coefficients: TechnicalCoefficients<Industry>,
        trade: RegionalTrade? = nil,
        output: LabelledVector<Industry>,
        basis: Basis
    ) throws(ActorsError) {
        var values: [Double] = []
        for actor in actors { values.append(try actor.value(in: basis)) }
        var shares = [Double](repeating: 0, count: actors.count)
        var carvedOut: [Industry: Double] = [:]
        for industry in output.axis.labels {
            let inside = actors.indices.filter { actors[$0].exists && actors[$0].industry == industry }
            let taken = inside.reduce(0) { $0 + values[$1] }
            guard taken <= output[industry] else {
                throw .largerThanIndustry(
                    actors: inside.map { actors[$0].code },
                    industry: industry.code,
                    area: area,
                    actorOutput: taken,
                    industryOutput: output[industry]
                )
            }
            for index in inside where output[industry] > 0 {
                shares[index] = values[index] / output[industry]
            }
            carvedOut[industry] = taken
        }
        let remaining = LabelledVector(output.axis) { output[$0] - (carvedOut[$0] ?? 0) }
        let actorSectors = actors.map { Sector.actor(code: $0.code, name: $0.name) }
        let sectors = try joined { () throws(AccountsError) in
            try Axis(output.axis.labels.map(Sector.remainder) + actorSectors)
        }
        var industryOf: [Sector: Industry] = [:]
        var technologyOf: [Sector: Industry] = [:]
        var shareOf: [Sector: Double] = [:]
        for industry in output.axis.labels {
            let sector = Sector.remainder(industry)
            industryOf[sector] = industry
            technologyOf[sector] = industry
            shareOf[sector] = output[industry] == 0 ? 1 : remaining[industry] / output[industry]
        }
        for (index, sector) in actorSectors.enumerated() {
            industryOf[sector] = actors[index].industry
            technologyOf[sector] = actors[index].technology
            shareOf[sector] = shares[index]
        }
        let parent = coefficients.matrix
        let matrix = LabelledMatrix(rows: sectors, columns: sectors) { seller, buyer in
            guard let from = industryOf[seller], let to = technologyOf[buyer], let filed = industryOf[buyer]
            else { return 0 }
            let isActor = if case .actor = buyer { true } else { false }
            let bought = isActor ? trade?[from, to, filed] ?? parent[from, to] : parent[from, to]
            return (shareOf[seller] ?? 0) * bought
        }
        self.coefficients = try solved { () throws(LeontiefError) in try TechnicalCoefficients(matrix) }
        self.output = LabelledVector(sectors, remaining.values + values)
        self.actors = actorSectors
        self.technologyOf = technologyOf
    }

    /// A row of values per unit of output, given by industry, for every sector: actors take their technology's.
    public func spread(_ row: LabelledVector<Industry>) -> LabelledVector<Sector> {
        LabelledVector(output.axis) { sector in
            technologyOf[sector].map { row[$0] } ?? 0
        }
    }
}
