/// How good a figure is, by five indicators between 1 (best) and 5 (worst).
///
/// The pedigree matrix of Weidema & Wesnæs (1996) with the uncertainty factors of ecoinvent (Frischknecht et al. 2007,
/// §7.3; Weidema et al. 2013, table 10.5). Each indicator at each score has a factor U on the square of the geometric
/// standard deviation, and
///
///     SDg² = exp √(ln² U_b + Σ ln² U_i)        σ = ln(SDg²) / 2
///
/// where U_b is the basic factor of the kind of figure. Between whole scores ln U is interpolated, so that a score that is
/// a little worse always gives a spread that is a little wider.
public struct Pedigree: Sendable, Hashable {
    /// Whether it was measured and verified, or estimated.
    public let reliability: Double
    /// How much of what it covers was seen.
    public let completeness: Double
    /// How far its time is from the time asked about.
    public let temporal: Double
    /// How far its area is from the area asked about.
    public let geographic: Double
    /// How far its firms and processes are from those asked about.
    public let technological: Double

    /// The scores each indicator can have.
    public static let scores: ClosedRange<Double> = 1...5

    /// A pedigree.
    ///
    /// - Throws: `.scoreOutOfRange` for the first indicator outside 1–5.
    public init(
        reliability: Double,
        completeness: Double,
        temporal: Double,
        geographic: Double,
        technological: Double
    ) throws(ActorsError) {
        let scores = [reliability, completeness, temporal, geographic, technological]
        for (indicator, score) in zip(Indicator.allCases, scores) where !Self.scores.contains(score) {
            throw .scoreOutOfRange(score: indicator.rawValue, value: score, range: Self.scores)
        }
        self.init(
            within: reliability,
            completeness: completeness,
            temporal: temporal,
            geographic: geographic,
            technological: technological
        )
    }

    /// A pedigree from scores that are known to lie between 1 and 5.
    init(
        within reliability: Double,
        completeness: Double,
        temporal: Double,
        geographic: Double,
        technological: Double
    ) {
        self.reliability = reliability
        self.completeness = completeness
        self.temporal = temporal
        self.geographic = geographic
        self.technological = technological
    }

    /// The best there is: 1 on every indicator.
    public static let best = Pedigree(
        within: 1,
        completeness: 1,
        temporal: 1,
        geographic: 1,
        technological: 1
    )

    /// The score of `indicator`.
    public subscript(indicator: Indicator) -> Double {
        switch indicator {
        case .reliability: reliability
        case .completeness: completeness
        case .temporal: temporal
        case .geographic: geographic
        case .technological: technological
        }
    }

    /// σ of ln of an amount of money with this pedigree.
    public var spread: Double { spread(of: .money) }

    /// σ of ln of a figure of `kind` with this pedigree: ½ √(ln² U_b + Σ ln² U_i).
    public func spread(of kind: FigureKind) -> Double {
        let basic = kind.logarithmOfFactor
        let squares = Indicator.allCases.reduce(basic * basic) { sum, indicator in
            let logarithm = indicator.logarithmOfFactor(at: self[indicator])
            return sum + logarithm * logarithm
        }
        return squares.squareRoot() / 2
    }
}
