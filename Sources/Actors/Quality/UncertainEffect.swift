/// A multiplier with what has been found to move it.
struct UncertainEffect {
    let value: Double
    private var moments = SpreadMoments()
    /// The firm's own amounts in kroner, which its output is divided into.
    private var fixed = (sum: 0.0, moments: SpreadMoments())
    private var largest = LargestShares()

    init(value: Double) { self.value = value }

    mutating func add(
        _ load: Double,
        _ factors: SpreadMoments.Factors,
        isFixed: Bool,
        _ source: @autoclosure () -> UncertaintySource
    ) {
        guard load != 0 else { return }
        if isFixed { fixed.sum += load }
        guard !factors.isZero else { return }
        largest.offer(isFixed ? fixed.moments.add(load, factors) : moments.add(load, factors), source())
    }

    mutating func add(
        _ movable: UncertainColumn.Movable,
        spread: Double,
        _ source: @autoclosure () -> UncertaintySource
    ) {
        guard movable.slope != 0, spread != 0 else { return }
        let variance = moments.add(slope: movable.slope, curvature: movable.curvature, spread: spread)
        largest.offer(variance, source())
    }

    /// The interval, with the firm's output known to within `spread`.
    func interval(_ spread: Double, _ source: UncertaintySource) -> MultiplierInterval {
        var (whole, largest) = (moments, largest)
        let before = whole.variance + fixed.moments.variance
        whole.add(fixed.moments, around: fixed.sum, timesOneOf: spread)
        largest.offer(whole.variance - before, source)
        let (lower, upper) = whole.interval(around: value)
        return MultiplierInterval(
            value: value,
            lower: lower,
            upper: upper,
            standardDeviation: whole.variance.squareRoot(),
            largest: whole.variance > 0 ? largest.shares(of: whole.variance) : []
        )
    }
}
