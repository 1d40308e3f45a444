/// A municipality units lie in.
struct ExamplePlace: Sendable, Hashable {
    let municipality: String
    let name: String
    let postalCode: String
    let city: String

    /// The cluster's own.
    static let orkland = ExamplePlace(
        municipality: "5059",
        name: "ORKLAND",
        postalCode: "7300",
        city: "ORKANGER"
    )
    /// Head offices.
    static let oslo = ExamplePlace(municipality: "0301", name: "OSLO", postalCode: "0150", city: "OSLO")

    /// Trøndelag.
    static let region: [ExamplePlace] = [
        orkland, orkland,
        ExamplePlace(municipality: "5001", name: "TRONDHEIM", postalCode: "7010", city: "TRONDHEIM"),
        ExamplePlace(municipality: "5001", name: "TRONDHEIM", postalCode: "7037", city: "TRONDHEIM"),
        ExamplePlace(municipality: "5028", name: "MELHUS", postalCode: "7224", city: "MELHUS"),
        ExamplePlace(municipality: "5029", name: "SKAUN", postalCode: "7353", city: "BØRSA"),
        ExamplePlace(municipality: "5014", name: "FRØYA", postalCode: "7260", city: "SISTRANDA"),
        ExamplePlace(municipality: "5056", name: "HITRA", postalCode: "7240", city: "HITRA"),
        ExamplePlace(municipality: "5055", name: "HEIM", postalCode: "7200", city: "KYRKSÆTERØRA"),
        ExamplePlace(municipality: "5006", name: "STEINKJER", postalCode: "7713", city: "STEINKJER"),
        ExamplePlace(municipality: "5031", name: "MALVIK", postalCode: "7550", city: "HOMMELVIK"),
    ]

    /// The rest of the country.
    static let elsewhere: [ExamplePlace] = [
        oslo, oslo,
        ExamplePlace(municipality: "4601", name: "BERGEN", postalCode: "5003", city: "BERGEN"),
        ExamplePlace(municipality: "1103", name: "STAVANGER", postalCode: "4006", city: "STAVANGER"),
    ]
}

/// A country abroad, the form of its companies, and how many digits their VAT numbers have; none where few give one.
struct ExampleCountry: Sendable, Hashable {
    let form: String
    let currency: ExampleCurrency?
    let digits: Int

    static let all: [String: ExampleCountry] = [
        "SE": ExampleCountry(form: "AB", currency: .swedishKrona, digits: 12),
        "DK": ExampleCountry(form: "A/S", currency: .danishKrone, digits: 8),
        "DE": ExampleCountry(form: "GmbH", currency: .euro, digits: 9),
        "PL": ExampleCountry(form: "Sp. z o.o.", currency: .euro, digits: 10),
        "ES": ExampleCountry(form: "S.L.", currency: .euro, digits: 9),
        "NL": ExampleCountry(form: "B.V.", currency: .euro, digits: 9),
        "IE": ExampleCountry(form: "Ltd", currency: .euro, digits: 7),
        "BR": ExampleCountry(form: "Ltda", currency: .dollar, digits: 0),
        "PE": ExampleCountry(form: "S.A.C.", currency: .dollar, digits: 0),
        "CO": ExampleCountry(form: "S.A.S.", currency: .dollar, digits: 0),
        "US": ExampleCountry(form: "Inc.", currency: .dollar, digits: 0),
        "JP": ExampleCountry(form: "K.K.", currency: .dollar, digits: 0),
    ]
}

/// A currency invoices are written in, at a rate that is roughly the year's; booked amounts are in kroner.
enum ExampleCurrency: String, Sendable, Hashable {
    case euro = "EUR"
    case dollar = "USD"
    case swedishKrona = "SEK"
    case danishKrone = "DKK"

    /// Øre for one hundred units.
    var oerePerHundred: Int {
        switch self {
        case .euro: 116_000
        case .dollar: 107_000
        case .swedishKrona: 10_200
        case .danishKrone: 15_600
        }
    }
}
