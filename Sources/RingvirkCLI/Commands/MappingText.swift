import Accounts
import FileFormats
import Ledgers
import Reporting

/// A proposed mapping as a file for people to correct, and as rows for programs.
struct MappingText {
    let proposal: MappingProposal
    let words: Wording
    private let savedAs: String

    init(_ proposal: MappingProposal, language: Language, savedAs: String?) {
        self.proposal = proposal
        words = Wording(language)
        self.savedAs = savedAs ?? "mapping.yaml"
    }

    /// The mapping file.
    var yaml: String { (head + frame + rules + columns).joined(separator: "\n") + "\n" }

    private var head: [String] {
        [
            words(
                "# How \(proposal.file) is read. Correct what is wrong, and run",
                "# Slik leses \(proposal.file). Rett det som er galt, og kjør"
            ),
            "#   ringvirk ledger review \(proposal.file) --mapping \(savedAs)",
            words("# What stands behind # is not read.", "# Det som står bak # leses ikke."), "",
        ].map(YAMLText.oneLine)
    }

    private var frame: [String] {
        var lines: [String] = []
        switch proposal.container {
        case .text(let separator, let encoding):
            let word = LedgerMapping.separators.first { $0.separator == separator }?.word ?? ";"
            lines.append(words("# Between two fields: ; , tab |", "# Mellom to felter: ; , tab |"))
            lines.append("separator: \(YAMLText.quoted(word))")
            lines.append(
                words(
                    "# The encoding: utf-8, utf-16 or windows-1252",
                    "# Tegnkodingen: utf-8, utf-16 eller windows-1252"
                )
            )
            lines.append("encoding: \(encoding.rawValue)")
        case .sheet(let name, _):
            lines.append(words("# The sheet of the workbook", "# Arket i arbeidsboken"))
            lines.append("sheet: \(YAMLText.quoted(name))")
        }
        lines.append(words("# The line the column names stand on", "# Linjen kolonnenavnene står på"))
        lines.append("header_line: \(proposal.headerLine)")
        lines.append(
            words(
                "# What it is: journal (vouchers with accounts), party_ledger (postings on parties) or summary (a sum per party)",
                "# Hva det er: journal (bilag med konto), party_ledger (reskontro) eller summary (sum per part)"
            )
        )
        lines.append(form)
        if proposal.form == nil {
            let lacking = proposal.lacking.map(\.rawValue).joined(separator: ", ")
            lines.append(
                words(
                    "# Not found below, and needed: \(lacking)",
                    "# Ikke funnet nedenfor, men må være med: \(lacking)"
                )
            )
        }
        lines.append(
            words("# Between kroner and øre: comma or point", "# Mellom kroner og øre: comma eller point")
        )
        lines.append(proposal.decimalSign.map { "decimal_sign: \($0.rawValue)" } ?? "# decimal_sign: comma")
        return lines
    }

    /// The form, to be decided anew where a column that is named below may make vouchers of the rows.
    private var form: String {
        guard let form = proposal.form else { return "# form: journal" }
        let isOpen =
            form == .partyLedger && proposal.columns.contains { $0.meaning == nil && !$0.header.isEmpty }
        guard isOpen else { return "form: \(form.rawValue)" }
        return "# form: \(form.rawValue)   "
            + words("# as it stands; the columns decide", "# slik det står nå; kolonnene avgjør")
    }

    /// What only a party ledger needs.
    private var rules: [String] {
        if proposal.form == .summary {
            return [
                words(
                    "# The year the sums are of; without it, the latest in the lines above the header",
                    "# Året summene gjelder; uten dette det siste i linjene over overskriften"
                ),
                proposal.rules.year.map { "year: \($0)" } ?? "# year: 2024",
            ]
        }
        guard proposal.form == .partyLedger else { return [] }
        var lines = [
            words(
                "# Is there VAT in the amounts? included 25, included 15, included 12 or excluded. Must be filled in.",
                "# Er det mva i beløpene? included 25, included 15, included 12 eller excluded. Må fylles ut."
            ),
            proposal.rules.tax.map { "vat: \($0.description)" } ?? "# vat: included 25",
            words(
                "# Whether an invoice is a positive or a negative amount; without it, the rows decide",
                "# Om en faktura er et positivt eller negativt beløp (positive, negative); uten dette avgjør radene"
            ),
            proposal.rules.invoiceSign.map { "invoices: \($0.rawValue)" } ?? "# invoices: positive",
        ]
        let meanings = Set(proposal.columns.compactMap(\.meaning))
        if meanings.isDisjoint(with: [.customer, .supplier]) {
            lines.append(
                words(
                    "# The parties are: customer or supplier. Must be filled in.",
                    "# Partene er: customer (kunde) eller supplier (leverandør). Må fylles ut."
                )
            )
            lines.append(proposal.rules.role.map { "role: \($0.rawValue)" } ?? "# role: supplier")
        }
        return lines
    }

    private var columns: [String] {
        var lines = [
            "",
            words(
                "# What each column means, and the first value in it",
                "# Hva hver kolonne betyr, og den første verdien i den"
            ),
            "columns:",
        ]
        for column in proposal.columns {
            guard let meaning = column.meaning else { continue }
            lines.append("  \(meaning.rawValue): \(YAMLText.quoted(column.header))\(example(column))")
        }
        let unknown = proposal.columns.filter { $0.meaning == nil && !$0.header.isEmpty }
        if !unknown.isEmpty {
            lines.append(
                words(
                    "# Not recognised, and not read. Take away # and write what it means where it matters:",
                    "# Ikke gjenkjent, og leses ikke. Fjern # og skriv hva den betyr der det har noe å si:"
                )
            )
            for column in unknown {
                lines.append("#  ?: \(YAMLText.quoted(column.header))\(example(column))")
            }
        }
        let used = Set(proposal.columns.compactMap(\.meaning))
        let free = LedgerColumn.allCases.filter { !used.contains($0) }.map(\.rawValue).joined(separator: ", ")
        lines.append(
            words("# Meanings not used above: \(free)", "# Betydninger som ikke er brukt over: \(free)")
        )
        return lines
    }

    private func example(_ column: MappingProposal.Column) -> String {
        column.example.isEmpty ? "" : "   # " + YAMLText.oneLine(String(column.example.prefix(40)))
    }
}
