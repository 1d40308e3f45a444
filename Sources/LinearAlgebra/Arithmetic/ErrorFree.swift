/// Sums and products together with what rounding took from them.
///
/// Source: Dekker (1971), Numer. Math. 18; Knuth, The Art of Computer Programming 2, §4.2.2; Ogita, Rump & Oishi (2005),
/// SIAM J. Sci. Comput. 26.
extension Lanes {
    /// a + b = sum + error, exactly.
    @inline(__always)
    static func exactSum(_ one: Self, _ other: Self) -> (sum: Self, error: Self) {
        let sum = one + other
        let part = sum - one
        return (sum, (one - (sum - part)) + (other - part))
    }

    /// a · b = product + error, exactly, for numbers between 10⁻¹⁴⁰ and 10¹⁴⁰ in size (and zero).
    ///
    /// Veltkamp's splitting stands in for a fused multiply-add, which not every processor has.
    @inline(__always)
    static func exactProduct(_ factor: Double, _ lanes: Self) -> (product: Self, error: Self) {
        let product = factor * lanes
        let (high, low) = split(Self(repeating: factor))
        let (otherHigh, otherLow) = split(lanes)
        let error = ((high * otherHigh - product) + high * otherLow + low * otherHigh) + low * otherLow
        return (product, error)
    }

    @inline(__always)
    private static func split(_ lanes: Self) -> (high: Self, low: Self) {
        let scaled = 134_217_729 * lanes
        let high = scaled - (scaled - lanes)
        return (high, lanes - high)
    }
}

/// A sum that carries its rounding errors along and adds them at the end: as if added in twice the digits.
///
///     |value − exact| ≤ u |exact| + (n u / (1 − n u))² Σ |terms|,   u = 2⁻⁵³
struct CompensatedSum<L: Lanes>: Sendable {
    private var sum: L = .zero
    private var errors: L = .zero

    /// term − high − low, the start of a residual.
    init(of term: L, minus high: L, _ low: L) {
        add(term)
        add(.zero - high)
        add(.zero - low)
    }

    /// The sum, rounded once.
    var value: L { sum + errors }

    @inline(__always)
    mutating func add(_ term: L) {
        let (sum, error) = L.exactSum(sum, term)
        self.sum = sum
        errors += error
    }

    /// Adds factor · (high + low), the low part's product rounded.
    @inline(__always)
    mutating func add(_ factor: Double, times high: L, _ low: L) {
        let (product, error) = L.exactProduct(factor, high)
        add(product)
        errors += error + factor * low
    }
}
