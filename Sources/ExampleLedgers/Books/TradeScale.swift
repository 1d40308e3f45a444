import Accounts

/// What brings the ordinary trades of a firm's books to the sums of its kind: sales, and purchases for current use, of
/// each year.
///
/// Trades are drawn, and a party met once or twice a year may be drawn small or large. So the books are kept once with the
/// amounts as drawn; what each party should have is shared out of what the year should have and other vouchers do not
/// give; and the party's ordinary trades are multiplied by what it should have over what it has. Vouchers, days and
/// numbers stay the same, for nothing drawn depends on amounts.
struct TradeScale: Sendable {
    /// By year and party; 1 where none stands.
    private let factors: [Int: [Double]]

    /// The amounts as drawn.
    static let none = TradeScale(factors: [:])

    /// Beyond these a party's amounts would be strange ones, and its sum is let be another.
    private static let reasonable = 0.05...20.0

    /// The factor of a party's ordinary trades in a year.
    func factor(year: Int, party: Int) -> Double { factors[year]?[party] ?? 1 }

    private init(factors: [Int: [Double]]) { self.factors = factors }

    /// The factors of `firm`, whose trades are as drawn.
    init(_ cluster: ExampleCluster, _ firm: ExampleFirm) {
        var keeper = BookKeeper(cluster, firm)
        // Sales and purchases for use by year, what is booked twice counted once.
        var sums: [Int: [Bool: Int64]] = [:]
        while let day = keeper.nextDay() {
            for entry in day where !entry.isSecondRegistration {
                for trade in entry.trades where !trade.isInvestment {
                    sums[entry.day.year, default: [:]][trade.isSale, default: 0] += trade.oere
                }
            }
        }
        let drawn = keeper.drawn
        factors = drawn.reduce(into: [:]) { factors, pair in
            let (year, ordinary) = pair
            var own = ordinary.map { _ in 1.0 }
            for isSale in [true, false] {
                let parties = firm.parties.indices.filter {
                    firm.parties[$0].isCustomer == isSale && firm.parties[$0].dealing != nil
                }
                let others = (sums[year]?[isSale] ?? 0) - parties.reduce(0) { $0 + ordinary[$1] }
                let goal = firm.archetype.sales * (isSale ? 1 : firm.archetype.purchases) * 100
                let weights = parties.reduce(0) { $0 + (firm.parties[$1].dealing?.yearly ?? 0) }
                for party in parties where ordinary[party] > 0 {
                    let share = (firm.parties[party].dealing?.yearly ?? 0) / weights
                    let factor = (goal - Double(others)) * share / Double(ordinary[party])
                    own[party] = min(max(factor, Self.reasonable.lowerBound), Self.reasonable.upperBound)
                }
            }
            factors[year] = own
        }
    }
}
