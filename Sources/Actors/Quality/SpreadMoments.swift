import Glibc

/// Mean, variance and third moment of what independent lognormal figures do to a multiplier.
///
/// A figure g of spread σ that the multiplier answers to by l kroner per relative change adds l (e^z − 1), where z is normal
/// with variance σ². Figures that firms tell are medians, z has mean 0; those of statistics are means over firms and
/// years, z has mean −σ²/2. With w = e^(σ²) and b = √w for a median, 1 for a mean:
///
///     shift l (b − 1)      variance l² b² (w − 1)      third moment l³ b³ (w − 1)² (w + 2)
struct SpreadMoments {
    /// The change of the mean.
    private(set) var shift = 0.0
    /// The variance.
    private(set) var variance = 0.0
    private var third = 0.0

    /// Nothing uncertain.
    init() {}

    /// Of one figure, per unit of l.
    struct Factors {
        let shift: Double
        let variance: Double
        let third: Double

        /// A figure of `spread`; a median or a mean.
        init(spread: Double, isMean: Bool) {
            let excess = expm1(spread * spread)
            let scale = isMean ? 1 : exp(spread * spread / 2)
            shift = isMean ? 0 : expm1(spread * spread / 2)
            variance = scale * scale * excess
            third = scale * scale * scale * excess * excess * (excess + 3)
        }

        /// What is known exactly.
        var isZero: Bool { variance == 0 }
    }

    /// Adds a figure that the multiplier answers to by `load`; returns the variance it adds.
    @discardableResult
    mutating func add(_ load: Double, _ factors: Factors) -> Double {
        let added = load * load * factors.variance
        shift += load * factors.shift
        variance += added
        third += load * load * load * factors.third
        return added
    }

    /// Adds what a normal variable of `spread` does, to second order: slope · z + curvature · z²/2; returns its variance.
    @discardableResult
    mutating func add(slope: Double, curvature: Double, spread: Double) -> Double {
        let square = spread * spread
        let bend = curvature * square
        let added = slope * slope * square + bend * bend / 2
        shift += bend / 2
        variance += added
        third += 3 * slope * slope * square * bend + bend * bend * bend
        return added
    }

    /// Adds `amounts` around a sum of `base` that are all multiplied by one lognormal of `spread`, a median: exactly.
    ///
    ///     var (X T) = E X² var T + t² var X        t = base + shift of T
    ///     third     = E X³ third T + 3 t var T (E X³ − E X E X²) + t³ third X
    mutating func add(_ amounts: SpreadMoments, around base: Double, timesOneOf spread: Double) {
        let square = spread * spread
        let whole = base + amounts.shift
        let one = Factors(spread: spread, isMean: false)
        shift += exp(square / 2) * whole - base
        variance += exp(2 * square) * amounts.variance + whole * whole * one.variance
        third +=
            exp(4.5 * square) * amounts.third
            + 3 * whole * amounts.variance * exp(2.5 * square) * expm1(2 * square)
            + whole * whole * whole * one.third
    }

    /// The 5 % and 95 % points of a shifted lognormal with these moments, around a multiplier of `value`.
    ///
    /// For one figure that is exact at any spread. With γ = third moment / variance^(3/2), ω solves
    /// (ω + 2) √(ω − 1) = |γ|, and
    ///
    ///     x = mean ± √(variance / (ω (ω − 1))) (e^(z √ln ω) − √ω)
    ///
    /// A multiplier that grows with what is bought has its long tail upwards, value added in the nation, which shrinks,
    /// downwards.
    func interval(around value: Double) -> (lower: Double, upper: Double) {
        guard variance > 0 else { return (value, value) }
        let deviation = variance.squareRoot()
        let (mean, skewness) = (value + shift, third / (variance * deviation))
        guard abs(skewness) > 1e-3 else {
            // Cornish & Fisher's first term, which the lognormal tends to: the difference is of the order of γ².
            let lean = deviation * skewness * (Self.quantile * Self.quantile - 1) / 6
            return (mean - Self.quantile * deviation + lean, mean + Self.quantile * deviation + lean)
        }
        let square = skewness * skewness
        let root = abs(skewness) * (1 + square / 4).squareRoot()
        let omega = cbrt(1 + square / 2 + root) + cbrt(1 + square / 2 - root) - 1
        let spread = log(omega).squareRoot()
        let scale = deviation / (omega * (omega - 1)).squareRoot()
        let short = scale * (exp(-Self.quantile * spread) - omega.squareRoot())
        let long = scale * (exp(Self.quantile * spread) - omega.squareRoot())
        return skewness > 0 ? (mean + short, mean + long) : (mean - long, mean - short)
    }

    /// The normal distribution's 95 % point.
    static let quantile = 1.6448536269514722
}
