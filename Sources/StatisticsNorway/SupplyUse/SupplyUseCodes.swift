import Accounts

/// The codes of the ESA questionnaires 1500 and 1600, and what they mean to a table.
enum SupplyUseCodes {
    /// The sum of the products, as a row; the sum of the industries, as a column.
    static let total = QuestionnaireCodes.total
    /// Total with adjustments.
    static let adjusted = QuestionnaireCodes.adjusted
    /// C.i.f./f.o.b. adjustments on exports, and on imports: not filled by Statistics Norway.
    static let exportAdjustment = "RNA1"
    static let importAdjustment = "RNA2"
    /// Direct purchases abroad by residents.
    static let purchasesAbroad = "RN33"
    /// Purchases on the domestic territory by non-residents.
    static let purchasesHere = "RN34"

    /// Imports c.i.f.
    static let imports = "P7"
    /// Parts of imports by origin, voluntary, which Statistics Norway leaves blank.
    static let importParts = ["P7_EU", "P7_EA", "P7_NEA", "P7_XEU"]
    /// Total supply at basic prices.
    static let basicSupply = "TSBS"
    /// Trade and transport margins.
    static let margins = "OTTM"
    /// Taxes less subsidies on products.
    static let productTaxes = "O21X31"
    /// Total supply at purchasers' prices.
    static let purchasersSupply = "TSPR"

    /// Parts of output, industry by industry: market, own final use, other non-market.
    static let outputParts = ["P11", "P12", "P13"]
    /// Total final use, and total use, at purchasers' prices.
    static let finalUse = "TFUPR"
    static let totalUse = "TUPR"

    /// Rows below use that hold one number an industry.
    static let thirdQuadrant = QuestionnaireCodes.thirdQuadrant
    /// Rows the form has room for that are not read: blank, or no part of supply and use.
    static let unusedRows: Set = ["D11", "B3G", "P51", "LE", "EETO"]

    /// Columns of the use table that only add up others; a part left blank counts as zero.
    static let useSubtotals = [
        QuestionnaireCodes.Subtotal(code: "P3", parts: ["P3_S14", "P3_S15", "P3_S13"]),
        QuestionnaireCodes.Subtotal(code: "P5N", parts: ["P53", "P52"]),
        QuestionnaireCodes.Subtotal(code: "P5", parts: ["P51G", "P53", "P52"]),
        QuestionnaireCodes.Subtotal(code: finalUse, parts: ["P3", "P5", "P6"]),
        QuestionnaireCodes.Subtotal(code: totalUse, parts: [total, finalUse]),
    ]
    /// Columns of the supply table that only add up others.
    static let supplySubtotals = [
        QuestionnaireCodes.Subtotal(code: basicSupply, parts: [total, imports]),
        QuestionnaireCodes.Subtotal(code: purchasersSupply, parts: [basicSupply, margins, productTaxes]),
    ]

    /// The columns of the supply table behind the industries.
    static func supplyColumn(transaction: String, sector: String) -> String? {
        switch (transaction, sector) {
        case ("P7", "S21"): "P7_EU"
        case ("P7", "S2I"), ("P7", "S2111"): "P7_EA"
        case ("P7", "S2X"), ("P7", "S2112"): "P7_NEA"
        case ("P7", "S22"): "P7_XEU"
        case ("P7", "S2"): imports
        case (basicSupply, "S"), (margins, "S"), (productTaxes, "S"), (purchasersSupply, "S"): transaction
        default: nil
        }
    }

    /// The columns of the use table behind the industries.
    static func useColumn(transaction: String, sector: String) -> String? {
        switch (transaction, sector) {
        case (finalUse, "S"), (totalUse, "S"): transaction
        case ("TFUBS", _), ("TUBS", _): nil
        default: QuestionnaireCodes.column(transaction: transaction, sector: sector)
        }
    }

    /// The code of an industry's column, as the input-output questionnaires have it: V01 is R01, and VO is R84.
    static func industry(_ column: String) -> String? {
        guard column.hasPrefix("V") else { return nil }
        let code = column == "VO" ? "R84" : "R" + column.dropFirst()
        return QuestionnaireIndustries.codes.contains(code) ? code : nil
    }

    /// What the columns of supply and use are headed where the input-output questionnaires have `code`.
    static func column(_ code: String) -> String { code == "R84" ? "VO" : "V" + code.dropFirst() }

    /// The columns between basic and purchasers' prices.
    static let valuation = [
        ValuationItem(
            code: margins,
            name: Name(english: "Trade and transport margins", norwegian: "Handels- og transportavanser"),
            role: .margins
        ),
        ValuationItem(
            code: productTaxes,
            name: Name(
                english: "Taxes less subsidies on products",
                norwegian: "Produktskatter minus produktsubsidier"
            ),
            role: .netProductTaxes
        ),
    ]

    /// The rows that are known in total only.
    static let territory = [
        TerritoryAdjustment(
            code: purchasesAbroad,
            name: Name(
                english: "Direct purchases abroad by residents",
                norwegian: "Nordmenns direkte kjøp i utlandet"
            ),
            role: .residentsAbroad
        ),
        TerritoryAdjustment(
            code: purchasesHere,
            name: Name(
                english: "Purchases on the domestic territory by non-residents",
                norwegian: "Utlendingers kjøp i Norge"
            ),
            role: .nonResidentsHere
        ),
    ]
}
