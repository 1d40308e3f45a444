/// Extensions of several measures and years on one axis, from one publication: emissions by industry since
/// 1990, for instance.
///
/// A measure need not have every year, but a measure that has a year has it for every industry.
public struct ExtensionSeries: Sendable {
    /// The measures, in the publication's order.
    public let measures: [Measure]
    /// The industries every extension is on.
    public let industries: Axis<Industry>
    /// The extensions: earliest year first, within a year in the order of the measures.
    public let extensions: [Extension]
    /// The rules applied on the way here.
    public let rules: [AppliedRule]

    /// What is measured and in what unit.
    public struct Measure: Sendable, Hashable {
        /// The measure's code, such as `"ghg"`.
        public let code: String
        /// What it measures, in both languages.
        public let name: Name
        /// Unit of the amounts.
        public let unit: Unit

        /// The measure `code`, in `unit`.
        public init(code: String, name: Name, unit: Unit) {
            self.code = code
            self.name = name
            self.unit = unit
        }
    }

    /// A series of extensions, each measure and year once.
    ///
    /// The measures stand in the order in which they first occur among `extensions`.
    ///
    /// - Throws: `.differ` with the first label off the axis of `industries`, or with the units where a measure
    ///   has two; `.notFinite` by measure and industry; `.duplicateLabel` when a measure has a year twice.
    public init(
        industries: Axis<Industry>, extensions: [Extension], rules: [AppliedRule]
    ) throws(AccountsError) {
        var measures: [Measure] = []
        var positions: [String: Int] = [:]
        var seen: Set<Key> = []
        for one in extensions {
            if let difference = one.amounts.axis.firstDifference(from: industries) { throw .differ(difference) }
            for industry in industries.labels where !one.amounts[industry].isFinite {
                throw .notFinite(row: one.code, column: industry.code)
            }
            guard seen.insert(Key(measure: one.code, year: one.year)).inserted else {
                throw .duplicateLabel(code: "\(one.code) \(one.year)")
            }
            if let position = positions[one.code] {
                let unit = measures[position].unit
                guard unit == one.unit else { throw .differ(.unit(unit, one.unit)) }
            } else {
                positions[one.code] = measures.count
                measures.append(Measure(code: one.code, name: one.name, unit: one.unit))
            }
        }
        self.measures = measures
        self.industries = industries
        self.extensions = extensions.sorted {
            ($0.year, positions[$0.code] ?? 0) < ($1.year, positions[$1.code] ?? 0)
        }
        self.rules = rules
    }

    /// The years any measure has, earliest first.
    public var years: [Year] { Set(extensions.map(\.year)).sorted() }

    /// The extensions of one year, in the order of the measures.
    ///
    /// - Throws: `.noSuchYear` with the years there are.
    public func extensions(of year: Year) throws(AccountsError) -> [Extension] {
        let found = extensions.filter { $0.year == year }
        guard !found.isEmpty else { throw .noSuchYear(year, known: years) }
        return found
    }

    private struct Key: Hashable {
        let measure: String
        let year: Year
    }
}
