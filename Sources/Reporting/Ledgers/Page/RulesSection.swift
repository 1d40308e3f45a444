import Accounts
import Ledgers

/// The rules that met something: what each did, why, how much, where, and what the user can do.
struct RulesSection {
    private let content: PageContent

    init(_ content: PageContent) {
        self.content = content
    }

    private var words: Wording { content.words }
    private var number: NumberFormat { content.number }

    private static let mostExamples = 10
    private static let mostRemarked = 3

    /// What does not count.
    var refused: Markup {
        let uses = RuleUse.uses(of: .refused, in: content.review)
        let introduction =
            uses.isEmpty
            ? content.paragraph("Nothing was refused.", "Ingenting er utelatt.")
            : content.paragraph(
                "These rows do not count. Each is refused by exactly one rule; together they are what is refused above.",
                "Disse radene teller ikke. Hver er utelatt av nøyaktig én regel; til sammen er de det som er utelatt over."
            )
        return content.section(
            "refused",
            words("Refused, and why", "Utelatt, og hvorfor"),
            [introduction] + uses.map { block($0) }
        )
    }

    /// What counts as another's.
    var changed: Markup {
        let uses = RuleUse.uses(of: .changed, in: content.review)
        let introduction =
            uses.isEmpty
            ? content.paragraph("Nothing was changed.", "Ingenting er endret.")
            : content.paragraph(
                "These rows count in full, but as another's. A row can meet several rules, so the rules need not add up.",
                "Disse radene teller fullt ut, men som en annens. En rad kan møte flere regler, så reglene summerer seg ikke alltid."
            )
        return content.section(
            "changed",
            words("Changed, and why", "Endret, og hvorfor"),
            [introduction] + uses.map { block($0) }
        )
    }

    /// What counts as it stands, with something to know about it.
    var remarks: Markup {
        let uses = RuleUse.uses(of: .kept, in: content.review)
        guard !uses.isEmpty else {
            return content.section(
                "remarks",
                words("Remarks", "Merknader"),
                [content.paragraph("There is nothing to remark.", "Det er ingenting å merke seg.")]
            )
        }
        var table = PageTable(
            [
                (words("Remark", "Merknad"), false), (words("Rows", "Rader"), true),
                (words("Purchases, kroner", "Innkjøp, kroner"), true),
                (words("Sales, kroner", "Salg, kroner"), true),
            ],
            style: "remarks"
        )
        for use in uses {
            table.add([
                remark(use), "\(number.count(use.purchases.rows + use.sales.rows))",
                "\(number.kroner(use.purchases.amount))", "\(number.kroner(use.sales.amount))",
            ])
        }
        return content.section(
            "remarks",
            words("Remarks", "Merknader"),
            [
                content.paragraph(
                    "Nothing is left out or moved because of these. A row can have several remarks, or none.",
                    "Ingenting er utelatt eller flyttet på grunn av disse. En rad kan ha flere merknader, eller ingen."
                ), table.markup,
            ]
        )
    }

    private func block(_ use: RuleUse) -> Markup {
        let wording = ReviewRuleWording(use.rule, in: content.language)
        let sums = [(PartyRole.supplier, use.purchases), (.customer, use.sales)].filter { $0.1.rows > 0 }.map
        {
            let rows = words($0.1.rows == 1 ? "row" : "rows", $0.1.rows == 1 ? "rad" : "rader")
            return
                "\(content.trade($0.0)): \(number.count($0.1.rows)) \(rows), \(number.kroner($0.1.amount)) kr"
        }
        return """
            <div class="rule \(use.rule.outcome.rawValue)">
            <h3>\(wording.title) <code>\(use.rule.rawValue)</code></h3>
            <p class="sums">\(sums.joined(separator: ". ")).</p>
            <p>\(wording.effect) \(wording.reason)</p>
            <p><b>\(words("What you can do:", "Hva du kan gjøre:"))</b> \(wording.remedy)</p>
            \(examples(use))
            </div>
            """
    }

    private func examples(_ use: RuleUse) -> Markup {
        let shown = Array(use.changes.prefix(Self.mostExamples))
        let isByInvoice = shown.contains { $0.voucher != nil }
        let hasOriginal = shown.contains { $0.original != nil }
        let hasTarget = shown.contains { content.target(of: $0) != nil }
        var header = [(words("File, line", "Fil, linje"), false), (words("Day", "Dag"), false)]
        if isByInvoice {
            header += [(words("Voucher", "Bilag"), false), (words("Invoice", "Faktura"), false)]
        }
        header += [("", false), (words("Party", "Part"), false)]
        if hasTarget { header.append((words("Counts as", "Teller som"), false)) }
        if hasOriginal { header.append((words("The one that counts", "Den som teller"), false)) }
        header += [(words("Rows", "Rader"), true), (words("Kroner", "Kroner"), true)]
        var table = PageTable(header, style: "examples")
        for change in shown {
            var cells: [Markup] = [
                "\(place(change.file, change.line))",
                "<span class=\"whole\">\(change.date.map(content.day) ?? "")</span>",
            ]
            if isByInvoice { cells += ["\(change.voucher ?? "")", "\(change.reference ?? "")"] }
            cells += [
                "<span class=\"whole\">\(content.trade(change.role))</span>", content.party(of: change),
            ]
            if hasTarget { cells.append("\(content.target(of: change) ?? "")") }
            if hasOriginal { cells.append("\(change.original.map { place($0.file, $0.line) } ?? "")") }
            cells += ["\(number.count(change.rows))", "\(number.kroner(change.amount))"]
            table.add(cells)
        }
        return "\(table.markup)\n\(more(use, than: shown.count))"
    }

    private func remark(_ use: RuleUse) -> Markup {
        let wording = ReviewRuleWording(use.rule, in: content.language)
        let shown = use.changes.prefix(Self.mostRemarked).map { change -> Markup in
            let line = place(change.file, change.line)
            let original = change.original.map { words(" and ", " og ") + place($0.file, $0.line) } ?? ""
            return "\(content.party(of: change)) – \(line)\(original), \(number.kroner(change.amount)) kr"
        }
        let rest = use.changes.count - shown.count
        let more = rest > 0 ? words("; and \(number.count(rest)) more", "; og \(number.count(rest)) til") : ""
        return """
            <b>\(wording.title)</b> <code>\(use.rule.rawValue)</code><br>
            \(wording.effect) \(wording.reason) <i>\(wording.remedy)</i><br>
            <span class="dim">\(words("Largest", "Størst")): \(shown.joined(separator: "; "))\(more).</span>
            """
    }

    private func more(_ use: RuleUse, than shown: Int) -> Markup {
        let rest = use.changes.count - shown
        guard rest > 0 else { return "" }
        return """
            <p class="dim">\(words(
            "The largest first; \(number.count(rest)) more in review-changes.csv.",
            "De største først; \(number.count(rest)) til i review-changes.csv."
            ))</p>
            """
    }

    private func place(_ file: Int, _ line: Int) -> String {
        // Without spaces between the thousands: it is looked up in the file.
        let place = words("line ", "linje ") + String(line)
        return content.review.files.count > 1 ? content.file(file) + ", " + place : place
    }
}
