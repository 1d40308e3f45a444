public import Accounts
import Datasets
import Leontief
import LinearAlgebra

/// Where those live who work in each county, for the households of Type II.
public struct CountyCommuting: Sendable {
    /// The file.
    public let file: CommutingFile
    /// Shares: row where people live, column where they work; columns add up to 1.
    ///
    /// Nobody is known to work in a region that the file has no workplaces in, such as the continental shelf; its column
    /// is what it is without the file.
    public let residence: LabelledMatrix<Region, Region>

    /// The commuting file that options or the study name, and where the list of counties it is read by comes from; `nil`
    /// without one.
    static func file(
        _ definition: StudyDefinition,
        _ options: CountyOptions
    ) throws(StudyError) -> (file: CommutingFile, source: Provenance)? {
        guard let path = options.commuting ?? definition.households.commuting else { return nil }
        let folder = definition.historyFolder(options)
        let history = try reading { () throws(DatasetError) in try Dataset(at: folder).regionHistory() }
        let year = definition.year
        // Counties of the accounts' own year; mergers are made afterwards.
        let counties = history.regions.filter { region in
            region.level == .county && region.exists(in: year.number)
        }
        let file = try CommutingFile(
            contentsOf: path,
            year: year,
            counties: counties.map(\.region.code),
            history: history
        )
        return (file, history.provenance)
    }

    /// Shares on the regions of a table, merged counties added up.
    ///
    /// - Parameter unknown: the shares without the file.
    init(
        _ file: CommutingFile,
        _ mergers: [StudyDefinition.MergedRegion],
        without unknown: LabelledMatrix<Region, Region>
    ) throws(StudyError) {
        let regions = unknown.rows
        var names: [String: String] = [:]
        for merger in mergers where regions.contains(merger.region) {
            for part in merger.parts where !regions.codes.contains(part) { names[part] = merger.region.code }
        }
        var numbers = [Double](repeating: 0, count: regions.count * regions.count)
        for (route, persons) in file.persons.byRoute where persons > 0 {
            var place: [Int] = []
            for code in [route.residence, route.workplace] {
                guard let position = regions.codes.firstIndex(of: names[code] ?? code) else {
                    throw .accounts(.unknownLabel(code: code, known: regions.codes), source: file.path)
                }
                place.append(position)
            }
            numbers[place[1] * regions.count + place[0]] += persons
        }
        let matrix = Matrix(rows: regions.count, columns: regions.count, columnMajor: numbers)
        let sums = matrix.columnSums
        self.file = file
        residence = LabelledMatrix(
            rows: regions,
            columns: regions,
            values: Matrix(rows: regions.count, columns: regions.count) { home, work in
                sums[work] > 0 ? matrix[home, work] / sums[work] : unknown.values[home, work]
            }
        )
    }
}
