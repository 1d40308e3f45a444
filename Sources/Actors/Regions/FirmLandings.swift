public import Accounts
public import Leontief
import LinearAlgebra

/// Where a krone of each firm's output lands in the regions of a nation, from statistics alone and with the books.
///
/// All firms are taken out of the system (METHOD §8), so that what is said of each can be multiplied by its output and added
/// up. With K the firms and R the rest, a measure v lands in region r by
///
///     μ_k^r = v_k^r + v_R^r' (I − A_RR)⁻¹ a_Rk        v^r: v in r, 0 elsewhere
///
/// What is bought of the firms is not followed any further: it is theirs. Per krone of output therefore
///
///     Σ_r (value added + imports + product taxes) + bought of the firms = 1
///
/// Type I. From statistics alone a firm is its industry in its region in small, or another industry there whose technology
/// it is said to have, which buys where the firm's own industry buys.
public struct FirmLandings: Sendable {
    /// The regions.
    public let regions: Axis<Region>
    /// By firm, then by measure.
    public let rows: [Row]
    /// By firm: bought of the firms, directly and by those it buys of, per unit of output.
    public let ofFirms: [(firm: Actor, statistics: Double, books: Double)]
    /// By measure: v of every sector, with the books.
    public let values: [(measure: Measure, perOutput: LabelledVector<Sector>)]

    /// Where a measure lands.
    public struct Row: Sendable {
        /// The firm.
        public let firm: Actor
        /// What lands.
        public let measure: Measure
        /// By region per unit of output, from statistics alone.
        public let statistics: LabelledVector<Region>
        /// The same with the books.
        public let books: LabelledVector<Region>
    }

    /// Solves both systems.
    ///
    /// - Parameters:
    ///   - actors: the firms of `firms`, as the study has them.
    ///   - measures: on the sectors of the firms' parent table.
    /// - Throws: `.accounts(.unknownLabel)` for a firm that is not among the actors; as
    ///   ``Cluster/init(of:in:coefficients:trade:output:basis:books:)``; `.leontief`.
    public init(
        of actors: [Actor],
        in firms: MultiRegionalFirms,
        measures: [RegionalMeasure]
    ) throws(ActorsError) {
        var located: [Actor] = []
        var chosen: [Actor] = []
        for firm in firms.firms {
            guard let actor = actors.first(where: { $0.code == firm.account.code }) else {
                throw .accounts(.unknownLabel(code: firm.account.code, known: actors.map(\.code)))
            }
            chosen.append(actor)
            // What its books are of is there, also where the study has it as planned.
            located.append(
                actor.with(
                    exists: true,
                    industry: Industry(Located(actor.industry, in: firm.region)),
                    technology: Industry(Located(actor.technology, in: firm.region))
                )
            )
        }
        let statistics = try RegionalSystem(located, firms, books: nil)
        let books = try RegionalSystem(located, firms, books: firms.table)
        var landings: [[LabelledVector<Region>]] = []
        var others: [[LabelledVector<Region>]] = []
        var values: [(Measure, LabelledVector<Sector>)] = []
        for measure in measures {
            landings.append(statistics.landings(of: try statistics.values(of: measure)))
            let own = try books.values(of: measure)
            others.append(books.landings(of: own))
            values.append((measure.measure, own))
        }
        self.values = values
        regions = firms.parent.regions
        rows = chosen.enumerated().flatMap { position, firm in
            measures.enumerated().map { index, measure in
                Row(
                    firm: firm,
                    measure: measure.measure,
                    statistics: landings[index][position],
                    books: others[index][position]
                )
            }
        }
        let (before, after) = (statistics.boughtOfFirms, books.boughtOfFirms)
        ofFirms = chosen.enumerated().map { ($1, before[$0], after[$0]) }
    }

    /// Where a measure of the firm `code` lands; `nil` where there is none.
    public func row(_ code: String, _ measure: Measure) -> Row? {
        rows.first { $0.firm.code == code && $0.measure == measure }
    }

    /// |Σ (value added + imports + product taxes) + bought of the firms − 1|, the largest of both systems.
    public var identityDeviation: Double {
        let parts: [Measure] = [.valueAdded, .imports, .productTaxes]
        return ofFirms.flatMap { firm, statistics, books in
            let own = rows.filter { $0.firm.code == firm.code && parts.contains($0.measure) }
            return [
                own.reduce(statistics) { $0 + $1.statistics.sum }, own.reduce(books) { $0 + $1.books.sum },
            ].map { abs($0 - 1) }
        }.max() ?? 0
    }
}
