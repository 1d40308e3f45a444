import Accounts
import FileFormats

/// Reads a supply or use questionnaire's headers, noting each that is another than it should be.
struct SupplyUseHeaders {
    let sheet: XLSXSheet
    let form: SupplyUseForm
    private var faults: [Fault] = []

    init(sheet: XLSXSheet, form: SupplyUseForm) {
        self.sheet = sheet
        self.form = form
    }

    /// The questionnaire's number, area, unit, prices, and the labels that show that nothing has moved.
    mutating func verifyForm() {
        let title = "ESA Questionnaire \(form.number)"
        if let found = text("A1"), found.hasPrefix(title + " "), found.contains(form.subject) {
        } else {
            note("A1", .expected(title + " - " + form.subject))
        }
        for (cell, label) in form.labels where text(cell) != label { note(cell, .expected(label)) }
    }

    /// The year in B3.
    mutating func year() -> Int? {
        guard let year = text("B3").flatMap(Int.init), (1900...2999).contains(year) else {
            note("B3", .expected("a year"))
            return nil
        }
        return year
    }

    /// Where each column stands.
    mutating func columns() -> [String: Int] {
        var found: [String: Int] = [:]
        for column in sheet.columns.dropFirst(form.firstDataColumn - 1) {
            let code = text(column: column, row: SupplyUseForm.codeRow)
            let transaction = text(column: column, row: SupplyUseForm.transactionRow)
            let sector = text(column: column, row: SupplyUseForm.sectorRow)
            if code == nil && transaction == nil { continue }
            let row = code == "VZ" ? SupplyUseForm.transactionRow : SupplyUseForm.codeRow
            let address = CellAddress(column: column, row: row)
            guard let code, let transaction, let sector,
                let key = form.columnKey(code: code, transaction: transaction, sector: sector)
            else {
                let header = [transaction, sector, code].compactMap(\.self).joined(separator: " ")
                note(address, value: header, .unknownKey(known: knownColumns))
                continue
            }
            if found.updateValue(column, forKey: key) != nil { note(address, .duplicate(firstLine: nil)) }
        }
        let first = CellAddress(column: form.firstDataColumn, row: SupplyUseForm.codeRow)
        let needed = QuestionnaireIndustries.codes + [SupplyUseCodes.total] + form.otherColumns
        for (code, header) in zip(needed, knownColumns) where found[code] == nil {
            note(first, value: nil, .missingColumn(header))
        }
        return found
    }

    /// Where each row stands. In the use table the rows' own unit is verified too.
    mutating func rows() -> [String: Int] {
        let known = QuestionnaireIndustries.codes + form.otherRows
        var found: [String: Int] = [:]
        for row in sheet.rows.dropFirst(SupplyUseForm.firstDataRow - 1) {
            guard let code = text(column: form.codeColumn, row: row), !SupplyUseForm.legend.contains(code)
            else { continue }
            let transaction = text(column: SupplyUseForm.transactionColumn, row: row)
            let key = form.rowKey(code: code, transaction: transaction)
            let isNamedByTransaction = transaction != nil && key == transaction
            let address = CellAddress(
                column: isNamedByTransaction ? SupplyUseForm.transactionColumn : form.codeColumn,
                row: row
            )
            guard let key, known.contains(key) || SupplyUseCodes.unusedRows.contains(key) else {
                note(address, .unknownKey(known: known))
                continue
            }
            if let first = found.updateValue(row, forKey: key) { note(address, .duplicate(firstLine: first)) }
            if known.contains(key) { verifyUnit(of: row) }
        }
        let first = CellAddress(column: form.codeColumn, row: SupplyUseForm.firstDataRow)
        for code in known where found[code] == nil { note(first, value: nil, .missingColumn(code)) }
        return found
    }

    /// The use table states the unit of every row in columns D and E.
    private mutating func verifyUnit(of row: Int) {
        guard form.kind == .use else { return }
        for (column, expected) in [(4, "NATCUR"), (5, "6")] where text(column: column, row: row) != expected {
            note(CellAddress(column: column, row: row), .expected(expected))
        }
    }

    /// The products' printed names.
    func productNames(_ rows: [String: Int]) -> [String: String] {
        names(QuestionnaireIndustries.codes) { code in
            rows[code].flatMap { text(column: form.nameColumn, row: $0) }
        }
    }

    /// The industries' printed names.
    func industryNames(_ columns: [String: Int]) -> [String: String] {
        names(QuestionnaireIndustries.codes) { code in
            columns[code].flatMap { text(column: $0, row: SupplyUseForm.nameRow) }
        }
    }

    /// The date the questionnaire was sent, as an ISO date: in C21 behind "Date:", otherwise in D21.
    var vintage: String? {
        let beside = text("C21").flatMap { text in
            text.hasPrefix("Date:") ? PrintedDate.iso(String(text.dropFirst(5))) : nil
        }
        return beside ?? text("D21").flatMap(PrintedDate.iso)
    }

    /// Whether the sender's footnote says that industries 19, 20 and 21 stand together under 21.
    var statesMerger: Bool {
        text("F17")?.contains("V19, V20, and V21 are presented together") ?? false
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

    /// The headers of all columns, in the order of their keys.
    private var knownColumns: [String] {
        QuestionnaireIndustries.codes.map(SupplyUseCodes.column) + ["V"] + form.otherColumns
    }

    private func names(_ codes: [String], _ name: (String) -> String?) -> [String: String] {
        Dictionary(codes.map { ($0, name($0) ?? $0) }) { first, _ in first }
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
