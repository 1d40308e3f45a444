import FileFormats

/// One ESA questionnaire, its headers verified: which year it is, and where each code stands.
///
/// Codes are found by their headers, never by counting; a header that is not where the questionnaire has it
/// means that everything else may have moved too, so nothing is read from such a file.
struct Questionnaire {
    let kind: Kind
    let sheet: XLSXSheet
    let year: Int
    /// The sender's date as printed in D21, as an ISO date.
    let vintage: String?
    /// Whether the sender's footnote says that industries 19, 20 and 21 stand together under 21.
    let statesMerger: Bool
    /// The row of each code: industries, totals, and the domestic questionnaire's rows below them.
    let rows: [String: Int]
    /// The column of each code: industries, their total, and final demand.
    let columns: [String: Int]
    /// The industries' names as printed in column D, spaces tidied.
    let names: [String: String]

    enum Kind: Int {
        case domestic = 1850
        case imports = 1950

        /// The sheet's name and the number in the title.
        var number: String { String(rawValue) }

        /// Row codes that must be there besides the industries.
        var otherRows: [String] {
            switch self {
            case .domestic:
                [
                    QuestionnaireCodes.total, QuestionnaireCodes.imports, QuestionnaireCodes.productTaxes,
                    QuestionnaireCodes.adjusted,
                ] + QuestionnaireCodes.thirdQuadrant
            case .imports: [QuestionnaireCodes.total]
            }
        }
    }

    /// The column codes, from left to right.
    var columnsInOrder: [String] {
        columns.sorted { $0.value < $1.value }.map(\.key)
    }

    /// Opens the workbook at `path` and verifies its headers.
    ///
    /// - Throws: whatever the workbook throws; `.noSheet` where the sheet is not named after the questionnaire;
    ///   `.faults` with every header that is another than the questionnaire's.
    init(_ kind: Kind, contentsOf path: String) throws(FileFormatError) {
        let sheet = try XLSXWorkbook(contentsOf: path).sheet(named: kind.number)
        var headers = QuestionnaireHeaders(sheet: sheet, kind: kind)
        headers.verifyForm()
        let year = headers.year()
        try headers.finish()
        let columns = headers.columns()
        let rows = headers.rows()
        try headers.finish()
        guard let year else { throw .faults([headers.fault(at: "B3", .missing)]) }
        self.kind = kind
        self.sheet = sheet
        self.year = year
        self.columns = columns
        self.rows = rows
        vintage = headers.text("D21").flatMap(PrintedDate.iso)
        statesMerger = headers.text("F17")?.contains("19, 20, and 21 are presented together") ?? false
        names = headers.names(rows)
    }
}
