public import Accounts

/// Fills withheld cells of regional accounts from printed totals, and says how each was found.
///
/// What the regions and the nation print leaves sums over the withheld cells: a region's industries add up to
/// its totals, an industry's regions and the territory outside all regions (the continental shelf, embassies,
/// Svalbard) add up to the nation's figure. Two named rules use them:
/// - `suppressed-cell-implied-by-totals`: a sum with one unknown left gives it, over and over.
/// - `suppressed-cell-estimated-within-totals`: what is still open is spread so that every sum holds
///   (iterative proportional fitting from equal weights: the flattest table the totals allow).
///
/// A cell that no sum reaches stays withheld. A figure that cannot occur counts as nothing and is not filled.
public struct SuppressedCells {
    private let accounts: RegionalAccounts
    private let measure: RegionalAccounts.Measure
    private var cells: [Place: Double] = [:]
    private var unknown: Set<Place> = []
    private var sums: [Sum] = []

    /// A region's row (its position; the one past the last is the territory outside all regions) and an
    /// industry's column.
    private struct Place: Hashable {
        let region: Int
        let industry: Int
    }

    /// Cells that must add up to a printed amount.
    private struct Sum {
        var places: [Place]
        var amount: Double
    }

    /// The accounts with the withheld cells of `measure` filled as far as totals reach.
    public static func filled(
        _ accounts: RegionalAccounts,
        _ measure: RegionalAccounts.Measure
    ) -> RegionalAccounts {
        var work = SuppressedCells(accounts, measure)
        let implied = work.solveSumsWithOneUnknown()
        let (estimated, deviation) = work.spreadTheRest()
        var filled: [RegionalAccounts.Cell: Observation] = [:]
        for (places, origin) in [(implied, Observation.Origin.implied), (estimated, .estimated)] {
            for place in places where place.region < accounts.regions.count {
                guard let value = work.cells[place] else { continue }
                filled[work.cell(place)] = .value(value, origin)
            }
        }
        return accounts.filling(
            measure,
            with: filled,
            rules: [
                AppliedRule("suppressed-cell-implied-by-totals", touched: work.names(implied)),
                AppliedRule(
                    "suppressed-cell-estimated-within-totals",
                    touched: work.names(estimated)
                        + (deviation > 0
                            ? ["\(measure.rawValue) largest deviation from a total: \(deviation)"] : [])
                ),
            ].filter { !$0.touched.isEmpty }
        )
    }
}

extension SuppressedCells {
    private init(_ accounts: RegionalAccounts, _ measure: RegionalAccounts.Measure) {
        self.accounts = accounts
        self.measure = measure
        readCells()
        addRegionSums()
        addIndustrySums()
    }

    private mutating func readCells() {
        let outside = accounts.regions.count
        for (industry, label) in accounts.industries.labels.enumerated() {
            var inRegions = 0.0
            var complete = true
            for (region, regionLabel) in accounts.regions.labels.enumerated() {
                let place = Place(region: region, industry: industry)
                switch accounts[measure, regionLabel.code, label.code] {
                case .value(let number, _):
                    cells[place] = number
                    inRegions += number
                case .notApplicable: cells[place] = 0
                case .suppressed, .notAvailable:
                    unknown.insert(place)
                    complete = false
                }
            }
            let place = Place(region: outside, industry: industry)
            if complete, let nation = accounts[measure, accounts.nation.code, label.code].number {
                cells[place] = nation - inRegions
            } else {
                unknown.insert(place)
            }
        }
    }

