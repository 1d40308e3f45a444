public import Accounts
public import FileFormats
import LinearAlgebra
import Reporting

extension StudyResult {
    /// The files of the result, by name, names and words in `language`.
    public func files(language: Language) -> [(name: String, text: String)] {
        let parts = parts(language)
        let written = concurrentMap(parts.count) { parts[$0]() }.flatMap(\.self)
        guard report.confidentiality.isConfidential else { return written }
        return written.map { ($0.name, ConfidentialMark(language).marking($0.text, in: $0.name)) }
    }

    /// What makes the files, a few each, so that they can be made at the same time.
    private func parts(_ language: Language) -> [@Sendable () -> [(name: String, text: String)]] {
        let report = report
        var parts: [@Sendable () -> [(name: String, text: String)]] = [
            {
                let rows = MultiplierRows(report.multipliers, money: report.basis.unit)
                return [("multipliers.csv", rows.effects), ("ratios.csv", rows.ratios)]
            },
            { [("impacts.csv", ImpactRows(report.impacts).csv)] },
        ]
        if let table = report.actorTable {
            parts.append {
                let rows = ActorTableRows(table, language: language)
                return [("actor_table.csv", rows.csv), ("actor_table.json", json(rows).prettyText)]
            }
        }
        if let firms = report.firms { parts.append { FirmRows(firms).files } }
        if let control = report.confidentiality.control {
            parts.append {
                let rows = ClusterRows(control)
                return [
                    ("cluster_purchases.csv", rows.purchases), ("cluster_multipliers.csv", rows.multipliers),
                ]
            }
        }
        parts.append { [("summary.md", Summary(report, language: language).markdown)] }
        return parts
    }

    private func json(_ rows: ActorTableRows) -> JSONValue {
        rows.json(basis: report.basis, region: report.region, assumptions: report.assumptions)
    }

    /// The lead of the result as JSON: what was run, the actor table, the checks, and where the files are.
    public func json(writtenTo folder: String, language: Language) -> JSONValue {
        let actors = report.actorTable.map { json(ActorTableRows($0, language: language)) }
        let mark: [JSONValue.Member] =
            report.confidentiality.isConfidential ? [.init("confidential", .bool(true))] : []
        return .object(
            mark + [
                .init("study", .string(definition.name)), .init("region", .string(report.region.code)),
                .init("year", .integer(report.basis.year.number)), .init("output", .string(folder)),
                .init(
                    "files",
                    .array((files(language: language).map(\.name) + ["manifest.json"]).map(JSONValue.string))
                ),
                .init("actor_table", actors ?? .null), .init("impacts", ImpactRows(report.impacts).json),
                .init("assumptions", .array(report.assumptions.map { .string($0.text(in: language)) })),
                .init(
                    "checks",
                    .object(report.checks.map { .init($0.kind.rawValue, .number($0.deviation)) })
                ),
            ]
        )
    }

    /// Writes all files to a folder, or none. The actor table, the files of firms' books and those of the cluster that an earlier
    /// run left there are removed where this one has none.
    ///
    /// - Throws: `.file(.cannotWrite)`.
    public func write(to folder: String, language: Language) throws(StudyError) {
        let files = files(language: language)
        do {
            var output = OutputSet(folder: folder)
            for file in files { try output.add(file.name, file.text) }
            let record = manifest.json(outputs: files).prettyText
            let mark = ConfidentialMark(language)
            let isMarked = report.confidentiality.isConfidential
            try output.add("manifest.json", isMarked ? mark.marking(record, in: "manifest.json") : record)
            try output.write()
            try output.remove(
                stale: ["actor_table.csv", "actor_table.json"] + FirmRows.names + [
                    "cluster_purchases.csv", "cluster_multipliers.csv",
                ]
            )
        } catch {
            throw .file(error)
        }
    }
}
