public import Accounts
public import Ledgers

/// What a reader had to say of a file, for people: rows left out, columns not read, figures of its own that do not agree.
public struct FileNoticeWording: Sendable {
    private let words: Wording
    private let number: NumberFormat

    /// The words of `language`.
    public init(_ language: Language) {
        words = Wording(language)
        number = NumberFormat(language)
    }

    /// Everything to say of `file`, a sentence or two each.
    public func texts(of file: ReviewedFile) -> [String] {
        file.notices.map(text) + unbalanced(file.controls) + totals(file.controls)
    }

    private func text(_ notice: TableNotice) -> String {
        switch notice {
        case .scientificNotation(let line, let value, let count):
            words(
                """
                \(number.count(count)) organisation numbers were spoilt by a spreadsheet, the first on line \
                \(number.count(line)): \(value). Export again with the column as text.
                """,
                """
                \(number.count(count)) organisasjonsnumre er ødelagt av et regneark, det første på linje \
                \(number.count(line)): \(value). Eksporter på nytt med kolonnen som tekst.
                """
            )
        case .openItemsOnly(let column):
            words(
                "The column “\(column)” shows that this may be a list of unpaid invoices: what has been paid is then missing.",
                "Kolonnen «\(column)» tyder på at dette er en liste over åpne poster: da mangler det som er betalt."
            )
        case .totalsLeftOut(let count, let lines):
            words(
                "\(number.count(count)) rows of totals were left out\(places(lines, count)).",
                "\(number.count(count)) summeringsrader er holdt utenfor\(places(lines, count))."
            )
        case .postingsLeftOut(let kind, let count, let sum):
            words(
                "\(number.count(count)) \(name(kind)) of \(number.kroner(sum)) kroner are no trade and were left out.",
                "\(number.count(count)) \(name(kind)) på \(number.kroner(sum)) kroner er ingen handel og er holdt utenfor."
            )
        case .takenAsPayments(let count, let sum):
            words(
                """
                \(number.count(count)) postings of \(number.kroner(sum)) kroner against the sign of an invoice, without a word \
                that says what they are, were taken as payments.
                """,
                """
                \(number.count(count)) posteringer på \(number.kroner(sum)) kroner med motsatt fortegn av en faktura, uten et ord \
                som sier hva de er, er regnet som betalinger.
                """
            )
        case .invoiceSignFound(let sign):
            sign == .positive
                ? words(
                    "Invoices were found to be positive amounts.",
                    "Fakturaer er funnet å være positive beløp."
                )
                : words(
                    "Invoices were found to be negative amounts.",
                    "Fakturaer er funnet å være negative beløp."
                )
        case .columnsUnread(let columns):
            words(
                "Columns that were not read: \(columns.joined(separator: ", ")).",
                "Kolonner som ikke er lest: \(columns.joined(separator: ", "))."
            )
        }
    }

    private func places(_ lines: [Int], _ count: Int) -> String {
        guard !lines.isEmpty else { return "" }
        let shown = lines.prefix(5).map(number.count).joined(separator: ", ")
        return words(" (line ", " (linje ") + shown + (count > 5 ? ", …)" : ")")
    }

    private func name(_ kind: PartyPosting.Kind) -> String {
        switch kind {
        case .invoice: words("invoices", "fakturaer")
        case .creditNote: words("credit notes", "kreditnotaer")
        case .payment: words("payments", "betalinger")
        case .opening: words("balances brought forward", "inngående saldoer")
        case .period: words("sums", "summer")
        }
    }

    private func unbalanced(_ controls: BooksControls) -> [String] {
        guard controls.unbalancedCount > 0 else { return [] }
        let shown = controls.unbalanced.prefix(5).map {
            words("line ", "linje ") + "\(number.count($0.line)): \(number.kroner($0.difference))"
        }
        return [
            words(
                "\(number.count(controls.unbalancedCount)) vouchers do not add up to nothing (\(shown.joined(separator: "; "))).",
                "\(number.count(controls.unbalancedCount)) bilag går ikke i null (\(shown.joined(separator: "; ")))."
            )
        ]
    }

    private func totals(_ controls: BooksControls) -> [String] {
        controls.differences.map { total in
            switch total {
            case .entries:
                words(
                    "The file states another number of vouchers or lines than it has.",
                    "Filen oppgir et annet antall bilag eller linjer enn den har."
                )
            case .debit:
                words(
                    "The file states another sum of debit than its lines have.",
                    "Filen oppgir en annen sum debet enn linjene har."
                )
            case .credit:
                words(
                    "The file states another sum of credit than its lines have.",
                    "Filen oppgir en annen sum kredit enn linjene har."
                )
            }
        }
    }
}
