/// What is known of how good a firm's figures are, turned into a pedigree and a spread for each of them.
///
/// A score s between 10 (best) and 1 becomes an indicator 1 + (10 − s) · 4/9 between 1 and 5:
///
/// | source | reliability | completeness | temporal | geographic | technological |
/// |---|---|---|---|---|---|
/// | ledger | measurability | completeness | years | 1 | access |
/// | annual accounts | 1 | 1 | years | 1 | 1 |
/// | stated | measurability where scores are given, else 4 | completeness, else 1 | 1 | 1 | access, else 1 |
/// | estimated | 4 | 3 | 1 | 2 | measured: ``StatisticsSpread/firm`` |
/// | balanced | 5 | 1 | 1 | 1 | 1 |
/// | statistics | 2 | 1 | 1 | 2 | measured: ``StatisticsSpread/firm`` |
///
/// The years between ledger and table reach a whole score where the published class ends: 3, 6, 10 and 15 years for 2, 3, 4
/// and 5.
public struct FirmQuality: Sendable, Hashable {
    /// What the review found; `nil` for a firm without books.
    public let facts: LedgerFacts?
    /// The scores a user gave; they replace those of the facts.
    public let given: QualityScores?

    /// The quality of a firm with these facts, or these scores, or neither.
    public init(facts: LedgerFacts?, given: QualityScores? = nil) {
        self.facts = facts
        self.given = given
    }

    /// The firm's scores: given, or of both sides of its books; `nil` where nothing is known.
    public var scores: QualityScores? { given ?? facts.map { QualityScores(of: $0) } }

    /// The scores of one side's figures: given, or of that side of the books.
    public func scores(of side: TradeSide) -> QualityScores? {
        given ?? facts.map { QualityScores(of: $0, side) }
    }

    /// The firm's pedigree: that of its books where it has any, else of what was stated of it where scores are given, else of
    /// the statistics.
    public var pedigree: Pedigree {
        if facts != nil { return pedigree(of: .ledger, scores) }
        return pedigree(of: given == nil ? .statistics : .stated, given)
    }

    /// The pedigree of a figure from `source`, among the firm's purchases or sales.
    public func pedigree(of source: FigureSource, in side: TradeSide = .purchases) -> Pedigree {
        pedigree(of: source, scores(of: side))
    }

    /// σ of ln of a figure of `kind` from `source`, among the firm's purchases or sales.
    ///
    /// What is taken from the firm's industry has the measured spread of firms' technology in place of the published factor,
    /// which is far smaller.
    public func spread(
        of source: FigureSource,
        in side: TradeSide = .purchases,
        kind: FigureKind = .money
    ) -> Double {
        let published = pedigree(of: source, in: side).spread(of: kind)
        return switch source {
        case .ledger, .annualAccounts, .stated, .balanced: published
        case .estimated, .statistics:
            (published * published + StatisticsSpread.firm * StatisticsSpread.firm).squareRoot()
        }
    }

    private func pedigree(of source: FigureSource, _ scores: QualityScores?) -> Pedigree {
        switch source {
        case .ledger:
            Pedigree(
                within: Self.indicator(scores?.measurability ?? QualityScores.range.lowerBound),
                completeness: Self.indicator(scores?.completeness ?? QualityScores.range.lowerBound),
                temporal: years,
                geographic: 1,
                technological: Self.indicator(scores?.access ?? QualityScores.range.lowerBound)
            )
        case .annualAccounts:
            Pedigree(within: 1, completeness: 1, temporal: years, geographic: 1, technological: 1)
        case .stated:
            Pedigree(
                within: given.map { Self.indicator($0.measurability) } ?? 4,
                completeness: given.map { Self.indicator($0.completeness) } ?? 1,
                temporal: 1,
                geographic: 1,
                technological: given.map { Self.indicator($0.access) } ?? 1
            )
        case .estimated:
            Pedigree(within: 4, completeness: 3, temporal: 1, geographic: 2, technological: 1)
        case .balanced:
            Pedigree(within: 5, completeness: 1, temporal: 1, geographic: 1, technological: 1)
        case .statistics:
            Pedigree(within: 2, completeness: 1, temporal: 1, geographic: 2, technological: 1)
        }
    }

    /// A score of 1–10 as an indicator of 5–1.
    private static func indicator(_ score: Double) -> Double {
        1 + (QualityScores.range.upperBound - score) * 4 / 9
    }

    /// The temporal indicator: 1 in the table's year, 2 where the class "less than 3 years" ends, and so on.
    private var years: Double {
        let apart = Double(abs(facts?.yearsApart ?? 0))
        let ends = [0.0, 3, 6, 10, 15]
        for (index, end) in ends.enumerated().dropFirst() where apart < end {
            let before = ends[index - 1]
            return Double(index) + (apart - before) / (end - before)
        }
        return Pedigree.scores.upperBound
    }
}
