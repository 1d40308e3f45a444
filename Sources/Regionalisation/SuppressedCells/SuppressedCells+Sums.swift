import Accounts

extension SuppressedCells {
    mutating func readCells() {
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
    mutating func addRegionSums() {
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

    mutating func addIndustrySums() {
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

    /// Whether the publisher's own figures show that printed sums hold only to rounding: some sum whose parts are all
    /// printed misses its total. Half a printed unit is then what every figure may be off.
    ///
    /// The unit is the largest power of ten that divides all printed figures: 100 for employment in hundreds.
    func halfPrintedUnit() -> Double {
        let complete = sums.filter { sum in sum.places.allSatisfy { printed[$0] != nil } }
        let areAdditive = complete.allSatisfy { sum in
            abs(sum.places.reduce(0) { $0 + (printed[$1] ?? 0) } - sum.amount) <= 1e-9
                * max(abs(sum.amount), 1)
        }
        guard !areAdditive else { return 0 }
        var unit = 1.0
        let numbers = printed.values.filter { $0 != 0 }
        while unit < 1e9, numbers.allSatisfy({ $0.truncatingRemainder(dividingBy: unit * 10) == 0 }) {
            unit *= 10
        }
        return unit / 2
    }
}
