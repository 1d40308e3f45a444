public import Accounts
import FileFormats

/// The municipalities there have been (KLASS 131), and what became of which, from two lists of Statistics Norway's
/// changes.
///
/// The lists are those of statisticsnorway/ssb-klassr: one of municipalities,
/// `id,code,name,variant,validFrom,validTo`, in which `validTo` is the first day that no longer counts, and one of
/// changes, `date,oldCode,oldName,newCode,newName`.
public struct RegionHistoryList: Sendable {
    /// The history.
    public let history: RegionHistory

    /// Reads the two lists.
    ///
    /// - Throws: `.file` with every date that is no 1 January and every code that is not of four digits; `.accounts`
    ///   for a change of a municipality that is not in the list.
    public init(municipalities: String, changes: String) throws(StatisticsNorwayError) {
        let read: ([HistoricRegion], [RegionHistory.Change], [(path: String, bytes: [UInt8])])
        do {
            let bytes = (try InputFile.bytes(at: municipalities), try InputFile.bytes(at: changes))
            let found = try RegionHistoryList.municipalities(CSVTable(bytes: bytes.0, file: municipalities))
            let counties = RegionHistoryList.counties(of: found)
            let moved = try RegionHistoryList.changes(CSVTable(bytes: bytes.1, file: changes))
            read = (counties + found, moved, [(municipalities, bytes.0), (changes, bytes.1)])
        } catch {
            throw .file(error)
        }
        do {
            history = try RegionHistory(
                regions: read.0,
                changes: read.1,
                provenance: Publisher.provenance(
                    table: "KLASS 104 and 131: counties and municipalities, with changes",
                    vintage: nil,
                    files: read.2
                ),
                rules: [AppliedRule("counties-from-municipalities", touched: read.0.counties)]
            )
        } catch {
            throw .accounts(error, files: [municipalities, changes])
        }
    }

    /// The municipalities by code and first year; runs of the same code are one, by its latest name.
    private static func municipalities(_ table: CSVTable) throws(FileFormatError) -> [HistoricRegion] {
        var reader = CSVReader(table)
        let (code, name) = (reader.column("code"), reader.column("name"))
        let (from, to) = (reader.column("validFrom"), reader.column("validTo"))
        var found: [(code: String, name: String, first: Int, end: Int?)] = []
        for row in table.rows {
            let known = reader.text(code, in: row)
            let called = reader.text(name, in: row)
            let first = year(from, in: row, &reader)
            let end = reader.optionalText(to, in: row) == nil ? nil : year(to, in: row, &reader)
            guard let known, let called, let first else { continue }
            guard isMunicipality(known) else {
                reader.fault(code, in: row, .expected("four digits"))
                continue
            }
            // 9999 is for figures without a place.
            if known != "9999" { found.append((known, called, first, end)) }
        }
        try reader.finish()
        found.sort { ($0.code, $0.first) < ($1.code, $1.first) }
        var regions: [HistoricRegion] = []
        for next in found {
            let region = Region(code: next.code, name: Name(next.name))
            var first = next.first
            if let last = regions.last, last.region.code == next.code, last.last == next.first - 1 {
                first = last.first
                regions.removeLast()
            }
            regions.append(
                HistoricRegion(
                    level: .municipality,
                    region: region,
                    first: first,
                    last: next.end.map { $0 - 1 }
                )
            )
        }
        return regions
    }

    private static func changes(_ table: CSVTable) throws(FileFormatError) -> [RegionHistory.Change] {
        var reader = CSVReader(table)
        let date = reader.column("date")
        let (old, new) = (reader.column("oldCode"), reader.column("newCode"))
        var changes: [RegionHistory.Change] = []
        for row in table.rows {
            let year = year(date, in: row, &reader)
            let from = reader.text(old, in: row)
            let to = reader.text(new, in: row)
            guard let year, let from, let to else { continue }
            changes.append(RegionHistory.Change(year: year, from: from, to: to))
        }
        try reader.finish()
        return changes.sorted { ($0.year, $0.from, $0.to) < ($1.year, $1.from, $1.to) }
    }

    private static func year(
        _ column: CSVReader.Column,
        in row: CSVTable.Row,
        _ reader: inout CSVReader
    ) -> Int? {
        guard let text = reader.text(column, in: row) else { return nil }
        guard let date = CalendarDate(iso: text), date.parts.month == 1, date.parts.day == 1 else {
            reader.fault(column, in: row, .expected("a 1 January"))
            return nil
        }
        return date.year
    }

    private static func isMunicipality(_ code: String) -> Bool {
        code.utf8.count == 4 && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The counties that municipalities' codes begin with, in the years that there were any.
    private static func counties(of municipalities: [HistoricRegion]) -> [HistoricRegion] {
        let groups = Dictionary(grouping: municipalities, by: \.county)
        return groups.keys.sorted().flatMap { code -> [HistoricRegion] in
            let region = Region(code: code, name: Name(CountyNames.all[code] ?? code))
            var runs: [(first: Int, last: Int?)] = []
            for part in (groups[code] ?? []).sorted(by: { $0.first < $1.first }) {
                if let run = runs.last, part.first <= (run.last ?? .max - 1) + 1 {
                    let last = run.last.flatMap { end in part.last.map { max(end, $0) } }
                    runs[runs.count - 1] = (run.first, last)
                } else {
                    runs.append((part.first, part.last))
                }
            }
            return runs.map { HistoricRegion(level: .county, region: region, first: $0.first, last: $0.last) }
        }
    }
}

extension [HistoricRegion] {
    fileprivate var counties: [String] { filter { $0.level == .county }.map(\.region.code) }
}
