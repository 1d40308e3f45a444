public import Accounts
import FileFormats

/// Who works where and lives where: a CSV with the columns `workplace,residence,persons`, a line for each pair that has
/// anybody (docs/DATA.md).
///
/// Codes are those of the year's counties, or of its municipalities, which are added up; `outside` is what lies outside all
/// counties.
public struct CommutingFile: Sendable, Hashable {
    /// The columns.
    public static let columns = ["workplace", "residence", "persons"]
    /// The code of what lies outside all counties.
    public static var outside: String { CountyOptions.outside.code }

    /// The file.
    public let path: String
    /// Persons by the county they work in and the county they live in, in the year's own counties.
    public let persons: [Route: Double]

    /// From home to work.
    public struct Route: Sendable, Hashable {
        /// The county of the workplace.
        public let workplace: String
        /// The county people live in.
        public let residence: String

        /// Between two counties.
        public init(workplace: String, residence: String) {
            self.workplace = workplace
            self.residence = residence
        }
    }

    /// Reads a file.
    ///
    /// - Parameter counties: those that must have both workplaces and inhabitants.
    /// - Throws: `.file` with every fault: a code that is no county or municipality of the year, both kinds in one file,
    ///   fewer than no persons, a pair that stands twice, a county without workplaces or where nobody lives.
    public init(
        contentsOf path: String,
        year: Year,
        counties: [String],
        history: RegionHistory
    ) throws(StudyError) {
        do {
            let table = try CSVTable(contentsOf: path)
            try table.requireColumns(exactly: Self.columns)
            var lines = CommutingLines(table, year, history)
            for row in table.rows { lines.read(row) }
            try lines.finish(counties, path)
            self.path = path
            persons = lines.persons
        } catch {
            throw .file(error)
        }
    }

    /// All persons.
    public var count: Double { persons.byRoute.reduce(0) { $0 + $1.persons } }

    /// Those who work in another county than they live in.
    public var commuters: Double {
        persons.byRoute.reduce(0) { $0 + ($1.route.workplace == $1.route.residence ? 0 : $1.persons) }
    }
}

extension [CommutingFile.Route: Double] {
    /// By workplace and residence, so that sums do not depend on hashing.
    var byRoute: [(route: CommutingFile.Route, persons: Double)] {
        sorted {
            ($0.key.workplace, $0.key.residence) < ($1.key.workplace, $1.key.residence)
        }.map { ($0.key, $0.value) }
    }
}

/// Reads routes line by line and gathers their faults.
private struct CommutingLines {
    var persons: [CommutingFile.Route: Double] = [:]
    private var reader: CSVReader
    private let columns: [CSVReader.Column]
    private let year: Year
    private let history: RegionHistory
    private var firstLines: [CommutingFile.Route: Int] = [:]
    private var length: Int?

    init(_ table: CSVTable, _ year: Year, _ history: RegionHistory) {
        var reader = CSVReader(table)
        columns = CommutingFile.columns.map { reader.column($0) }
        self.reader = reader
        self.year = year
        self.history = history
    }

    mutating func read(_ row: CSVTable.Row) {
        let (work, home) = (county(columns[0], row), county(columns[1], row))
        let number = reader.number(columns[2], in: row)
        if let number, number < 0 { reader.fault(columns[2], in: row, .negative) }
        guard let work, let home, let number else { return }
        let pair = CommutingFile.Route(workplace: work.code, residence: home.code)
        if let first = firstLines[pair] {
            reader.fault(columns[1], in: row, .duplicate(firstLine: first))
        } else {
            firstLines[pair] = row.line
        }
        persons[.init(workplace: work.county, residence: home.county), default: 0] += number
    }

    /// The code in a field, and its county; faults for a code of another year and for a mixture of levels.
    private mutating func county(
        _ column: CSVReader.Column,
        _ row: CSVTable.Row
    ) -> (code: String, county: String)? {
        guard let code = reader.text(column, in: row) else { return nil }
        if code == CommutingFile.outside { return (code, code) }
        guard let region = try? history.region(code, in: year.number) else {
            reader.fault(column, in: row, .malformed(rule: "a county or municipality of the study's year"))
            return nil
        }
        if code.utf8.count != length ?? code.utf8.count {
            reader.fault(column, in: row, .malformed(rule: "counties or municipalities, not both"))
            return nil
        }
        length = code.utf8.count
        return (code, region.county)
    }

    mutating func finish(_ counties: [String], _ path: String) throws(FileFormatError) {
        try reader.finish()
        let routes = persons.filter { $0.value > 0 }.keys
        let (work, homes) = (Set(routes.map(\.workplace)), Set(routes.map(\.residence)))
        var faults = FaultCollector()
        for county in counties {
            if !work.contains(county) {
                faults.add(Fault(at: Place(file: path, column: "workplace"), .expected(county)))
            }
            if !homes.contains(county) {
                faults.add(Fault(at: Place(file: path, column: "residence"), .expected(county)))
            }
        }
        try faults.finish()
    }
}
