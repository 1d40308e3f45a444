/// The accounts the example's books use, numbered after Norsk Standard 4102.
struct ExampleAccount: Sendable, Hashable {
    let number: Int
    let name: String
    /// The heading and code of the business specification (*næringsspesifikasjon*), which SAF-T 1.30 asks for.
    let grouping: (category: String, code: String)

    static func == (left: ExampleAccount, right: ExampleAccount) -> Bool { left.number == right.number }
    func hash(into hasher: inout Hasher) { hasher.combine(number) }

    private init(_ number: Int, _ name: String, _ category: String, _ code: String) {
        self.number = number
        self.name = name
        grouping = (category, code)
    }

    /// Every account, in the order of the numbers.
    static let all: [ExampleAccount] =
        fixedAssets + currentAssets + equityAndDebt + dutyAccounts + income + goods + wages + otherCosts
        + finance

    static let names: [Int: String] = Dictionary(uniqueKeysWithValues: all.map { ($0.number, $0.name) })

    private static let fixedAssets = [
        ExampleAccount(1100, "Bygninger", "balanseverdiForAnleggsmiddel", "1105"),
        ExampleAccount(1200, "Maskiner og anlegg", "balanseverdiForAnleggsmiddel", "1205"),
        ExampleAccount(1250, "Inventar", "balanseverdiForAnleggsmiddel", "1205"),
    ]
    private static let currentAssets = [
        ExampleAccount(1500, "Kundefordringer", "balanseverdiForOmloepsmiddel", "1500"),
        ExampleAccount(1900, "Kontanter", "balanseverdiForOmloepsmiddel", "1900"),
        ExampleAccount(1920, "Bankinnskudd", "balanseverdiForOmloepsmiddel", "1920"),
        ExampleAccount(1950, "Bankinnskudd, skattetrekk", "balanseverdiForOmloepsmiddel", "1920"),
    ]
    private static let equityAndDebt = [
        ExampleAccount(2050, "Annen egenkapital", "egenkapital", "2050"),
        ExampleAccount(2400, "Leverandørgjeld", "kortsiktigGjeld", "2400"),
        ExampleAccount(2600, "Forskuddstrekk", "kortsiktigGjeld", "2600"),
    ]
    private static let dutyAccounts = [
        ExampleAccount(2700, "Utgående merverdiavgift, alminnelig sats", "kortsiktigGjeld", "2740"),
        ExampleAccount(2701, "Utgående merverdiavgift, redusert sats", "kortsiktigGjeld", "2740"),
        ExampleAccount(2702, "Utgående merverdiavgift, tjenester fra utlandet", "kortsiktigGjeld", "2740"),
        ExampleAccount(2703, "Utgående merverdiavgift, innførsel av varer", "kortsiktigGjeld", "2740"),
        ExampleAccount(2710, "Inngående merverdiavgift, alminnelig sats", "kortsiktigGjeld", "2740"),
        ExampleAccount(2711, "Inngående merverdiavgift, redusert sats", "kortsiktigGjeld", "2740"),
        ExampleAccount(2712, "Inngående merverdiavgift, tjenester fra utlandet", "kortsiktigGjeld", "2740"),
        ExampleAccount(2713, "Inngående merverdiavgift, innførsel av varer", "kortsiktigGjeld", "2740"),
        ExampleAccount(2714, "Inngående merverdiavgift, lav sats", "kortsiktigGjeld", "2740"),
        ExampleAccount(2740, "Oppgjørskonto merverdiavgift", "kortsiktigGjeld", "2740"),
        ExampleAccount(2770, "Skyldig arbeidsgiveravgift", "kortsiktigGjeld", "2770"),
        ExampleAccount(2960, "Påløpte kostnader", "kortsiktigGjeld", "2990"),
    ]
    private static let income = [
        ExampleAccount(3000, "Salgsinntekt, avgiftspliktig, alminnelig sats", "salgsinntekt", "3000"),
        ExampleAccount(3010, "Salgsinntekt, avgiftspliktig, redusert sats", "salgsinntekt", "3000"),
        ExampleAccount(3050, "Salg av biprodukter og varme", "salgsinntekt", "3000"),
        ExampleAccount(3100, "Salgsinntekt, avgiftsfri, utførsel", "salgsinntekt", "3100"),
    ]
    private static let goods = [
        ExampleAccount(4000, "Råvarer", "varekostnad", "4005"),
        ExampleAccount(4010, "Reduksjonsmidler og tilsetninger", "varekostnad", "4005"),
        ExampleAccount(4020, "Hjelpestoffer", "varekostnad", "4005"),
        ExampleAccount(4030, "Kraft til produksjon", "varekostnad", "4005"),
        ExampleAccount(4300, "Emballasje", "varekostnad", "4005"),
        ExampleAccount(4360, "Frakt, toll og spedisjon på innkjøp", "varekostnad", "4005"),
    ]
    private static let wages = [
        ExampleAccount(5000, "Lønn", "loennskostnad", "5000"),
        ExampleAccount(5400, "Arbeidsgiveravgift", "loennskostnad", "5400"),
        ExampleAccount(5910, "Kantinekostnad", "loennskostnad", "5900"),
    ]
    private static let otherCosts = [
        ExampleAccount(6000, "Avskrivninger", "annenDriftskostnad", "6000"),
        ExampleAccount(6100, "Frakt ved salg", "annenDriftskostnad", "6100"),
        ExampleAccount(6300, "Leie av lokaler", "annenDriftskostnad", "6300"),
        ExampleAccount(6340, "Lys og varme", "annenDriftskostnad", "6340"),
        ExampleAccount(6360, "Renhold", "annenDriftskostnad", "6340"),
        ExampleAccount(6390, "Avfallshåndtering", "annenDriftskostnad", "6340"),
        ExampleAccount(6420, "Leie av datasystemer", "annenDriftskostnad", "6400"),
        ExampleAccount(6600, "Reparasjon og vedlikehold", "annenDriftskostnad", "6600"),
        ExampleAccount(6620, "Vedlikehold av elektrisk anlegg", "annenDriftskostnad", "6600"),
        ExampleAccount(6700, "Revisjon", "annenDriftskostnad", "6700"),
        ExampleAccount(6720, "Teknisk rådgivning", "annenDriftskostnad", "6700"),
        ExampleAccount(6730, "Konserntjenester", "annenDriftskostnad", "6700"),
        ExampleAccount(6900, "Telefon og datasamband", "annenDriftskostnad", "6700"),
        ExampleAccount(7140, "Reisekostnad", "annenDriftskostnad", "7700"),
        ExampleAccount(7500, "Forsikring", "annenDriftskostnad", "7500"),
        ExampleAccount(7740, "Øreavrunding", "annenDriftskostnad", "7700"),
        ExampleAccount(7770, "Bankgebyr", "annenDriftskostnad", "7700"),
        ExampleAccount(7830, "Tap på fordringer", "annenDriftskostnad", "7830"),
    ]
    private static let finance = [
        ExampleAccount(8060, "Valutagevinst", "finansinntekt", "8060"),
        ExampleAccount(8160, "Valutatap", "finanskostnad", "8160"),
    ]
}
