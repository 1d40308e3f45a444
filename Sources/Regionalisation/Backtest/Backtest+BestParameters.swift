import Accounts

extension Backtest {
    /// The quotient of `method`'s kind with the least mean error of output multipliers on these tables; `nil` for a method
    /// that has its parameters.
    ///
    /// - Complexity: O(parameters tried × regions × industries³); 51 for FLQ and AFLQ, at most 331 for 2D-LQ.
    static func bestQuotient(
        _ method: BacktestMethod,
        _ set: RegionalTableSet,
        _ official: [Official]
    ) throws(RegionalisationError) -> QuotientMethod? {
        var search = Search(method: method, set: set, official: official)
        switch method.shares {
        case .bestFLQ:
            for delta in hundredths(stride(from: 0, through: 50, by: 1)) {
                try search.attempt(.flq(delta: delta))
            }
        case .bestAFLQ:
            for delta in hundredths(stride(from: 0, through: 50, by: 1)) {
                try search.attempt(.aflq(delta: delta))
            }
        case .bestTwoDimensional:
            // β moves multipliers several times as much as α.
            try search.attempt(
                alphas: Array(stride(from: 0, through: 100, by: 10)),
                betas: Array(stride(from: 0, through: 50, by: 2))
            )
            if case .twoDimensional(let alpha, let beta)? = search.found {
                try search.attempt(
                    alphas: around(alpha, reach: 8, step: 2),
                    betas: around(beta, reach: 2, step: 1)
                )
            }
        case .quotient, .calibrated: return nil
        }
        return search.found
    }

    private static func hundredths(_ numbers: some Sequence<Int>) -> [Double] {
        numbers.map { Double($0) / 100 }
    }

    /// Hundredths from 0 to 100, at most `reach` from `value`.
    private static func around(_ value: Double, reach: Int, step: Int) -> [Int] {
        let middle = Int((value * 100).rounded())
        return stride(from: middle - reach, through: middle + reach, by: step).filter {
            (0...100).contains($0)
        }
    }

    /// The best quotient so far.
    private struct Search {
        let method: BacktestMethod
        let set: RegionalTableSet
        let official: [Official]
        private(set) var found: QuotientMethod?
        private var least = Double.infinity

        init(method: BacktestMethod, set: RegionalTableSet, official: [Official]) {
            self.method = method
            self.set = set
            self.official = official
        }

        mutating func attempt(_ quotient: QuotientMethod) throws(RegionalisationError) {
            var error = 0.0
            for region in official {
                let guess = try Guess(method, best: quotient, region.region, in: set, [])
                error += try region.score(guess, .output).meanAbsoluteError
            }
            if error < least { (found, least) = (quotient, error) }
        }

        /// All pairs, in hundredths.
        mutating func attempt(alphas: [Int], betas: [Int]) throws(RegionalisationError) {
            for alpha in alphas {
                for beta in betas {
                    try attempt(.twoDimensional(alpha: Double(alpha) / 100, beta: Double(beta) / 100))
                }
            }
        }
    }
}
