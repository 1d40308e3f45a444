public import Accounts
import Datasets
import FileFormats

/// Statistics Norway's table 03321, employed persons by the municipality they work in and the municipality they live in, as
/// `fetch ssb` stores it → a file of ``CommutingFile`` by county.
///
/// Workplaces on Svalbard, Jan Mayen and the continental shelf (21, 22, 23) are `outside`. Codes that are no municipality of
/// the year and hold nobody are left out; what others hold is told, and not placed.
public struct CommutingTable: Sendable {
    /// The year.
    public let year: Int
    /// Persons by county of work and county of residence.
    public let persons: [CommutingFile.Route: Double]
    /// Persons under codes of no municipality of the year, by code.
    public let unplaced: [(code: String, persons: Double)]
    /// Cells without a number: withheld, or not available.
    public let withoutFigure: Int

    /// The dimension of workplaces.
    public static let workplaces = "ArbstedKomm"
    /// The dimension of residences.
    public static let residences = "Bokommuen"
    /// What is counted: employed persons.
    public static let contents = "Sysselsatte"
    private static let outside = ["21", "22", "23"]

    /// Sums a cube of one or several years.
    ///
    /// - Parameter wanted: the year, where the cube has more than one.
    /// - Throws: `.dataset` for a cube that cannot be read; `.missing` for a dimension or a year it lacks, with those it
    ///   has; `.severalCategories` where nothing says which of a dimension's is counted.
    public init(
        in folder: String,
        year wanted: Int? = nil,
        history: RegionHistory
    ) throws(StudyError) {
        let cube = try reading { () throws(DatasetError) in try Dataset(at: folder).cube() }
        let place = Place(file: folder)
        func position(_ code: String) throws(StudyError) -> Int {
            guard let found = cube.dimensions.firstIndex(where: { $0.code == code }) else {
                throw .missing(what: code, place: place, known: cube.dimensions.map(\.code))
            }
            return found
        }
        let (work, home) = (try position(Self.workplaces), try position(Self.residences))
        let kept = try Self.kept(in: cube, apartFrom: [work, home], wanted, place)
        let time = cube.dimensions.firstIndex { $0.role == .time }
        guard let year = time.flatMap({ Int(kept[$0] ?? "") }) else {
            throw .missing(what: "Tid", place: place, known: cube.dimensions.map(\.code))
        }
        var persons: [CommutingFile.Route: Double] = [:]
        var unplaced: [String: Double] = [:]
        var withoutFigure = 0
        let (workplaces, residences) = (
            Self.ends(work, of: cube, year, history), Self.ends(home, of: cube, year, history)
        )
        // How many cells lie between two categories of each dimension, which the place of a cell follows from.
        let sizes = cube.dimensions.map(\.categories.count)
        let strides = sizes.indices.map { sizes[($0 + 1)...].reduce(1, *) }
        let wanted = kept.compactMap { dimension, code in
            cube.dimensions[dimension].categories.firstIndex { $0.code == code }.map { (dimension, $0) }
        }
        for (index, figure) in cube.figures.enumerated() {
            guard wanted.allSatisfy({ index / strides[$0.0] % sizes[$0.0] == $0.1 }) else { continue }
            guard let number = figure.number else {
                if figure.mark != .cannotOccur { withoutFigure += 1 }
                continue
            }
            guard number != 0 else { continue }
            let workplace = workplaces[index / strides[work] % sizes[work]]
            let residence = residences[index / strides[home] % sizes[home]]
            guard let from = workplace.county, let to = residence.county else {
                unplaced[workplace.county == nil ? workplace.code : residence.code, default: 0] += number
                continue
            }
            persons[.init(workplace: from, residence: to), default: 0] += number
        }
        self.year = year
        self.persons = persons
        self.unplaced = unplaced.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        self.withoutFigure = withoutFigure
    }

    /// In every dimension but two, the category whose cells are summed: the only one; the year; the contents.
    private static func kept(
        in cube: StatisticsCube,
        apartFrom: [Int],
        _ year: Int?,
        _ place: Place
    ) throws(StudyError) -> [Int: String] {
        var kept: [Int: String] = [:]
        for (index, dimension) in cube.dimensions.enumerated() where !apartFrom.contains(index) {
            let codes = dimension.categories.map(\.code)
            let asked: String? =
                switch dimension.role {
                case .time: year.map { "\($0)" }
                case .measure: codes.contains(contents) ? contents : nil
                case .region, .other: nil
                }
            if let asked, codes.contains(asked) {
                kept[index] = asked
            } else if asked == nil, codes.count == 1 {
                kept[index] = codes[0]
            } else if let asked {
                throw .missing(what: "\(dimension.code): \(asked)", place: place, known: codes)
            } else {
                throw .severalCategories(dimension: dimension.code, place: place, known: codes)
            }
        }
        return kept
    }

    /// The codes of a dimension of municipalities, each with its county.
    private static func ends(
        _ dimension: Int,
        of cube: StatisticsCube,
        _ year: Int,
        _ history: RegionHistory
    ) -> [(code: String, county: String?)] {
        cube.dimensions[dimension].categories.map { ($0.code, county($0.code, year, history)) }
    }

    private static func county(_ code: String, _ year: Int, _ history: RegionHistory) -> String? {
        if outside.contains(String(code.prefix(2))) { return CommutingFile.outside }
        return (try? history.region(code, in: year))?.county
    }

    /// The file's text, by workplace and residence.
    public var csv: String {
        var writer = CSVWriter()
        writer.write(row: CommutingFile.columns)
        for (route, number) in persons.byRoute {
            writer.write(row: [route.workplace, route.residence, CSVNumber.text(number)])
        }
        return writer.text
    }

    /// Writes the file.
    ///
    /// - Throws: `.file(.cannotWrite)`.
    public func write(to path: String) throws(StudyError) {
        do {
            try AtomicFile.write(csv, to: path)
        } catch {
            throw .file(error)
        }
    }
}
