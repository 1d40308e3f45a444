import Accounts
import FileFormats

/// Reads the `accounts.csv` of regional accounts: every year, region of that year and line once.
///
/// Cells are kept by position while reading; only the finished accounts are keyed by code.
struct AccountsFile {
    static let measures = RegionalAccounts.Measure.allCases
    static let columns = ["year", "region", "industry"] + measures.map(\.rawValue)

    /// The cells of one year, region after region (the nation first), line after line, measure after measure.
    struct YearCells {
        fileprivate(set) var observations: [Observation]
        fileprivate var lines: [Int]
    }

    private(set) var years: [Int: YearCells] = [:]
    let codes: [String]
    let lineCodes: [String]
    private let regions: [DatedRegion]
    private let regionPositions: [String: Int]
    private let linePositions: [String: Int]

    init(
        _ files: DatasetFiles,
        nation: Region,
        regions: [DatedRegion],
        lines: [PrintedLine],
        faults: inout GatheredFaults
    ) throws(FileFormatError) {
        self.regions = [DatedRegion(region: nation, first: nil, last: nil)] + regions
        codes = self.regions.map(\.region.code)
        lineCodes = lines.map(\.industry.code)
        regionPositions = Dictionary(zip(codes, 0...)) { first, _ in first }
        linePositions = Dictionary(zip(lineCodes, 0...)) { first, _ in first }
        let table = try faults.attempt { () throws(FileFormatError) in
            try files.table("accounts.csv", columns: AccountsFile.columns)
        }
        guard let table else { return }
        try read(table, files, faults: &faults)
        noteMissingCells(in: table.file, faults: &faults)
    }

    /// The observation of a measure, by the positions of region, line and measure.
    func position(region: Int, line: Int, measure: Int) -> Int {
        (region * lineCodes.count + line) * AccountsFile.measures.count + measure
    }

    private mutating func read(
        _ table: CSVTable,
        _ files: DatasetFiles,
        faults: inout GatheredFaults
    ) throws(FileFormatError) {
        var reader = CSVReader(table)
        let columns = Columns(&reader)
        // Rows of a year mostly stand together; its cells are put back when another year begins.
        var current: (year: Int, cells: YearCells)?
        for row in table.rows {
            let observations = columns.measures.map { observation($0, in: row, &reader) }
            guard let year = reader.integer(columns.year, in: row) else { continue }
            if current?.year != year {
                if let current { years[current.year] = current.cells }
                let met = years.removeValue(forKey: year)
                if met == nil { try files.refuseCells((years.count + 1) * cellsInYear, of: "accounts.csv") }
                current = (year, met ?? emptyYear)
            }
            guard let (region, line) = cell(in: row, of: year, columns, &reader) else { continue }
            let index = region * lineCodes.count + line
            if let first = current?.cells.lines[index], first > 0 {
                let place = reader.place(columns.industry, in: row)
                let name = name(year: year, region: region, line: line)
                faults.add(Fault(at: place, value: name, .duplicate(firstLine: first)))
                continue
            }
            current?.cells.lines[index] = row.line
            let start = index * AccountsFile.measures.count
            for (offset, observation) in observations.enumerated() {
                current?.cells.observations[start + offset] = observation
            }
        }
        if let current { years[current.year] = current.cells }
        try faults.take(from: reader)
    }

    /// The positions of the row's region and line; faults where either is not known or not of that year.
    private func cell(
        in row: CSVTable.Row,
        of year: Int,
        _ columns: Columns,
        _ reader: inout CSVReader
    ) -> (region: Int, line: Int)? {
        let region = reader.text(columns.region, in: row)
        let line = reader.text(columns.industry, in: row)
        guard let region, let line else { return nil }
        let regionPosition = regionPositions[region].flatMap { regions[$0].exists(in: year) ? $0 : nil }
        if regionPosition == nil {
            let known = regions.filter { $0.exists(in: year) }.map(\.region.code)
            reader.fault(columns.region, in: row, .notOneOf(known))
        }
        let linePosition = linePositions[line]
        if linePosition == nil { reader.fault(columns.industry, in: row, .notOneOf(lineCodes)) }
        guard let regionPosition, let linePosition else { return nil }
        return (regionPosition, linePosition)
    }

    private func observation(
        _ column: CSVReader.Column,
        in row: CSVTable.Row,
        _ reader: inout CSVReader
    ) -> Observation {
        switch reader.optionalText(column, in: row) {
        case ":": .suppressed
        case "..": .notAvailable
        case ".": .notApplicable
        default: reader.number(column, in: row).map { .value($0, .published) } ?? .notAvailable
        }
    }

    private func noteMissingCells(in file: String, faults: inout GatheredFaults) {
        for year in years.keys.sorted() {
            guard let cells = years[year] else { continue }
            for region in regions.indices where regions[region].exists(in: year) {
                for line in lineCodes.indices where cells.lines[region * lineCodes.count + line] == 0 {
                    let name = name(year: year, region: region, line: line)
                    faults.add(Fault(at: Place(file: file), value: name, .missing))
                }
            }
        }
    }

    private var cellsInYear: Int { codes.count * lineCodes.count * AccountsFile.measures.count }

    private var emptyYear: YearCells {
        YearCells(
            observations: Array(repeating: .notAvailable, count: cellsInYear),
            lines: Array(repeating: 0, count: codes.count * lineCodes.count)
        )
    }

    private func name(year: Int, region: Int, line: Int) -> String {
        "\(year), \(codes[region]), \(lineCodes[line])"
    }

    private struct Columns {
        let year: CSVReader.Column
        let region: CSVReader.Column
        let industry: CSVReader.Column
        let measures: [CSVReader.Column]

        init(_ reader: inout CSVReader) {
            year = reader.column("year")
            region = reader.column("region")
            industry = reader.column("industry")
            var measures: [CSVReader.Column] = []
            for measure in AccountsFile.measures { measures.append(reader.column(measure.rawValue)) }
            self.measures = measures
        }
    }
}
