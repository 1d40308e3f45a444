/// What attackers are left with, figure by figure.
///
/// The intervals hold secrets: an audit is for the owner's eyes. What may be told of it is ``count``, ``holds`` and the
/// rules.
public struct DisclosureAudit: Sendable {
    /// One line for every protected figure and attacker, in the order of the figures.
    public let findings: [Finding]

    /// What one attacker is left with of one figure.
    public struct Finding: Sendable, Hashable {
        /// What is protected.
        public let figure: ProtectedFigure
        /// From whom.
        public let attacker: Attacker
        /// Which unit the other run leaves out that the attacker reads too; `nil` where this run, with earlier ones, is
        /// all there is. Of all runs looked at, the one with the narrowest interval stands here.
        public let otherRunWithout: String?
        /// Values that fit all the attacker knows: it can exclude neither end, nor anything between. It may be left with
        /// more, as searching ends where enough has been found.
        public let interval: ClosedRange<Double>
        /// How wide the interval must be.
        public let width: Double

        /// Whether it is so wide.
        public var holds: Bool { slack >= -1e-9 * width }

        var slack: Double { interval.upperBound - interval.lowerBound - width }
    }

    /// How many figures were looked at, each with every attacker.
    public var count: Int { findings.count }

    /// Whether every figure is protected from everybody.
    public var holds: Bool { findings.allSatisfy(\.holds) }
}
