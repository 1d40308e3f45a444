import FileFormats

/// Every figure of a supply or use questionnaire, by row and column code, with what was done to get it.
struct SupplyUseFigures {
    /// The questionnaire they stand in.
    let questionnaire: SupplyUseQuestionnaire
    /// The cells.
    private(set) var cells: QuestionnaireCells

    /// Reads every cell; faults are gathered, not thrown.
    init(_ questionnaire: SupplyUseQuestionnaire) {
        self.questionnaire = questionnaire
        let form = questionnaire.form
        cells = QuestionnaireCells(
            number: form.number,
            sheet: questionnaire.sheet,
            rows: questionnaire.rows,
            columns: questionnaire.columns
        )
        let upper = questionnaire.columnsInOrder
        for row in QuestionnaireIndustries.codes + form.otherRows {
            cells.read(row, form.industryRows.contains(row) ? industriesAndTotal : upper)
        }
        cells.confirmErrors(total: SupplyUseCodes.total)
        // A cell that could not be read would only show again as a sum that does not hold.
        if cells.sheetFaults.isEmpty { checkSums() }
    }

    /// The figure in `row` and `column`. Precondition: both are codes of the questionnaire.
    subscript(row: String, column: String) -> Double { cells[row, column] }

    /// Notes a fault unless the figure in `row` and `column` is `sum`, within the tolerance.
    mutating func require(_ row: String, _ column: String, isSum sum: Double) {
        cells.require(row, column, isSum: sum)
    }

    private var industriesAndTotal: [String] { QuestionnaireIndustries.codes + [SupplyUseCodes.total] }
}

extension SupplyUseFigures {
    /// Every printed total against the sum of its parts.
    private mutating func checkSums() {
        let codes = QuestionnaireIndustries.codes
        let form = questionnaire.form
        for row in codes + form.otherRows {
            require(row, SupplyUseCodes.total, isSum: cells.sum(row, codes))
            if form.industryRows.contains(row) { continue }
            for subtotal in form.subtotals {
                require(row, subtotal.code, isSum: cells.sum(row, subtotal.parts))
            }
            // Trade by origin or destination is voluntary; where it stands, it must add up too.
            let (parts, whole) =
                form.kind == .supply ? (["P7_EU", "P7_XEU"], "P7") : (["P6_EU", "P6_XEU"], "P6")
            let trade = cells.sum(row, parts)
            if trade != 0 { require(row, whole, isSum: trade) }
        }
        for column in questionnaire.columnsInOrder {
            require(SupplyUseCodes.total, column, isSum: cells.sum(codes, column))
            require(SupplyUseCodes.adjusted, column, isSum: cells.sum(adjustedParts, column))
        }
        if form.kind == .supply { checkOutputParts() } else { checkValueAdded() }
    }

    /// The rows that add up to the adjusted total.
    private var adjustedParts: [String] {
        switch questionnaire.form.kind {
        case .supply:
            [SupplyUseCodes.total, SupplyUseCodes.importAdjustment, SupplyUseCodes.purchasesAbroad]
        case .use:
            [
                SupplyUseCodes.total, SupplyUseCodes.exportAdjustment, SupplyUseCodes.purchasesAbroad,
                SupplyUseCodes.purchasesHere,
            ]
        }
    }

    private mutating func checkOutputParts() {
        for column in industriesAndTotal {
            require(SupplyUseCodes.total, column, isSum: cells.sum(SupplyUseCodes.outputParts, column))
        }
    }

    private mutating func checkValueAdded() {
        for column in industriesAndTotal {
            require(QuestionnaireCodes.grossSurplus, column, isSum: cells.sum(["K1", "B2A3N"], column))
            require(
                QuestionnaireCodes.valueAdded,
                column,
                isSum: cells.sum(QuestionnaireCodes.valueAddedParts, column)
            )
            require(
                QuestionnaireCodes.output,
                column,
                isSum: cells.sum([SupplyUseCodes.adjusted, QuestionnaireCodes.valueAdded], column)
            )
        }
    }
}
