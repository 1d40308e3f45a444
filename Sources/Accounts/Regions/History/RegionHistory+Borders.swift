extension RegionHistory {
    /// How the counties of one year are put together to those of another, where that is exact: every county of `year`
    /// lies whole in one of `borders`.
    ///
    ///     history.counties(of: 2012, within: 2018)      16 + 17 → 50; all others stand
    ///
    /// Counties that are the same in both years, and no more, are left out.
    ///
    /// - Throws: `.bordersDiffer` with every municipality that lies elsewhere than the most of its county; `.noSuchYear` for
    ///   a year before all of them.
    public func counties(
        of year: Int,
        within borders: Int
    ) throws(AccountsError) -> [(county: Region, parts: [Region])] {
        guard year != borders else { return [] }
        let (first, last) = (min(year, borders), max(year, borders))
        var goals: [String: [String: Set<String>]] = [:]
        for municipality in regions
        where municipality.level == .municipality && municipality.exists(in: first) {
            for later in successors(of: municipality.region.code, after: first, to: last) {
                let (earlier, after) = (municipality.county, String(later.prefix(2)))
                let (own, goal) = year < borders ? (earlier, after) : (after, earlier)
                goals[own, default: [:]][goal, default: []].insert(municipality.region.code)
            }
        }
        guard !goals.isEmpty else {
            let years = regions.map(\.first)
            throw .noSuchYear(
                Year(first),
                known: [years.min(), years.max()].compactMap { $0.map { Year($0) } }
            )
        }
        var moved: [MovedMunicipality] = []
        var parts: [String: [String]] = [:]
        for (own, found) in goals.sorted(by: { $0.key < $1.key }) {
            let largest = found.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
            guard let goal = largest?.key else { continue }
            parts[goal, default: []].append(own)
            for (other, codes) in found where other != goal {
                for code in codes {
                    moved.append(
                        MovedMunicipality(
                            code: code,
                            name: try region(code, in: first).region.name.norwegian,
                            from: own,
                            to: other
                        )
                    )
                }
            }
        }
        guard moved.isEmpty else {
            throw .bordersDiffer(of: year, asked: borders, moved: moved.sorted { $0.code < $1.code })
        }
        var merged: [(county: Region, parts: [Region])] = []
        for (goal, own) in parts.sorted(by: { $0.key < $1.key }) where own != [goal] {
            var counties: [Region] = []
            for code in own { counties.append(try region(code, in: year).region) }
            merged.append((try region(goal, in: borders).region, counties))
        }
        return merged
    }

    /// The codes that a municipality, or parts of it, had in a later year, whatever county they are in.
    private func successors(of municipality: String, after first: Int, to last: Int) -> Set<String> {
        var codes: Set<String> = [municipality]
        for year in stride(from: first + 1, through: last, by: 1) {
            for (code, changes) in Dictionary(grouping: changes(in: year), by: \.from)
            where codes.contains(code) {
                codes.remove(code)
                codes.formUnion(changes.map(\.to))
            }
        }
        return codes
    }
}

/// A municipality that lies, in another year, elsewhere than the most of its county.
public struct MovedMunicipality: Sendable, Hashable {
    /// The code in the earlier of the two years.
    public let code: String
    /// The name.
    public let name: String
    /// Its county in the year that was to be changed.
    public let from: String
    /// Its county by the borders asked for.
    public let to: String

    /// A municipality that moved.
    public init(code: String, name: String, from: String, to: String) {
        self.code = code
        self.name = name
        self.from = from
        self.to = to
    }
}
