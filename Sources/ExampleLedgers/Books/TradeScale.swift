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
                let goal =
                    firm.archetype.sales * (isSale ? 1 : firm.archetype.purchases) * 100 - Double(others)
                let shares = Self.shares(of: parties, in: firm, drawn: ordinary)
                for (party, share) in zip(parties, shares) where ordinary[party] > 0 {
                    let factor = goal * share / Double(ordinary[party])
                    own[party] = min(max(factor, Self.reasonable.lowerBound), Self.reasonable.upperBound)
                }
            }
            factors[year] = own
        }
    }

    /// What each of `parties` should have of what they have together: its kind of trade has the part it is to have, and
    /// the parties of a kind share it, half of it as they are to and half as was drawn, so that no two have the same.
    private static func shares(of parties: [Int], in firm: ExampleFirm, drawn: [Int64]) -> [Double] {
        struct Kind: Hashable {
            let account: Int?
            let text: String?
        }
        func kind(_ party: Int) -> Kind {
            Kind(account: firm.parties[party].dealing?.account, text: firm.parties[party].dealing?.text)
        }
        let yearly = parties.map { firm.parties[$0].dealing?.yearly ?? 0 }
        let amounts = parties.map { Double(max(0, drawn[$0])) }
        var sums: [Kind: (yearly: Double, amount: Double)] = [:]
        for (index, party) in parties.enumerated() {
            let sum = sums[kind(party), default: (0, 0)]
            sums[kind(party)] = (sum.yearly + yearly[index], sum.amount + amounts[index])
        }
        let all = yearly.reduce(0, +)
        return parties.indices.map { index in
            let sum = sums[kind(parties[index])] ?? (1, 1)
            let drawnPart = sum.amount > 0 ? amounts[index] / sum.amount : yearly[index] / sum.yearly
            return (yearly[index] + sum.yearly * drawnPart) / 2 / all
        }
    }
}
