import Accounts
import Actors
import Foundation
import Leontief
import TestSupport

extension UncertainEconomy {
    /// What each uncertain figure is multiplied by; for shares, what is added to ln(q/(1 − q)).
    struct Draw {
        /// What is bought, wherever from: by row and column. Of firms with a ledger: in the region.
        var bought: [[Double]]
        /// Of firms with a ledger: in the rest of the country.
        var elsewhere: [[Double]]
        var inputs: [[Double]]
        var seller: [Double]
        var output: [Double]
        var jobs: [Double]
    }

    /// Nothing shaken.
    var still: Draw {
        let ones = [[Double]](repeating: [Double](repeating: 1, count: count), count: count)
        return Draw(
            bought: ones,
            elsewhere: ones,
            inputs: (0..<3).map { _ in [Double](repeating: 1, count: count) },
            seller: [Double](repeating: 0, count: industries),
            output: [Double](repeating: 1, count: count),
            jobs: [Double](repeating: 1, count: count)
        )
    }

    /// A draw of all figures: medians of what the firm tells, means of what the statistics do.
    func draw(_ random: inout SeededGenerator) -> Draw {
        func normal() -> Double {
            let (one, two) = (
                Double.random(in: 0..<1, using: &random), Double.random(in: 0..<1, using: &random)
            )
            return (-2 * log(1 - one)).squareRoot() * cos(2 * .pi * two)
        }
        func factor(_ spread: Double, isMean: Bool) -> Double {
            exp(spread * normal() - (isMean ? spread * spread / 2 : 0))
        }
        func factor(_ column: Int, _ spread: (Firm) -> Double) -> Double {
            guard column >= industries else { return factor(statistics.industry, isMean: true) }
            let firm = firms[column - industries]
            return factor(spread(firm), isMean: firm.source != .ledger)
        }
        let level = statistics.region * normal()
        return Draw(
            bought: (0..<count).map { _ in (0..<count).map { factor($0, \.spread) } },
            elsewhere: (0..<count).map { _ in (0..<count).map { factor($0, \.spread) } },
            inputs: (0..<3).map { _ in (0..<count).map { factor($0, \.inputSpread) } },
            seller: (0..<industries).map { _ in level + statistics.seller * normal() },
            output: (0..<count).map {
                $0 < industries ? 1 : factor(firms[$0 - industries].outputSpread, isMean: false)
            },
            jobs: (0..<count).map {
                factor(jobSpread, isMean: $0 < industries || firms[$0 - industries].source != .ledger)
            }
        )
    }

    /// All multipliers of all firms, solved anew.
    func multipliers(_ draw: Draw) -> [[String: Double]] {
        let all = count
        var (whole, here, there) = (nation, region, elsewhere)
        var (wholeInputs, hereInputs) = (nationInputs, regionInputs)
        for column in 0..<all {
            let hasLedger = column >= industries && firms[column - industries].source == .ledger
            // Amounts that follow output are the same per krone of it; those of a ledger are spread over more or fewer.
            let scale = hasLedger ? 1 / draw.output[column] : 1
            for row in 0..<all {
                if hasLedger {
                    here[row][column] *= draw.bought[row][column] * scale
                    there[row][column] *= draw.elsewhere[row][column] * scale
                    whole[row][column] = here[row][column] + there[row][column]
                    continue
                }
                whole[row][column] *= draw.bought[row][column]
                let sum = (here[row][column] + there[row][column]) * draw.bought[row][column]
                guard row < industries else {
                    here[row][column] = sum
                    continue
                }
                let share = here[row][column] / (here[row][column] + there[row][column])
                let moved = 1 / (1 + (1 - share) / share * exp(-draw.seller[row]))
                here[row][column] = sum * moved
                there[row][column] = sum * (1 - moved)
            }
            for row in 0..<3 {
                wholeInputs[row][column] *= draw.inputs[row][column] * scale
                hereInputs[row][column] *= draw.inputs[row][column] * scale
            }
        }
        let jobs = (0..<all).map { column in
            let hasLedger = column >= industries && firms[column - industries].source == .ledger
            return self.jobs[column] * draw.jobs[column] / (hasLedger ? draw.output[column] : 1)
        }
        func open(_ flows: [[Double]], _ outside: [[Double]]?, _ inputs: [[Double]], _ output: [Double])
            -> Solved
        {
            let added = (0..<all).map { column in
                let inside = flows.reduce(0.0) { $0 + $1[column] }
                let elsewhere = (outside ?? []).reduce(0.0) { $0 + $1[column] }
                return 1 - (inside + elsewhere + inputs[0][column] + inputs[1][column]) / output[column]
            }
            let imports = (0..<all).map { inputs[0][$0] / output[$0] }
            return Solved(
                flows: flows,
                output: output,
                rest: industries,
                values: [added, imports, jobs, [Double](repeating: 1, count: all)]
            )
        }
        let inNation = open(whole, nil, wholeInputs, nationOutput)
        let inRegion = open(here, there, hereInputs, regionOutput)
        let codes = ["value_added", "imports", "employment", "output"]
        return firms.indices.map { firm in
            var result: [String: Double] = [:]
            for (index, code) in codes.enumerated() {
                // The rest of the country's row is the nation's own, also in the region's system.
                let values = inNation.values[index]
                let regional = inRegion.multiplier(inRegion.values[index], firm)
                let rest = inNation.multiplier(values, firm) - inRegion.multiplier(values, firm)
                result[code + " region"] = regional
                result[code + " rest_of_country"] = rest
                result[code + " nation"] = regional + rest
            }
            result["imports abroad"] = inNation.multiplier(inNation.values[1], firm)
            return result
        }
    }

    /// A table with its firms taken out, by Gauss–Jordan elimination.
    struct Solved {
        let values: [[Double]]
        private let responses: [[Double]]
        private let rest: Int

        init(flows: [[Double]], output: [Double], rest: Int, values: [[Double]]) {
            let all = output.count
            var left = (0..<rest).map { row in
                (0..<all).map { column in
                    let coefficient = flows[row][column] / output[column]
                    return column < rest ? (row == column ? 1 : 0) - coefficient : coefficient
                }
            }
            for pivot in 0..<rest {
                let scale = 1 / left[pivot][pivot]
                for column in pivot..<all { left[pivot][column] *= scale }
                for row in 0..<rest where row != pivot {
                    let factor = left[row][pivot]
                    for column in pivot..<all { left[row][column] -= factor * left[pivot][column] }
                }
            }
            responses = (rest..<all).map { column in (0..<rest).map { left[$0][column] } }
            self.rest = rest
            self.values = values
        }

        func multiplier(_ values: [Double], _ firm: Int) -> Double {
            (0..<rest).reduce(values[rest + firm]) { $0 + values[$1] * responses[firm][$1] }
        }
    }
}
