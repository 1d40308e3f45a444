import Accounts

/// The gases and rows of the air emission accounts' questionnaire, and what they mean to a table of 65 industries.
enum AirEmissionCodes {
    /// A gas as the questionnaire names it, the measure it becomes, and its factors.
    struct Gas {
        let name: String
        let measure: ExtensionSeries.Measure
        /// Tonnes per printed unit: the questionnaire prints both kinds of CO₂ in thousand tonnes.
        let tonnes: Double
        /// Global warming potential over 100 years where the unit is tonnes of the gas itself (IPCC, Fifth
        /// Assessment Report, table 8.A.1, without climate-carbon feedback); 1 where it is CO₂ equivalents
        /// already; 0 for biogenic CO₂, which is no part of the sum.
        let weight: Double
    }

    static let gases = [
        Gas(name: "CO2", measure: measure("co2", "CO2, fossil", "CO2, fossil", "t"), tonnes: 1000, weight: 1),
        Gas(
            name: "Biomass CO2",
            measure: measure("co2_biomass", "CO2 from biomass", "CO2 fra biomasse", "t"),
            tonnes: 1000,
            weight: 0
        ),
        Gas(name: "CH4", measure: measure("ch4", "Methane", "Metan", "t"), tonnes: 1, weight: 28),
        Gas(name: "N2O", measure: measure("n2o", "Nitrous oxide", "Lystgass", "t"), tonnes: 1, weight: 265),
        Gas(
            name: "HFC",
            measure: measure("hfc", "Hydrofluorocarbons", "Hydrofluorkarboner", "t CO2e"),
            tonnes: 1,
            weight: 1
        ),
        Gas(
            name: "PFC",
            measure: measure("pfc", "Perfluorocarbons", "Perfluorkarboner", "t CO2e"),
            tonnes: 1,
            weight: 1
        ),
        Gas(
            name: "SF6_NF3",
            measure: measure(
                "sf6_nf3",
                "Sulphur hexafluoride and nitrogen trifluoride",
                "Svovelheksafluorid og nitrogentrifluorid",
                "t CO2e"
            ),
            tonnes: 1,
            weight: 1
        ),
    ]

    /// The sum of the gases by their weights.
    static let greenhouseGases = measure(
        "ghg",
        "Greenhouse gases",
        "Klimagasser",
        Unit.tonnesCO2Equivalents.symbol
    )

    /// All industries together.
    static let allIndustries = "A_U 01-99"
    /// All real estate activities, owner-occupied dwellings included.
    static let realEstate = "L"
    /// Owner-occupied dwellings.
    static let ownDwellings = "L68A"
    /// What households emit themselves, by driving and heating.
    static let households = "Household air emissions Households, totals"
    /// Industries and households together.
    static let total =
        "Bridging items 1 Total Air emissions accounts (industry (row 5) + households (row 91))"

    /// Rows that only add up others.
    static let aggregates: Set = [
        allIndustries, "A", "C", "C16-C18", "C22_C23", "C24_C25", "C29_C30", "C31-C33", "E", "G", "H", "J",
        "J58-J60", "K", "M", "M69-M71", "M73-M75", "N", "Q", "R", "S",
    ]

    /// The row of each industry of the tables, but for real estate, which is read from two.
    static let rows: [String: String] = [
        "R01": "A01", "R02": "A02", "R03": "A03", "RB": "B", "R10_12": "C10-C12", "R13_15": "C13-C15",
        "R16": "C16", "R17": "C17", "R18": "C18", "R19": "C19", "R20": "C20", "R21": "C21", "R22": "C22",
        "R23": "C23", "R24": "C24", "R25": "C25", "R26": "C26", "R27": "C27", "R28": "C28", "R29": "C29",
        "R30": "C30", "R31_32": "C31_C32", "R33": "C33", "RD": "D", "R36": "E36", "R37_39": "E37-E39",
        "RF": "F", "R45": "G45", "R46": "G46", "R47": "G47", "R49": "H49", "R50": "H50", "R51": "H51",
        "R52": "H52", "R53": "H53", "RI": "I", "R58": "J58", "R59_60": "J59_J60", "R61": "J61",
        "R62_63": "J62_J63", "R64": "K64", "R65": "K65", "R66": "K66", "R69_70": "M69_M70", "R71": "M71",
        "R72": "M72", "R73": "M73", "R74_75": "M74_M75", "R77": "N77", "R78": "N78", "R79": "N79",
        "R80_82": "N80-N82", "R84": "O", "RP": "P", "R86": "Q86", "R87_88": "Q87_Q88", "R90_92": "R90-R92",
        "R93": "R93", "R94": "S94", "R95": "S95", "R96": "S96", "RT": "T", "RU": "U",
    ]

    private static func measure(
        _ code: String,
        _ english: String,
        _ norwegian: String,
        _ unit: String
    ) -> ExtensionSeries.Measure {
        ExtensionSeries.Measure(
            code: code,
            name: Name(english: english, norwegian: norwegian),
            unit: Unit(unit)
        )
    }
}
