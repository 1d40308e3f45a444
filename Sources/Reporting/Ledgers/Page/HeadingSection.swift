import Accounts
import Ledgers

/// The page's head: whose books, which period, what was read, and the answer in a few sentences.
struct HeadingSection {
    private let content: PageContent

    init(_ content: PageContent) {
        self.content = content
    }

    private var words: Wording { content.words }
    private var review: LedgerReview { content.review }

    var title: String {
        let owners = review.owners.indices.map(content.owner)
        let whose = owners.count == 1 ? owners[0] : words("\(owners.count) firms", "\(owners.count) foretak")
        return words("Ledger review: ", "Gjennomgang av reskontro: ") + whose
    }

    var markup: Markup {
        let lead: Markup = """
            <p class="lead">\(words(
            "What was read of the books, what counts, what was refused, and why. Kroner are net of value added tax.",
            "Hva som er lest av regnskapet, hva som teller, hva som er utelatt, og hvorfor. Kroner er uten merverdiavgift."
            ))</p>
            """
        return """
            <header>
            <h1>\(title)</h1>
            \(lead)
            <p>\(words("Period", "Periode")): \(content.period(wholePeriod)). \(register)</p>
            \(files)
            \(notices)
            </header>
            <div class="verdict">
            \(verdict)
            </div>
            """
    }

    private var wholePeriod: ClosedRange<CalendarDate>? {
        let periods = review.files.compactMap(\.period)
        guard let first = periods.map(\.lowerBound).min(), let last = periods.map(\.upperBound).max() else {
            return nil
        }
        return first...last
    }

    private var register: Markup {
        if let day = review.registerDay {
            let source = words(
                "Source of industries and places: the business register, Brønnøysundregistrene (NLOD), of",
                "Kilde for næring og sted: Enhetsregisteret, Brønnøysundregistrene (NLOD), per"
            )
            return "\(source) \(content.day(day))."
        }
        if let source = review.registerProvenance {
            return "\(words("Business register", "Enhetsregisteret")): \(source.table)."
        }
        return """
            <strong>\(words(
            "No business register was used: industries are estimated, and no municipality is known.",
            "Enhetsregisteret er ikke brukt: næringer er anslått, og ingen kommune er kjent."
            ))</strong>
            """
    }

    private var files: Markup {
        var table = PageTable([
            (words("File", "Fil"), false), (words("Format", "Format"), false),
            (words("Books of", "Regnskapet til"), false),
            (words("Period", "Periode"), false), (words("Vouchers", "Bilag"), true),
            (words("Lines", "Linjer"), true),
            (words("Debit, kroner", "Debet, kroner"), true),
        ])
        for (place, file) in review.files.enumerated() {
            table.add([
                "\(content.file(place))", "\(file.format)", "\(content.owner(file.owner))",
                "\(content.period(file.period))", "\(content.number.count(file.voucherCount))",
                "\(content.number.count(file.lines.total.lines))",
                "\(content.number.kroner(file.lines.total.debit))",
            ])
        }
        return table.markup
    }

    private var notices: Markup {
        let wording = FileNoticeWording(content.language)
        let items = review.files.indices.flatMap { place in
            wording.texts(of: review.files[place]).map { "<li>\(content.file(place)): \($0)</li>" as Markup }
        }
        guard !items.isEmpty else { return "" }
        return """
            <h3>\(words("About how the files were read", "Om lesingen av filene"))</h3>
            <ul>
            \(items.joined(separator: "\n"))
            </ul>
            """
    }

    private var verdict: Markup {
        let totals = [PartyRole.supplier, .customer].map { BalanceTotal($0, in: review) }
        let sentences = totals.map { total -> Markup in
            guard total.input.rows > 0 else {
                return
                    "<p>\(words("No \(noun(total.role)) were found.", "Fant ingen \(noun(total.role))."))</p>"
            }
            let number = content.number
            let (input, kept) = (
                number.wholeKroner(total.input.amount), number.wholeKroner(total.kept.amount)
            )
            let changed = number.wholeKroner(total.changed.amount)
            let refused = number.wholeKroner(total.refused.amount)
            return """
                <p>\(words(
                "Of \(noun(total.role)) of \(input) kroner, \(kept) count as booked, \(changed) count as another's than the one booked, and \(refused) are refused.",
                "Av \(noun(total.role)) for \(input) kroner teller \(kept) som bokført, \(changed) teller som en annens enn den bokførte, og \(refused) er utelatt."
                ))</p>
                """
        }
        let whole =
            review.isWhole
            ? words(
                "Nothing has disappeared: kept + changed + refused is what the files held, to the øre.",
                "Ingenting er borte: beholdt + endret + utelatt er det filene inneholdt, på øret."
            )
            : words(
                "Something is wrong: kept + changed + refused is not what the files held. Do not use the figures.",
                "Noe er galt: beholdt + endret + utelatt er ikke det filene inneholdt. Ikke bruk tallene."
            )
        return
            "\(sentences.joined(separator: "\n"))\n<p class=\"\(review.isWhole ? "good" : "bad")\">\(whole)</p>"
    }

    private func noun(_ role: PartyRole) -> String { content.trade(role).lowercased() }
}
