import Accounts
import FileFormats

/// Where the two questionnaires have what: the same form twice, moved by four columns.
struct SupplyUseForm {
    let kind: Kind

    enum Kind: Int {
        case supply = 1500
        case use = 1600
    }

    /// The sheet's name and the number in the title.
    var number: String { String(kind.rawValue) }

    /// The column of row codes, of row names, and of the first industry.
    var codeColumn: Int { kind == .supply ? 2 : 6 }
    var nameColumn: Int { codeColumn + 1 }
    var firstDataColumn: Int { codeColumn + 2 }

    static let transactionColumn = 1
    static let transactionRow = 24
    static let sectorRow = 25
    static let nameRow = 27
    static let codeRow = 28
    static let firstDataRow = 29

    /// Words of the form itself that stand where the supply table has its row codes.
    static let legend: Set = ["of which:", "Current prices", "Previous years' prices"]

    /// How the title goes on behind the number.
    var subject: String {
        kind == .supply ? "Supply table at basic prices" : "Use table at purchasers' prices"
    }

    /// The transaction of the industries' columns.
    var transaction: String { kind == .supply ? "P1" : "P2" }

    /// The labels that show that nothing has moved. The use table states unit and multiplier row by row.
    var labels: [(cell: String, label: String)] {
        let shared = [
            ("A2", "REF_AREA:"), ("B2", "NO"), ("C2", "UNIT:"), ("A3", "TIME:"), ("C3", "UNIT_MULT:"),
            ("A6", "PRICE:"), ("B6", "V"), ("A24", "Transaction (3. quadrant)"),
        ]
        switch kind {
        case .supply:
            return shared + [
                ("D2", "NATCUR"), ("D3", "6"), ("B24", "Transaction"), ("B25", "Reporting Sector"),
                ("B28", "PRODUCTS (CPA*64)"), ("D28", "V01"), ("B29", "R01"),
            ]
        case .use:
            return shared + [
                ("D2", "Col 4"), ("D3", "Col 5"), ("F24", "Transaction"), ("F25", "Reporting Sector"),
                ("F28", "PRODUCTS (CPA*64)"), ("H28", "V01"), ("F29", "R01"),
            ]
        }
    }

    /// The row codes that must be there besides the products.
    var otherRows: [String] {
        switch kind {
        case .supply:
            [
                SupplyUseCodes.total, SupplyUseCodes.importAdjustment, SupplyUseCodes.purchasesAbroad,
                SupplyUseCodes.adjusted,
            ] + SupplyUseCodes.outputParts
        case .use:
            [
                SupplyUseCodes.total, SupplyUseCodes.exportAdjustment, SupplyUseCodes.purchasesAbroad,
                SupplyUseCodes.purchasesHere, SupplyUseCodes.adjusted,
            ] + SupplyUseCodes.thirdQuadrant
        }
    }

    /// Rows whose code is another's and whose transaction tells them apart.
    func rowKey(code: String, transaction: String?) -> String? {
        let named = kind == .supply ? SupplyUseCodes.total : QuestionnaireCodes.anyProduct
        guard let transaction, code == named else {
            return code == QuestionnaireCodes.anyProduct ? nil : code
        }
        return transaction
    }

    /// Rows that hold one number an industry, and nothing behind the industries.
    var industryRows: [String] {
        kind == .supply ? SupplyUseCodes.outputParts : SupplyUseCodes.thirdQuadrant
    }

    /// The columns behind the industries and their total.
    var otherColumns: [String] {
        switch kind {
        case .supply:
            SupplyUseCodes.importParts + [
                SupplyUseCodes.imports, SupplyUseCodes.basicSupply, SupplyUseCodes.margins,
                SupplyUseCodes.productTaxes, SupplyUseCodes.purchasersSupply,
            ]
        case .use:
            QuestionnaireCodes.categories.map(\.code) + QuestionnaireCodes.exportParts
                + SupplyUseCodes.useSubtotals.map(\.code)
        }
    }

    /// The subtotals among the columns.
    var subtotals: [QuestionnaireCodes.Subtotal] {
        kind == .supply ? SupplyUseCodes.supplySubtotals : SupplyUseCodes.useSubtotals
    }

    /// The key of the column headed `code`, of a transaction and a sector; `nil` where the form has no such column.
    func columnKey(code: String, transaction: String, sector: String) -> String? {
        if code == "VZ" {
            return kind == .supply
                ? SupplyUseCodes.supplyColumn(transaction: transaction, sector: sector)
                : SupplyUseCodes.useColumn(transaction: transaction, sector: sector)
        }
        guard transaction == self.transaction, sector == "S1" else { return nil }
        return code == "V" ? SupplyUseCodes.total : SupplyUseCodes.industry(code)
    }
}
