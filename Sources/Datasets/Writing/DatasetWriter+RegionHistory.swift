public import Accounts
import FileFormats

extension DatasetWriter {
    /// Writes a history of regions.
    ///
    /// - Throws: `.file`.
    public func write(_ history: RegionHistory) throws(DatasetError) {
        var regions = CSVWriter()
        regions.write(row: RegionHistoryFiles.regionColumns)
        for region in history.regions {
            regions.write(
                row: [
                    region.level.rawValue, region.region.code, region.region.name.english,
                    region.region.name.norwegian, String(region.first), region.last.map(String.init) ?? "",
                ]
            )
        }
        var changes = CSVWriter()
        changes.write(row: RegionHistoryFiles.changeColumns)
        for change in history.changes {
            changes.write(row: [String(change.year), change.from, change.to])
        }
        try write(
            .regionHistory,
            history.provenance,
            history.rules,
            [("regions.csv", regions.text), ("changes.csv", changes.text)]
        )
    }
}
