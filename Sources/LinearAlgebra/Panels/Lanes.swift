/// The same element of several vectors, side by side: one number a vector.
///
/// Methods that are limited by the speed of memory read a matrix once and work on several vectors at a time. Plain
/// `Double` is one lane; the SIMD types are two, four and eight. No operation mixes lanes, so that what a lane holds
/// never depends on the others.
protocol Lanes: Sendable {
    /// How many vectors.
    static var laneCount: Int { get }
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
    static var zero: Self { Self(repeating: 0) }

    static func += (one: inout Self, other: Self) { one = one + other }
}

extension Double: Lanes {
    static var laneCount: Int { 1 }
    init(repeating value: Double) { self = value }
    subscript(lane lane: Int) -> Double {
        get { self }
        set { self = newValue }
    }
    var magnitudes: Double { magnitude }
    func larger(_ other: Double) -> Double { self < other ? other : self }
}

extension SIMD2<Double>: Lanes {}
extension SIMD4<Double>: Lanes {}
extension SIMD8<Double>: Lanes {}

extension SIMD where Scalar == Double {
    static var laneCount: Int { scalarCount }
    subscript(lane lane: Int) -> Double {
        get { self[lane] }
        set { self[lane] = newValue }
    }
    var magnitudes: Self { replacing(with: 0 - self, where: self .< 0) }
    func larger(_ other: Self) -> Self { replacing(with: other, where: self .< other) }
}
