extension RegionalAccounts {
    /// The accounts summed to coarser industries. A sum with a withheld part is withheld.
    ///
    /// Printed totals are kept where they cover whole groups.
    ///
    /// - Throws: `.differ` when the concordance starts from other industries.
    public func aggregated(by concordance: Concordance<Industry, Industry>) throws(AccountsError)
        -> RegionalAccounts
    {
        if let difference = industries.firstDifference(from: concordance.source) { throw .differ(difference) }
        let groups = concordance.target.labels.map { group in
            (code: group.code, parts: concordance.sources(of: group).map(\.code))
        }
        let kept = subtotals.compactMap { subtotal -> Subtotal? in
            let whole = groups.filter { $0.parts.allSatisfy(subtotal.industries.contains) }
            let covered = whole.reduce(0) { $0 + $1.parts.count }
            guard covered == subtotal.industries.count else { return nil }
            return Subtotal(code: subtotal.code, industries: whole.map(\.code))
        }
        var cells: [Measure: [Cell: Observation]] = [:]
        for measure in measures {
            var sums: [Cell: Observation] = [:]
            for region in [nation] + regions.labels {
                for group in groups {
                    guard let first = group.parts.first else { continue }
                    sums[Cell(region: region.code, industry: group.code)] =
                        group.parts.dropFirst().reduce(self[measure, region.code, first]) {
                            $0 + self[measure, region.code, $1]
                        }
                }
                for subtotal in kept {
                    sums[Cell(region: region.code, industry: subtotal.code)] =
                        self[measure, region.code, subtotal.code]
                }
            }
            cells[measure] = sums
        }
        return RegionalAccounts(
            year: year,
            nation: nation,
            regions: regions,
            industries: concordance.target,
            subtotals: kept,
            cells: cells,
            provenance: provenance,
            rules: rules
        )
    }

    /// The accounts with some regions summed into one, such as two counties that later merged.
    ///
    /// - Parameters:
    ///   - codes: the regions that become one.
    ///   - merged: the region they become.
    /// - Throws: `.noSuchRegion` for a code that is not there, `.duplicateLabel` when a code is named twice or
    ///   `merged` already is a region.
    public func merging(_ codes: [String], into merged: Region) throws(AccountsError) -> RegionalAccounts {
        for code in codes where !regions.codes.contains(code) {
            throw .noSuchRegion(code: code, year: year, known: regions.codes)
        }
        _ = try Axis(codes.map { Region(code: $0, name: Name($0)) })
        let remaining = try Axis(regions.labels.filter { !codes.contains($0.code) } + [merged])
        let columns = industries.codes + subtotals.map(\.code)
        var cells: [Measure: [Cell: Observation]] = [:]
        for measure in measures {
            var kept: [Cell: Observation] = [:]
            for column in columns {
                for region in [nation] + remaining.labels where region != merged {
                    kept[Cell(region: region.code, industry: column)] = self[measure, region.code, column]
                }
                let parts = codes.map { self[measure, $0, column] }
                guard let first = parts.first else { continue }
                kept[Cell(region: merged.code, industry: column)] = parts.dropFirst().reduce(first, +)
            }
            cells[measure] = kept
        }
        return RegionalAccounts(
            year: year,
            nation: nation,
            regions: remaining,
            industries: industries,
            subtotals: subtotals,
            cells: cells,
            provenance: provenance,
            rules: rules + [
                AppliedRule("regions-merged", touched: ["\(codes.joined(separator: " + ")) → \(merged.code)"])
            ]
        )
    }
}
