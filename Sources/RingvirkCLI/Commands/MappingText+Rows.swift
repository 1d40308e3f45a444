import FileFormats
import Ledgers
import Reporting

extension MappingText {
    /// One row for each column of the table.
    var csv: String {
        var writer = CSVWriter()
        writer.write(row: ["header", "meaning", "example"])
        for column in proposal.columns {
            writer.write(row: [column.header, column.meaning?.rawValue ?? "", column.example])
        }
        return writer.text
    }

    /// The same, with what else was found.
    var json: JSONValue {
        let columns = proposal.columns.map { column in
            JSONValue.object([
                .init("header", .string(column.header)),
                .init("meaning", column.meaning.map { .string($0.rawValue) } ?? .null),
                .init("example", .string(column.example)),
            ])
        }
        return .object([
            .init("file", .string(proposal.file)), .init("header_line", .number(Double(proposal.headerLine))),
            .init("form", proposal.form.map { .string($0.rawValue) } ?? .null),
            .init("decimal_sign", proposal.decimalSign.map { .string($0.rawValue) } ?? .null),
            .init("lacking", .array(proposal.lacking.map { .string($0.rawValue) })),
            .init("columns", .array(columns)),
        ])
    }

    /// In a line: what the table was taken for.
    var summary: String {
        let known = proposal.columns.count { $0.meaning != nil }
        let count = words(
            "\(known) of \(proposal.columns.count) columns recognised",
            "\(known) av \(proposal.columns.count) kolonner gjenkjent"
        )
        guard let form = proposal.form else {
            let lacking = proposal.lacking.map(\.rawValue).joined(separator: ", ")
            return words(
                "No kind of ledger yet: \(count); lacking: \(lacking).",
                "Ennå ingen slags reskontro: \(count); mangler: \(lacking)."
            )
        }
        return words("Read as \(name(of: form)): \(count).", "Leses som \(name(of: form)): \(count).")
    }

    private func name(of form: TableForm) -> String {
        switch form {
        case .journal: words("a journal (vouchers with accounts)", "bilagsjournal (bilag med konto)")
        case .partyLedger: words("a party ledger (one row a posting)", "reskontro (en rad per postering)")
        case .summary: words("a summary (one row a party)", "sammendrag (en rad per part)")
        }
    }
}
