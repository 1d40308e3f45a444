import Accounts
import FileFormats

extension CountyRows {
    /// The rows of a cube of table 11713, as the statistics bank hands it out: found by its names in bokmål, which
    /// are those of Statbank's own workbook.
    ///
    /// - Parameter name: what the cube is called in messages.
    /// - Throws: `.faults` for dimensions and contents that are missing. Faults in names are kept.
    init(_ cube: StatisticsCube, called name: String) throws(FileFormatError) {
        func dimension(_ role: CubeDimension.Role) -> CubeDimension? {
            cube.dimensions.first { $0.role == role }
        }
        let contents = dimension(.measure)
        let headings = Dictionary(
            (contents?.categories ?? []).map { (CountyRows.tidy($0.name.norwegian), $0.code) }
        ) { first, _ in first }
        let missing = CountyRows.measures.map(\.heading).filter { headings[$0] == nil }
        guard let places = dimension(.region), let industries = dimension(.other),
            let times = dimension(.time), let contents, missing.isEmpty, cube.dimensions.count == 4
        else {
            let lacking = ["Region", "NACE", "Tid", "ContentsCode"].filter { cube.dimension($0) == nil }
            throw .faults((lacking + missing).map { Fault(at: Place(file: name), .missingColumn($0)) })
        }
        self.init(file: name)
        for place in places.categories {
            for industry in industries.categories {
                for time in times.categories {
                    let cell = [
                        places.code: place.code, industries.code: industry.code, times.code: time.code,
                    ]
                    func field(_ text: String, _ column: String) -> Field {
                        let codes = "\(place.code) \(industry.code) \(time.code)"
                        return Field(text: text, place: Place(file: name, column: "\(column) \(codes)"))
                    }
                    var figures: [RegionalAccounts.Measure: Figure] = [:]
                    for entry in CountyRows.measures {
                        let code = headings[entry.heading] ?? ""
                        let figure = cube[cell.merging([contents.code: code]) { first, _ in first }]
                        figures[entry.measure] = self.figure(field("", code), figure?.number, entry.factor)
                    }
                    add(
                        region: field(place.code, places.code),
                        name: place.name.norwegian,
                        industry: field(industry.name.norwegian, industries.code),
                        year: field(time.code, times.code),
                        figures: figures
                    )
                }
            }
        }
    }
}
