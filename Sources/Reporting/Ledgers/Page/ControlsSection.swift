import Accounts
import Ledgers

/// The books against figures from elsewhere: annual accounts, balances of parties, seller against buyer.
struct ControlsSection {
    private let content: PageContent

    init(_ content: PageContent) {
        self.content = content
    }

    private var words: Wording { content.words }
    private var number: NumberFormat { content.number }
    private var controls: ReviewControls { content.review.controls }

    private static let most = 20

    var markup: Markup {
        content.section("controls", words("Controls", "Kontroller"), annual + balances + pairs)
    }

    private var annual: [Markup] {
        let heading: Markup = "<h3>\(words("Against the annual accounts", "Mot årsregnskapet"))</h3>"
        guard !controls.annual.isEmpty else {
            return [
                heading,
                content.paragraph(
                    "No annual accounts were given. With them, the review says whether the books are complete.",
                    "Årsregnskap er ikke oppgitt. Med det sier gjennomgangen om regnskapet er fullstendig."
                ),
            ]
        }
        var table = PageTable([
            (words("Firm", "Foretak"), false), (words("Year", "År"), false), (words("Figure", "Post"), false),
            (words("Annual accounts", "Årsregnskapet"), true), (words("Books", "Regnskapet"), true),
            (words("Difference", "Differanse"), true),
            (words("Of it with a party", "Av dette med part"), true),
            ("", false),
        ])
        for control in controls.annual {
            table.add([
                "\(content.owner(control.owner))", "\(control.year)", "\(name(control.item))",
                "\(number.kroner(control.stated))", "\(number.kroner(control.booked))",
                "\(number.kroner(control.difference))", "\(control.attributed.map(number.kroner) ?? ".")",
                control.agrees
                    ? "<span class=\"good\">\(words("agrees", "stemmer"))</span>"
                    : "<span class=\"bad\">\(words("differs", "avviker"))</span>",
            ])
        }
        return [
            heading,
            content.paragraph(
                """
                A difference of more than \(number.percent(content.review.settings.tolerance)) is called one. What has no \
                party is cash purchases, and income and cost booked without one. Double registrations and other \
                rows left out are in the books, and not with a party.
                """,
                """
                En differanse på mer enn \(number.percent(content.review.settings.tolerance)) kalles avvik. Det som ikke \
                har part, er kontantkjøp og inntekter og kostnader ført uten. Dobbeltregistreringer og annet som er \
                utelatt, er med i regnskapet, men ikke med part.
                """
            ), table.markup,
        ]
    }

    private func name(_ item: AnnualAccounts.Item) -> String {
        switch item {
        case .operatingIncome: words("Operating income (30–39)", "Driftsinntekter (30–39)")
        case .costOfGoods: words("Cost of goods (40–49)", "Varekostnad (40–49)")
        case .wages: words("Wages (50–59)", "Lønnskostnad (50–59)")
        case .otherOperatingCosts: words("Other operating costs (61–79)", "Annen driftskostnad (61–79)")
        }
    }

    private var balances: [Markup] {
        let heading: Markup = """
            <h3>\(words("Opening + movement = closing", "Inngående + bevegelse = utgående saldo"))</h3>
            """
        guard controls.partiesChecked > 0 else {
            return [
                heading,
                content.paragraph(
                    "The files have no balances of parties to check.",
                    "Filene har ingen saldoer på kunder og leverandører å kontrollere."
                ),
            ]
        }
        let open = controls.openParties
        let verdict =
            open.isEmpty
            ? words(
                "Checked for \(number.count(controls.partiesChecked)) parties; it holds for all.",
                "Kontrollert for \(number.count(controls.partiesChecked)) parter; det stemmer for alle."
            )
            : words(
                "Checked for \(number.count(controls.partiesChecked)) parties; it does not hold for \(number.count(open.count)).",
                "Kontrollert for \(number.count(controls.partiesChecked)) parter; det stemmer ikke for \(number.count(open.count))."
            )
        var table = PageTable([
            (words("File", "Fil"), false), ("", false), (words("Number", "Nummer"), false),
            (words("Opening", "Inngående"), true), (words("Movement", "Bevegelse"), true),
            (words("Closing", "Utgående"), true), (words("Difference", "Differanse"), true),
        ])
        for control in open.prefix(Self.most) {
            table.add([
                "\(content.file(control.file))",
                "\(control.party.role == .supplier ? words("supplier", "leverandør") : words("customer", "kunde"))",
                "\(control.party.id)", "\(number.kroner(control.opening))",
                "\(number.kroner(control.movement))",
                "\(number.kroner(control.closing))", "\(number.kroner(control.difference))",
            ])
        }
        return [heading, "<p>\(verdict)</p>"] + (table.isEmpty ? [] : [table.markup])
    }

    private var pairs: [Markup] {
        guard content.review.owners.count > 1 else { return [] }
        let heading: Markup = "<h3>\(words("Seller against buyer", "Selger mot kjøper"))</h3>"
        guard !controls.pairs.isEmpty else {
            return [
                heading,
                content.paragraph(
                    "The firms under review have not traded with each other.",
                    "Foretakene i gjennomgangen har ikke handlet med hverandre."
                ),
            ]
        }
        var table = PageTable([
            (words("Seller", "Selger"), false), (words("Buyer", "Kjøper"), false),
            (words("Sold, seller's books", "Solgt, selgers regnskap"), true),
            (words("Bought, buyer's books", "Kjøpt, kjøpers regnskap"), true),
            (words("Difference", "Differanse"), true),
        ])
        for pair in controls.pairs {
            let difference = number.kroner(pair.difference)
            table.add([
                "\(content.owner(pair.seller))", "\(content.owner(pair.buyer))",
                "\(number.kroner(pair.sold))",
                "\(number.kroner(pair.bought))",
                pair.difference == .zero ? "\(difference)" : "<span class=\"bad\">\(difference)</span>",
            ])
        }
        return [heading, table.markup]
    }
}
