/// The same element of several vectors, side by side: one number a vector.
///
/// Methods that are limited by the speed of memory read a matrix once and work on several vectors at a time. Plain
/// `Double` is one lane; the SIMD types are two, four, eight and sixteen, and ``TwelveLanes`` twelve. No operation mixes
/// lanes, so that what a lane holds never depends on the others.
protocol Lanes: Sendable, BitwiseCopyable {
    /// How many vectors.
    static var laneCount: Int { get }
    /// How many groups of four the lanes are for the kernels; zero where they are fewer than four.
    static var groups: Int { get }
    /// The same number in every lane.
    init(repeating value: Double)
    /// The number in one lane.
    subscript(lane lane: Int) -> Double { get set }
    /// Each lane's absolute value.
    var magnitudes: Self { get }
    /// The larger number, lane by lane.
    func larger(_ other: Self) -> Self

    static func + (one: Self, other: Self) -> Self
    static func - (one: Self, other: Self) -> Self
    static func * (one: Self, other: Self) -> Self
    static func * (factor: Double, lanes: Self) -> Self
}

extension Lanes {
    @inline(__always)
    static var zero: Self { Self(repeating: 0) }

    @inline(__always)
    static func += (one: inout Self, other: Self) { one = one + other }
}

extension Double: Lanes {
    static var laneCount: Int { 1 }
    static var groups: Int { 0 }
    @inline(__always)
    init(repeating value: Double) { self = value }
    @inline(__always)
    subscript(lane lane: Int) -> Double {
        get { self }
        set { self = newValue }
    }
    @inline(__always)
    var magnitudes: Double { magnitude }
    @inline(__always)
    func larger(_ other: Double) -> Double { self < other ? other : self }
}

extension SIMD2<Double>: Lanes {
    // Bits, because a compare and replace is not always inlined: the sign is the highest.
    @inline(__always)
    var magnitudes: Self {
        unsafeBitCast(
            unsafeBitCast(self, to: SIMD2<UInt64>.self) & SIMD2<UInt64>(repeating: .max >> 1),
            to: Self.self
        )
    }
}

extension SIMD4<Double>: Lanes {
    @inline(__always)
    var magnitudes: Self {
        unsafeBitCast(
            unsafeBitCast(self, to: SIMD4<UInt64>.self) & SIMD4<UInt64>(repeating: .max >> 1),
            to: Self.self
        )
    }
}

extension SIMD8<Double>: Lanes {
    @inline(__always)
    var magnitudes: Self {
        unsafeBitCast(
            unsafeBitCast(self, to: SIMD8<UInt64>.self) & SIMD8<UInt64>(repeating: .max >> 1),
            to: Self.self
        )
    }
}

extension SIMD16<Double>: Lanes {
    @inline(__always)
    var magnitudes: Self {
        unsafeBitCast(
            unsafeBitCast(self, to: SIMD16<UInt64>.self) & SIMD16<UInt64>(repeating: .max >> 1),
            to: Self.self
        )
    }
}

extension SIMD where Scalar == Double {
    static var laneCount: Int { scalarCount }
    static var groups: Int { scalarCount / 4 }
    @inline(__always)
    subscript(lane lane: Int) -> Double {
        get { self[lane] }
        set { self[lane] = newValue }
    }
    @inline(__always)
    func larger(_ other: Self) -> Self {
        var result = self
        for lane in 0..<Self.scalarCount {
            result[lane] = self[lane] < other[lane] ? other[lane] : self[lane]
        }
        return result
    }
}
