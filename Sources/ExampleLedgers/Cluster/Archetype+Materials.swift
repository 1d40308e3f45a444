extension Archetype {
    private typealias Deal = DealSpecification

    /// Timber of the region's forests, chipped for paper mills, heat and the smelter's furnaces.
    static let chips = Archetype(
        key: "flisprodusent",
        name: "Treflisprodusent (eksempel) AS",
        industry: "16.100",
        employees: 10,
        wage: 560_000,
        sales: 36e6,
        purchases: 0.66,
        depreciation: 0.06,
        investment: 0.07,
        buys: [
            Deal("Allmenning", "02.200", 4000, .input25, 0.27, 5, .region, "Tømmer"),
            Deal("Skogbruk", "02.200", 4000, .input25, 0.09, 13, proprietors: 13, .region, "Tømmer"),
            Deal("Skogeierlag", "02.400", 4000, .input25, 0.06, 2, .region, "Hogst og tømmer"),
            Deal("Drivstoff", "46.710", 4020, .input25, 0.04, 2, .norway, "Diesel"),
            Deal(
                "Tømmertransport",
                "49.410",
                6100,
                .input25,
                0.07,
                3,
                proprietors: 1,
                .region,
                "Tømmertransport"
            ),
            Deal("Maskinutleie", "77.320", 6600, .input25, 0.02, 1, .region, "Leie av flishogger"),
        ],
        sells: [
            Deal("Papirmasse", "17.110", 3000, .output25, 0.4, 2, .region, "Flis"),
            Deal("Bioenergi", "35.300", 3000, .output25, 0.2, 5, .region, "Flis og bark"),
            Deal("Trefiberplate", "16.210", 3000, .output25, 0.1, 2, .norway, "Flis"),
            Deal("Hagesenter", "47.761", 3050, .output25, 0.02, 5, proprietors: 2, .region, "Bark"),
        ],
        isInGroup: false,
        saftVersion: "1.20"
    )

    /// Cement, aggregate and steel in, elements for the region's builders out.
    static let concrete = Archetype(
        key: "betongvarefabrikk",
        name: "Betongvarefabrikk (eksempel) AS",
        industry: "23.610",
        employees: 35,
        wage: 570_000,
        sales: 75e6,
        purchases: 0.62,
        depreciation: 0.03,
        investment: 0.04,
        buys: [
            Deal("Sement", "23.510", 4000, .input25, 0.13, 2, .elsewhere, "Sement"),
            Deal("Grustak", "08.120", 4000, .input25, 0.07, 5, proprietors: 2, .region, "Tilslag"),
            Deal("Armering", "46.720", 4010, .input25, 0.05, 3, .norway, "Armeringsstål"),
            Deal("Stålverk", "24.101", 4010, .input25, 0.05, 1, .elsewhere, "Armeringsstål"),
            Deal("Stål", "24.101", 4010, .goodsFromAbroad, 0.05, 2, .abroad(["PL", "SE"]), "Armeringsstål"),
            Deal("Forskaling", "16.290", 4020, .input25, 0.01, 1, .region, "Forskaling"),
            Deal("Tilsetning", "20.590", 4020, .input25, 0.015, 1, .elsewhere, "Tilsetningsstoffer"),
            Deal("Elementtransport", "49.410", 6100, .input25, 0.06, 2, .region, "Transport av elementer"),
            Deal("Montasje", "43.990", 6600, .input25, 0.03, 2, .region, "Montering og kran"),
        ],
        sells: [
            Deal("Entreprenør", "41.200", 3000, .output25, 0.78, 14, .region, "Byggelementer"),
            Deal("Veianlegg", "42.110", 3000, .output25, 0.14, 5, .norway, "Byggelementer"),
            Deal("Betong", "46.739", 3100, .export, 0.03, 1, .abroad(["SE"]), "Byggelementer"),
        ],
        isInGroup: true,
        saftVersion: "1.30"
    )
}
