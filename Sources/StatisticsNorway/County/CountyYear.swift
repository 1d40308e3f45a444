import Accounts
import FileFormats

/// One year of table 11713: each field as a number, or as the reason there is none.
struct CountyYear {
    typealias Cells = [RegionalAccounts.Measure: [RegionalAccounts.Cell: Observation]]

    /// Industries, the total and the subtotal.
    private(set) var cells: Cells = [:]
    /// The details.
    private(set) var details: Cells = [:]
    private var withoutWages: [String] = []
    private var suppressed: [String] = []

    /// What was done to the fields; rules that touched nothing are left out.
    var rules: [AppliedRule] {
        [
            AppliedRule("owner-occupied-dwellings-have-no-wages", touched: withoutWages),
            AppliedRule("blank-is-suppressed", touched: suppressed),
        ].filter { !$0.touched.isEmpty }
    }

    init(_ grid: CountyGrid, year: Year) {
        for region in grid.regions(in: year) {
            for row in CountyIndustry.all {
                add(row, of: region.code) { grid.figure($0, region.code, row.industry.code, year)?.number }
            }
        }
    }

    private mutating func add(
        _ row: CountyIndustry,
        of region: String,
        _ figure: (RegionalAccounts.Measure) -> Double?
    ) {
        let code = row.industry.code
        let cell = RegionalAccounts.Cell(region: region, industry: code)
        var blank: [RegionalAccounts.Measure] = []
        for entry in CountyRows.measures {
            let number = figure(entry.measure)
            let observation: Observation
            if code == CountyIndustry.ownDwellings, hasNoWages(entry.measure, number, figure(.valueAdded)) {
                // Nobody works there: the grid has found that printed totals are the sum of the other industries.
                observation = .notApplicable
                let printed = number.map(CSVNumber.text) ?? "blank"
                if number != 0 {
                    withoutWages.append("\(region) \(code) \(entry.measure.rawValue): \(printed)")
                }
            } else if let number {
                observation = .value(number, .published)
            } else {
                observation = .suppressed
                blank.append(entry.measure)
            }
            if row.role == .detail {
                details[entry.measure, default: [:]][cell] = observation
            } else {
                cells[entry.measure, default: [:]][cell] = observation
            }
        }
        if blank.count == CountyRows.measures.count {
            suppressed.append("\(region) \(code)")
        } else {
            suppressed += blank.map { "\(region) \(code) \($0.rawValue)" }
        }
    }

    /// Whether `number` is what the table should not print for owner-occupied dwellings: any employment (the nation
    /// has 100 persons in 2019, no county any), and for compensation nothing at all, or value added over again.
    private func hasNoWages(
        _ measure: RegionalAccounts.Measure,
        _ number: Double?,
        _ valueAdded: Double?
    ) -> Bool {
        switch measure {
        case .employment: true
        case .compensation: number == nil || (number == valueAdded && number != 0)
        case .valueAdded, .investment: false
        }
    }
}
