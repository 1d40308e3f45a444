import FileFormats

/// One questionnaire of supply or use, its headers verified: which year it is, and where each code stands.
///
/// Codes are found by their headers, never by counting; a header that is not where the questionnaire has it means
/// that everything else may have moved too, so nothing is read from such a file.
struct SupplyUseQuestionnaire {
    let form: SupplyUseForm
    let sheet: XLSXSheet
    let year: Int
    /// The date of sending, as an ISO date.
    let vintage: String?
    /// Whether the sender's footnote says that industries 19, 20 and 21 stand together under 21.
    let statesMerger: Bool
    /// The row of each product, total, and row below them.
    let rows: [String: Int]
    /// The column of each industry, by the code of the input-output questionnaires, of their total, and of the rest.
    let columns: [String: Int]
    /// Names as printed, spaces tidied, by code.
    let productNames: [String: String]
    let industryNames: [String: String]

    /// The column codes, from left to right.
    var columnsInOrder: [String] {
        columns.sorted { $0.value < $1.value }.map(\.key)
    }

    /// Opens the workbook at `path` and verifies its headers.
    ///
    /// - Throws: whatever the workbook throws; `.noSheet` where the sheet is not named after the questionnaire;
    ///   `.faults` with every header that is another than the questionnaire's.
    init(_ kind: SupplyUseForm.Kind, contentsOf path: String) throws(FileFormatError) {
        let form = SupplyUseForm(kind: kind)
        let sheet = try XLSXWorkbook(contentsOf: path).sheet(named: form.number)
        var headers = SupplyUseHeaders(sheet: sheet, form: form)
        headers.verifyForm()
        let year = headers.year()
        try headers.finish()
        let columns = headers.columns()
        let rows = headers.rows()
        try headers.finish()
        guard let year else { throw .faults([headers.fault(at: "B3", .missing)]) }
        self.form = form
        self.sheet = sheet
        self.year = year
        self.columns = columns
        self.rows = rows
        vintage = headers.vintage
        statesMerger = headers.statesMerger
        productNames = headers.productNames(rows)
        industryNames = headers.industryNames(columns)
    }
}
