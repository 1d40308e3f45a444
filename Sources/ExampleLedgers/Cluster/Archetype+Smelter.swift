extension Archetype {
    private typealias Deal = DealSpecification

    /// Power, quartz, and coal and wood that take the oxygen out of it; nearly all is sold abroad.
    static let smelter = Archetype(
        key: "silisiumsmelteverk",
        name: "Silisiumsmelteverk (eksempel) AS",
        industry: "20.130",
        employees: 180,
        wage: 680_000,
        sales: 720e6,
        purchases: 0.7,
        depreciation: 0.045,
        investment: 0.06,
        buys: [
            Deal("Kvartsbrudd", "08.990", 4000, .input25, 0.04, 3, .elsewhere, "Kvarts"),
            Deal("Cuarzo", "08.990", 4000, .goodsFromAbroad, 0.04, 2, .abroad(["ES"]), "Kvarts"),
            Deal("Coal", "05.100", 4010, .goodsFromAbroad, 0.1, 3, .abroad(["CO", "PL"]), "Kull"),
            Deal("Coke", "19.100", 4010, .goodsFromAbroad, 0.06, 2, .abroad(["PL", "DE"]), "Koks"),
            Deal("Charcoal", "20.140", 4010, .goodsFromAbroad, 0.045, 2, .abroad(["NL"]), "Trekull"),
            Deal("Elektrodemasse", "20.590", 4020, .input25, 0.02, 1, .elsewhere, "Elektrodemasse"),
            Deal("Elektroden", "27.900", 4020, .goodsFromAbroad, 0.02, 2, .abroad(["DE"]), "Elektroder"),
            Deal("Feuerfest", "23.200", 4020, .goodsFromAbroad, 0.01, 1, .abroad(["DE"]), "Ildfast stein"),
            Deal("Vannkraft", "35.111", 4030, .input25, 0.075, 2, .region, "Kraft"),
            Deal(
                "Kraftforvaltning",
                "35.111",
                4030,
                .input25,
                0.075,
                2,
                .elsewhere,
                "Kraft etter fastprisavtale"
            ),
            Deal("Kraftnett", "35.130", 4030, .input25, 0.01, 1, .region, "Nettleie"),
            Deal("Rederi", "50.201", 6100, .outside, 0.04, 2, .elsewhere, "Skipsfrakt"),
            Deal("Havneterminal", "52.221", 6100, .input25, 0.01, 1, .region, "Lasting og lossing"),
            Deal("Godstransport", "49.410", 6100, .input25, 0.015, 2, .region, "Transport"),
            Deal("Ovnsservice", "33.120", 6600, .input25, 0.018, 2, .region, "Vedlikehold av ovner"),
            Deal("Industrivask", "81.220", 6360, .input25, 0.005, 1, .region, "Industrirenhold"),
            Deal("Bemanning", "78.200", 6600, .input25, 0.01, 2, .region, "Innleie"),
        ],
        sells: [
            Deal("Silicon", "24.450", 3100, .export, 0.85, 9, .abroad(["DE", "JP", "US", "NL"]), "Silisium"),
            Deal("Fjernvarmeverk", "35.300", 3050, .output25, 0.02, 1, .region, "Spillvarme"),
            Deal("Støperi", "24.510", 3000, .output25, 0.12, 4, .elsewhere, "Silisium"),
        ],
        isInGroup: false,
        saftVersion: "1.30"
    )
}
