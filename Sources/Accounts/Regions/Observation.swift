/// A cell of published statistics: a number, or the reason there is none.
///
/// A cell without a number stays without one until a named rule fills it, and then says so.
public enum Observation: Sendable, Hashable {
    /// A number and how it came to be known.
    case value(Double, Origin)
    /// Withheld by the publisher for confidentiality (SSB's `:`).
    case suppressed
    /// Not available (SSB's `..`).
    case notAvailable
    /// A figure cannot occur here (SSB's `.`).
    case notApplicable

    /// How a number came to be known, from firmest to weakest.
    public enum Origin: String, Sendable, Comparable, CaseIterable {
        /// The publisher printed it.
        case published
        /// Printed totals leave only this number.
        case implied
        /// Estimated within printed totals by a named rule.
        case estimated

        /// Firmer origins come first.
        public static func < (one: Origin, other: Origin) -> Bool { one.rank < other.rank }

        private var rank: Int {
            switch self {
            case .published: 0
            case .implied: 1
            case .estimated: 2
            }
        }
    }

    /// The number, if there is one.
    public var number: Double? {
        if case .value(let number, _) = self { number } else { nil }
    }

    /// How the number came to be known, if there is one.
    public var origin: Origin? {
        if case .value(_, let origin) = self { origin } else { nil }
    }

    /// The sum of two cells: a number only where both are, as firm as the weaker of them.
    public static func + (one: Observation, other: Observation) -> Observation {
        switch (one, other) {
        case (.value(let first, let firstOrigin), .value(let second, let secondOrigin)):
            .value(first + second, max(firstOrigin, secondOrigin))
        case (.notApplicable, let rest), (let rest, .notApplicable): rest
        case (.suppressed, _), (_, .suppressed): .suppressed
        default: .notAvailable
        }
    }
}
