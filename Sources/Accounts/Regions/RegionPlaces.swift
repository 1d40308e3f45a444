/// Where a nation's regions lie, and how many people live in them.
///
/// Regions may be more than exist in any one year, such as counties before and after they merged.
public struct RegionPlaces: Sendable {
    /// The regions.
    public let regions: Axis<Region>
    /// The centre of each region, in the order of `regions`.
    public let centres: [Centre]
    /// Inhabitants by year and region, as far as known.
    public let population: [Year: [String: Double]]
    /// Where the figures come from.
    public let provenance: Provenance
    /// The rules applied on the way here.
    public let rules: [AppliedRule]

    /// The place that distances to and from a region are measured at.
    public struct Centre: Sendable, Hashable {
        /// The town's name.
        public let name: String
        /// Where it lies.
        public let position: GeographicPosition

        /// The town `name` at `position`.
        public init(name: String, position: GeographicPosition) {
            self.name = name
            self.position = position
        }
    }

    /// Places. Precondition: one centre a region.
    public init(
        regions: Axis<Region>,
        centres: [Centre],
        population: [Year: [String: Double]],
        provenance: Provenance,
        rules: [AppliedRule]
    ) {
        precondition(regions.count == centres.count, "\(regions.count) regions, \(centres.count) centres")
        self.regions = regions
        self.centres = centres
        self.population = population
        self.provenance = provenance
        self.rules = rules
    }

    /// The centres of some regions, in their order.
    ///
    /// - Throws: `.unknownLabel` for a region without one.
    public func positions(of wanted: Axis<Region>) throws(AccountsError) -> [GeographicPosition] {
        var positions: [GeographicPosition] = []
        for region in wanted.labels {
            guard let position = regions.position(region.code) else {
                throw .unknownLabel(code: region.code, known: regions.codes)
            }
            positions.append(centres[position].position)
        }
        return positions
    }

    /// The inhabitants of some regions in the latest year, not after `year`, in which all of them are known, with that
    /// year; `nil` where there is none.
    public func population(
        of wanted: Axis<Region>,
        by year: Year
    ) -> (persons: LabelledVector<Region>, year: Year)? {
        for known in population.keys.sorted().reversed() where known <= year {
            guard let persons = population[known] else { continue }
            let found = wanted.labels.compactMap { persons[$0.code] }
            if found.count == wanted.count { return (LabelledVector(wanted, found), known) }
        }
        return nil
    }
}
