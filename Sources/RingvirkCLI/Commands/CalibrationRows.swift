import Accounts
import FileFormats
import LinearAlgebra
import Regionalisation
import Reporting

/// What was learned: each parameter of each variant with its standard error.
struct CalibrationRows {
    private let fits: [PurchaseFit]
    private let folder: String

    /// The rows of `fits`, which were written to `folder`.
    init(_ fits: [PurchaseFit], writtenTo folder: String) {
        self.fits = fits
        self.folder = folder
    }

    /// `parameter,distances,value,standard_error`, rounded to nine decimals as the dataset is; a spread has no error.
    var csv: String {
        var writer = CSVWriter()
        writer.write(row: ["parameter", "distances", "value", "standard_error"])
        for row in rows {
            writer.write(row: [
                row.parameter.rawValue, row.hasDistances ? "yes" : "no",
                CSVNumber.text(Self.rounded(row.value)),
                row.error.map { CSVNumber.text(Self.rounded($0)) } ?? "",
            ])
        }
        return writer.text
    }

    /// The same, with where the dataset was written.
    var json: JSONValue {
        .object([
            .init("output", .string(folder)),
            .init(
                "rows",
                .array(
                    rows.map { row in
                        .object([
                            .init("parameter", .string(row.parameter.rawValue)),
                            .init("distances", .bool(row.hasDistances)),
                            .init("value", .number(Self.rounded(row.value))),
                            .init("standard_error", row.error.map { .number(Self.rounded($0)) } ?? .null),
                        ])
                    }
                )
            ),
        ])
    }

    /// The table for people.
    func table(_ language: Language) -> TextTable {
        let (words, number) = (Wording(language), NumberFormat(language))
        var table = TextTable(
            header: [
                words("Parameter", "Parameter"), words("Distances", "Avstander"), words("Value", "Verdi"),
                words("Standard error", "Standardfeil"),
            ],
            numeric: [false, false, true, true]
        )
        for row in rows {
            table.add([
                row.parameter.name(words), row.hasDistances ? words("yes", "ja") : words("no", "nei"),
                number.text(row.value, decimals: 3), row.error.map { number.text($0, decimals: 3) } ?? "",
            ])
        }
        return table
    }

    private enum Parameter: String {
        case intercept
        case slopeOnSupply = "slope_on_supply"
        case slopeOnSize = "slope_on_size"
        case spreadBetweenRegions = "spread_between_regions"

        func name(_ words: Wording) -> String {
            switch self {
            case .intercept: words("intercept", "konstantledd")
            case .slopeOnSupply: words("slope on supply", "helling på tilbud")
            case .slopeOnSize: words("slope on size", "helling på størrelse")
            case .spreadBetweenRegions: words("spread between regions", "spredning mellom regioner")
            }
        }
    }

    private struct Row {
        let parameter: Parameter
        let hasDistances: Bool
        let value: Double
        let error: Double?
    }

    private var rows: [Row] {
        fits.flatMap { fit in
            let slopes: [(Parameter, Double)] = [
                (.intercept, fit.model.intercept), (.slopeOnSupply, fit.model.supply),
                (.slopeOnSize, fit.model.size),
            ]
            let hasDistances = fit.decay != 0
            return slopes.enumerated().map { index, slope in
                Row(
                    parameter: slope.0,
                    hasDistances: hasDistances,
                    value: slope.1,
                    error: fit.covariance[index, index].squareRoot()
                )
            } + [
                Row(
                    parameter: .spreadBetweenRegions,
                    hasDistances: hasDistances,
                    value: fit.spread.region,
                    error: nil
                )
            ]
        }
    }

    /// What is beyond nine decimals differs from one processor to another.
    private static func rounded(_ value: Double) -> Double { (value * 1e9).rounded() / 1e9 }
}
