import FileFormats

/// Every figure of a questionnaire, by row and column code, with what was done to get it.
struct QuestionnaireFigures {
    /// The questionnaire they stand in.
    let questionnaire: Questionnaire
    /// The cells.
    private(set) var cells: QuestionnaireCells

    /// Reads every cell; faults are gathered, not thrown.
    init(_ questionnaire: Questionnaire) {
        self.questionnaire = questionnaire
        cells = QuestionnaireCells(
            number: questionnaire.kind.number,
            sheet: questionnaire.sheet,
            rows: questionnaire.rows,
            columns: questionnaire.columns
        )
        let upper = questionnaire.columnsInOrder
        let lower = QuestionnaireIndustries.codes + [QuestionnaireCodes.total]
        for row in QuestionnaireIndustries.codes + questionnaire.kind.otherRows {
            cells.read(row, QuestionnaireCodes.thirdQuadrant.contains(row) ? lower : upper)
        }
        cells.confirmErrors(total: QuestionnaireCodes.total)
        // A cell that could not be read would only show again as a sum that does not hold.
        if cells.sheetFaults.isEmpty { checkSums() }
    }

    /// The figure in `row` and `column`. Precondition: both are codes of the questionnaire.
    subscript(row: String, column: String) -> Double { cells[row, column] }

    /// Notes a fault unless the figure in `row` and `column` is `sum`, within the tolerance.
    mutating func require(_ row: String, _ column: String, isSum sum: Double) {
        cells.require(row, column, isSum: sum)
    }
}

extension QuestionnaireFigures {
    /// Every printed total against the sum of its parts.
    private mutating func checkSums() {
        let industries = QuestionnaireIndustries.codes
        let total = QuestionnaireCodes.total
        for row in industries + questionnaire.kind.otherRows {
            require(row, total, isSum: cells.sum(row, industries))
            if QuestionnaireCodes.thirdQuadrant.contains(row) { continue }
            for subtotal in QuestionnaireCodes.subtotals {
                require(row, subtotal.code, isSum: cells.sum(row, subtotal.parts))
            }
            // Exports by destination are voluntary; where they stand, they must add up too.
            let exports = cells.sum(row, ["P6_EU", "P6_XEU"])
            if exports != 0 { require(row, "P6", isSum: exports) }
        }
        for column in questionnaire.columnsInOrder {
            require(total, column, isSum: cells.sum(industries, column))
        }
        if questionnaire.kind == .domestic { checkPrimaryInputs() }
    }

    private mutating func checkPrimaryInputs() {
        let used = [QuestionnaireCodes.total, QuestionnaireCodes.imports, QuestionnaireCodes.productTaxes]
        for column in questionnaire.columnsInOrder {
            require(QuestionnaireCodes.adjusted, column, isSum: cells.sum(used, column))
        }
        for column in QuestionnaireIndustries.codes + [QuestionnaireCodes.total] {
            require(QuestionnaireCodes.grossSurplus, column, isSum: cells.sum(["K1", "B2A3N"], column))
            require(
                QuestionnaireCodes.valueAdded,
                column,
                isSum: cells.sum(QuestionnaireCodes.valueAddedParts, column)
            )
            require(
                QuestionnaireCodes.output,
                column,
                isSum: cells.sum(used + [QuestionnaireCodes.valueAdded], column)
            )
        }
    }
}
