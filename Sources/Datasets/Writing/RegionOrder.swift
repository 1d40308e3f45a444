import Accounts

/// The regions of a series in one order, with the years each exists.
struct RegionOrder {
    private(set) var regions: [DatedRegion] = []

    /// Puts the regions of all years in an order that every year keeps, each under its latest name.
    ///
    /// - Throws: `.interrupted` for a region that is away in a year between two others, `.order` for a year
    ///   whose regions stand in an order other years contradict.
    init(_ series: RegionalAccountsSeries) throws(Inexpressible) {
        var order: [Region] = []
        for accounts in series.accounts {
            // A new region goes right before the one that follows it, behind those that have ended.
            var insertion = order.count
            for region in accounts.regions.labels.reversed() {
                if let position = order.firstIndex(of: region) {
                    order[position] = region
                    insertion = position
                } else {
                    order.insert(region, at: insertion)
                }
            }
        }
        for region in order { regions.append(try RegionOrder.dated(region, in: series)) }
        for accounts in series.accounts {
            let expected = regions.filter { $0.exists(in: accounts.year.number) }.map(\.region)
            guard expected == accounts.regions.labels else {
                throw Inexpressible.order(year: accounts.year)
            }
        }
    }

    private static func dated(
        _ region: Region,
        in series: RegionalAccountsSeries
    ) throws(Inexpressible) -> DatedRegion {
        let isThere = series.accounts.map { $0.regions.contains(region) }
        guard let first = isThere.firstIndex(of: true), let last = isThere.lastIndex(of: true) else {
            return DatedRegion(region: region, first: nil, last: nil)
        }
        if let gap = isThere[first...last].firstIndex(of: false) {
            throw Inexpressible.interrupted(region: region.code, year: series.years[gap])
        }
        return DatedRegion(
            region: region,
            first: first == 0 ? nil : series.years[first].number,
            last: last == isThere.count - 1 ? nil : series.years[last].number
        )
    }
}
