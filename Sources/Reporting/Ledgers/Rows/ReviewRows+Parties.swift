import Accounts
import FileFormats
import Ledgers

extension ReviewRows {
    /// The columns of `parties`.
    public static let partyHeader = [
        "owner", "role", "kind", "organisation_number", "name", "book_numbers", "booked_on", "industry",
        "industry_classification", "industry_source", "municipality", "country", "intermediate_nok",
        "investment_nok", "rows", "rules",
        "lines",
    ]

    /// The parties with their kroner, one a row; lists have spaces between their items.
    ///
    /// `lines` are the first ten places in the books, each as the file's number and its line: `1:204`. `country` is `NO` for
    /// Norway, `ZZ` where only that it is abroad is known, empty where nothing is.
    public var parties: String {
        var writer = CSVWriter()
        writer.write(row: Self.partyHeader)
        for party in review.parties {
            let place = Self.place(party.place)
            writer.write(row: [
                name(ofOwner: party.owner), party.role.rawValue, party.kind.rawValue,
                party.number.map { "\($0)" } ?? "", party.name ?? "",
                party.bookNumbers.joined(separator: " "),
                party.bookedOn.map { "\($0)" }.joined(separator: " "), party.industry?.code ?? "",
                party.industry?.classification.rawValue ?? "",
                party.industry?.source.rawValue ?? "", place.municipality, place.country,
                Self.text(party.intermediate), Self.text(party.investment), "\(party.rows)",
                party.rules.map(\.rawValue).joined(separator: " "),
                party.lines.map { "\($0.file + 1):\($0.line)" }.joined(separator: " "),
            ])
        }
        return writer.text
    }

    static func place(_ place: PartyPlace) -> (municipality: String, country: String) {
        switch place {
        case .municipality(let number): (number, "NO")
        case .norway: ("", "NO")
        case .abroad(let country): ("", country)
        case .unknown: ("", "")
        }
    }
}
