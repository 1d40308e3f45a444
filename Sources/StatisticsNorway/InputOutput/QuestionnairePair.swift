import Accounts
import FileFormats

/// The two questionnaires of a year, found sound and found to belong together.
struct QuestionnairePair {
    let domestic: QuestionnaireFigures
    let imports: QuestionnaireFigures

    /// Reads both, and throws the faults of both together.
    init(domestic: String, imports: String) throws(FileFormatError) {
        let (domestic, imports) = try bothOpened(
            { () throws(FileFormatError) in try Questionnaire(.domestic, contentsOf: domestic) },
            { () throws(FileFormatError) in try Questionnaire(.imports, contentsOf: imports) }
        )
        guard domestic.year == imports.year else {
            let place = Place(file: imports.sheet.file, column: "B3", sheet: imports.sheet.name)
            throw .faults([Fault(at: place, value: String(imports.year), .expected(String(domestic.year)))])
        }
        self.domestic = QuestionnaireFigures(domestic)
        var figures = QuestionnaireFigures(imports)
        if self.domestic.cells.sheetFaults.isEmpty && figures.cells.sheetFaults.isEmpty {
            for column in imports.columnsInOrder {
                let stated = self.domestic[QuestionnaireCodes.imports, column]
                figures.require(QuestionnaireCodes.total, column, isSum: stated)
            }
        }
        self.imports = figures
        let faults = self.domestic.cells.sheetFaults + figures.cells.sheetFaults
        if !faults.isEmpty { throw .faults(faults) }
    }

    /// The table the two make.
    func table(files: [(path: String, bytes: [UInt8])]) throws(AccountsError) -> InputOutputTable {
        let year = Year(domestic.questionnaire.year)
        let industries = try industries
        let categories = try Axis(QuestionnaireCodes.categories)
        let inputs = try Axis(QuestionnaireCodes.primaryInputs)
        let dates = [domestic, imports].compactMap(\.questionnaire.vintage)
        return try InputOutputTable(
            area: Publisher.norway,
            basis: Basis(unit: .millionKroner, year: year, valuation: .basic),
            domestic: LabelledMatrix(rows: industries, columns: industries) { domestic[$0.code, $1.code] },
            finalDemand: LabelledMatrix(rows: industries, columns: categories) { domestic[$0.code, $1.code] },
            imported: InputOutputTable.ImportedFlows(
                intermediate: LabelledMatrix(rows: industries, columns: industries) {
                    imports[$0.code, $1.code]
                },
                finalDemand: LabelledMatrix(rows: industries, columns: categories) {
                    imports[$0.code, $1.code]
                }
            ),
            primaryInputs: LabelledMatrix(rows: inputs, columns: industries) { domestic[$0.code, $1.code] },
            finalDemandInputs: LabelledMatrix(rows: inputs, columns: categories) { input, category in
                input.role.isValueAdded ? 0 : domestic[input.code, category.code]
            },
            output: LabelledVector(industries) { domestic[QuestionnaireCodes.output, $0.code] },
            tolerance: InputOutputWorkbook.tolerance,
            provenance: Publisher.provenance(
                // The pair is complete when its later half is sent.
                table: "ESA 1850, ESA 1950",
                vintage: dates.max(),
                files: files
            ),
            rules: rules
        )
    }

    private var industries: Axis<Industry> {
        get throws(AccountsError) {
            try Axis(
                QuestionnaireIndustries.norwegianNames.map { code, norwegian in
                    if code == QuestionnaireIndustries.merged.into, !mergers.isEmpty {
                        return Industry(code: code, name: QuestionnaireIndustries.merged.name)
                    }
                    let english = domestic.questionnaire.names[code] ?? code
                    return Industry(code: code, name: Name(english: english, norwegian: norwegian))
                }
            )
        }
    }
}
