import Accounts
import FileFormats

/// The rows of the questionnaire, each there once and adding up to its totals.
struct AirEmissionRows {
    /// The years, earliest first.
    let years: [Year]
    private let figures: [Key: Figure]
    private let labels: [String: String]

    private struct Key: Hashable {
        let gas: String
        let row: String
        let year: Int
    }

    private struct Figure {
        let value: Double
        let place: Place
    }

    /// How far a total may be from the sum of its rows, in the printed unit: rows are printed with seven
    /// decimals, and the sum of 64 of them is off by 1.7e-5 at most.
    private static let sumTolerance = 1e-4

    private static let industries =
        AirEmissionCodes.rows.values.sorted() + [AirEmissionCodes.realEstate, AirEmissionCodes.ownDwellings]
    private static let needed =
        industries + [AirEmissionCodes.allIndustries, AirEmissionCodes.households, AirEmissionCodes.total]

    /// - Throws: `.faults`, see `AirEmissionAccounts.init(contentsOf:)`.
    init(_ table: CSVTable) throws(FileFormatError) {
        try table.requireColumns(["gas", "code", "label", "year", "value"])
        var reader = CSVReader(table)
        let columns = (
            gas: reader.column("gas"), code: reader.column("code"), label: reader.column("label"),
            year: reader.column("year"), value: reader.column("value")
        )
        let gases = AirEmissionCodes.gases.map(\.name)
        let known = Set(Self.needed).union(AirEmissionCodes.aggregates)
        var figures: [Key: Figure] = [:]
        var labels: [String: String] = [:]
        for row in table.rows {
            let gas = reader.choice(columns.gas, in: row, of: gases)
            let year = reader.integer(columns.year, in: row)
            guard let code = reader.text(columns.code, in: row) else { continue }
            if let label = reader.optionalText(columns.label, in: row) {
                // Rows without a label bridge to the territorial inventory; they are no industries.
                if !known.contains(code) {
                    reader.fault(columns.code, in: row, .unknownKey(known: known.sorted()))
                }
                labels[code] = label
            }
            guard Self.needed.contains(code) else { continue }
            let value = reader.number(columns.value, in: row)
            if let value, value < 0 { reader.fault(columns.value, in: row, .negative) }
            guard let gas, let year, let value else { continue }
            let key = Key(gas: gas, row: code, year: year)
            if let earlier = figures[key] {
                reader.fault(columns.code, in: row, .duplicate(firstLine: earlier.place.line))
            }
            figures[key] = Figure(value: value, place: reader.place(columns.value, in: row))
        }
        try reader.finish()
        self.figures = figures
        self.labels = labels
        years = Set(figures.keys.map { Year($0.year) }).sorted()
        let missing = missing(in: table.file)
        if !missing.isEmpty { throw .faults(missing) }
        let broken = brokenTotals
        if !broken.isEmpty { throw .faults(broken) }
    }

    /// The printed figure. Precondition: the gas, the row and the year are the questionnaire's.
    func value(_ gas: String, _ row: String, _ year: Year) -> Double {
        guard let figure = figures[Key(gas: gas, row: row, year: year.number)] else {
            preconditionFailure("\(gas) \(row) \(year) is not in the questionnaire")
        }
        return figure.value
    }

    /// The printed name of a row.
    func label(_ row: String) -> String { labels[row] ?? row }

    private func missing(in file: String) -> [Fault] {
        let place = Place(file: file)
        if years.isEmpty { return [Fault(at: place, .missing)] }
        return years.flatMap { year in
            AirEmissionCodes.gases.flatMap { gas in
                Self.needed.filter { figures[Key(gas: gas.name, row: $0, year: year.number)] == nil }
                    .map { Fault(at: place, value: "\(gas.name) \($0) \(year)", .missing) }
            }
        }
    }

    private var brokenTotals: [Fault] {
        let leaves = Self.industries.filter { $0 != AirEmissionCodes.ownDwellings }
        return years.flatMap { year in
            AirEmissionCodes.gases.flatMap { gas in
                [
                    broken(AirEmissionCodes.allIndustries, gas.name, year, parts: leaves),
                    broken(
                        AirEmissionCodes.total,
                        gas.name,
                        year,
                        parts: [AirEmissionCodes.allIndustries, AirEmissionCodes.households]
                    ),
                ].compactMap(\.self)
            }
        }
    }

    private func broken(_ total: String, _ gas: String, _ year: Year, parts: [String]) -> Fault? {
        guard let printed = figures[Key(gas: gas, row: total, year: year.number)] else { return nil }
        let sum = parts.reduce(0) { $0 + value(gas, $1, year) }
        let tolerance = Self.sumTolerance
        if abs(printed.value - sum) <= tolerance { return nil }
        return Fault(
            at: printed.place,
            value: CSVNumber.text(printed.value),
            .outside(lower: sum - tolerance, upper: sum + tolerance)
        )
    }
}
