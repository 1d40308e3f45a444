public import Accounts
public import Leontief

/// An area's industries with the actors as rows and columns of their own.
///
/// A firm whose books are read has its own row and column, from the ``AugmentedTable``. Any other actor is its industry
/// in small (the proportional split): it buys with the coefficients of what else there is of the industry and delivers
/// its share ρ_k = x_k / x_p of what that, p, delivers,
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
    private let industryOf: [Sector: Industry]
    private let base: ClusterBase
    private let area: String

    /// Carves the actors out of an area's industries.
    ///
    /// - Parameters:
    ///   - area: the area's code, for messages.
    ///   - coefficients: the area's coefficients.
    ///   - trade: how the region's coefficients were made of the nation's; `nil` for the nation itself.
    ///   - output: the area's output by industry, MNOK.
    ///   - books: the area's table with the firms whose books are read.
    /// - Throws: `.largerThanIndustry` when actors that exist produce more than their industry, `.wrongPrice`,
    ///   `.accounts` when codes collide or axes disagree.
    public init(
        of actors: [Actor],
        in area: String,
        coefficients: TechnicalCoefficients<Industry>,
        trade: RegionalTrade? = nil,
        output: LabelledVector<Industry>,
        basis: Basis,
        books: AugmentedTable? = nil
    ) throws(ActorsError) {
        let base = try ClusterBase(coefficients.matrix, output, books)
        let like = actors.filter { base.output(ofFirm: $0.code) == nil }
        var values: [String: Double] = [:]
        for actor in actors {
            if let known = base.output(ofFirm: actor.code) {
                values[actor.code] = known
            } else {
                values[actor.code] = try actor.value(in: basis)
            }
        }
        var shares: [String: Double] = [:]
        var carvedOut: [Industry: Double] = [:]
        for industry in output.axis.labels {
            let inside = like.filter { $0.exists && $0.industry == industry }
            let taken = inside.reduce(0) { $0 + (values[$1.code] ?? 0) }
            let whole = base.output(ofRemainder: industry)
            guard taken <= whole else {
                throw .largerThanIndustry(
                    actors: inside.map(\.code),
                    industry: industry.code,
                    area: area,
                    actorOutput: taken,
                    industryOutput: whole
                )
            }
            for actor in inside where whole > 0 { shares[actor.code] = (values[actor.code] ?? 0) / whole }
            carvedOut[industry] = taken
        }
        let actorSectors = actors.map { Sector.actor(code: $0.code, name: $0.name) }
        let sectors = try joined { () throws(AccountsError) in
            try Axis(output.axis.labels.map(Sector.remainder) + actorSectors)
        }
        var technologyOf: [Sector: Industry] = [:]
        var industryOf: [Sector: Industry] = [:]
        var shareOf: [Sector: Double] = [:]
        for industry in output.axis.labels {
            let sector = Sector.remainder(industry)
            (industryOf[sector], technologyOf[sector]) = (industry, industry)
            let whole = base.output(ofRemainder: industry)
            shareOf[sector] = whole == 0 ? 1 : (whole - (carvedOut[industry] ?? 0)) / whole
        }
        for (actor, sector) in zip(actors, actorSectors) {
            (industryOf[sector], technologyOf[sector]) = (actor.industry, actor.technology)
            shareOf[sector] = shares[actor.code] ?? 0
        }
        let matrix = LabelledMatrix(rows: sectors, columns: sectors) { seller, buyer in
            guard let from = industryOf[seller], let to = technologyOf[buyer], let filed = industryOf[buyer]
            else { return 0 }
            let source = base.isFirm(seller) ? seller : .remainder(from)
            let share = base.isFirm(seller) ? 1 : shareOf[seller] ?? 0
            if base.isFirm(buyer) { return share * base[source, buyer] }
            if to == filed { return share * base[source, .remainder(filed)] }
            let bought = trade?[from, to, filed] ?? coefficients.matrix[from, to]
            return share * base.shareOfIndustry(source, from) * bought
        }
        self.coefficients = try solved { () throws(LeontiefError) in try TechnicalCoefficients(matrix) }
        self.output = LabelledVector(sectors) { sector in
            switch sector {
            case .remainder(let industry): base.output(ofRemainder: industry) - (carvedOut[industry] ?? 0)
            case .actor(let code, _): values[code] ?? 0
            }
        }
        self.actors = actorSectors
        self.technologyOf = technologyOf
        self.industryOf = industryOf
        self.base = base
        self.area = area
    }

    /// A row of values per unit of output, given by industry, for every sector: actors without books take their
    /// technology's.
    public func spread(_ row: LabelledVector<Industry>) -> LabelledVector<Sector> {
        LabelledVector(output.axis) { sector in
            technologyOf[sector].map { row[$0] } ?? 0
        }
    }

    /// The same for a measure that the firms' books know: each has its own, and what remains of its industry what is left,
    ///
    ///     v_p becomes (v_p x_p − Σ_k v_k x_k) / (x_p − Σ_k x_k)
    ///
    /// - Parameter leavesRemainders: whether what remains of the industries keeps the row as given: for a row that holds
    ///   where the firms are not.
    /// - Throws: `.measureExceedsIndustry` when the firms have more jobs or tonnes than their industry.
    public func spread(
        _ row: LabelledVector<Industry>,
        of measure: Measure,
        leavesRemainders: Bool = false
    ) throws(ActorsError) -> LabelledVector<Sector> {
        try spread(row, own: base.own(measure), measure, leavesRemainders: leavesRemainders)
    }

    /// The same for what arises abroad through imports: a firm's is its industry's, times its own imports over the
    /// industry's.
    ///
    /// - Throws: as ``spread(_:of:leavesRemainders:)``.
    func spread(abroad row: LabelledVector<Industry>, of measure: Measure) throws(ActorsError)
        -> LabelledVector<Sector>
    {
        let own = measure == .imports ? base.own(.imports) : base.own(importing: row)
        return try spread(row, own: own, measure, leavesRemainders: false)
    }

    private func spread(
        _ row: LabelledVector<Industry>,
        own: [ClusterBase.Own],
        _ measure: Measure,
        leavesRemainders: Bool
    ) throws(ActorsError) -> LabelledVector<Sector> {
        guard !own.isEmpty else { return spread(row) }
        var remainders: [Industry: Double] = [:]
        for industry in row.axis.labels {
            let firms = own.filter { $0.industry == industry }
            guard !firms.isEmpty, !leavesRemainders else { continue }
            let left = base.output(ofRemainder: industry)
            let amount = firms.reduce(row[industry] * (left + firms.reduce(0) { $0 + $1.output })) {
                $0 - $1.amount
            }
            guard amount >= 0 || measure.unit == .millionKroner else {
                throw .measureExceedsIndustry(
                    measure: measure.code,
                    actors: firms.map(\.code),
                    industry: industry.code,
                    area: area
                )
            }
            remainders[industry] = left == 0 ? 0 : amount / left
        }
        let firms = Dictionary(uniqueKeysWithValues: own.map { ($0.code, $0.amount / $0.output) })
        return LabelledVector(output.axis) { sector in
            if case .actor(let code, _) = sector, let value = firms[code] { return value }
            guard let technology = technologyOf[sector], let industry = industryOf[sector] else { return 0 }
            return (technology == industry ? remainders[industry] : nil) ?? row[technology]
        }
    }
}
