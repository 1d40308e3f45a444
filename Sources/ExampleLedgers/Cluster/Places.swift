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

/// A country abroad, and how its firms' VAT numbers look.
struct ExampleCountry: Sendable, Hashable {
    let code: String
    let currency: ExampleCurrency?
    let digits: Int

    static let all: [String: ExampleCountry] = [
        "SE": ExampleCountry(code: "SE", currency: .swedishKrona, digits: 12),
        "DK": ExampleCountry(code: "DK", currency: .danishKrone, digits: 8),
        "DE": ExampleCountry(code: "DE", currency: .euro, digits: 9),
        "PL": ExampleCountry(code: "PL", currency: .euro, digits: 10),
        "ES": ExampleCountry(code: "ES", currency: .euro, digits: 9),
        "NL": ExampleCountry(code: "NL", currency: .euro, digits: 9),
        "IE": ExampleCountry(code: "IE", currency: .euro, digits: 7),
        "BR": ExampleCountry(code: "BR", currency: .dollar, digits: 0),
        "PE": ExampleCountry(code: "PE", currency: .dollar, digits: 0),
        "CO": ExampleCountry(code: "CO", currency: .dollar, digits: 0),
        "US": ExampleCountry(code: "US", currency: .dollar, digits: 0),
        "JP": ExampleCountry(code: "JP", currency: .dollar, digits: 0),
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
