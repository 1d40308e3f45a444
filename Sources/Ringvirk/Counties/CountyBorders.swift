import Accounts
import Datasets

/// The counties a study's accounts are put together to.
enum CountyBorders {
    /// The study's definition; with the borders of another year in the place of its own mergers, where those are asked
    /// for, and where the list of what was merged comes from.
    static func definition(
        in file: String,
        _ changes: StudyDefinition.Changes,
        _ options: CountyOptions
    ) throws(StudyError) -> (definition: StudyDefinition, source: Provenance?) {
        let definition = try StudyDefinition(contentsOf: file, changes: changes)
        guard let borders = options.borders else { return (definition, nil) }
        let folder = definition.historyFolder(options)
        let history = try reading { () throws(DatasetError) in try Dataset(at: folder).regionHistory() }
        var changes = changes
        changes.mergedRegions = try fitting(folder) { () throws(AccountsError) in
            try history.counties(of: definition.year.number, within: borders).map { merged in
                .init(region: merged.county, parts: merged.parts.map(\.code))
            }
        }
        return (try StudyDefinition(contentsOf: file, changes: changes), history.provenance)
    }
}

extension StudyDefinition {
    /// A dataset of the data folder.
    func dataset(_ name: String) -> String {
        dataFolder.isEmpty || dataFolder.hasSuffix("/") ? dataFolder + name : dataFolder + "/" + name
    }

    /// Where the counties and municipalities there have been are listed.
    func historyFolder(_ options: CountyOptions) -> String {
        options.regionHistory ?? dataset(CountyOptions.usualHistory)
    }
}
