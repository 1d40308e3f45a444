import Accounts
import Actors
import FileFormats
import Leontief

/// What firms' books change, as files: unrounded, one observation a row.
///
/// From the files alone a multiplier can be taken apart: `firms.csv` has it both ways, `firm_differences.csv` splits the
/// difference over the cells of the tables, `firm_accounts.csv` has the firm's cells with their sources, `firm_cells.csv` the
/// parties and lines behind each, and the augmented tables all cells.
public struct FirmRows: Sendable {
    let results: FirmResults

    /// The rows of `results`.
    public init(_ results: FirmResults) {
        self.results = results
    }

    /// The files by name.
    public var files: [(name: String, text: String)] {
        var files = [
            ("firms.csv", comparison), ("firm_differences.csv", differences),
            ("firm_accounts.csv", accounts), ("firm_cells.csv", cells), ("firm_rules.csv", rules),
            ("firm_repairs.csv", repairs), ("firm_agreements.csv", agreements), ("firm_quality.csv", quality),
        ]
        if let region = results.tables.region { files.append(("augmented_region.csv", Self.table(region))) }
        files.append(("augmented_nation.csv", Self.table(results.tables.nation)))
        return files.map { (name: $0.0, text: $0.1) }
    }

    /// The names of all files there can be.
    public static let names = [
        "firms.csv", "firm_differences.csv", "firm_accounts.csv", "firm_cells.csv", "firm_rules.csv",
        "firm_repairs.csv", "firm_agreements.csv", "firm_quality.csv", "augmented_region.csv",
        "augmented_nation.csv",
    ]

    /// Each multiplier from statistics alone and with the books, per MNOK of output, with 90 % intervals.
    public var comparison: String {
        var writer = CSVWriter()
        writer.write(row: [
            "firm", "measure", "unit", "scope", "statistics", "statistics_low", "statistics_high", "books",
            "books_low", "books_high", "difference",
        ])
        for row in results.comparison.rows {
            for column in results.comparison.columns {
                guard let cell = row.cells[column] else { continue }
                let unit = column.measure.unit.symbol
                let numbers = [
                    cell.statistics.value, cell.statistics.lower, cell.statistics.upper, cell.books.value,
                    cell.books.lower, cell.books.upper, cell.difference,
                ]
                writer.write(
                    row: [row.actor.code, column.measure.code, unit, column.scope.rawValue]
                        + numbers.map(CSVNumber.text)
                )
            }
        }
        return writer.text
    }

    /// The differences in value added, cell by cell: the contributions of a firm and scope add up to its difference.
    public var differences: String {
        var writer = CSVWriter()
        writer.write(row: [
            "firm", "measure", "scope", "rank", "row", "column", "statistics", "books", "contribution",
            "source",
        ])
        for row in results.comparison.rows {
            for column in results.comparison.columns {
                for (rank, term) in (row.cells[column]?.terms ?? []).enumerated() {
                    writer.write(row: [
                        row.actor.code, column.measure.code, column.scope.rawValue, "\(rank + 1)",
                        term.row.code, term.column.code, CSVNumber.text(term.coefficients.base),
                        CSVNumber.text(term.coefficients.value), CSVNumber.text(term.contribution),
                        term.source?.rawValue ?? "",
                    ])
                }
            }
        }
        return writer.text
    }

    /// An augmented table: every cell that is not zero, with its source.
    static func table(_ table: AugmentedTable) -> String {
        var writer = CSVWriter()
        writer.write(row: ["row", "column", "mnok", "source"])
        let sectors = table.sectors.labels
        for (row, seller) in sectors.enumerated() {
            for (column, buyer) in sectors.enumerated() {
                write(table.flowSources[row][column], seller.code, buyer.code, &writer)
            }
            writer.write(row: [seller.code, "final_demand", CSVNumber.text(table.finalDemand[seller]), ""])
            writer.write(row: [seller.code, "output", CSVNumber.text(table.output[seller]), ""])
        }
        for (row, input) in table.inputs.rows.labels.enumerated() {
            for (column, buyer) in sectors.enumerated() {
                write(table.inputSources[row][column], input.code, buyer.code, &writer)
            }
        }
        return writer.text
    }

    private static func write(
        _ figure: Figure,
        _ row: String,
        _ column: String,
        _ writer: inout CSVWriter
    ) {
        guard figure.amount != 0 else { return }
        writer.write(row: [row, column, CSVNumber.text(figure.amount), figure.source.rawValue])
    }
}

extension Decomposition.Row {
    /// The code of the table's row; `value` for the value itself.
    var code: String {
        switch self {
        case .seller(let sector): sector.code
        case .input(let input): input.code
        case .value: "value"
        }
    }
}
