import Accounts
import Actors
import Foundation
import Leontief
import TestSupport
import Testing

/// How far figures are shaken, and how far the intervals may then be from the sampled ones.
struct Shaken: Sendable, CustomTestStringConvertible {
    let seed: UInt64
    let spread: Double
    var statistics = MultiplierIntervalsTests.statistics
    var ofWidth = 0.035
    var ofEnd = 0.02

    var testDescription: String { "firms' spread \(spread), industries' \(statistics.industry)" }

    /// What is told by firms at four spreads; then statistics as uncertain as was measured, where only first order holds for
    /// industries and shares.
    static let all = [
        Shaken(seed: 1, spread: 0.1),
        Shaken(seed: 2, spread: 0.2),
        Shaken(seed: 4, spread: 0.5, ofEnd: 0.03),
        Shaken(seed: 5, spread: 0.5, statistics: .measured, ofWidth: 0.07, ofEnd: 0.05),
    ]
}

@Suite("Intervals of multipliers")
struct MultiplierIntervalsTests {
    static let statistics = StatisticsSpread(industry: 0.14, seller: 0.2, region: 0.15)

    static func economy(
        _ seed: UInt64,
        spread: Double = 0.2,
        statistics: StatisticsSpread = statistics,
        jobSpread: Double = 0.1,
        industries: Int = 4
    ) -> UncertainEconomy {
        UncertainEconomy(
            seed: seed,
            industries: industries,
            firms: [.ledger, .estimated],
            spread: spread,
            statistics: statistics,
            jobSpread: jobSpread
        )
    }

    /// Every interval with its place, `measure scope`.
    static func all(_ intervals: MultiplierIntervals) -> [(
        firm: Int, key: String, interval: MultiplierInterval
    )] {
        intervals.firms.enumerated().flatMap { firm, sector in
            intervals.columns.compactMap { column in
                intervals[sector, column].map {
                    (firm, column.measure.code + " " + column.scope.rawValue, $0)
                }
            }
        }
    }

    @Test(
        "The multipliers are those of the tables, solved by elimination",
        arguments: 1...5 as ClosedRange<UInt64>
    )
    func values(_ seed: UInt64) throws {
        let economy = Self.economy(seed)
        let solved = economy.multipliers(economy.still)
        let found = try Self.all(economy.intervals())
        #expect(found.count == 2 * 13)
        for (firm, key, interval) in found {
            let expected = try #require(solved[firm][key])
            #expect(abs(interval.value - expected) < 1e-12 * max(1, abs(expected)), "\(key)")
        }
    }

