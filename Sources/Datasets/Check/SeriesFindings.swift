public import Accounts

/// What a check finds in a series of extensions.
public struct ExtensionFindings: Sendable {
    /// Number of industries.
    public let industries: Int
    /// Measure by measure.
    public let measures: [MeasureFindings]

    /// One measure's years.
    public struct MeasureFindings: Sendable {
        /// The measure.
        public let measure: ExtensionSeries.Measure
        /// The years it has, earliest first.
        public let years: [Year]
        /// The years and industries, by code, where the amount is negative.
        public let negatives: [Negative]
    }

    /// A negative amount.
    public struct Negative: Sendable, Hashable {
        /// The year.
        public let year: Year
        /// The industry's code.
        public let industry: String
        /// The amount, in the measure's unit.
        public let amount: Double
    }

    init(_ series: ExtensionSeries) {
        industries = series.industries.count
        measures = series.measures.map { measure in
            let extensions = series.extensions.filter { $0.code == measure.code }
            let negatives = extensions.flatMap { one in
                one.amounts.axis.labels.filter { one.amounts[$0] < 0 }.map {
                    Negative(year: one.year, industry: $0.code, amount: one.amounts[$0])
                }
            }
            return MeasureFindings(measure: measure, years: extensions.map(\.year), negatives: negatives)
        }
    }
}

/// What a check finds in a concordance.
public struct ConcordanceFindings: Sendable {
    /// The groups' codes.
    public let groups: [String]
    /// Scheme by scheme.
    public let schemes: [SchemeFindings]

    /// One scheme's size and reach.
    public struct SchemeFindings: Sendable, Hashable {
        /// The scheme's name.
        public let scheme: String
        /// Number of source codes.
        public let sources: Int
        /// Groups nothing goes to: a concordance by this scheme would be refused.
        public let groupsWithoutSource: [String]
    }

    init(_ map: ClassificationMap) {
        groups = map.target.codes
        schemes = map.schemes.map { scheme in
            let reached = Set(scheme.pairs.map(\.target))
            return SchemeFindings(
                scheme: scheme.name,
                sources: scheme.pairs.count,
                groupsWithoutSource: map.target.codes.filter { !reached.contains($0) }
            )
        }
    }
}
