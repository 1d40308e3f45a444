extension Archetype {
    private typealias Deal = DealSpecification

    /// Chickens of the region's farms, fed with bought feed; most is sold through the grocery trade.
    static let poultry = Archetype(
        key: "fjorfeslakteri",
        name: "Fjørfeslakteri (eksempel) AS",
        industry: "10.120",
        employees: 300,
        wage: 560_000,
        sales: 1_400e6,
        purchases: 0.8,
        depreciation: 0.025,
        investment: 0.03,
        buys: [
            Deal("Fjørfegård", "01.479", 4000, .input25, 0.36, 10, .region, "Levende kylling"),
            Deal("Fjørfebruk", "01.479", 4000, .input25, 0.1, 8, proprietors: 8, .region, "Levende kylling"),
            Deal("Rugeri", "01.471", 4000, .input25, 0.05, 2, .region, "Daggamle kyllinger"),
            Deal("Kraftfôr", "10.910", 4020, .input25, 0.06, 2, .region, "Kraftfôr til avlerne"),
            Deal("Kjøttskjæring", "10.120", 4000, .input15, 0.03, 2, .elsewhere, "Kylling til foredling"),
            Deal("Plastemballasje", "22.220", 4300, .input25, 0.03, 3, .norway, "Emballasje"),
            Deal("Bølgepapp", "17.210", 4300, .input25, 0.012, 2, .elsewhere, "Kartonger"),
            Deal("Krydderblanding", "10.840", 4020, .input15, 0.015, 2, .norway, "Marinade og krydder"),
            Deal("Kjøletransport", "49.410", 6100, .input25, 0.025, 2, .region, "Kjøletransport"),
            Deal("Bemanning", "78.200", 6600, .input25, 0.008, 2, .region, "Innleie"),
            Deal("Reklamebyrå", "73.110", 6720, .input25, 0.008, 1, .norway, "Markedsføring"),
        ],
        sells: [
            Deal("Dagligvaregrossist", "46.390", 3010, .output15, 0.62, 5, .norway, "Kyllingprodukter"),
            Deal("Ferdigmat", "10.850", 3010, .output15, 0.16, 3, .norway, "Kyllingkjøtt"),
            Deal("Dagligvarebutikk", "47.111", 3010, .output15, 0.06, 3, .region, "Kyllingprodukter"),
            Deal("Storkjøkken", "56.290", 3010, .output15, 0.1, 6, .norway, "Kyllingprodukter"),
            Deal("Livsmedel", "46.320", 3100, .export, 0.05, 2, .abroad(["SE"]), "Kyllingprodukter"),
        ],
        isInGroup: true,
        saftVersion: "1.20"
    )

    /// Salmon of the coast's farms, cut and packed; most is sold abroad.
    static let salmon = Archetype(
        key: "fiskeforedling",
        name: "Fiskeforedling (eksempel) AS",
        industry: "10.209",
        employees: 100,
        wage: 570_000,
        sales: 840e6,
        purchases: 0.84,
        depreciation: 0.025,
        investment: 0.025,
        buys: [
            Deal("Havbruk", "03.211", 4000, .input15, 0.66, 6, .coast, "Slaktet laks"),
            Deal("Isoporkasse", "22.220", 4300, .input25, 0.02, 2, .region, "Fiskekasser"),
            Deal("Plastemballasje", "22.220", 4300, .input25, 0.01, 2, .norway, "Emballasje"),
            Deal(
                "Aluminium",
                "25.920",
                4300,
                .goodsFromAbroad,
                0.015,
                2,
                .abroad(["DE", "SE"]),
                "Aluminiumsformer"
            ),
            Deal("Fisketransport", "49.410", 6100, .input25, 0.03, 2, .region, "Kjøletransport"),
            Deal("Spedisjon", "52.291", 6100, .outside, 0.015, 1, .elsewhere, "Frakt til utlandet"),
            Deal("Bemanning", "78.200", 6600, .input25, 0.008, 1, .region, "Innleie"),
        ],
        sells: [
            Deal(
                "Seafood",
                "46.381",
                3100,
                .export,
                0.7,
                10,
                .abroad(["DE", "PL", "NL", "DK", "US"]),
                "Lakseprodukter"
            ),
            Deal("Dagligvaregrossist", "46.390", 3010, .output15, 0.2, 4, .norway, "Lakseprodukter"),
            Deal("Storkjøkken", "56.290", 3010, .output15, 0.08, 3, .region, "Lakseprodukter"),
        ],
        isInGroup: false,
        saftVersion: "1.30"
    )

    /// Fish meal, soya and grain in, feed for the coast's fish farms out.
    static let feed = Archetype(
        key: "forfabrikk",
        name: "Fôrfabrikk (eksempel) AS",
        industry: "10.910",
        employees: 40,
        wage: 620_000,
        sales: 360e6,
        purchases: 0.83,
        depreciation: 0.03,
        investment: 0.03,
        buys: [
            Deal("Fiskemel", "10.209", 4000, .input25, 0.14, 3, .norway, "Fiskemel og olje"),
            Deal("Harina", "10.209", 4000, .goodsFromAbroad, 0.16, 2, .abroad(["PE", "DK"]), "Fiskemel"),
            Deal("Soja", "10.412", 4000, .goodsFromAbroad, 0.19, 2, .abroad(["BR", "NL"]), "Soyaprotein"),
            Deal("Rapsöl", "10.413", 4010, .goodsFromAbroad, 0.08, 2, .abroad(["DE", "DK"]), "Rapsolje"),
            Deal("Premix", "21.100", 4020, .goodsFromAbroad, 0.03, 1, .abroad(["NL"]), "Vitaminer"),
            Deal("Kornkjøper", "46.210", 4010, .input25, 0.05, 3, .norway, "Korn"),
            Deal("Kystfrakt", "50.202", 6100, .input25, 0.025, 2, .elsewhere, "Skipsfrakt"),
            Deal("Fôrtransport", "49.410", 6100, .input25, 0.015, 2, .region, "Transport"),
        ],
        sells: [
            Deal("Matfisk", "03.211", 3000, .output25, 0.7, 8, .coast, "Laksefôr"),
            Deal("Oppdrett", "03.211", 3000, .output25, 0.26, 4, .elsewhere, "Laksefôr"),
            Deal("Fodervare", "46.210", 3100, .export, 0.02, 2, .abroad(["DK", "SE"]), "Laksefôr"),
        ],
        isInGroup: false,
        saftVersion: "1.10"
    )
}
