import Accounts
import FileFormats

/// Reads a questionnaire's headers, noting each that is another than it should be.
struct QuestionnaireHeaders {
    let sheet: XLSXSheet
    let kind: Questionnaire.Kind
    private var faults: [Fault] = []

    private static let transactionRow = 24
    private static let sectorRow = 25
    private static let codeRow = 28
    private static let firstDataRow = 29
    private static let firstDataColumn = 5

    init(sheet: XLSXSheet, kind: Questionnaire.Kind) {
        self.sheet = sheet
        self.kind = kind
    }

    /// The questionnaire's number, area, unit, prices, and the labels that show that nothing has moved.
    mutating func verifyForm() {
        let title = "ESA Questionnaire \(kind.number)"
        if let found = text("A1"), found.hasPrefix(title + " "), found.contains("(industry*industry)") {
        } else {
            note("A1", .expected(title + " (industry*industry)"))
        }
        let expected = [
            ("A2", "REF_AREA:"), ("B2", "NO"), ("C2", "UNIT:"), ("D2", "NATCUR"), ("A3", "TIME:"),
            ("C3", "UNIT_MULT:"), ("D3", "6"), ("A6", "PRICE:"), ("B6", "V"),
            ("C24", "Transaction"), ("C25", "Reporting Sector"), ("C28", "PRODUCTS (CPA*64)"),
            ("E28", "R01"), ("C29", "R01"),
        ]
        for (cell, label) in expected where text(cell) != label { note(cell, .expected(label)) }
    }

    /// The year in B3.
    mutating func year() -> Int? {
        guard let year = text("B3").flatMap(Int.init), (1900...2999).contains(year) else {
            note("B3", .expected("a year"))
            return nil
        }
        return year
    }

    /// Where each column code stands.
    mutating func columns() -> [String: Int] {
        var found: [String: Int] = [:]
        for column in sheet.columns.dropFirst(Self.firstDataColumn - 1) {
            let code = text(column: column, row: Self.codeRow)
            let transaction = text(column: column, row: Self.transactionRow)
            let sector = text(column: column, row: Self.sectorRow)
            if code == nil && transaction == nil { continue }
            let isDemand = code == QuestionnaireCodes.anyProduct
            let address = CellAddress(column: column, row: isDemand ? Self.transactionRow : Self.codeRow)
            guard let key = columnKey(code: code, transaction: transaction, sector: sector) else {
                let found = [transaction, sector, code].compactMap(\.self).joined(separator: " ")
                note(address, value: found, .unknownKey(known: knownColumns))
                continue
            }
            if found.updateValue(column, forKey: key) != nil { note(address, .duplicate(firstLine: nil)) }
        }
        for code in knownColumns where found[code] == nil {
            note(
                CellAddress(column: Self.firstDataColumn, row: Self.codeRow),
                value: nil,
                .missingColumn(code)
            )
        }
        return found
    }

    /// Where each row code stands.
    mutating func rows() -> [String: Int] {
        let known = QuestionnaireIndustries.codes + kind.otherRows
        var found: [String: Int] = [:]
        for row in sheet.rows.dropFirst(Self.firstDataRow - 1) {
            guard let code = text(column: 3, row: row) else { continue }
            let transaction = text(column: 1, row: row)
            let key = code == QuestionnaireCodes.anyProduct ? transaction : code
            let address = CellAddress(column: code == QuestionnaireCodes.anyProduct ? 1 : 3, row: row)
            guard let key, known.contains(key) || QuestionnaireCodes.unusedRows.contains(key) else {
                note(address, .unknownKey(known: known))
                continue
            }
            if let first = found.updateValue(row, forKey: key) { note(address, .duplicate(firstLine: first)) }
        }
        for code in known where found[code] == nil {
            note(CellAddress(column: 3, row: Self.firstDataRow), value: nil, .missingColumn(code))
        }
        return found
    }

    /// The industries' printed names.
    func names(_ rows: [String: Int]) -> [String: String] {
        var names: [String: String] = [:]
        for code in QuestionnaireIndustries.codes {
            if let row = rows[code] { names[code] = text(column: 4, row: row) ?? code }
        }
        return names
    }

    /// The text in `cell`, spaces tidied; a whole number as its digits; `nil` where nothing stands.
    func text(_ cell: String) -> String? {
        CellAddress(cell).flatMap { text(column: $0.column, row: $0.row) }
    }

    /// A fault in `cell`, with what stands there.
    func fault(at cell: String, _ problem: Fault.Problem) -> Fault {
        Fault(at: Place(file: sheet.file, column: cell, sheet: sheet.name), value: text(cell), problem)
    }

    /// - Throws: `.faults` with every fault noted so far.
    func finish() throws(FileFormatError) {
        if !faults.isEmpty { throw .faults(faults) }
    }

    private var knownColumns: [String] {
        QuestionnaireIndustries.codes + [QuestionnaireCodes.total]
            + QuestionnaireCodes.categories.map(\.code) + QuestionnaireCodes.subtotals.map(\.code)
            + QuestionnaireCodes.exportParts
    }

    private func columnKey(code: String?, transaction: String?, sector: String?) -> String? {
        guard let code, let transaction, let sector else { return nil }
        if code == QuestionnaireCodes.anyProduct {
            return QuestionnaireCodes.column(transaction: transaction, sector: sector)
        }
        let isIndustry = code == QuestionnaireCodes.total || QuestionnaireIndustries.codes.contains(code)
        return isIndustry && transaction == "P2" && sector == "S1" ? code : nil
    }

    private func text(column: Int, row: Int) -> String? {
        sheet[column: column, row: row].tidyText
    }

    private mutating func note(_ cell: String, _ problem: Fault.Problem) {
        faults.append(fault(at: cell, problem))
    }

    private mutating func note(_ address: CellAddress, _ problem: Fault.Problem) {
        note(address, value: sheet[address].tidyText, problem)
    }

    private mutating func note(_ address: CellAddress, value: String?, _ problem: Fault.Problem) {
        faults.append(Fault(at: sheet.place(of: address), value: value, problem))
    }
}

extension CellValue {
    /// What stands in the cell as text: runs of white space as one space, whole numbers as digits, `nil` where
    /// nothing is seen.
    var tidyText: String? {
        switch self {
        case .empty: nil
        case .number(let number): CSVNumber.text(number)
        case .boolean(let truth): truth ? "TRUE" : "FALSE"
        case .error(let text): text
        case .text(let text):
            text.allSatisfy(\.isWhitespace)
                ? nil : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}
