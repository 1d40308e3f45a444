public import Accounts
import FileFormats

/// Statistics Norway's national accounts by industry (table 09170, A88), as a CSV with a line for each industry and year and
/// the columns that Statbank's English headings become in lower case: `name`, `year`, `output_at_basic_values_current_prices_nok_million`, …
///
/// What is taken of it is growth from one year to another, on the axis of an input-output table.
public struct ProductionAccountsFile: Sendable {
    /// A measure of the file; raw values are its columns.
    public enum Measure: String, Sendable, CaseIterable {
        /// Output, basic values.
        case output = "output_at_basic_values_current_prices_nok_million"
        /// Gross value added, basic prices.
        case valueAdded = "value_added_at_basic_prices_current_prices_nok_million"
        /// Compensation of employees.
        case compensation = "compensation_of_employees_current_prices_nok_million"
    }

    private let path: String
    private let provenance: Provenance
    private let amounts: [Cell: Double]
    private let years: [Int]

    private struct Cell: Hashable {
        let measure: Measure
        let line: String
        let year: Int
    }

    /// Reads the file.
    ///
    /// - Throws: `.file` with every fault: a missing column, an industry that is not the table's or has no line, a line that
    ///   stands twice, a text where a number should stand. `NA` is no figure, and refused only where one is needed.
    public init(contentsOf path: String) throws(StatisticsNorwayError) {
        do {
            let bytes = try InputFile.bytes(at: path)
            let table = try CSVTable(contentsOf: path)
            var reader = CSVReader(table)
            let (name, year) = (reader.column("name"), reader.column("year"))
            let measures = Measure.allCases.map { ($0, reader.column($0.rawValue)) }
            var amounts: [Cell: Double] = [:]
            var firstLines: [Cell: Int] = [:]
            for row in table.rows {
                let line = reader.choice(name, in: row, of: ProductionLines.names)
                let number = reader.integer(year, in: row)
                guard let line, let number else { continue }
                let key = Cell(measure: .output, line: line, year: number)
                if let first = firstLines[key] { reader.fault(name, in: row, .duplicate(firstLine: first)) }
                firstLines[key] = row.line
                for (measure, column) in measures where reader.text(column, in: row) != "NA" {
                    amounts[Cell(measure: measure, line: line, year: number)] = reader.number(column, in: row)
                }
            }
            try reader.finish()
            self.path = path
            self.amounts = amounts
            years = Set(amounts.keys.map(\.year)).sorted()
            provenance = Publisher.provenance(
                table: "09170",
                vintage: nil,
                files: [(path: path, bytes: bytes)]
            )
        } catch {
            throw .file(error)
        }
    }

    /// Growth from one year to another of every industry of a table; industries that the file has as one grow alike.
    ///
    /// What is nothing in both years has the factor 1.
    ///
    /// - Throws: `.accounts` for a year the file has no figures of, an industry it has no line for, and one that was nothing
    ///   in the first year only.
    public func growth(
        from: Year,
        to: Year,
        of industries: Axis<Industry>
    ) throws(StatisticsNorwayError) -> ProductionGrowth {
        do throws(AccountsError) {
            for year in [from, to] where !years.contains(year.number) {
                throw .noSuchYear(year, known: years.map { Year($0) })
            }
            func factors(_ measure: Measure) throws(AccountsError) -> LabelledVector<Industry> {
                var values: [Double] = []
                for industry in industries.labels {
                    let lines = ProductionLines.lines(of: industry.code)
                    let before = try sum(measure, lines, from, industry)
                    let after = try sum(measure, lines, to, industry)
                    guard before != 0 || after == 0 else {
                        throw .notPublished(
                            region: from.description,
                            industry: industry.code,
                            measure: measure.rawValue
                        )
                    }
                    values.append(before == 0 ? 1 : after / before)
                }
                return LabelledVector(industries, values)
            }
            return try ProductionGrowth(
                from: from,
                to: to,
                output: try factors(.output),
                valueAdded: try factors(.valueAdded),
                compensation: try factors(.compensation),
                provenance: provenance,
                rules: []
            )
        } catch {
            throw .accounts(error, files: [path])
        }
    }

    private func sum(
        _ measure: Measure,
        _ lines: [String]?,
        _ year: Year,
        _ industry: Industry
    ) throws(AccountsError) -> Double {
        guard let lines else {
            throw .unknownLabel(code: industry.code, known: ProductionLines.codes)
        }
        var sum = 0.0
        for line in lines {
            guard let amount = amounts[Cell(measure: measure, line: line, year: year.number)] else {
                throw .notPublished(region: year.description, industry: line, measure: measure.rawValue)
            }
            sum += amount
        }
        return sum
    }
}
