public import Accounts
public import Ledgers

/// A ledger review as a web page for people: one file, without scripts, pictures or fonts from elsewhere, to be read on a
/// screen or printed on A4.
///
/// In this order: what became of the kroner, what was left out and why, what counts as another's, remarks, the parties,
/// controls, what the journal's lines were used for, and what was decided beforehand. The same review gives the same bytes.
public struct ReviewPage: Sendable {
    private let content: PageContent

    /// The page of `review`.
    ///
    /// - Parameter names: what industries and municipalities are called; codes stand alone where nothing is known.
    public init(_ review: LedgerReview, names: ReviewNames = ReviewNames(), language: Language) {
        content = PageContent(review, names: names, language: language)
    }

    /// The page as HTML text.
    public var html: String {
        let words = content.words
        let sections = [
            BalanceSection(content).markup, RulesSection(content).refused, RulesSection(content).changed,
            RulesSection(content).remarks, PartiesSection(content).markup, ControlsSection(content).markup,
            LinesSection(content).markup, SettingsSection(content).markup,
        ]
        let heading = HeadingSection(content)
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="\(words("en", "nb"))">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>\(heading.title)</title>
            <style>
            \(PageStyle.sheet)
            </style>
            </head>
            <body>
            <main>
            \(heading.markup)
            \(sections.joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
        return page.html
    }
}

/// What codes are called, for people.
public struct ReviewNames: Sendable {
    /// Industries by classification and code, five digits with a full stop (`24.101`) or two (`24`).
    public let industries: [IndustryClassification: [String: Name]]
    /// Municipalities by number.
    public let municipalities: [String: String]

    /// These names; none where none are given.
    public init(
        industries: [IndustryClassification: [String: Name]] = [:],
        municipalities: [String: String] = [:]
    ) {
        self.industries = industries
        self.municipalities = municipalities
    }
}
