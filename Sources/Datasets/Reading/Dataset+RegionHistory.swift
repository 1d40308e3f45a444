public import Accounts
import FileFormats

extension Dataset {
    /// The counties and municipalities there have been.
    ///
    /// - Throws: `.anotherKind`; `.file` with the faults of both files; `.accounts` with `.unknownRegion` for a
    ///   change of a municipality that is not among the regions.
    public func regionHistory() throws(DatasetError) -> RegionHistory {
        let (regions, changes) = try reading(.regionHistory) { () throws(FileFormatError) in
            let reader = RegionHistoryFiles(files: files)
            return (try reader.regions(), try reader.changes())
        }
        return try building { () throws(AccountsError) in
            try RegionHistory(
                regions: regions,
                changes: changes,
                provenance: description.provenance,
                rules: description.rules
            )
        }
    }
}

/// Reads `regions.csv` and `changes.csv` of a history of regions.
struct RegionHistoryFiles {
    static let regionColumns = ["level"] + LabelFile.columns + ["first_year", "last_year"]
    static let changeColumns = ["year", "from", "to"]

    let files: DatasetFiles

    /// The regions; the same code may stand several times with other years.
    func regions() throws(FileFormatError) -> [HistoricRegion] {
        let table = try files.table("regions.csv", columns: RegionHistoryFiles.regionColumns)
        var reader = CSVReader(table)
        let (level, code) = (reader.column("level"), reader.column("code"))
        let (english, norwegian) = (reader.column("name_en"), reader.column("name_nb"))
        let (first, last) = (reader.column("first_year"), reader.column("last_year"))
        let levels = HistoricRegion.Level.allCases.map(\.rawValue)
        var regions: [HistoricRegion] = []
        for row in table.rows {
            let kind = reader.choice(level, in: row, of: levels).flatMap(HistoricRegion.Level.init(rawValue:))
            let known = reader.text(code, in: row)
            let names = (reader.optionalText(english, in: row), reader.optionalText(norwegian, in: row))
            let from = reader.integer(first, in: row)
            let until = reader.optionalInteger(last, in: row)
            if let from, let until, until < from {
                reader.fault(last, in: row, .outside(lower: Double(from), upper: .infinity))
            }
            guard let either = names.0 ?? names.1 else {
                reader.fault(english, in: row, .missing)
                continue
            }
            guard let kind, let known, let from else { continue }
            let name = Name(english: names.0 ?? either, norwegian: names.1 ?? either)
            let region = Region(code: known, name: name)
            regions.append(HistoricRegion(level: kind, region: region, first: from, last: until))
        }
        try reader.finish()
        return regions
    }

    /// The changes, in the file's order.
    func changes() throws(FileFormatError) -> [RegionHistory.Change] {
        let table = try files.table("changes.csv", columns: RegionHistoryFiles.changeColumns)
        var reader = CSVReader(table)
        let (year, from, to) = (reader.column("year"), reader.column("from"), reader.column("to"))
        var changes: [RegionHistory.Change] = []
        for row in table.rows {
            let year = reader.integer(year, in: row)
            let source = reader.text(from, in: row)
            let target = reader.text(to, in: row)
            guard let year, let source, let target else { continue }
            changes.append(RegionHistory.Change(year: year, from: source, to: target))
        }
        try reader.finish()
        return changes
    }
}
