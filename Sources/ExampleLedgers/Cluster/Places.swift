/// A municipality units lie in; numbers since 1 January 2020, which a register written out after 2019 has.
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

    /// Where the region's fish are farmed.
    static let coast: [ExamplePlace] = region.filter { ["5014", "5056", "5055"].contains($0.municipality) }

    /// The rest of the country.
    static let elsewhere: [ExamplePlace] = [
        oslo, oslo,
        ExamplePlace(municipality: "4601", name: "BERGEN", postalCode: "5003", city: "BERGEN"),
        ExamplePlace(municipality: "1103", name: "STAVANGER", postalCode: "4006", city: "STAVANGER"),
        ExamplePlace(municipality: "1506", name: "MOLDE", postalCode: "6413", city: "MOLDE"),
        ExamplePlace(municipality: "1804", name: "BODØ", postalCode: "8006", city: "BODØ"),
        ExamplePlace(municipality: "1833", name: "RANA", postalCode: "8622", city: "MO I RANA"),
        ExamplePlace(municipality: "3411", name: "RINGSAKER", postalCode: "2380", city: "BRUMUNDDAL"),
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
        "CA": ExampleCountry(form: "Ltd", currency: .dollar, digits: 0),
        "US": ExampleCountry(form: "Inc.", currency: .dollar, digits: 0),
        "JP": ExampleCountry(form: "K.K.", currency: .dollar, digits: 0),
    ]
}

/// A currency invoices are written in, at a rate that is roughly 2019's; booked amounts are in kroner.
enum ExampleCurrency: String, Sendable, Hashable {
    case euro = "EUR"
    case dollar = "USD"
    case swedishKrona = "SEK"
    case danishKrone = "DKK"

    /// Øre for one hundred units.
    var oerePerHundred: Int {
        switch self {
        case .euro: 98_500
        case .dollar: 88_000
        case .swedishKrona: 9_300
        case .danishKrone: 13_200
        }
    }
}
