public import Accounts
public import FileFormats
public import Regionalisation

/// Multipliers by method as rows and as a table.
///
/// Rows: `region,industry,measure,method,value,lower,upper`, per krone of final demand, unrounded.
public struct MethodRows: Sendable {
    /// One multiplier.
    public struct Row: Sendable {
        let industry: Industry
        let measure: Backtest.Measure
        let method: QuotientMethod
        let value: Double
        let interval: (lower: Double, upper: Double)?

        /// A multiplier, with its interval where there is one.
        public init(
            industry: Industry,
            measure: Backtest.Measure,
            method: QuotientMethod,
            value: Double,
            interval: (lower: Double, upper: Double)?
        ) {
            self.industry = industry
            self.measure = measure
            self.method = method
            self.value = value
            self.interval = interval
        }
    }

    /// The columns.
    public static let header = ["region", "industry", "measure", "method", "value", "lower", "upper"]

    private let region: Region
    private let rows: [Row]
    private let methods: [QuotientMethod]

    /// Rows of one region; `methods` in the order of a table's columns.
    public init(_ rows: [Row], region: Region, methods: [QuotientMethod]) {
        self.rows = rows
        self.region = region
        self.methods = methods
    }

    /// The rows as CSV.
    public var csv: String {
        var writer = CSVWriter()
        writer.write(row: Self.header)
        for row in rows {
            let interval = row.interval.map { [CSVNumber.text($0.lower), CSVNumber.text($0.upper)] }
            writer.write(
                row: [
                    region.code, row.industry.code, row.measure.rawValue, Self.code(row.method),
                    CSVNumber.text(row.value),
                ] + (interval ?? ["", ""])
            )
        }
        return writer.text
    }

    /// The rows as a JSON array of objects.
    public var json: JSONValue {
        .array(
            rows.map { row in
                .object(pairs: [
                    ("region", .string(region.code)), ("industry", .string(row.industry.code)),
                    ("measure", .string(row.measure.rawValue)), ("method", .string(Self.code(row.method))),
                    ("value", .number(row.value)),
                    ("lower", row.interval.map { .number($0.lower) } ?? .null),
                    ("upper", row.interval.map { .number($0.upper) } ?? .null),
                ])
            }
        )
    }

    /// One measure as a table: a line an industry, a column a method.
    public func table(_ measure: Backtest.Measure, language: Language) -> TextTable {
        let words = Wording(language)
        let number = NumberFormat(language)
        var table = TextTable(
            header: [words("Industry", "Næring"), ""] + methods.map(Self.code)
                + [words("90 % interval", "90 %-intervall")],
            numeric: [false, false] + methods.map { _ in true } + [true]
        )
        var industries: [Industry] = []
        for row in rows where row.measure == measure && industries.last != row.industry {
            industries.append(row.industry)
        }
        for industry in industries {
            let found = rows.filter { $0.industry == industry && $0.measure == measure }
            let values = methods.map { method in
                found.first { $0.method == method }.map { number.text($0.value, decimals: 3) } ?? ""
            }
            let interval = found.compactMap(\.interval).first.map {
                number.text($0.lower, decimals: 2) + "–" + number.text($0.upper, decimals: 2)
            }
            table.add([industry.code, industry.name.text(in: language)] + values + [interval ?? ""])
        }
        return table
    }

    private static func code(_ method: QuotientMethod) -> String {
        BacktestMethod(method == .calibrated ? .calibrated(distance: false) : .quotient(method)).code
    }
}
