/// Twelve vectors side by side: a dozen demands take a quarter less than in sixteen lanes.
struct TwelveLanes: Lanes {
    // Side by side in memory, as the kernels take them.
    private var quarters: (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>)

    @inline(__always)
    private init(_ one: SIMD4<Double>, _ two: SIMD4<Double>, _ three: SIMD4<Double>) {
        quarters = (one, two, three)
    }

    @inline(__always)
    init(repeating value: Double) {
        let four = SIMD4<Double>(repeating: value)
        self.init(four, four, four)
    }

    static var laneCount: Int { 12 }
    static var groups: Int { 3 }

    @inline(__always)
    subscript(lane lane: Int) -> Double {
        get {
            switch lane >> 2 {
            case 0: quarters.0[lane & 3]
            case 1: quarters.1[lane & 3]
            default: quarters.2[lane & 3]
            }
        }
        set {
            switch lane >> 2 {
            case 0: quarters.0[lane & 3] = newValue
            case 1: quarters.1[lane & 3] = newValue
            default: quarters.2[lane & 3] = newValue
            }
        }
    }

    @inline(__always)
    var magnitudes: Self {
        Self(quarters.0.magnitudes, quarters.1.magnitudes, quarters.2.magnitudes)
    }

    @inline(__always)
    func larger(_ other: Self) -> Self {
        Self(
            quarters.0.larger(other.quarters.0),
            quarters.1.larger(other.quarters.1),
            quarters.2.larger(other.quarters.2)
        )
    }

    @inline(__always)
    static func + (one: Self, other: Self) -> Self {
        let (one, other) = (one.quarters, other.quarters)
        return Self(one.0 + other.0, one.1 + other.1, one.2 + other.2)
    }

    @inline(__always)
    static func - (one: Self, other: Self) -> Self {
        let (one, other) = (one.quarters, other.quarters)
        return Self(one.0 - other.0, one.1 - other.1, one.2 - other.2)
    }

    @inline(__always)
    static func * (one: Self, other: Self) -> Self {
        let (one, other) = (one.quarters, other.quarters)
        return Self(one.0 * other.0, one.1 * other.1, one.2 * other.2)
    }

    @inline(__always)
    static func * (factor: Double, lanes: Self) -> Self { Self(repeating: factor) * lanes }
}
