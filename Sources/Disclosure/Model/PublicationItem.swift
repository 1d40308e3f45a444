/// A figure that somebody would like to publish: Σ c_s x_s + a constant that everybody can compute.
public struct PublicationItem: Sendable, Hashable {
    /// The figure's name; no other item of the run has it.
    public let name: String
    /// What it is a figure of, as the key columns of a table have it; the name is not to be taken apart. Empty where it has no row.
    public let keys: [String]
    /// What the primary rules make of it.
    public let kind: Kind
    /// The contributions in it, with their coefficients.
    public let terms: [Term]
    /// What does not depend on anybody's contribution.
    public let constant: Double
    /// What the figure is rounded to if nothing stands against it: 0.1 for one decimal. Always positive.
    public let base: Double
    /// How much is lost by suppressing or coarsening it, beside others: a total 10, say, where a cell is 1. Positive.
    public let importance: Double

    /// What a figure is.
    public enum Kind: Sendable, Hashable {
        /// A sum of contributions, a cell or a total. The primary rules apply, and every unit's part of it is protected.
        /// Coefficients are positive.
        case amount
        /// A figure made of contributions that is no secret itself, such as a firm's multiplier, which the firm wants
        /// known. No primary rule applies; what it tells of contributions is audited. Coefficients have any sign.
        case derived
    }

    /// c_s x_s.
    public struct Term: Sendable, Hashable, Codable {
        /// Which contribution.
        public let contribution: ContributionName
        /// Its coefficient.
        public let coefficient: Double

        /// `coefficient` times the contribution.
        public init(_ contribution: ContributionName, coefficient: Double = 1) {
            self.contribution = contribution
            self.coefficient = coefficient
        }
    }

    /// A figure of `terms` and `constant`, rounded to `base`.
    public init(
        _ name: String,
        keys: [String] = [],
        _ kind: Kind = .amount,
        terms: [Term],
        constant: Double = 0,
        base: Double,
        importance: Double = 1
    ) {
        self.name = name
        self.keys = keys
        self.kind = kind
        self.terms = terms
        self.constant = constant
        self.base = base
        self.importance = importance
    }

    /// The plain sum of `contributions`, rounded to `base`.
    public init(
        _ name: String,
        keys: [String] = [],
        sumOf contributions: [ContributionName],
        base: Double,
        importance: Double = 1
    ) {
        self.init(name, keys: keys, terms: contributions.map { Term($0) }, base: base, importance: importance)
    }
}

/// A figure that was published before, over contributions that are given now, also of units that have left.
///
/// Holds nothing secret but which contributions a figure was made of. ``DisclosureControl/published`` is a run's list.
public struct EarlierItem: Sendable, Hashable, Codable {
    /// Its name, for messages; the same name can stand in several runs.
    public let name: String
    /// The contributions in it, with their coefficients.
    public let terms: [PublicationItem.Term]
    /// What does not depend on contributions.
    public let constant: Double
    /// The figure as printed.
    public let figure: Double
    /// What it was rounded to: the true figure lies within half of this.
    public let base: Double

    /// A figure as it was printed, rounded to `base`.
    public init(
        _ name: String,
        terms: [PublicationItem.Term],
        constant: Double,
        figure: Double,
        base: Double
    ) {
        self.name = name
        self.terms = terms
        self.constant = constant
        self.figure = figure
        self.base = base
    }
}
