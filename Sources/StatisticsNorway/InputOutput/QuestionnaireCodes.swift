import Accounts

/// The codes of the ESA questionnaires 1850 and 1950, and what they mean to a table.
enum QuestionnaireCodes {
    /// The sum of the industries, as a row and as a column.
    static let total = "R"
    /// Use of imported products, c.i.f.
    static let imports = "RNAM"
    /// Taxes less subsidies on products.
    static let productTaxes = "RNTS"
    /// Use at purchasers' prices: total, imports and product taxes together.
    static let adjusted = "RADJ"
    /// Operating surplus, gross.
    static let grossSurplus = "B2A3G"
    /// Gross value added at basic prices.
    static let valueAdded = "B1G"
    /// Output at basic prices.
    static let output = "P1"
    /// Row or column code where the transaction says what stands there.
    static let anyProduct = "RZ"

    /// The components of value added, each a row.
    static let valueAddedParts = ["D1", "D29X39", "K1", "B2A3N"]
    /// Rows of the domestic questionnaire that hold one number an industry, and nothing in final demand.
    static let thirdQuadrant = valueAddedParts + [grossSurplus, valueAdded, output]
    /// Rows the questionnaire has room for and Statistics Norway does not fill.
    static let unusedRows: Set = ["D11", "B3G"]

    /// A column that is the sum of others.
    struct Subtotal {
        let code: String
        let parts: [String]
    }

    /// Columns that only add up others; a part left blank counts as zero.
    static let subtotals = [
        Subtotal(code: "P3", parts: ["P3_S14", "P3_S15", "P3_S13"]),
        Subtotal(code: "P5N", parts: ["P53", "P52"]),
        Subtotal(code: "P5", parts: ["P51G", "P53", "P52"]),
        Subtotal(code: "TFUBS", parts: ["P3", "P5", "P6"]),
        Subtotal(code: "TUBS", parts: ["R", "TFUBS"]),
    ]

    /// Parts of exports by destination, voluntary, which Statistics Norway leaves blank.
    static let exportParts = ["P6_EU", "P6_EA", "P6_NEA", "P6_XEU"]

    /// The final demand column under transaction (row 24) and counterpart sector (row 25).
    ///
    /// The two questionnaires code the euro area differently.
    static func column(transaction: String, sector: String) -> String? {
        switch (transaction, sector) {
        case ("P3", "S14"), ("P3", "S15"), ("P3", "S13"): transaction + "_" + sector
        case ("P3", "S1"), ("P53", "S1"), ("P52", "S1"), ("P5N", "S1"), ("P5", "S1"): transaction
        case ("P51", "S1"): "P51G"
        case ("P6", "S21"): "P6_EU"
        case ("P6", "S2I"), ("P6", "S2111"): "P6_EA"
        case ("P6", "S2X"), ("P6", "S2112"): "P6_NEA"
        case ("P6", "S22"): "P6_XEU"
        case ("P6", "S2"): "P6"
        case ("TFUBS", "S"), ("TUBS", "S"): transaction
        default: nil
        }
    }

    /// The categories of final demand that are no sums of others.
    static let categories: [FinalDemandCategory] = [
        FinalDemandCategory(
            code: "P3_S14",
            name: Name(english: "Household consumption", norwegian: "Konsum i husholdninger"),
            role: .householdConsumption
        ),
        FinalDemandCategory(
            code: "P3_S15",
            name: Name(
                english: "Consumption by non-profit institutions serving households",
                norwegian: "Konsum i ideelle organisasjoner"
            ),
            role: .collectiveConsumption
        ),
        FinalDemandCategory(
            code: "P3_S13",
            name: Name(english: "Government consumption", norwegian: "Konsum i offentlig forvaltning"),
            role: .collectiveConsumption
        ),
        FinalDemandCategory(
            code: "P51G",
            name: Name(
                english: "Gross fixed capital formation",
                norwegian: "Bruttoinvestering i fast realkapital"
            ),
            role: .investment
        ),
        FinalDemandCategory(
            code: "P53",
            name: Name(
                english: "Changes in valuables",
                norwegian: "Anskaffelse minus avhending av verdigjenstander"
            ),
            role: .investment
        ),
        FinalDemandCategory(
            code: "P52",
            name: Name(english: "Changes in inventories", norwegian: "Lagerendringer"),
            role: .inventories
        ),
        FinalDemandCategory(code: "P6", name: Name(english: "Exports", norwegian: "Eksport"), role: .exports),
    ]

    /// The rows below the flows between industries.
    static let primaryInputs: [PrimaryInput] = [
        PrimaryInput(
            code: imports,
            name: Name(
                english: "Use of imported products, c.i.f.",
                norwegian: "Bruk av importerte produkter, c.i.f."
            ),
            role: .imports
        ),
        PrimaryInput(
            code: productTaxes,
            name: Name(
                english: "Taxes less subsidies on products",
                norwegian: "Produktskatter minus produktsubsidier"
            ),
            role: .productTaxes
        ),
        PrimaryInput(
            code: "D1",
            name: Name(english: "Compensation of employees", norwegian: "Lønnskostnader"),
            role: .compensation
        ),
        PrimaryInput(
            code: "D29X39",
            name: Name(
                english: "Other taxes less subsidies on production",
                norwegian: "Næringsskatter minus næringssubsidier"
            ),
            role: .productionTaxes
        ),
        PrimaryInput(
            code: "K1",
            name: Name(english: "Consumption of fixed capital", norwegian: "Kapitalslit"),
            role: .capitalConsumption
        ),
        PrimaryInput(
            code: "B2A3N",
            name: Name(
                english: "Operating surplus and mixed income, net",
                norwegian: "Driftsresultat og blandet inntekt, netto"
            ),
            role: .operatingSurplus
        ),
    ]
}
