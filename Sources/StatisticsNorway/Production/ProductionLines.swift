/// The lines of table 09170 (A88) that make up each industry of the input-output tables, by Statbank's English names.
enum ProductionLines {
    /// The lines of an industry; `nil` for a code that is none. Real estate and refining are one line each for several
    /// industries; bodies of other nations (RU) have none.
    static func lines(of code: String) -> [String]? {
        switch code {
        case "R68A": table["R68B"]
        case "R19", "R20": table["R21"]
        case "RU": []
        default: table[code]
        }
    }

    /// All lines.
    static let names = table.values.flatMap(\.self).sorted()
    /// The industries.
    static let codes = table.keys.sorted()

    private static let table: [String: [String]] = [
        "R01": ["Crop and animal production, hunting and related service activities"],
        "R02": ["Forestry and logging"],
        "R03": ["Fishing and aquaculture"],
        "RB": [
            "Mining of coal and lignite",
            "Oil and gas extraction",
            "Mining of metal ores",
            "Other mining and quarrying",
            "Mining support service activities",
        ],
        "R10_12": [
            "Manufacture of food products",
            "Manufacture of beverages",
            "Manufacture of tobacco products",
        ],
        "R13_15": [
            "Manufacture of textiles",
            "Manufacture of wearing apparel",
            "Manufacture of leather and related products",
        ],
        "R16": ["Manufacture of wood and wood products, except furniture"],
        "R17": ["Manufacture of paper and paper products"],
        "R18": ["Printing and reproduction of recorded media"],
        "R21": ["Refined petroleum, chemical and pharmaceutical products"],
        "R22": ["Manufacture of rubber and plastic products"],
        "R23": ["Manufacture of other non-metallic mineral products"],
        "R24": ["Manufacture of basic metals"],
        "R25": ["Fabricated metal products, except machinery and equipment"],
        "R26": ["Manufacture of computer, electronic and optical products"],
        "R27": ["Manufacture of electrical equipment"],
        "R28": ["Manufacture of machinery and equipment n.e.c."],
        "R29": ["Manufacture of motor vehicles, trailers and semi-trailers"],
        "R30": ["Building of ships, oil platforms and moduls"],
        "R31_32": ["Manufacture of furniture", "Other manufacturing"],
        "R33": ["Repair and installation of machinery and equipment"],
        "RD": ["Electricity, gas, steam and air conditioning supply"],
        "R36": ["Water collection, treatment and supply"],
        "R37_39": [
            "Sewerage",
            "Waste collection, treatment and disposal activities, materials recovery",
            "Remediation activities and other waste management services",
        ],
        "RF": ["Construction of buildings", "Civil engineering", "Specialised construction activities"],
        "R45": ["Wholesale and retail trade and repair of motor vehicles"],
        "R46": ["Wholesale trade, except of motor vehicles"],
        "R47": ["Retail trade, except of motor vehicles"],
        "R49": ["Land transport and transport via pipelines"],
        "R50": ["Water transport"],
        "R51": ["Air transport"],
        "R52": ["Warehousing and support activities for transportation"],
        "R53": ["Postal and courier activities"],
        "RI": ["Accommodation", "Food and beverage service activities"],
        "R58": ["Publishing activities"],
        "R59_60": [
            "Motion picture, video and television programme production, "
                + "sound recording and music publishing activities",
            "Programming and broadcasting activities",
        ],
        "R61": ["Telecommunications"],
        "R62_63": ["Computer programming", "Information service activities"],
        "R64": ["Financial service activities, except insurance and pension funding"],
        "R65": ["Insurance, except compulsory social security"],
        "R66": ["Activities auxiliary to financial services and insurance activities"],
        "R68B": ["Real estate activities"],
        "R69_70": ["Legal and accounting activities", "Activities of head offices"],
        "R71": ["Architectural and engineering consultancy activities"],
        "R72": ["Scientific research and development"],
        "R73": ["Advertising and market research"],
        "R74_75": ["Other professional, scientific and technical activities", "Veterinary activities"],
        "R77": ["Rental and leasing activities"],
        "R78": ["Employment activities"],
        "R79": ["Travel agency and tour operator reservation service"],
        "R80_82": [
            "Security and investigation activities",
            "Services to buildings and landscape activities",
            "Office administrative, office support and other business support activities",
        ],
        "R84": ["Public administration and defence"],
        "RP": ["Education"],
        "R86": ["Human health activities"],
        "R87_88": ["Residential care activities", "Social work activities without accommodation"],
        "R90_92": [
            "Creative, arts and entertainment activities",
            "Libraries, archives, museums and other cultural activities",
            "Gambling and betting activities",
        ],
        "R93": ["Sports activities and amusement and recreation activities"],
        "R94": ["Activities of membership organisations"],
        "R95": ["Repair of computers and personal and household goods"],
        "R96": ["Other personal service activities"],
        "RT": ["Activities of households as employers"],
    ]
}