    @Test(
        "Derivatives are exact: one figure at a time against the solved difference",
        arguments: 1...3 as ClosedRange<UInt64>
    )
    func derivatives(_ seed: UInt64) throws {
        // With everything uncertain by a tiny spread, the variance is the sum of squared differences of solved multipliers,
        // each figure moved by itself: central differences are off by the square of the step, 1e-8.
        let tiny = 1e-4
        let economy = Self.economy(
            seed,
            spread: tiny,
            statistics: .init(industry: tiny, seller: tiny, region: 0),
            jobSpread: tiny
        )
        let differences = economy.moved(by: 1e-4)
        for (firm, key, interval) in try Self.all(economy.intervals()) {
            let variance = differences.reduce(0) { sum, moved in
                let slope = (moved.up[firm][key] ?? 0) - (moved.down[firm][key] ?? 0)
                let effect = slope / 2 * moved.spread / 1e-4
                return sum + effect * effect
            }
            #expect(
                abs(interval.standardDeviation - variance.squareRoot()) < 1e-6 * variance.squareRoot(),
                "\(key) of firm \(firm): \(interval.standardDeviation), \(variance.squareRoot())"
            )
        }
    }

    @Test("Jobs alone: what a firm tells is a median, its industry's coefficient a mean")
    func jobsAlone() throws {
        var economy = Self.economy(
            1,
            spread: 0,
            statistics: .init(industry: 0, seller: 0, region: 0),
            jobSpread: 0.5
        )
        // Nobody has jobs but the firms themselves, the first of which tells how many.
        economy.jobs = economy.jobs.enumerated().map { $0.offset < economy.industries ? 0 : $0.element }
        let found = try Self.all(economy.intervals()).filter {
            $0.key.hasPrefix("employment") && $0.interval.value != 0
        }
        #expect(Set(found.map(\.firm)) == [0, 1])
        // The 5 % and 95 % points of one lognormal figure.
        let point = 1.6448536269514722 * 0.5
        for (firm, key, interval) in found {
            let median = interval.value * (firm == 0 ? 1 : exp(-0.125))
            #expect(abs(interval.lower / (median * exp(-point)) - 1) < 1e-6, "\(key) of firm \(firm)")
            #expect(abs(interval.upper / (median * exp(point)) - 1) < 1e-6, "\(key) of firm \(firm)")
        }
    }

    @Test(
        "Interval ends are those of 10,000 draws solved anew",
        arguments: Shaken.all
    )
    func monteCarlo(_ shaken: Shaken) throws {
        let economy = Self.economy(shaken.seed, spread: shaken.spread, statistics: shaken.statistics)
        var random = SeededGenerator(seed: 100 + shaken.seed)
        var samples: [[String: [Double]]] = economy.firms.map { _ in [:] }
        for _ in 0..<10_000 {
            for (firm, values) in economy.multipliers(economy.draw(&random)).enumerated() {
                for (key, value) in values { samples[firm][key, default: []].append(value) }
            }
        }
        for (firm, key, interval) in try Self.all(economy.intervals()) {
            let sorted = try #require(samples[firm][key]).sorted()
            let (lower, upper) = (sorted[500], sorted[9499])
            for (found, sampled) in [(interval.lower, lower), (interval.upper, upper)] {
                if lower == upper {
                    #expect(found == sampled)
                    continue
                }
                // 10,000 draws place a 5 % point within 0.7 % of the interval's width, one standard error.
                let off = abs(found - sampled)
                let width = upper - lower
                #expect(
                    off < shaken.ofWidth * width,
                    "\(key) of firm \(firm): \(found), \(sampled); \(off / width)"
                )
                let size = max(abs(sampled), width)
                #expect(
                    off < shaken.ofEnd * size,
                    "\(key) of firm \(firm): \(found), \(sampled); \(off / size)"
                )
            }
        }
    }

    @Test("What is exact has no interval")
    func exact() throws {
        for (_, _, interval) in try Self.all(
            Self.economy(1, spread: 0, statistics: .none, jobSpread: 0).intervals()
        ) {
            #expect(interval.lower == interval.value && interval.upper == interval.value)
            #expect(interval.standardDeviation == 0)
            #expect(interval.largest.isEmpty)
        }
    }

    @Test(
        "The interval holds the value, and its largest parts come in order",
        arguments: 1...10 as ClosedRange<UInt64>
    )
    func holds(_ seed: UInt64) throws {
        for (firm, key, interval) in try Self.all(Self.economy(seed, spread: 0.3).intervals()) {
            #expect(interval.lower <= interval.value && interval.value <= interval.upper, "\(key) \(firm)")
            let shares = interval.largest.map(\.share)
            #expect(shares.count == (interval.standardDeviation > 0 ? 3 : 0), "\(key) \(firm)")
            #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 >= $1 })
            #expect(shares.reduce(0, +) <= 1 + 1e-12)
        }
    }

    @Test("In another unit of money the intervals are the same", arguments: 1...3 as ClosedRange<UInt64>)
    func scale(_ seed: UInt64) throws {
        let economy = Self.economy(seed)
        var other = economy
        for path in [\UncertainEconomy.nation, \.region, \.elsewhere, \.nationInputs, \.regionInputs] {
            other[keyPath: path] = economy[keyPath: path].map { $0.map { 7 * $0 } }
        }
        other.nationOutput = economy.nationOutput.map { 7 * $0 }
        other.regionOutput = economy.regionOutput.map { 7 * $0 }
        for (one, two) in try zip(Self.all(economy.intervals()), Self.all(other.intervals())) {
            // Sums in another unit round elsewhere.
            #expect(abs(one.interval.lower - two.interval.lower) < 1e-12)
            #expect(abs(one.interval.upper - two.interval.upper) < 1e-12)
        }
    }
}

extension UncertainEconomy {
    /// Every figure moved up and down by itself, with its own spread.
    func moved(by step: Double) -> [(spread: Double, up: [[String: Double]], down: [[String: Double]])] {
        var moves: [(spread: Double, change: (inout Draw, Double) -> Void)] = []
        for column in 0..<count {
            let firm = column < industries ? nil : firms[column - industries]
            let (bought, paid) = (
                firm?.spread ?? statistics.industry, firm?.inputSpread ?? statistics.industry
            )
            for row in 0..<count {
                moves.append((bought, { $0.bought[row][column] += $1 }))
                moves.append((bought, { $0.elsewhere[row][column] += $1 }))
            }
            for row in 0..<3 { moves.append((paid, { $0.inputs[row][column] += $1 })) }
            if let firm { moves.append((firm.outputSpread, { $0.output[column] += $1 })) }
            moves.append((jobSpread, { $0.jobs[column] += $1 }))
        }
        for seller in 0..<industries { moves.append((statistics.seller, { $0.seller[seller] += $1 })) }
        return moves.map { spread, change in
            let shaken = [step, -step].map { step in
                var draw = still
                change(&draw, step)
                return multipliers(draw)
            }
            return (spread, shaken[0], shaken[1])
        }
    }
}
