public import Accounts
import LinearAlgebra

/// Every method's regional tables compared with official ones, region by region.
///
/// For each industry j of a region with output x_j, a method's Type I multiplier m̂_j is compared with the official
/// table's m_j:
///
///     mean absolute error = Σ_j (x_j / x) |m̂_j / m_j − 1|        bias = Σ_j (x_j / x) (m̂_j / m_j − 1)
///
/// Means over regions are unweighted. Value added and compensation per krone of output are the region's own in both, so
/// that only coefficients tell the methods apart.
public struct Backtest: Sendable {
    /// The tables.
    public let set: RegionalTableSet
    /// The methods, in the order compared.
    public let methods: [BacktestMethod]
    /// What the calibrated model knew of these regions.
    public let knowledge: Knowledge
    /// The quotient, parameters included, that the methods called `best` came to, by method: δ in steps of 0.01 up to
    /// 0.5; α in steps of 0.1 and β in steps of 0.02 up to 0.5, and around the best of those in steps of 0.02 and 0.01.
    public let best: [BacktestMethod: QuotientMethod]
    /// The scores: region by region, within it method by method, within that measure by measure.
    public let scores: [Score]

    /// What is multiplied.
    public enum Measure: String, Sendable, CaseIterable {
        /// Output: every row is 1.
        case output
        /// Gross value added.
        case valueAdded = "value_added"
        /// Compensation of employees: income.
        case compensation
    }

    /// What the calibrated model knew of the regions it is judged by.
    public enum Knowledge: String, Sendable, CaseIterable {
        /// None of them: they are new to it.
        case unseen
        /// These are the tables it was learned from: for each region, it was learned anew from all others.
        case leftOutAnew = "left_out_anew"
        /// Some of them: for those, the stored parameters learned without that region were taken.
        case leftOutStored = "left_out_stored"
    }

    /// How one method did in one region by one measure.
    public struct Score: Sendable {
        /// The region.
        public let region: Region
        /// The method.
        public let method: BacktestMethod
        /// The measure.
        public let measure: Measure
        /// Σ (x_j/x) |m̂_j/m_j − 1|.
        public let meanAbsoluteError: Double
        /// Σ (x_j/x) (m̂_j/m_j − 1).
        public let bias: Double
        /// The industry furthest off, of all with output.
        public let worst: Industry
        /// m̂/m − 1 of that industry.
        public let worstError: Double
        /// The part of output whose 90 % interval holds the official multiplier; calibrated methods only.
        public let coverage: Double?
    }

    /// Compares.
    ///
    /// - Parameters:
    ///   - fits: the calibrated models, without distances and, if the set has positions, with them.
    ///   - knowledge: what they know of these regions.
    ///   - progress: told each region's code before it is worked on.
    /// - Throws: as the methods; `.accounts(.lacks)` for a set without tables.
    /// - Complexity: O(regions × methods × industries³).
    public init(
        of set: RegionalTableSet,
        fits: [PurchaseFit],
        knowledge: Knowledge,
        progress: (String) -> Void = { _ in }
    ) throws(RegionalisationError) {
        let hasDistance = set.positions != nil && fits.contains { $0.decay != 0 }
        let methods = BacktestMethod.all(
            hasPositions: hasDistance,
            hasTotalUse: set.hasTotalUse
        ).filter { method in
            guard case .calibrated(let distance) = method.shares else { return true }
            return fits.contains { ($0.decay != 0) == distance }
        }
        let official = try set.tables.map { table throws(RegionalisationError) in
            try Official(table, in: set)
        }
        var best: [BacktestMethod: QuotientMethod] = [:]
        for method in methods { best[method] = try Self.bestQuotient(method, set, official) }
        var scores: [Score] = []
        for region in official {
            progress(region.region.code)
            let known = try Self.known(fits, knowledge, of: region.region, in: set)
            for method in methods {
                let guess = try Guess(method, best: best[method], region.region, in: set, known)
                for measure in Measure.allCases { scores.append(try region.score(guess, measure)) }
            }
        }
        self.set = set
        self.methods = methods
        self.knowledge = knowledge
        self.best = best
        self.scores = scores
    }

    /// The scores of a method by a measure, region by region.
    public func scores(_ method: BacktestMethod, _ measure: Measure) -> [Score] {
        scores.filter { $0.method == method && $0.measure == measure }
    }

    /// The unweighted mean over regions of the mean absolute error.
    public func meanAbsoluteError(_ method: BacktestMethod, _ measure: Measure) -> Double {
        let found = scores(method, measure)
        return found.reduce(0) { $0 + $1.meanAbsoluteError } / Double(max(found.count, 1))
    }

    /// The fits one region may be judged by.
    private static func known(
        _ fits: [PurchaseFit],
        _ knowledge: Knowledge,
        of region: Region,
        in set: RegionalTableSet
    ) throws(RegionalisationError) -> [PurchaseFit] {
        guard knowledge == .leftOutAnew else { return fits }
        var anew: [PurchaseFit] = []
        for fit in fits where set.positions != nil || fit.decay == 0 {
            anew.append(
                try PurchaseCalibration(of: set, decay: fit.decay, without: [region.code]).fit()
            )
        }
        return anew
    }
}