    /// A region's printed totals, each less the widest totals printed inside it, so that nested sums do not
    /// overlap.
    private mutating func addRegionSums() {
        for region in 0...accounts.regions.count {
            let printed = accounts.subtotals.compactMap { subtotal -> (Set<Int>, Double)? in
                guard let amount = total(subtotal.code, region: region) else { return nil }
                let members = accounts.industries.labels.indices.filter {
                    subtotal.industries.contains(accounts.industries.labels[$0].code)
                }
                return (Set(members), amount)
            }.sorted { $0.0.count < $1.0.count }
            for (index, (members, amount)) in printed.enumerated() {
                var open = members
                var rest = amount
                for (inner, innerAmount) in printed[..<index].reversed() where inner.isStrictSubset(of: open)
                {
                    open.subtract(inner)
                    rest -= innerAmount
                }
                sums.append(
                    Sum(places: open.sorted().map { Place(region: region, industry: $0) }, amount: rest)
                )
            }
        }
    }

    private mutating func addIndustrySums() {
        for (industry, label) in accounts.industries.labels.enumerated() {
            guard let nation = accounts[measure, accounts.nation.code, label.code].number else { continue }
            let places = (0...accounts.regions.count).map { Place(region: $0, industry: industry) }
            sums.append(Sum(places: places, amount: nation))
        }
    }

    /// A printed total; outside all regions, what the nation has beyond them.
    private func total(_ code: String, region: Int) -> Double? {
        guard region == accounts.regions.count else {
            return accounts[measure, accounts.regions.labels[region].code, code].number
        }
        guard var rest = accounts[measure, accounts.nation.code, code].number else { return nil }
        for label in accounts.regions.labels {
            guard let amount = accounts[measure, label.code, code].number else { return nil }
            rest -= amount
        }
        return rest
    }

    private mutating func solveSumsWithOneUnknown() -> [Place] {
        var solved: [Place] = []
        var progress = true
        while progress {
            progress = false
            for sum in sums {
                let open = sum.places.filter(unknown.contains)
                guard open.count == 1, let place = open.first else { continue }
                cells[place] = sum.amount - sum.places.reduce(0) { $0 + (cells[$1] ?? 0) }
                unknown.remove(place)
                solved.append(place)
                progress = true
            }
        }
        return solved
    }

    /// Iterative proportional fitting of the open cells to what each sum leaves them.
    ///
    /// Sums over rounded figures can leave slightly less than nothing; that counts as nothing, and what it leaves
    /// the sum short of is a deviation. The regions' own sums are met last and therefore exactly; the largest
    /// deviation from any other sum is returned.
    private mutating func spreadTheRest() -> (estimated: [Place], deviation: Double) {
        var shortfall = 0.0
        let open: [Sum] = sums.compactMap { sum in
            let places = sum.places.filter(unknown.contains)
            guard !places.isEmpty else { return nil }
            let known = sum.places.reduce(0) { $0 + (unknown.contains($1) ? 0 : cells[$1] ?? 0) }
            shortfall = max(shortfall, known - sum.amount)
            return Sum(places: places, amount: max(sum.amount - known, 0))
        }
        let reached = Set(open.flatMap(\.places))
        for place in reached { cells[place] = 1 }
        var deviation = 0.0
        for _ in 0..<2_000 {
            deviation = 0
            for sum in open.reversed() {
                let found = sum.places.reduce(0) { $0 + (cells[$1] ?? 0) }
                deviation = max(deviation, abs(found - sum.amount))
                guard found > 0 else { continue }
                for place in sum.places { cells[place] = (cells[place] ?? 0) * (sum.amount / found) }
            }
            if deviation <= 1e-9 { break }
        }
        unknown.subtract(reached)
        let estimated = reached.sorted { ($0.region, $0.industry) < ($1.region, $1.industry) }
        deviation = max(deviation, shortfall)
        return (estimated, deviation > 1e-6 ? deviation : 0)
    }

    private func cell(_ place: Place) -> RegionalAccounts.Cell {
        RegionalAccounts.Cell(
            region: accounts.regions.labels[place.region].code,
            industry: accounts.industries.labels[place.industry].code
        )
    }

    private func names(_ places: [Place]) -> [String] {
        places.map { place in
            let region =
                place.region < accounts.regions.count ? accounts.regions.labels[place.region].code : "outside"
            return "\(measure.rawValue) \(region) \(accounts.industries.labels[place.industry].code)"
        }
    }
}
