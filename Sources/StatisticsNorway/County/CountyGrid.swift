import Accounts
import FileFormats

/// The rows of table 11713 put in their places: every county, industry and year there should be, each once.
struct CountyGrid {
    /// The years, earliest first.
    let years: [Year]
    /// The nation as the table names it.
    let nation: Region
    /// The counties, in the order in which they first stand.
    let counties: [CountyAccounts.County]
    /// How many rows for mainland Norway were left out.
    let mainlandRows: Int

    private let cells: [Key: CountyRows.Row]

    /// A row's place.
    struct Key: Hashable, CustomStringConvertible {
        let region: String
        let industry: String
        let year: Int

        var description: String { "\(region) \(industry) \(year)" }
    }

    /// - Throws: `.faults` with those of the rows, and every row that stands twice or not at all, holds figures
    ///   of a county that does not exist, or prints a total that is not the sum of its industries.
    init(_ source: CountyRows) throws(FileFormatError) {
        var faults = source.faults
        var cells: [Key: CountyRows.Row] = [:]
        var order: [String] = []
        var names: [String: String] = [:]
        for row in source.rows {
            let region = row.region.text
            if names.updateValue(row.regionName, forKey: region) == nil { order.append(region) }
            let key = Key(region: region, industry: row.industry, year: row.year)
            if let earlier = cells[key] {
                let problem = Fault.Problem.duplicate(firstLine: earlier.region.place.line)
                faults.append(Fault(at: row.region.place, value: key.description, problem))
            } else {
                cells[key] = row
            }
        }
        let norway = Publisher.norway
        self.cells = cells
        years = Set(source.rows.map { Year($0.year) }).sorted()
        counties = order.filter { $0 != norway.code }
            .map { CountyLifetime.county(code: $0, printedName: names[$0] ?? $0) }
        nation = Region(
            code: norway.code,
            name: Name(english: norway.name.english, norwegian: names[norway.code] ?? norway.name.norwegian)
        )
        mainlandRows = cells.keys.filter { $0.industry == CountyIndustry.mainlandNorway }.count
        if faults.isEmpty { faults = missing(in: source.file) + strangers + brokenTotals }
        if !faults.isEmpty { throw .faults(faults) }
    }

    /// The figure and its place; `nil` where the row is not there.
    func figure(
        _ measure: RegionalAccounts.Measure,
        _ region: String,
        _ industry: String,
        _ year: Year
    ) -> CountyRows.Figure? {
        cells[Key(region: region, industry: industry, year: year.number)]?.figures[measure]
    }

    /// The nation and the counties that exist in `year`.
    func regions(in year: Year) -> [Region] {
        [nation] + counties.filter { $0.exists(in: year) }.map(\.region)
    }

    /// The years for which the table has rows of a county that does not exist then.
    func yearsOutsideLifetime(of county: CountyAccounts.County) -> [Year] {
        years.filter { year in
            !county.exists(in: year)
                && CountyIndustry.all.contains {
                    figure(.valueAdded, county.region.code, $0.industry.code, year) != nil
                }
        }
    }
}

extension CountyGrid {
    private func missing(in file: String) -> [Fault] {
        let file = Place(file: file)
        if years.isEmpty { return [Fault(at: file, .missing)] }
        var faults: [Fault] = []
        for year in years {
            for region in regions(in: year) {
                for row in CountyIndustry.all
                where figure(.valueAdded, region.code, row.industry.code, year) == nil {
                    let key = Key(region: region.code, industry: row.industry.code, year: year.number)
                    faults.append(Fault(at: file, value: key.description, .missing))
                }
            }
        }
        return faults
    }

    /// Figures other than zero in counties that do not exist in the year.
    private var strangers: [Fault] {
        var faults: [Fault] = []
        for county in counties {
            for year in yearsOutsideLifetime(of: county) {
                for row in CountyIndustry.all {
                    for entry in CountyRows.measures {
                        let figure = figure(entry.measure, county.region.code, row.industry.code, year)
                        guard let figure, let number = figure.number, number != 0 else { continue }
                        let problem = Fault.Problem.outside(lower: 0, upper: 0)
                        faults.append(Fault(at: figure.place, value: CSVNumber.text(number), problem))
                    }
                }
            }
        }
        return faults
    }

    /// Totals that are not the sum of their industries, where all of these are published.
    private var brokenTotals: [Fault] {
        years.flatMap { year in
            regions(in: year).flatMap { region in
                CountyIndustry.all.filter { !$0.covers.isEmpty }.flatMap { total in
                    CountyRows.measures.compactMap { brokenTotal(total, $0, region.code, year) }
                }
            }
        }
    }

    private func brokenTotal(
        _ total: CountyIndustry,
        _ measured: CountyRows.Measured,
        _ region: String,
        _ year: Year
    ) -> Fault? {
        // What the table prints as wages and employment in owner-occupied dwellings is no part of its totals.
        let isWages = measured.measure == .compensation || measured.measure == .employment
        let covered = total.covers.filter { !(isWages && $0 == CountyIndustry.ownDwellings) }
        let parts = covered.compactMap { figure(measured.measure, region, $0, year)?.number }
        guard parts.count == covered.count,
            let printed = figure(measured.measure, region, total.industry.code, year),
            let number = printed.number
        else { return nil }
        let sum = parts.reduce(0, +)
        let allowance = measured.halfDigit * Double(parts.count + 1)
        if abs(number - sum) <= allowance { return nil }
        let problem = Fault.Problem.outside(lower: sum - allowance, upper: sum + allowance)
        return Fault(at: printed.place, value: CSVNumber.text(number), problem)
    }
}
