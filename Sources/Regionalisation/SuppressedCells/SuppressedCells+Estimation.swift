import Accounts

extension SuppressedCells {
    /// Where fitting begins at the lowest: a thousandth of what the totals allow.
    private static let leastShareOfBound = 1e-3

    /// What a sum leaves its open cells: between `least` and `most`, most likely `amount`.
    private struct OpenSum {
        let places: [Place]
        let amount: Double
        let least: Double
        let most: Double
    }

    /// Estimates all cells that sums reach, with rule and bounds, and fits them to the sums.
    ///
    /// - Parameter half: half a printed unit where every figure is rounded for itself, 0 where sums hold exactly.
    /// - Returns: also the largest deviation of a sum, beyond rounding, that could not be met.
    mutating func estimateTheRest(
        half: Double
    ) -> (found: [(Place, Rule, ClosedRange<Double>?)], deviation: Double) {
        var shortfall = 0.0
        let open: [OpenSum] = sums.compactMap { sum in
            let places = sum.places.filter(unknown.contains)
            guard !places.isEmpty else { return nil }
            let known = sum.places.reduce(0) { $0 + (unknown.contains($1) ? 0 : cells[$1] ?? 0) }
            // Every printed part is rounded, and the total.
            let slack = half * Double(sum.places.count - places.count + 1)
            let rest = sum.amount - known
            shortfall = max(shortfall, -rest - slack)
            return OpenSum(
                places: places,
                amount: max(rest, 0),
                least: max(rest - slack, 0),
                most: max(rest + slack, 0)
            )
        }
        let reached = Set(open.flatMap(\.places))
        let places = reached.sorted { ($0.region, $0.industry) < ($1.region, $1.industry) }
        let bounds = Self.bounds(places, open)
        var (values, rules) = firstEstimates(places, open, half: half)
        for (place, bounds) in bounds {
            // Never quite nothing where the totals allow more: fitting multiplies, and nothing stays nothing.
            let least = max(bounds.lowerBound, bounds.upperBound * Self.leastShareOfBound)
            values[place] = min(max(values[place] ?? 0, least), bounds.upperBound)
            if bounds.lowerBound == 0, hasNoValueAdded(place) {
                values[place] = 0
                rules[place] = .fromAnotherMeasure
            }
        }
        let deviation = max(Self.fit(&values, to: open), shortfall)
        for (place, value) in values { cells[place] = value }
        unknown.subtract(reached)
        return (
            places.map { ($0, rules[$0] ?? .withinTotals, bounds[$0]) },
            deviation > 1e-6 ? deviation : 0
        )
    }

    /// Other years where they print the cell; the rest evenly within what those leave; another measure where that is
    /// lost in rounding.
    private func firstEstimates(
        _ places: [Place],
        _ open: [OpenSum],
        half: Double
    ) -> (values: [Place: Double], rules: [Place: Rule]) {
        var (values, rules): ([Place: Double], [Place: Rule]) = ([:], [:])
        for place in places {
            guard let estimate = fromOtherYears(place) else { continue }
            values[place] = estimate
            rules[place] = .fromOtherYears
        }
        let left: [OpenSum] = open.compactMap { sum in
            let others = sum.places.filter { values[$0] == nil }
            guard !others.isEmpty else { return nil }
            let rest = max(sum.amount - sum.places.reduce(0) { $0 + (values[$1] ?? 0) }, 0)
            return OpenSum(places: others, amount: rest, least: rest, most: rest)
        }
        var even: [Place: Double] = [:]
        for place in places where values[place] == nil { even[place] = 1 }
        _ = Self.fit(&even, to: left)
        for place in places {
            guard let estimate = even[place] else { continue }
            let related = estimate < half ? fromAnotherMeasure(place) : nil
            values[place] = related ?? estimate
            rules[place] = related == nil ? .withinTotals : .fromAnotherMeasure
        }
        return (values, rules)
    }

    /// The mean of the region's shares of the nation's figure in the nearest years that print both, one on each side or
    /// one alone, times this year's figure. `nil` where no other year prints the cell.
    private func fromOtherYears(_ place: Place) -> Double? {
        guard place.region < accounts.regions.count else { return nil }
        let region = accounts.regions.labels[place.region].code
        let industry = accounts.industries.labels[place.industry].code
        guard let now = accounts[measure, accounts.nation.code, industry].number else { return nil }
        var nearest: (distance: Int, shares: [Double]) = (.max, [])
        for other in otherYears where other.year != accounts.year {
            // A loss says nothing about size.
            guard case .value(let amount, .published) = other[measure, region, industry], amount >= 0,
                let nation = other[measure, other.nation.code, industry].number, nation > 0
            else { continue }
            let distance = abs(other.year.number - accounts.year.number)
            if distance < nearest.distance { nearest = (distance, []) }
            if distance == nearest.distance { nearest.shares.append(amount / nation) }
        }
        guard !nearest.shares.isEmpty else { return nil }
        return max(now, 0) * nearest.shares.reduce(0, +) / Double(nearest.shares.count)
    }

