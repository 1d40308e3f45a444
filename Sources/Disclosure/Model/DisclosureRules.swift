/// What is protected, from whom, and how well. Every result carries the rules it was made by.
public struct DisclosureRules: Sendable, Hashable {
    /// An amount of fewer contributing units than this is sensitive; at least 1. Three: with two, each knows the other.
    public let leastUnits: Int
    /// An amount of which one unit has more than this share is sensitive; above 0, at most 1 (which switches it off).
    public let largestShare: Double
    /// p of the p % rule, as a share: an amount is sensitive where the second largest unit, taking off its own part,
    /// would know the largest within p, that is where X − x₁ − x₂ < p·x₁. From 0 to 0.5.
    public let margin: Double
    /// How wide the attacker's interval for a protected figure must be, as a share of the figure, wherever the figure
    /// lies in it (sliding protection): upper end − lower end ≥ `width`·x. From 0 to 1; twice the margin is usual.
    public let width: Double
    /// Who attacks.
    public let attackers: Attackers
    /// Whether runs that leave out one of this run's units, and do not know of this one, are foreseen.
    public let foresight: Foresight
    /// Whether a figure may be rounded to a wider base instead of being suppressed.
    public let coarsens: Bool

    /// Who reads what is published, beside outsiders who know that contributions are not negative, and their bounds.
    public enum Attackers: Sendable, Hashable {
        /// All other units together: a unit's figures are to be safe even if everybody else shares theirs.
        case allOthers
        /// Each other unit by itself, with its own contributions.
        case eachOther
    }

    /// Which other runs are foreseen.
    public enum Foresight: Sendable, Hashable {
        /// For every unit, a run without it, decided by the same rules without knowing of this run. Amounts are rounded
        /// to at least ``DisclosureRules/width`` times the largest unit's part.
        case oneUnitLeftOut
        /// None: who publishes another run gives it this one's ``DisclosureControl/published``.
        case none
    }

    /// The usual rules: three units, 80 %, p = 10 %, intervals of 20 %, all others as attackers, any one unit left out.
    public static let usual = DisclosureRules()

    private init() {
        (leastUnits, largestShare, margin, width) = (3, 0.8, 0.1, 0.2)
        (attackers, foresight, coarsens) = (.allOthers, .oneUnitLeftOut, true)
    }

    /// Rules; what is not given is as in ``usual``.
    ///
    /// - Throws: `.parameterOutside`.
    public init(
        leastUnits: Int = 3,
        largestShare: Double = 0.8,
        margin: Double = 0.1,
        width: Double = 0.2,
        attackers: Attackers = .allOthers,
        foresight: Foresight = .oneUnitLeftOut,
        coarsens: Bool = true
    ) throws(DisclosureError) {
        guard leastUnits >= 1 else { throw .parameterOutside(name: "leastUnits", value: Double(leastUnits)) }
        guard largestShare > 0, largestShare <= 1 else {
            throw .parameterOutside(name: "largestShare", value: largestShare)
        }
        guard margin >= 0, margin <= 0.5 else { throw .parameterOutside(name: "margin", value: margin) }
        guard width >= 0, width <= 1 else { throw .parameterOutside(name: "width", value: width) }
        self.leastUnits = leastUnits
        self.largestShare = largestShare
        self.margin = margin
        self.width = width
        self.attackers = attackers
        self.foresight = foresight
        self.coarsens = coarsens
    }
}
