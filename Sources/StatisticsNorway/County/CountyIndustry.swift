public import Accounts

/// An industry, total or detail of Statistics Norway's table 11713, and the part it plays there.
public struct CountyIndustry: Sendable, Hashable {
    /// Code and names; the table itself prints the bokmål name alone, the code is ours.
    public let industry: Industry
    /// The part it plays among the rows.
    public let role: Role
    /// For a total or subtotal, the codes of the industries it adds up.
    public let covers: [String]

    /// The parts a row can play.
    public enum Role: String, Sendable, CaseIterable {
        /// One of the industries that together make the economy, each once.
        case industry
        /// The sum of all industries.
        case total
        /// The sum of some industries.
        case subtotal
        /// A part of an industry, or a cut across industries: adds to nothing.
        case detail
    }

    /// The rows of table 11713 in its order, without mainland Norway, which it leaves empty.
    public static let all: [CountyIndustry] = table.map { entry in
        let covers: [String] =
            switch entry.role {
            case .total: table.filter { $0.role == .industry }.map(\.code)
            case .subtotal: table.filter { $0.role == .industry && $0.code.hasPrefix(entry.code) }.map(\.code)
            case .industry, .detail: []
            }
        return CountyIndustry(
            industry: Industry(
                code: entry.code,
                name: Name(english: entry.english, norwegian: entry.norwegian)
            ),
            role: entry.role,
            covers: covers
        )
    }

    /// A row the table prints and never fills.
    static let mainlandNorway = "Fastlands-Norge"
    /// The imputed rents of those who own the dwelling they live in: value added without wages.
    static let ownDwellings = "L68A"

    private typealias Entry = (code: String, role: Role, norwegian: String, english: String)

    private static let table: [Entry] = [
        ("TOTAL", .total, "Totalt for næringer", "All industries"),
        ("A01_02", .industry, "Jordbruk og skogbruk", "Agriculture and forestry"),
        ("A03", .industry, "Fiske, fangst og akvakultur", "Fishing and aquaculture"),
        ("B05_08", .industry, "Bergverksdrift", "Mining and quarrying"),
        (
            "B06_09", .industry, "Utvinning av råolje og naturgass, inkl. tjenester",
            "Oil and gas extraction, including services"
        ),
        ("B06", .detail, "Utvinning av råolje og naturgass", "Oil and gas extraction"),
        (
            "B09_1", .detail, "Tjenester tilknyttet utvinning av råolje og naturgass",
            "Services incidental to oil and gas extraction"
        ),
        ("C", .subtotal, "Industri", "Manufacturing"),
        (
            "C10_12", .industry, "Nærings-, drikkevare- og tobakksindustri",
            "Food products, beverages and tobacco"
        ),
        (
            "C13_15", .industry, "Tekstil-, beklednings- og lærvareindustri",
            "Textiles, wearing apparel and leather"
        ),
        (
            "C16_17", .industry, "Trelast-, trevare- og papirvareindustri",
            "Wood, wood products and paper products"
        ),
        (
            "C18", .industry, "Trykking og reproduksjon av innspilte opptak",
            "Printing and reproduction of recorded media"
        ),
        (
            "C19_21", .industry, "Oljeraffinering, kjemisk og farmasøytisk industri",
            "Refined petroleum, chemical and pharmaceutical products"
        ),
        (
            "C22_23", .industry, "Gummivare- og plastindustri, mineralproduktindustri",
            "Rubber, plastic and mineral products"
        ),
        ("C24", .industry, "Produksjon av metaller", "Basic metals"),
        (
            "C25_28", .industry, "Produksjon av metallvarer, elektrisk utstyr og maskiner",
            "Fabricated metal products, electrical equipment and machinery"
        ),
        (
            "C29_30", .industry, "Verftsindustri og annen transportmiddelindustri",
            "Building of ships and other transport equipment"
        ),
        (
            "C31_32", .industry, "Produksjon av møbler og annen industriproduksjon",
            "Furniture and other manufacturing"
        ),
        (
            "C33", .industry, "Reparasjon og installasjon av maskiner og utstyr",
            "Repair and installation of machinery and equipment"
        ),
        (
            "D35", .industry, "Elektrisitets-, gass- og varmtvannsforsyning",
            "Electricity, gas and steam supply"
        ),
        (
            "E36_39", .industry, "Vannforsyning, avløp og renovasjon",
            "Water supply, sewerage and waste management"
        ),
        ("F41_43", .industry, "Bygge- og anleggsvirksomhet", "Construction"),
        (
            "G45_47", .industry, "Varehandel og reparasjon av motorvogner",
            "Wholesale and retail trade, repair of motor vehicles"
        ),
        ("H49_5", .industry, "Rørtransport", "Transport via pipelines"),
        ("H50_1", .industry, "Utenriks sjøfart", "Ocean transport"),
        (
            "H49_52X", .industry, "Transport utenom utenriks sjøfart",
            "Transport activities excluding ocean transport"
        ),
        ("H53", .industry, "Post og distribusjonsvirksomhet", "Postal and courier activities"),
        (
            "I55_56", .industry, "Overnattings- og serveringsvirksomhet",
            "Accommodation and food service activities"
        ),
        ("J58_63", .industry, "Informasjon og kommunikasjon", "Information and communication"),
        (
            "K64_66", .industry, "Finansierings- og forsikringsvirksomhet",
            "Financial and insurance activities"
        ),
        ("L68B", .industry, "Omsetning og drift av fast eiendom", "Real estate activities"),
        ("L68A", .industry, "Boligtjenester, egen bolig", "Imputed rents of owner-occupied dwellings"),
        (
            "M69_75", .industry, "Faglig, vitenskapelig og teknisk tjenesteyting",
            "Professional, scientific and technical activities"
        ),
        (
            "N77_82", .industry, "Forretningsmessig tjenesteyting",
            "Administrative and support service activities"
        ),
        ("O84", .industry, "Offentlig administrasjon og forsvar", "Public administration and defence"),
        ("P85", .industry, "Undervisning", "Education"),
        ("Q86_88", .industry, "Helse- og omsorgstjenester", "Health and social work"),
        (
            "R90_99", .industry, "Kultur, underholdning og annen tjenesteyting",
            "Arts, entertainment and other service activities"
        ),
        ("GOV", .detail, "Offentlig forvaltning", "General government"),
        ("GOV_STATE", .detail, "Statsforvaltning", "Central government"),
        ("GOV_LOCAL", .detail, "Kommuneforvaltning", "Local government"),
    ]
}
