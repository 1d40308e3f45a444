public import Accounts
import FileFormats

extension Dataset {
    /// Where regions lie, and their inhabitants where `population.csv` is there.
    ///
    /// - Throws: `.anotherKind`; `.file` with the faults of all the files: a position off the globe, a region that
    ///   stands twice, a population below zero or of an unknown region.
    public func regionPlaces() throws(DatasetError) -> RegionPlaces {
        let (places, population) = try reading(.regionPlaces) { () throws(FileFormatError) in
            var faults = GatheredFaults()
            let places = try files.places(faults: &faults)
            try faults.finish()
            let codes = Set(places.map(\.region.code))
            return (
                places, files.has("population.csv") ? try files.population(of: codes) : [:]
            )
        }
        return try building { () throws(AccountsError) in
            RegionPlaces(
                regions: try Axis(places.map(\.region)),
                centres: places.map(\.centre),
                population: population,
                provenance: description.provenance,
                rules: description.rules
            )
        }
    }
}

extension DatasetFiles {
    /// Reads `regions.csv`: a centre for every region.
    fileprivate func places(
        faults: inout GatheredFaults
    ) throws(FileFormatError) -> [(region: Region, centre: RegionPlaces.Centre)] {
        let columns = LabelFile.columns + ["place", "latitude", "longitude"]
        let table = try faults.attempt { () throws(FileFormatError) in
            try self.table("regions.csv", columns: columns)
        }
        guard let table else { return [] }
        var file = LabelFile(table)
        let place = file.reader.column("place")
        let (latitude, longitude) = (file.reader.column("latitude"), file.reader.column("longitude"))
        var places: [(region: Region, centre: RegionPlaces.Centre)] = []
        for row in table.rows {
            let label = file.label(in: row)
            let town = file.reader.text(place, in: row)
            let north = file.reader.degrees(latitude, in: row, within: 90)
            let east = file.reader.degrees(longitude, in: row, within: 180)
            guard let label, let town, let north, let east else { continue }
            places.append(
                (
                    Region(code: label.code, name: label.name),
                    .init(name: town, position: GeographicPosition(latitude: north, longitude: east))
                )
            )
        }
        try faults.take(from: file.reader)
        return places
    }

    /// Reads `population.csv`: persons by year and region, each pair once.
    fileprivate func population(of regions: Set<String>) throws(FileFormatError) -> [Year: [String: Double]] {
        let table = try table("population.csv", columns: ["year", "region", "persons"])
        var reader = CSVReader(table)
        let (year, region) = (reader.column("year"), reader.column("region"))
        let persons = reader.column("persons")
        var population: [Year: [String: Double]] = [:]
        for row in table.rows {
            let number = reader.integer(year, in: row)
            let code = reader.text(region, in: row)
            let count = reader.number(persons, in: row)
            if let code, !regions.contains(code) {
                reader.fault(region, in: row, .notOneOf(regions.sorted()))
            }
            if let count, count < 0 { reader.fault(persons, in: row, .negative) }
            guard let number, let code, let count else { continue }
            if population[Year(number), default: [:]].updateValue(count, forKey: code) != nil {
                reader.fault(region, in: row, .duplicate(firstLine: nil))
            }
        }
        try reader.finish()
        return population
    }
}

extension CSVReader {
    fileprivate mutating func degrees(
        _ column: CSVReader.Column,
        in row: CSVTable.Row,
        within limit: Double
    ) -> Double? {
        guard let degrees = number(column, in: row) else { return nil }
        guard abs(degrees) <= limit else {
            fault(column, in: row, .outside(lower: -limit, upper: limit))
            return nil
        }
        return degrees
    }
}
