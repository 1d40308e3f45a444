/// Figures held against others: how far the furthest is off, and how many there were to hold.
///
/// Nothing compared is not the same as no deviation: ``largest`` is then `nil`.
public struct Comparison: Sendable, Hashable {
    /// The largest deviation, relative to the figure held against, or to one unit where that is smaller; `nil` where
    /// nothing was compared.
    public private(set) var largest: Double?
    /// How many figures were compared.
    public private(set) var count = 0
    /// What is furthest off: measure, region and line, by code.
    public private(set) var place: String?

    /// No figures yet.
    public init() {}

    /// Holds one more figure against another; one that is no number is infinitely far off.
    public mutating func add(_ found: Double, against wanted: Double, _ place: @autoclosure () -> String) {
        let deviation = found.isFinite ? abs(found - wanted) / max(abs(wanted), 1) : .infinity
        count += 1
        guard deviation > largest ?? -1 else { return }
        largest = deviation
        self.place = place()
    }
}
