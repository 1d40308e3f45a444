/// The counties and municipalities there have been, and what municipalities became of which.
///
/// Years are whole: every change in Statistics Norway's list (KLASS 131) is of a 1 January. A county's code is the
/// first two digits of its municipalities' codes.
public struct RegionHistory: Sendable, Hashable {
    /// The regions: counties first, then municipalities, each by code and first year.
    public let regions: [HistoricRegion]
    /// What municipalities became, earliest first.
    public let changes: [Change]
    /// Where the list comes from.
    public let provenance: Provenance
    /// The rules applied on the way here.
    public let rules: [AppliedRule]
    private let byCode: [String: [Int]]
    private let byYear: [Int: [Int]]

    /// A municipality that became another, or a part of it, on 1 January of a year.
    public struct Change: Sendable, Hashable {
        /// The first year of the new state.
        public let year: Int
        /// The municipality's code until then.
        public let from: String
        /// The code of what it, or a part of it, became.
        public let to: String

        /// In `year`, `from` became `to`.
        public init(year: Int, from: String, to: String) {
            self.year = year
            self.from = from
            self.to = to
        }
    }

    /// A history.
    ///
    /// - Throws: `.unknownRegion` for a change to or from a municipality that is none of `regions`.
    public init(
        regions: [HistoricRegion],
        changes: [Change],
        provenance: Provenance,
        rules: [AppliedRule] = []
    ) throws(AccountsError) {
        let byCode = Dictionary(grouping: regions.indices) { regions[$0].region.code }
        for change in changes {
            for code in [change.from, change.to] where byCode[code] == nil {
                throw .unknownRegion(code: code)
            }
        }
        self.regions = regions
        self.changes = changes
        self.provenance = provenance
        self.rules = rules
        self.byCode = byCode
        byYear = Dictionary(grouping: changes.indices) { changes[$0].year }
    }

    /// The region with this code in this year.
    ///
    /// - Throws: `.unknownRegion` for a code that never was one; `.regionNotThen` for one of other years, with what
    ///   it became, or what it was made of.
    public func region(_ code: String, in year: Int) throws(AccountsError) -> HistoricRegion {
        try region(code, inAnyOf: [year])
    }

    /// The region with this code in the first of these years that it existed in.
    ///
    /// - Throws: as ``region(_:in:)``.
    public func region(_ code: String, inAnyOf years: [Int]) throws(AccountsError) -> HistoricRegion {
        let known = (byCode[code] ?? []).map { regions[$0] }
        guard let first = known.first, let last = known.last else { throw .unknownRegion(code: code) }
        for year in years {
            if let region = known.first(where: { $0.exists(in: year) }) { return region }
        }
        let asked = years.min() ?? 0
        let nearest = known.min { $0.distance(to: asked) < $1.distance(to: asked) } ?? first
        throw .regionNotThen(
            code: code,
            name: nearest.region.name.norwegian,
            first: first.first,
            last: last.last,
            asked: years,
            related: related(to: nearest, in: asked)
        )
    }

    /// The municipalities that were parts of a county in a year.
    public func municipalities(of county: String, in year: Int) -> [HistoricRegion] {
        regions.filter { $0.level == .municipality && $0.county == county && $0.exists(in: year) }
    }

    /// What became of the region's parts, or what it was made of: codes of the same level.
    private func related(to region: HistoricRegion, in year: Int) -> [String] {
        let isLater = year > (region.last ?? .max)
        let at = isLater ? (region.last ?? year) + 1 : region.first
        let pairs = changes(in: at).map { region.level == .county ? $0.counties : ($0.from, $0.to) }
        let code = region.region.code
        let found = pairs.filter { (isLater ? $0.0 : $0.1) == code }.map { isLater ? $0.1 : $0.0 }
        return Set(found).subtracting([code]).sorted()
    }

    func changes(in year: Int) -> [Change] { (byYear[year] ?? []).map { changes[$0] } }
}

extension RegionHistory.Change {
    /// The counties of the two municipalities.
    var counties: (String, String) { (String(from.prefix(2)), String(to.prefix(2))) }
}

/// A county or municipality and the years it existed with its code.
public struct HistoricRegion: Sendable, Hashable {
    /// What kind of region; raw values are those of regions.csv.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        /// *Fylke*.
        case county
        /// *Kommune*.
        case municipality
    }

    /// What kind of region it is.
    public let level: Level
    /// Code and name.
    public let region: Region
    /// The first year.
    public let first: Int
    /// The last year; `nil` where it still exists.
    public let last: Int?

    /// A region of these years.
    public init(level: Level, region: Region, first: Int, last: Int?) {
        self.level = level
        self.region = region
        self.first = first
        self.last = last
    }

    /// The code of the county it is, or is part of.
    public var county: String { String(region.code.prefix(2)) }

    /// Whether it existed in `year`.
    public func exists(in year: Int) -> Bool { first <= year && year <= (last ?? .max) }

    fileprivate func distance(to year: Int) -> Int {
        year < first ? first - year : year > (last ?? .max) ? year - (last ?? year) : 0
    }
}
