import Actors
import Foundation
import Testing

@Suite("Pedigree")
struct PedigreeTests {
    /// Weidema et al. 2013 (ecoinvent 3), table 10.5: the variance of ln by indicator and score.
    static let printedVariances: [Pedigree.Indicator: [Double]] = [
        .reliability: [0, 0.0006, 0.002, 0.008, 0.04],
        .completeness: [0, 0.0001, 0.0006, 0.002, 0.008],
        .temporal: [0, 0.0002, 0.002, 0.008, 0.04],
        .geographic: [0, 0.000025, 0.0001, 0.0006, 0.002],
        .technological: [0, 0.0006, 0.008, 0.04, 0.12],
    ]

    @Test("Factors give the variances that ecoinvent 3 prints, to the printed digit")
    func printedVariancesHold() throws {
        for indicator in Pedigree.Indicator.allCases {
            let printed = try #require(Self.printedVariances[indicator])
            for (factor, variance) in zip(indicator.factors, printed) {
                // One significant digit is printed (0.000025 has two): half of it is the tolerance, at 0.04 rounded from 0.0411.
                let digit = variance == 0 ? 1 : pow(10, floor(log10(variance)))
                #expect(abs(pow(log(factor) / 2, 2) - variance) <= 0.5 * digit, "\(indicator) \(factor)")
            }
        }
    }

    @Test("Basic uncertainty alone: 1.05 is the printed variance of 0.0006")
    func basic() {
        #expect(abs(Pedigree.best.spread - log(1.05) / 2) < 1e-15)
        #expect(abs(pow(Pedigree.best.spread, 2) - 0.0006) < 0.00005)
        #expect(Pedigree.best.spread(of: .otherEmissions) > Pedigree.best.spread(of: .carbonDioxide))
    }

    @Test("SDg² = exp √Σ ln² U for 2, 3, 4, 5, 3, worked out by hand")
    func worked() throws {
        let pedigree = try Pedigree(
            reliability: 2,
            completeness: 3,
            temporal: 4,
            geographic: 5,
            technological: 3
        )
        let squares = [1.05, 1.05, 1.05, 1.2, 1.1, 1.2].map { log($0) * log($0) }.reduce(0, +)
        #expect(abs(pedigree.spread - squares.squareRoot() / 2) < 1e-15)
    }

    @Test("A worse score, whole or not, always widens", arguments: Pedigree.Indicator.allCases)
    func worseIsWider(_ indicator: Pedigree.Indicator) throws {
        for base in [1.0, 2.5, 4] {
            var spreads: [Double] = []
            for score in stride(from: 1.0, through: 5, by: 0.25) {
                var scores = [Pedigree.Indicator: Double]()
                for other in Pedigree.Indicator.allCases { scores[other] = other == indicator ? score : base }
                spreads.append(try pedigree(scores).spread)
            }
            #expect(zip(spreads, spreads.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    @Test("Scores outside 1–5 are refused by name", arguments: Pedigree.Indicator.allCases, [0.9, 5.1, .nan])
    func refused(_ indicator: Pedigree.Indicator, _ score: Double) {
        do {
            _ = try pedigree([indicator: score])
            Issue.record("accepted")
        } catch ActorsError.scoreOutOfRange(let name, _, let range) {
            #expect(name == indicator.rawValue)
            #expect(range == 1...5)
        } catch {
            Issue.record("\(error)")
        }
    }

    private func pedigree(_ scores: [Pedigree.Indicator: Double]) throws(ActorsError) -> Pedigree {
        try Pedigree(
            reliability: scores[.reliability] ?? 1,
            completeness: scores[.completeness] ?? 1,
            temporal: scores[.temporal] ?? 1,
            geographic: scores[.geographic] ?? 1,
            technological: scores[.technological] ?? 1
        )
    }
}
