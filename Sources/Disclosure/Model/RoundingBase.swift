/// Rounding by bases b, 5b, 25b, …
///
/// Odd steps make rounding nest: what the coarser figure leaves possible holds all that the finer one does, because the
/// coarser one's limits (k + ½)·5b are limits of the finer one too. Publishing coarser therefore never tells more. With
/// 2 or 10 it can: 14.6 to the nearest 1 is 14.5…15.5, to the nearest 10 it is 5…15, and the two together 14.5…15.
enum RoundingBase {
    static let step = 5.0

    /// The smallest base of `base`'s ladder that is not below `least`.
    static func ladder(from base: Double, least: Double) -> Double {
        var result = base
        while result < least { result *= step }
        return result
    }

    /// The multiple of `base` nearest to `figure`, halves away from zero.
    static func rounded(_ figure: Double, to base: Double) -> Double {
        (figure / base).rounded() * base
    }

    /// What a reader of the rounded figure knows: it less half its base, to it plus half its base.
    static func interval(around figure: Double, base: Double) -> ClosedRange<Double> {
        let printed = rounded(figure, to: base)
        return (printed - base / 2)...(printed + base / 2)
    }
}
