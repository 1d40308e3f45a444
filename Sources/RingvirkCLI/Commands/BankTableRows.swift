import Accounts
import FileFormats
import Reporting
import StatisticsNorway

/// A table's variables, so that a selection can be written.
struct BankTableRows {
    private let table: BankTable
    private let language: Language
    private let words: Wording

    init(_ table: BankTable, language: Language) {
        self.table = table
        self.language = language
        words = Wording(language)
    }

    var text: String {
        var rows = TextTable(
            header: [
                words("Variable", "Variabel"), words("Name", "Navn"), words("Codes", "Koder"),
                words("First … last", "Første … siste"), words("Can be left out", "Kan utelates"),
                words("Lists", "Lister"),
            ],
            numeric: [false, false, true, false, false, false]
        )
        for variable in table.variables {
            let dimension = variable.dimension
            let (first, last) = (
                dimension.categories.first?.code ?? "", dimension.categories.last?.code ?? ""
            )
            rows.add([
                dimension.code, dimension.name.text(in: language), "\(dimension.categories.count)",
                first == last ? first : "\(first) … \(last)",
                variable.isEliminable ? words("yes", "ja") : words("no", "nei"),
                variable.codeLists.map(\.code).joined(separator: " "),
            ])
        }
        let updated = table.updated.map { words("Updated", "Oppdatert") + ": \($0)\n" } ?? ""
        return "\(table.id) \(table.title.text(in: language))\n\(updated)\n\(rows.plainText)"
    }

    /// A line for each code of each variable.
    var csv: String {
        var writer = CSVWriter()
        writer.write(row: ["variable", "code", "name", "unit"])
        for variable in table.variables {
            for category in variable.dimension.categories {
                writer.write(
                    row: [
                        variable.dimension.code, category.code, category.name.text(in: language),
                        category.unit?.symbol ?? "",
                    ]
                )
            }
        }
        return writer.text
    }

    var json: JSONValue {
        .object(pairs: [
            ("table", .string(table.id)), ("title", .string(table.title.text(in: language))),
            ("updated", table.updated.map(JSONValue.string) ?? .null),
            ("variables", .array(table.variables.map(json))),
        ])
    }

    private func json(_ variable: BankTable.Variable) -> JSONValue {
        let dimension = variable.dimension
        return .object(pairs: [
            ("code", .string(dimension.code)), ("name", .string(dimension.name.text(in: language))),
            ("role", .string(dimension.role.rawValue)), ("can_be_left_out", .bool(variable.isEliminable)),
            (
                "lists",
                .object(pairs: variable.codeLists.map { ($0.code, .string($0.name.text(in: language))) })
            ),
            (
                "codes",
                .object(pairs: dimension.categories.map { ($0.code, .string($0.name.text(in: language))) })
            ),
        ])
    }
}
