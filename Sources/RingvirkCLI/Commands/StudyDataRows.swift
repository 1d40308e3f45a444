import Accounts
import Datasets
import FileFormats
import Reporting
import Ringvirk

/// The datasets of a study, with their tables and dates.
struct StudyDataRows {
    private let data: StudyData
    private let words: Wording

    init(_ data: StudyData, language: Language) {
        self.data = data
        words = Wording(language)
    }

    var text: String {
        var table = TextTable(
            header: [
                words("Dataset", "Datasett"), words("Table", "Tabell"), words("Fetched", "Hentet"),
                words("Vintage", "Versjon"), words("Last updated", "Sist oppdatert"),
                words("State", "Tilstand"),
            ],
            numeric: [false, false, false, false, false, false]
        )
        for entry in data.datasets {
            table.add([
                entry.folder, entry.table ?? entry.provenance.table, entry.provenance.retrieved ?? unknown,
                entry.provenance.vintage ?? unknown, entry.table == nil ? "" : entry.updated ?? unknown,
                state(entry.state),
            ])
        }
        return table.plainText
    }

    var csv: String {
        var writer = CSVWriter()
        writer.write(row: [
            "key", "folder", "kind", "source", "table", "retrieved", "vintage", "updated", "state",
        ])
        for entry in data.datasets {
            writer.write(
                row: [
                    entry.key, entry.folder, entry.kind.rawValue, entry.provenance.table, entry.table ?? "",
                    entry.provenance.retrieved ?? "", entry.provenance.vintage ?? "", entry.updated ?? "",
                    entry.state.rawValue,
                ]
            )
        }
        return writer.text
    }

    var json: JSONValue {
        func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
        return .array(
            data.datasets.map { entry in
                .object(pairs: [
                    ("key", .string(entry.key)), ("folder", .string(entry.folder)),
                    ("kind", .string(entry.kind.rawValue)), ("source", .string(entry.provenance.table)),
                    ("table", text(entry.table)), ("retrieved", text(entry.provenance.retrieved)),
                    ("vintage", text(entry.provenance.vintage)), ("updated", text(entry.updated)),
                    ("state", .string(entry.state.rawValue)),
                ])
            }
        )
    }

    /// What to do where nothing is known.
    var advice: String {
        words(
            "Whether there is something newer is not known of all datasets: --online asks Statistics Norway.",
            "Om det finnes noe nyere, er ikke kjent for alle datasett: --online spør Statistisk sentralbyrå."
        )
    }

    private var unknown: String { words("not known", "ikke kjent") }

    private func state(_ state: StudyData.State) -> String {
        switch state {
        case .current: words("current", "gjeldende")
        case .outdated: words("a newer one exists", "det finnes en nyere")
        case .unknown: words("not known", "ikke kjent")
        case .elsewhere: words("no table of the statistics bank", "ingen tabell i Statistikkbanken")
        }
    }
}
