public import Accounts
public import FileFormats
public import Regionalisation

/// A back-test as rows: one a region, method and measure.
///
/// `region,method,measure,mean_absolute_error,bias,worst_industry,worst_error,coverage`: shares of one, unrounded.
/// `coverage`, the part of output whose 90 % interval holds the official multiplier, stands for calibrated methods only.
public struct BacktestRows: Sendable {
    /// The columns.
    public static let header = [
        "region", "method", "measure", "mean_absolute_error", "bias", "worst_industry", "worst_error",
        "coverage",
    ]

    private let backtest: Backtest

    /// The rows of `backtest`.
    public init(_ backtest: Backtest) {
        self.backtest = backtest
    }

    /// The rows as CSV.
    public var csv: String {
        var writer = CSVWriter()
        writer.write(row: Self.header)
        for score in backtest.scores {
            writer.write(row: [
                score.region.code, score.method.code, score.measure.rawValue,
                Self.text(score.meanAbsoluteError), Self.text(score.bias), score.worst.code,
                Self.text(score.worstError), score.coverage.map(Self.text) ?? "",
            ])
        }
        return writer.text
    }

    /// What the back-test stands on, the means over regions and the rows.
    public func json(title: Name, sources: [Provenance]) -> JSONValue {
        .object(pairs: [
            ("tables", .string(title.english)),
            ("sources", .array(sources.map { .string($0.attribution) })),
            ("calibration", .string(backtest.knowledge.rawValue)),
            ("best_parameters", .object(backtest.methods.compactMap(best))),
            ("means", .array(backtest.methods.map(mean))),
            ("rows", .array(backtest.scores.map(row))),
        ])
    }

    private func best(_ method: BacktestMethod) -> JSONValue.Member? {
        backtest.best[method].map { best in
            JSONValue.Member(
                method.code,
                .object(best.parameters.map { JSONValue.Member($0.name, .number($0.value)) })
            )
        }
    }

    private func mean(_ method: BacktestMethod) -> JSONValue {
        var members: [JSONValue.Member] = [.init("method", .string(method.code))]
        for measure in Backtest.Measure.allCases {
            let error = backtest.meanAbsoluteError(method, measure)
            members.append(.init(measure.rawValue, .number(Self.rounded(error))))
        }
        return .object(members)
    }

    private func row(_ score: Backtest.Score) -> JSONValue {
        .object(pairs: [
            ("region", .string(score.region.code)), ("method", .string(score.method.code)),
            ("measure", .string(score.measure.rawValue)),
            ("mean_absolute_error", .number(Self.rounded(score.meanAbsoluteError))),
            ("bias", .number(Self.rounded(score.bias))),
            ("worst_industry", .string(score.worst.code)),
            ("worst_error", .number(Self.rounded(score.worstError))),
            ("coverage", score.coverage.map { .number(Self.rounded($0)) } ?? .null),
        ])
    }

    /// Twelve decimals: beyond that, kinds of processors differ.
    private static func rounded(_ value: Double) -> Double { (value * 1e12).rounded() / 1e12 }

    private static func text(_ value: Double) -> String { CSVNumber.text(rounded(value)) }
}
