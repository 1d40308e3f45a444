/// A kind of purchase or sale: what, with whom, and how much of the firm's sales it amounts to.
struct DealSpecification: Sendable {
    /// What the parties are called, before a number.
    let noun: String
    /// Their industry, SN2007.
    let industry: String
    let account: Int
    let tax: ExampleTax
    /// Of the firm's sales in a year, all parties of the deal together. What a firm's deals do not add up to is shared out
    /// over them in proportion (`TradeScale`).
    let share: Double
    /// How many parties there are.
    let count: Int
    /// How many of them are persons in business.
    let proprietors: Int
    let origin: Origin
    /// What stands on the lines.
    let text: String

    /// Where the parties are.
    enum Origin: Sendable {
        case region
        /// The part of the region where fish are farmed.
        case coast
        /// The region and the rest of the country, about as many in each.
        case norway
        /// The rest of the country.
        case elsewhere
        case abroad([String])
    }

    init(
        _ noun: String,
        _ industry: String,
        _ account: Int,
        _ tax: ExampleTax,
        _ share: Double,
        _ count: Int,
        proprietors: Int = 0,
        _ origin: Origin,
        _ text: String
    ) {
        self.noun = noun
        self.industry = industry
        self.account = account
        self.tax = tax
        self.share = share
        self.count = count
        self.proprietors = proprietors
        self.origin = origin
        self.text = text
    }

    /// What every firm buys. The parties are shared: several firms have the same auditor.
    static let common: [DealSpecification] = [
        DealSpecification(
            "Transport",
            "49.410",
            6100,
            .input25,
            0.02,
            9,
            proprietors: 4,
            .region,
            "Transport"
        ),
        DealSpecification("Eiendom", "68.209", 6300, .input25, 0.004, 6, .region, "Husleie"),
        DealSpecification("Kraftsalg", "35.140", 6340, .input25, 0.01, 3, .norway, "Strøm"),
        DealSpecification("Renhold", "81.210", 6360, .input25, 0.002, 5, proprietors: 2, .region, "Renhold"),
        DealSpecification("Gjenvinning", "38.210", 6390, .input25, 0.004, 3, .region, "Henting av avfall"),
        DealSpecification("Programvare", "62.020", 6420, .input25, 0.003, 5, .norway, "Lisens og drift"),
        DealSpecification(
            "Cloud Service",
            "62.020",
            6420,
            .servicesFromAbroad,
            0.001,
            3,
            .abroad(["IE", "NL", "SE"]),
            "Skytjeneste"
        ),
        DealSpecification(
            "Mekanisk verksted",
            "33.120",
            6600,
            .input25,
            0.01,
            7,
            proprietors: 2,
            .region,
            "Vedlikehold"
        ),
        DealSpecification(
            "Elektro",
            "43.210",
            6620,
            .input25,
            0.005,
            6,
            proprietors: 2,
            .region,
            "Elektrisk arbeid"
        ),
        DealSpecification("Revisjon", "69.202", 6700, .input25, 0.0006, 2, .norway, "Revisjon"),
        DealSpecification("Ingeniør", "71.129", 6720, .input25, 0.003, 5, .norway, "Prosjektering"),
        DealSpecification("Telekom", "61.100", 6900, .input25, 0.0005, 2, .norway, "Datasamband"),
        DealSpecification("Hotell", "55.101", 7140, .input12, 0.0004, 3, .norway, "Overnatting"),
        DealSpecification("Kantine", "56.290", 5910, .input15, 0.001, 3, proprietors: 1, .region, "Kantine"),
        DealSpecification("Skadeforsikring", "65.120", 7500, .outside, 0.003, 2, .norway, "Forsikring"),
    ]

    /// Where capital goods are bought.
    static let machines = DealSpecification(
        "Maskinfabrikk",
        "28.990",
        1200,
        .input25,
        0.02,
        6,
        .norway,
        "Maskin"
    )

    /// Whom every firm may sell something to.
    static let commonSales: [DealSpecification] = [
        DealSpecification("Bygg og anlegg", "42.110", 3050, .output25, 0.002, 4, .region, "Biprodukter"),
        DealSpecification("Kommunalteknikk", "36.000", 3050, .output25, 0.001, 3, .region, "Biprodukter"),
    ]
}
