import Accounts
import FileFormats
import LinearAlgebra

/// Reads the `accounts.csv` beside regional tables: every region and industry once, numbers only.
struct RegionalSizesFile {
    /// The figures of a line.
    enum Measure: String, CaseIterable {
        case output
        case valueAdded = "value_added"
        case compensation
    }

    static let columns = ["region", "industry"] + Measure.allCases.map(\.rawValue)

    private let regions: [String]
    private let industries: [String]
    private var values: [Measure: [Double]]
    private(set) var lines: [Int]
    let file: String

    init(
        _ files: DatasetFiles,
        regions: [TabledRegion],
        industries: [String],
        faults: inout GatheredFaults
    ) throws(FileFormatError) {
        self.regions = regions.map(\.region.code)
        self.industries = industries
        file = files.path(of: "accounts.csv")
        let cells = regions.count * industries.count
        try files.refuseCells(cells, of: "accounts.csv")
        lines = Array(repeating: 0, count: cells)
        values = Dictionary(
            uniqueKeysWithValues: Measure.allCases.map { ($0, Array(repeating: 0, count: cells)) }
        )
        let table = try faults.attempt { () throws(FileFormatError) in
            try files.table("accounts.csv", columns: Self.columns)
        }
        guard let table else { return }
        try read(table, faults: &faults)
        for region in regions.indices {
            for industry in industries.indices where lines[index(region, industry)] == 0 {
                let name = "\(self.regions[region]), \(industries[industry])"
                faults.add(Fault(at: Place(file: file), value: name, .missing))
            }
        }
    }

    /// A measure's numbers, regions × industries.
    func matrix(_ measure: Measure) -> Matrix {
        Matrix(rows: regions.count, columns: industries.count) { self[measure, $0, $1] }
    }

    /// The number of a region and an industry, by position.
    subscript(measure: Measure, region: Int, industry: Int) -> Double {
        values[measure]?[index(region, industry)] ?? 0
    }

    /// The line a region's industry stands on.
    func line(_ region: Int, _ industry: Int) -> Int { lines[index(region, industry)] }

    private func index(_ region: Int, _ industry: Int) -> Int { region * industries.count + industry }

    private mutating func read(_ table: CSVTable, faults: inout GatheredFaults) throws(FileFormatError) {
        var reader = CSVReader(table)
        let (region, industry) = (reader.column("region"), reader.column("industry"))
        var columns: [(measure: Measure, column: CSVReader.Column)] = []
        for measure in Measure.allCases { columns.append((measure, reader.column(measure.rawValue))) }
        for row in table.rows {
            var numbers: [Measure: Double] = [:]
            for (measure, column) in columns {
                guard let number = reader.number(column, in: row) else { continue }
                if measure == .output, number < 0 { reader.fault(column, in: row, .negative) }
                if measure == .valueAdded, let output = numbers[.output], number > output {
                    // Inputs below zero: no table can have been made of that.
                    reader.fault(column, in: row, .outside(lower: -.infinity, upper: output))
                }
                numbers[measure] = number
            }
            let code = reader.text(region, in: row)
            let line = reader.text(industry, in: row)
            guard let code, let line else { continue }
            guard let regionPosition = regions.firstIndex(of: code) else {
                reader.fault(region, in: row, .notOneOf(regions))
                continue
            }
            guard let industryPosition = industries.firstIndex(of: line) else {
                reader.fault(industry, in: row, .notOneOf(industries))
                continue
            }
            let index = index(regionPosition, industryPosition)
            if lines[index] > 0 {
                reader.fault(industry, in: row, .duplicate(firstLine: lines[index]))
                continue
            }
            lines[index] = row.line
            for (measure, number) in numbers { values[measure]?[index] = number }
        }
        try faults.take(from: reader)
    }
}
