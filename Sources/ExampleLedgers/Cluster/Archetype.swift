/// One of the cluster's six kinds of firm. The figures are orders of magnitude from the embedded study's illustrative
/// actors, and no real firm's.
struct Archetype: Sendable {
    /// The name in file names.
    let key: String
    let name: String
    let industry: String
    let employees: Int
    /// Sales in a year, in kroner.
    let sales: Double
    let buys: [DealSpecification]
    let sells: [DealSpecification]
    /// Whether it belongs to a group that it trades with.
    let isInGroup: Bool
    /// The version its system exports.
    let saftVersion: String

    static let all: [Archetype] = [smelter, poultry, salmon, feed, chips, concrete]

    private static let smelter = Archetype(
        key: "silisiumsmelteverk",
        name: "Silisiumsmelteverk (eksempel) AS",
        industry: "20.130",
        employees: 180,
        sales: 720e6,
        buys: [
            DealSpecification("Kvartsbrudd", "08.990", 4000, .input25, 0.05, 3, .norway, "Kvarts"),
            DealSpecification("Cuarzo", "08.990", 4000, .goodsFromAbroad, 0.06, 2, .abroad(["ES"]), "Kvarts"),
            DealSpecification(
                "Coke",
                "19.100",
                4010,
                .goodsFromAbroad,
                0.16,
                3,
                .abroad(["PL", "CO"]),
                "Koks"
            ),
            DealSpecification(
                "Elektroden",
                "27.900",
                4020,
                .goodsFromAbroad,
                0.04,
                2,
                .abroad(["DE"]),
                "Elektroder"
            ),
            DealSpecification("Vannkraft", "35.111", 4030, .input25, 0.2, 2, .norway, "Kraft"),
        ],
        sells: [
            DealSpecification(
                "Silicon",
                "24.450",
                3100,
                .export,
                0.85,
                9,
                .abroad(["DE", "JP", "US", "NL"]),
                "Silisium"
            ),
            DealSpecification("Fjernvarmeverk", "35.300", 3050, .output25, 0.02, 1, .region, "Spillvarme"),
            DealSpecification("Støperi", "24.510", 3000, .output25, 0.12, 4, .norway, "Silisium"),
        ],
        isInGroup: false,
        saftVersion: "1.30"
    )
    private static let poultry = Archetype(
        key: "fjorfeslakteri",
        name: "Fjørfeslakteri (eksempel) AS",
        industry: "10.120",
        employees: 300,
        sales: 1_400e6,
        buys: [
            DealSpecification(
                "Fjørfegård",
                "01.479",
                4000,
                .input25,
                0.5,
                16,
                proprietors: 12,
                .region,
                "Levende kylling"
            ),
            DealSpecification("Rugeri", "01.471", 4000, .input25, 0.06, 2, .region, "Daggamle kyllinger"),
            DealSpecification("Plastemballasje", "22.220", 4300, .input25, 0.03, 3, .norway, "Emballasje"),
        ],
        sells: [
            DealSpecification(
                "Dagligvaregrossist",
                "46.390",
                3010,
                .output15,
                0.9,
                5,
                .norway,
                "Kyllingprodukter"
            ),
            DealSpecification("Storkjøkken", "56.290", 3010, .output15, 0.05, 6, .norway, "Kyllingprodukter"),
            DealSpecification(
                "Livsmedel",
                "46.320",
                3100,
                .export,
                0.05,
                2,
                .abroad(["SE"]),
                "Kyllingprodukter"
            ),
        ],
        isInGroup: true,
        saftVersion: "1.20"
    )
    private static let salmon = Archetype(
        key: "fiskeforedling",
        name: "Fiskeforedling (eksempel) AS",
        industry: "10.209",
        employees: 100,
        sales: 840e6,
        buys: [
            DealSpecification("Havbruk", "03.211", 4000, .input15, 0.65, 6, .region, "Slaktet laks"),
            DealSpecification("Plastemballasje", "22.220", 4300, .input25, 0.02, 3, .norway, "Emballasje"),
            DealSpecification(
                "Aluminium",
                "25.920",
                4300,
                .goodsFromAbroad,
                0.02,
                2,
                .abroad(["DE", "SE"]),
                "Aluminiumsformer"
            ),
        ],
        sells: [
            DealSpecification(
                "Seafood",
                "46.381",
                3100,
                .export,
                0.7,
                10,
                .abroad(["DE", "PL", "NL", "DK", "US"]),
                "Lakseprodukter"
            ),
            DealSpecification(
                "Dagligvaregrossist",
                "46.390",
                3010,
                .output15,
                0.28,
                4,
                .norway,
                "Lakseprodukter"
            ),
        ],
        isInGroup: false,
        saftVersion: "1.30"
    )
    private static let feed = Archetype(
        key: "forfabrikk",
        name: "Fôrfabrikk (eksempel) AS",
        industry: "10.910",
        employees: 45,
        sales: 360e6,
        buys: [
            DealSpecification("Fiskemel", "10.209", 4000, .input25, 0.15, 3, .norway, "Fiskemel og olje"),
            DealSpecification(
                "Harina",
                "10.209",
                4000,
                .goodsFromAbroad,
                0.2,
                2,
                .abroad(["PE", "DK"]),
                "Fiskemel"
            ),
            DealSpecification(
                "Soja",
                "46.210",
                4000,
                .goodsFromAbroad,
                0.2,
                2,
                .abroad(["BR", "NL"]),
                "Soyaprotein"
            ),
            DealSpecification("Kornkjøper", "46.210", 4010, .input25, 0.08, 3, .norway, "Korn"),
        ],
        sells: [
            DealSpecification("Matfisk", "03.211", 3000, .output25, 0.96, 12, .region, "Laksefôr"),
            DealSpecification(
                "Fodervare",
                "46.210",
                3100,
                .export,
                0.02,
                2,
                .abroad(["DK", "SE"]),
                "Laksefôr"
            ),
        ],
        isInGroup: false,
        saftVersion: "1.10"
    )
    private static let chips = Archetype(
        key: "flisprodusent",
        name: "Treflisprodusent (eksempel) AS",
        industry: "16.100",
        employees: 14,
        sales: 36e6,
        buys: [
            DealSpecification(
                "Skogbruk",
                "02.200",
                4000,
                .input25,
                0.45,
                18,
                proprietors: 13,
                .region,
                "Tømmer"
            ),
            DealSpecification("Tømmersalg", "46.731", 4000, .input25, 0.1, 2, .norway, "Tømmer"),
            DealSpecification("Drivstoff", "46.710", 4020, .input25, 0.05, 2, .norway, "Diesel"),
        ],
        sells: [
            DealSpecification("Papirmasse", "17.110", 3000, .output25, 0.4, 2, .norway, "Flis"),
            DealSpecification("Bioenergi", "35.300", 3000, .output25, 0.2, 5, .region, "Flis og bark"),
            DealSpecification(
                "Hagesenter",
                "47.761",
                3050,
                .output25,
                0.02,
                5,
                proprietors: 2,
                .region,
                "Bark"
            ),
        ],
        isInGroup: false,
        saftVersion: "1.20"
    )
    private static let concrete = Archetype(
        key: "betongvarefabrikk",
        name: "Betongvarefabrikk (eksempel) AS",
        industry: "23.610",
        employees: 40,
        sales: 75e6,
        buys: [
            DealSpecification("Sement", "23.510", 4000, .input25, 0.15, 2, .norway, "Sement"),
            DealSpecification(
                "Grustak",
                "08.120",
                4000,
                .input25,
                0.08,
                5,
                proprietors: 2,
                .region,
                "Tilslag"
            ),
            DealSpecification("Armering", "46.720", 4010, .input25, 0.12, 3, .norway, "Armeringsstål"),
            DealSpecification(
                "Stål",
                "24.101",
                4010,
                .goodsFromAbroad,
                0.04,
                2,
                .abroad(["PL", "SE"]),
                "Armeringsstål"
            ),
        ],
        sells: [
            DealSpecification("Entreprenør", "41.200", 3000, .output25, 0.8, 14, .region, "Byggelementer"),
            DealSpecification("Veianlegg", "42.110", 3000, .output25, 0.15, 5, .norway, "Byggelementer"),
            DealSpecification("Betong", "46.739", 3100, .export, 0.03, 1, .abroad(["SE"]), "Byggelementer"),
        ],
        isInGroup: true,
        saftVersion: "1.30"
    )
}
