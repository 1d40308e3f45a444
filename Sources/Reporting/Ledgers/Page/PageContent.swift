import Accounts
import Ledgers

/// What all sections of the page share: the review, and how its things are written.
struct PageContent: Sendable {
    let review: LedgerReview
    let names: ReviewNames
    let words: Wording
    let number: NumberFormat
    /// The reviewed party of each entry in the books.
    private let parties: [Entry: ReviewedParty]
    /// The names of units that have kroner after the review.
    private let units: [OrganisationNumber: String]

    private struct Entry: Hashable {
        let owner: Int
        let role: PartyRole
        let bookNumber: String
    }

    init(_ review: LedgerReview, names: ReviewNames, language: Language) {
        self.review = review
        self.names = names
        words = Wording(language)
        number = NumberFormat(language)
        var parties: [Entry: ReviewedParty] = [:]
        for party in review.parties {
            for bookNumber in party.bookNumbers {
                let entry = Entry(owner: party.owner, role: party.role, bookNumber: bookNumber)
                // An enterprise spread over its establishments is each of them; the first stands for all.
                if parties[entry] == nil { parties[entry] = party }
            }
        }
        self.parties = parties
        units = Dictionary(
            review.parties.compactMap { party in
                party.number.flatMap { number in party.name.map { (number, $0) } }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    var language: Language { words.language }

    /// The party a change is about: its name where that may be written, and the numbers the books have. The name is the
    /// one it has after the review, which may be its establishment's or its successor's.
    func party(of change: ReviewChange) -> Markup {
        guard let bookNumber = change.bookNumber else {
            return "<i>\(words("not named", "navngis ikke"))</i>"
        }
        let owner = review.files[change.file].owner
        let found = parties[Entry(owner: owner, role: change.role, bookNumber: bookNumber)]
        let number = change.number.flatMap { OrganisationNumber($0) }
        let written = number.map(organisationNumber) ?? change.number ?? ""
        let isBookedAsAnother = found?.name != nil && found?.number != nil && found?.number != number
        let who = [
            found?.name ?? "", isBookedAsAnother ? words("booked on ", "bokført på ") + written : written,
        ]
        let entry = bookNumber.isEmpty ? words("no number", "uten nummer") : bookNumber
        let shown = who.filter { !$0.isEmpty }.joined(separator: ", ")
        guard !shown.isEmpty else { return "\(entry)" }
        return "<span class=\"any\">\(shown)</span> <span class=\"dim\">(\(entry))</span>"
    }

    /// Whom a change counts as, where it is one that can be named.
    func target(of change: ReviewChange) -> String? {
        guard let target = change.target else { return nil }
        guard let number = OrganisationNumber(target) else { return target }
        return [units[number], organisationNumber(number)].compactMap(\.self).joined(separator: ", ")
    }

    /// Purchases or sales.
    func trade(_ role: PartyRole) -> String {
        role == .supplier ? words("Purchases", "Innkjøp") : words("Sales", "Salg")
    }

    /// A firm whose books these are.
    func owner(_ place: Int) -> String {
        let owner = review.owners[place]
        let parts = [owner.name, owner.number.map(organisationNumber)].compactMap(\.self)
        return parts.isEmpty
            ? words("a firm without a name", "et foretak uten navn") : parts.joined(separator: ", ")
    }

    /// The file's name without its folder.
    func file(_ place: Int) -> String {
        review.files[place].file.split(separator: "/").last.map(String.init) ?? review.files[place].file
    }

    /// `923 609 016`, with no-break spaces.
    func organisationNumber(_ number: OrganisationNumber) -> String {
        let digits = number.description
        return "\(digits.prefix(3))\u{A0}\(digits.dropFirst(3).prefix(3))\u{A0}\(digits.suffix(3))"
    }

    /// A day as people write it.
    func day(_ day: CalendarDate) -> String {
        guard language == .norwegian else { return day.description }
        return day.description.split(separator: "-").reversed().joined(separator: ".")
    }

    /// The first and last day.
    func period(_ period: ClosedRange<CalendarDate>?) -> String {
        guard let period else { return words("no vouchers", "ingen bilag") }
        return "\(day(period.lowerBound))\u{2013}\(day(period.upperBound))"
    }

    /// A heading and what stands under it.
    func section(_ id: Markup, _ heading: String, _ content: [Markup]) -> Markup {
        "<section id=\"\(id)\">\n<h2>\(heading)</h2>\n\(content.joined(separator: "\n"))\n</section>"
    }

    /// A paragraph.
    func paragraph(_ english: String, _ norwegian: String) -> Markup { "<p>\(words(english, norwegian))</p>" }
}