    /// The cell's share of the nation's compensation, or else value added, times the nation's figure.
    private func fromAnotherMeasure(_ place: Place) -> Double? {
        guard measure == .employment, place.region < accounts.regions.count else { return nil }
        let region = accounts.regions.labels[place.region].code
        let industry = accounts.industries.labels[place.industry].code
        let nation = accounts.nation.code
        guard let now = accounts[measure, nation, industry].number else { return nil }
        for related in [RegionalAccounts.Measure.compensation, .valueAdded] {
            guard let amount = accounts[related, region, industry].number,
                let whole = accounts[related, nation, industry].number, whole > 0
            else { continue }
            return max(amount, 0) / whole * now
        }
        return nil
    }

    /// Whether the industry's value added in the region, printed or estimated, rounds to nothing: then nobody is paid or
    /// employed there, if the totals allow it. Jobs without output would have no coefficient.
    private func hasNoValueAdded(_ place: Place) -> Bool {
        guard measure == .employment || measure == .compensation, place.region < accounts.regions.count else {
            return false
        }
        let region = accounts.regions.labels[place.region].code
        let amount = accounts[.valueAdded, region, accounts.industries.labels[place.industry].code].number
        return amount.map { abs($0) < 0.5 } ?? false
    }

    /// Iterative proportional fitting to what each sum allows; the largest deviation that is left is returned.
    ///
    /// A sum that is already allowed is left alone. Where all its cells are nothing and it is not, they share it. The
    /// regions' own sums are met last, and therefore exactly.
    private static func fit(_ values: inout [Place: Double], to open: [OpenSum]) -> Double {
        // Positions in an array: looking places up in every round takes ten times as long as the sums.
        var positions: [Place: Int] = [:]
        var places: [Place] = []
        func position(_ place: Place) -> Int {
            if let known = positions[place] { return known }
            positions[place] = places.count
            places.append(place)
            return places.count - 1
        }
        let sums = open.reversed().map { (sum: $0, members: $0.places.map(position)) }
        var amounts = places.map { values[$0] ?? 0 }
        var deviation = 0.0
        for _ in 0..<2_000 {
            deviation = 0
            for (sum, members) in sums {
                let found = members.reduce(0) { $0 + amounts[$1] }
                let wanted = min(max(found, sum.least), sum.most)
                deviation = max(deviation, abs(found - wanted))
                guard found != wanted else { continue }
                for member in members {
                    amounts[member] =
                        found > 0 ? amounts[member] * (wanted / found) : wanted / Double(members.count)
                }
            }
            if deviation <= 1e-9 { break }
        }
        for (place, amount) in zip(places, amounts) { values[place] = amount }
        return deviation
    }

    /// What the sums allow each cell, none below zero: in each sum, what the others cannot take and what they must.
    ///
    /// Repeated until nothing narrows; every pass only narrows, and a dozen are plenty for tables this size.
    private static func bounds(_ places: [Place], _ open: [OpenSum]) -> [Place: ClosedRange<Double>] {
        var least: [Place: Double] = [:]
        var most: [Place: Double] = [:]
        for place in places { (least[place], most[place]) = (0, .infinity) }
        for _ in 0..<50 {
            var hasNarrowed = false
            for sum in open {
                let allLeast = sum.places.reduce(0) { $0 + (least[$1] ?? 0) }
                let allMost = sum.places.reduce(0) { $0 + (most[$1] ?? .infinity) }
                for place in sum.places {
                    let (low, high) = (least[place] ?? 0, most[place] ?? .infinity)
                    let upper = min(high, max(sum.most - (allLeast - low), low))
                    // The others' most is known only where none of them is unbounded.
                    let others = high == .infinity ? .infinity : allMost - high
                    let lower = others.isFinite ? max(low, min(sum.least - others, upper)) : low
                    if upper < high || lower > low { hasNarrowed = true }
                    (least[place], most[place]) = (lower, upper)
                }
            }
            if !hasNarrowed { break }
        }
        return Dictionary(
            uniqueKeysWithValues: places.map { place in
                let (low, high) = (least[place] ?? 0, most[place] ?? .infinity)
                return (place, min(low, high)...high)
            }
        )
    }
}
