import FileFormats

extension EarlierRun {
    /// Far above the files of a study of a thousand firms.
    private static let mostBytes = 16 << 20
    /// Every run costs the audit as many figures as it told.
    static let mostRuns = 20

    /// Reads the runs a study names, none of which may have come after one that it does not name.
    ///
    /// - Parameters:
    ///   - statistics: the digest of what must be the same in all runs (``DisclosureRecord``).
    ///   - firms: the actors whose books are read.
    /// - Throws: `.file`: a folder that is none of a published run, of other statistics or firms, or that was changed since.
    static func runs(
        _ own: StudyDefinition.Ledgers.Disclosure,
        statistics: String,
        firms: [String]
    ) throws(StudyError) -> [EarlierRun] {
        do throws(FileFormatError) {
            let read = try own.earlierRuns.map { entry throws(FileFormatError) in
                (entry, try run(entry, statistics: statistics, firms: firms))
            }
            let digests = read.map(\.1.run.digest)
            for (entry, found) in read {
                guard found.after.contains(where: { !digests.contains($0) }) else { continue }
                throw FileFormatError.faults([
                    Fault(
                        at: entry.place,
                        value: entry.name,
                        .malformed(rule: "the runs that an earlier run came after are earlier runs too")
                    )
                ])
            }
            return read.map(\.1.run)
        } catch {
            throw .file(error)
        }
    }

    private static func run(
        _ entry: StudyDefinition.Ledgers.Disclosure.EarlierFolder,
        statistics: String,
        firms known: [String]
    ) throws(FileFormatError) -> (run: EarlierRun, after: [String]) {
        let (text, digest) = try file("manifest.json", in: entry.path)
        let manifest = try JSONDocument(text: text, file: entry.path + "/manifest.json")
        let record = manifest.root["disclosure"]
        // The study's file is what can be mended, not the earlier run.
        func refusal(_ value: String?, _ rule: String) -> FileFormatError {
            .faults([Fault(at: entry.place, value: value, .malformed(rule: rule))])
        }
        guard record?["form"]?.text == DisclosureRecord.published else {
            throw refusal(entry.name, "an earlier run is one that withheld and rounded")
        }
        guard record?["statistics_sha256"]?.text == statistics else {
            throw refusal(
                entry.name,
                "an earlier run has the statistics, region, year and method of this one"
            )
        }
        let firms = (record?["firms"]?.elements ?? []).compactMap(\.text)
        if let other = firms.first(where: { !known.contains($0) }) {
            throw refusal(other, "the books of every firm that an earlier run told of are here")
        }
        var figures: [Figure] = []
        for (kind, name, keys) in [
            ("sum", "cluster_purchases.csv", ["place", "item", "mnok"]),
            ("multiplier", "cluster_multipliers.csv", ["firm", "measure", "scope", "multiplier"]),
        ] {
            let (text, digest) = try file(name, in: entry.path)
            guard manifest.root["outputs"]?[name]?.text == digest else {
                throw refusal(entry.name + "/" + name, "the files of an earlier run are as it wrote them")
            }
            figures += try Self.figures(kind, keys, CSVTable(text: text, file: entry.path + "/" + name))
        }
        return (
            EarlierRun(folder: entry.name, digest: digest, firms: Set(firms), figures: figures),
            (record?["earlier_runs"]?.elements ?? []).compactMap { $0["manifest_sha256"]?.text }
        )
    }

    private static func file(
        _ name: String,
        in folder: String
    ) throws(FileFormatError) -> (text: String, digest: String) {
        let text: String
        do {
            text = try InputFile.text(
                at: try ContainedPath.resolve(name, inside: folder),
                limit: mostBytes
            )
        } catch .notFound {
            throw .notFound(path: folder + "/" + name)
        }
        return (text, SHA256Digest(of: Array(text.utf8)).hexadecimal)
    }

    private static func figures(
        _ kind: String,
        _ columns: [String],
        _ table: CSVTable
    ) throws(FileFormatError) -> [Figure] {
        try table.requireColumns(exactly: columns + ["rounded_to", "withheld"])
        var reader = CSVReader(table)
        let fields = columns.map { reader.column($0) }
        let rounding = reader.column("rounded_to")
        let withheld = reader.column("withheld")
        var figures: [Figure] = []
        for row in table.rows where reader.optionalText(withheld, in: row) == nil {
            let keys = fields.dropLast().compactMap { reader.text($0, in: row) }
            guard let last = fields.last, let value = reader.number(last, in: row),
                let base = reader.number(rounding, in: row)
            else { continue }
            if base <= 0 { reader.fault(rounding, in: row, .negative) }
            figures.append(Figure(name: ([kind] + keys).joined(separator: ":"), value: value, base: base))
        }
        try reader.finish()
        return figures
    }
}
