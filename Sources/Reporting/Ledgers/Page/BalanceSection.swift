import Accounts
import Ledgers

/// Kept + changed + left out = input: a bar and a table for purchases, the same for sales, and then file by file.
struct BalanceSection {
    private let content: PageContent

    init(_ content: PageContent) {
        self.content = content
    }

    private var words: Wording { content.words }
    private var number: NumberFormat { content.number }

    var markup: Markup {
        let totals = [PartyRole.supplier, .customer].map { BalanceTotal($0, in: content.review) }
        let blocks = totals.filter { $0.input.rows > 0 }.map { total -> Markup in
            """
            <h3>\(content.trade(total.role))</h3>
            \(BalanceBar(total, content).markup)
            \(table(total))
            """
        }
        let explanation = content.paragraph(
            """
            A row is what one invoice or credit note put on one account. Every row is in exactly one of the three: kept, \
            it counts as the party's it was booked on, perhaps with a remark; changed, it counts in full, but as \
            another's than the one booked, most often the establishment of the firm invoiced; refused, it is left out.
            """,
            """
            En rad er det én faktura eller kreditnota har ført på én konto. Hver rad er i nøyaktig én av de tre: \
            beholdt, den teller som parten den er bokført på, kanskje med en merknad; endret, den teller fullt ut, men \
            som en annens enn den bokførte, som oftest bedriften til foretaket på fakturaen; utelatt, den teller ikke.
            """
        )
        return content.section(
            "balance",
            words("What became of the kroner", "Hvor kronene ble av"),
            [explanation] + blocks + (content.review.files.count > 1 ? [byFile] : [])
        )
    }

    /// What an outcome is called.
    static func name(_ outcome: ReviewOutcome, _ words: Wording) -> String {
        switch outcome {
        case .kept: words("Kept", "Beholdt")
        case .changed: words("Changed", "Endret")
        case .refused: words("Refused", "Utelatt")
        }
    }

    private func table(_ total: BalanceTotal) -> Markup {
        var table = PageTable(
            [
                ("", false), (words("Rows", "Rader"), true), (words("Kroner", "Kroner"), true),
                (words("Share of kroner", "Andel av kronene"), true),
            ],
            style: "narrow"
        )
        for (outcome, sum) in total.outcomes {
            table.add([
                "<span class=\"swatch \(outcome.rawValue)\"></span>\(Self.name(outcome, words))",
                "\(number.count(sum.rows))", "\(number.kroner(sum.amount))",
                "\(share(sum.amount, of: total.input.amount))",
            ])
        }
        table.add(
            [
                "\(words("In the files", "I filene"))", "\(number.count(total.input.rows))",
                "\(number.kroner(total.input.amount))",
                "\(share(total.input.amount, of: total.input.amount))",
            ],
            isSum: true
        )
        return table.markup
    }

    private func share(_ amount: Kroner, of whole: Kroner) -> String {
        guard whole != .zero else { return "." }
        return number.percent(Double(amount.oere) / Double(whole.oere))
    }

    private var byFile: Markup {
        var table = PageTable([
            (words("File", "Fil"), false), ("", false), (words("In the file", "I filen"), true),
            (words("Kept", "Beholdt"), true), (words("Changed", "Endret"), true),
            (words("Refused", "Utelatt"), true),
        ])
        for balance in content.review.balances where balance.input.rows > 0 {
            table.add([
                "\(content.file(balance.file))", "\(content.trade(balance.role))",
                "\(number.kroner(balance.input.amount))", "\(number.kroner(balance.kept.amount))",
                "\(number.kroner(balance.changed.amount))", "\(number.kroner(balance.refused.amount))",
            ])
        }
        return "<h3>\(words("File by file, kroner", "Fil for fil, kroner"))</h3>\n\(table.markup)"
    }
}
