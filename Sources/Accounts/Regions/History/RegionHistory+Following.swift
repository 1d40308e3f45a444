extension RegionHistory {
    /// The codes that the municipality, or parts of it, had in a later year.
    ///
    /// - Throws: `.municipalityMoved` where it went to a county that is not what its own county became: figures of
    ///   the two counties then do not compare over the years. As ``region(_:in:)`` for the first year.
    public func following(
        _ municipality: String,
        from first: Int,
        to last: Int
    ) throws(AccountsError) -> [String] {
        let start = try region(municipality, in: first)
        var codes: Set<String> = [municipality]
        for year in stride(from: first + 1, through: last, by: 1) {
            let ofYear = changes(in: year).filter { codes.contains($0.from) }
            let changed = Dictionary(grouping: ofYear, by: \.from)
            for (code, changes) in changed {
                if let move = changes.first(where: { isMove($0) }) {
                    throw .municipalityMoved(
                        code: code,
                        name: start.region.name.norwegian,
                        year: year,
                        from: move.counties.0,
                        to: move.counties.1
                    )
                }
                codes.remove(code)
                codes.formUnion(changes.map(\.to))
            }
        }
        return codes.sorted()
    }

    /// The municipalities that left a county for another, or came to it from another, after one year and up to another.
    public func moves(of county: String, from first: Int, to last: Int) -> [Change] {
        changes.filter { change in
            first < change.year && change.year <= last
                && (change.counties.0 == county || change.counties.1 == county) && isMove(change)
        }
    }

    /// Whether a change took a municipality out of its county.
    ///
    /// A county goes on in another when most of its municipalities do (Sør-Trøndelag in Trøndelag), or when most of
    /// the other's come from it (Viken in Østfold). A municipality that goes elsewhere has moved (Rindal, Svelvik,
    /// Lunner).
    public func isMove(_ change: Change) -> Bool {
        let (from, to) = change.counties
        guard from != to else { return false }
        let pairs = Set(changes(in: change.year).map { [$0.from, $0.counties.1] })
        // Municipalities that nothing happened to stay in their county, and count in its size.
        let before = municipalities(of: from, in: change.year - 1).map(\.region.code)
        let touched = Set(changes(in: change.year).map(\.from))
        let gone = before.filter { pairs.contains([$0, to]) }.count
        let isMost = 2 * gone > before.count
        let origins = Set(changes(in: change.year).filter { $0.counties.1 == to }.map(\.from))
        let own = municipalities(of: to, in: change.year - 1).map(\.region.code).filter {
            !touched.contains($0)
        }
        let came = origins.filter { $0.hasPrefix(from) }.count
        return !isMost && 2 * came <= origins.count + own.count
    }
}
