import Accounts
import LinearAlgebra

/// One region's official multipliers, ready to be compared with.
struct Official {
    let region: Region
    private let output: LabelledVector<Industry>
    private let rows: [Backtest.Measure: LabelledVector<Industry>]
    private let effects: [Backtest.Measure: LabelledVector<Industry>]

    init(_ table: RegionalTableSet.Table, in set: RegionalTableSet) throws(RegionalisationError) {
        let multipliers = try RegionalMultipliers(of: set.officialCoefficients(table))
        var rows: [Backtest.Measure: LabelledVector<Industry>] = [:]
        var effects: [Backtest.Measure: LabelledVector<Industry>] = [:]
        for measure in Backtest.Measure.allCases {
            let row =
                switch measure {
                case .output: LabelledVector(set.industries) { _ in 1 }
                case .valueAdded: set.perOutput(set.valueAdded, table.region)
                case .compensation: set.perOutput(set.compensation, table.region)
                }
            rows[measure] = row
            effects[measure] = try multipliers.effects(of: row)
        }
        region = table.region
        output = set.output.row(table.region)
        self.rows = rows
        self.effects = effects
    }

    /// How far a guess is off. Industries without output, and those whose official multiplier is zero, have no part in it.
    func score(
        _ guess: Guess,
        _ measure: Backtest.Measure
    ) throws(RegionalisationError) -> Backtest.Score {
        guard let row = rows[measure], let truth = effects[measure], let first = output.axis.labels.first
        else {
            throw .emptyRegion(region: region.code, measure: measure.rawValue)
        }
        let interval = try guess.intervals(of: row)
        let guessed: LabelledVector<Industry>
        if let interval {
            guessed = interval.values
        } else {
            guessed = try guess.multipliers.effects(of: row)
        }
        var (absolute, signed, weight, covered) = (0.0, 0.0, 0.0, 0.0)
        var worst = (industry: first, error: 0.0)
        for industry in output.axis.labels where output[industry] > 0 && truth[industry] != 0 {
            let error = guessed[industry] / truth[industry] - 1
            absolute += output[industry] * abs(error)
            signed += output[industry] * error
            weight += output[industry]
            if abs(error) > abs(worst.error) { worst = (industry, error) }
            if let interval, interval.lower[industry] - 1e-9 <= truth[industry],
                truth[industry] <= interval.upper[industry] + 1e-9
            {
                covered += output[industry]
            }
        }
        guard weight > 0 else { throw .emptyRegion(region: region.code, measure: measure.rawValue) }
        return Backtest.Score(
            region: region,
            method: guess.method,
            measure: measure,
            meanAbsoluteError: absolute / weight,
            bias: signed / weight,
            worst: worst.industry,
            worstError: worst.error,
            coverage: interval.map { _ in covered / weight }
        )
    }
}

/// One method's guess at one region.
struct Guess {
    let method: BacktestMethod
    let multipliers: RegionalMultipliers
    private let calibrated: Calibrated?

    /// What an interval is made from.
    private struct Calibrated {
        let fit: PurchaseFit
        let shares: LabelledVector<Industry>
        let covariance: Matrix
    }

    init(
        _ method: BacktestMethod,
        best: QuotientMethod?,
        _ region: Region,
        in set: RegionalTableSet,
        _ fits: [PurchaseFit]
    ) throws(RegionalisationError) {
        let coefficients = try set.coefficients(of: region, method.technology)
        let quotient: QuotientMethod
        switch method.shares {
        case .quotient(let chosen) where chosen.balancesProducts:
            self.method = method
            multipliers = try RegionalMultipliers(
                of: set.totalUse(without: region).coefficients(of: region, in: set, by: chosen, coefficients)
            )
            calibrated = nil
            return
        case .quotient(let chosen): quotient = chosen
        case .bestFLQ, .bestAFLQ, .bestTwoDimensional: quotient = best ?? .slq
        case .calibrated(let distance):
            guard let fit = fits.first(where: { ($0.decay != 0) == distance }) else {
                throw .noPositions(region: nil)
            }
            let pull = try SupplyPull(
                of: region,
                outputs: set.output,
                positions: set.positions,
                decay: fit.decay
            )
            let shares = try fit.shares(pull, without: region.code)
            self.method = method
            multipliers = try RegionalMultipliers(
                of: coefficients.map { seller, _, value in value * shares[seller] }
            )
            calibrated = Calibrated(
                fit: fit,
                shares: shares,
                covariance: fit.predictorCovariance(pull)
            )
            return
        }
        let shares = try LocationQuotients(
            quotient,
            region: set.output.row(region),
            nation: set.output.columnSums,
            measure: .output,
            regionCode: region.code
        ).capped
        self.method = method
        multipliers = try RegionalMultipliers(
            of: coefficients.map { seller, buyer, value in value * shares[seller, buyer] }
        )
        calibrated = nil
    }

    /// The 90 % intervals of a calibrated guess.
    func intervals(of row: LabelledVector<Industry>) throws(RegionalisationError) -> LabelledIntervals? {
        guard let calibrated else { return nil }
        return try multipliers.intervals(
            of: row,
            shares: calibrated.shares,
            covariance: calibrated.covariance,
            technologySpread: calibrated.fit.spread.technology[method.technology] ?? 0,
            quantile: StudentQuantile.ninetyPercent(
                degreesOfFreedom: calibrated.fit.leftOut.count - 1
            )
        )
    }
}
