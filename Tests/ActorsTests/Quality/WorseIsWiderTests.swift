import Accounts
import Actors
import Leontief
import TestSupport
import Testing

/// From a fact of the books to the interval of a multiplier.
@Suite("Worse figures, wider intervals")
struct WorseIsWiderTests {
    /// An economy whose first firm's figures have the spreads that its quality gives.
    static func economy(_ seed: UInt64, _ quality: FirmQuality) -> UncertainEconomy {
        var economy = MultiplierIntervalsTests.economy(seed, statistics: .measured)
        let source: FigureSource = quality.facts == nil ? .estimated : .ledger
        economy.firms[0] = .init(
            source: source,
            spread: quality.spread(of: source),
            inputSpread: quality.facts == nil
                ? quality.spread(of: .estimated) : quality.spread(of: .annualAccounts),
            outputSpread: quality.spread(of: .annualAccounts)
        )
        return economy
    }

    /// Every measure but output in the place it is wholly uncertain, of the first firm.
    static func widths(_ economy: UncertainEconomy) throws -> [(key: String, width: Double)] {
        try MultiplierIntervalsTests.all(economy.intervals()).filter { $0.firm == 0 }
            .map { ($0.key, $0.interval.upper - $0.interval.lower) }
    }

    @Test("Each fact of the purchases that is worse widens every interval", arguments: Books.worsenings)
    func facts(_ worsening: Books.Worsening) throws {
        for seed in 1...3 as ClosedRange<UInt64> {
            var books = Books()
            var before = try Self.widths(Self.economy(seed, FirmQuality(facts: books.facts)))
            for _ in 0..<3 {
                worsening.apply(&books)
                let after = try Self.widths(Self.economy(seed, FirmQuality(facts: books.facts)))
                for (old, new) in zip(before, after) {
                    if worsening.sides.contains(.purchases) {
                        #expect(new.width > old.width, "\(worsening.testDescription): \(new.key)")
                    } else {
                        // Whom the firm sells to is not in its multiplier.
                        #expect(new.width == old.width, "\(worsening.testDescription): \(new.key)")
                    }
                }
                before = after
            }
        }
    }

    @Test("Each score that is lower widens every interval", arguments: 0..<3)
    func scores(_ which: Int) throws {
        for seed in 1...3 as ClosedRange<UInt64> {
            var before: [(key: String, width: Double)] = []
            for score in stride(from: 10.0, through: 1, by: -1) {
                let scores = (0..<3).map { $0 == which ? score : 8 }
                let given = try QualityScores(
                    access: scores[0],
                    measurability: scores[1],
                    completeness: scores[2]
                )
                let after = try Self.widths(
                    Self.economy(seed, FirmQuality(facts: Books().facts, given: given))
                )
                for (old, new) in zip(before, after) { #expect(new.width > old.width, "\(score) \(new.key)") }
                before = after
            }
        }
    }

    @Test(
        "Good books narrow what is known from statistics alone, in every measure and place",
        arguments: 1...5 as ClosedRange<UInt64>
    )
    func books(_ seed: UInt64) throws {
        let good = try Self.widths(Self.economy(seed, FirmQuality(facts: Books().facts)))
        let none = try Self.widths(Self.economy(seed, FirmQuality(facts: nil)))
        for (ledger, statistics) in zip(good, none) where !ledger.key.hasPrefix("employment") {
            #expect(ledger.width < statistics.width, "\(ledger.key)")
        }
    }

    @Test(
        "Each spread by itself widens: a firm's cell, statistics' industries and shares",
        arguments: 1...10 as ClosedRange<UInt64>
    )
    func spreads(_ seed: UInt64) throws {
        let changes: [(String, (inout UncertainEconomy, Double) -> Void)] = [
            ("purchases", { $0.firms[0].spread = $1 }),
            ("inputs", { $0.firms[0].inputSpread = $1 }),
            ("output", { $0.firms[0].outputSpread = $1 }),
            ("jobs", { $0.jobSpread = $1 }),
            ("industries", { $0.statistics = .init(industry: $1, seller: 0.41, region: 0.4) }),
            ("sellers", { $0.statistics = .init(industry: 0.14, seller: $1, region: 0.4) }),
            ("level", { $0.statistics = .init(industry: 0.14, seller: 0.41, region: $1) }),
        ]
        for (name, change) in changes {
            var economy = MultiplierIntervalsTests.economy(seed, statistics: .measured)
            var before: [(key: String, width: Double)] = []
            for spread in [0, 0.05, 0.1, 0.2, 0.35, 0.5] {
                change(&economy, spread)
                let after = try Self.widths(economy)
                for (old, new) in zip(before, after) {
                    #expect(new.width >= old.width * (1 - 1e-12), "\(name) \(spread) \(new.key)")
                }
                before = after
            }
        }
    }
}
