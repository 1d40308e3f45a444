import FileFormats

/// Every figure of a questionnaire, by row and column code, with what was done to get it.
struct QuestionnaireFigures {
    /// The questionnaire they stand in.
    let questionnaire: Questionnaire
    /// How many blank cells of each row were read as zero, in the questionnaire's order.
    private(set) var blanks: [(row: String, count: Int)] = []
    /// Spreadsheet errors read as zero, with the cell's address.
    private(set) var errors: [(cell: String, row: String, column: String)] = []
    private var faults: [(address: CellAddress, fault: Fault)] = []
    private var values: [Key: Double] = [:]

    private struct Key: Hashable {
        let row: String
        let column: String
    }

    /// How far a sum may be from the total printed beside it, MNOK: sums of a few hundred figures in double
    /// precision are within 1e-8, figures are printed with three decimals.
    static let sumTolerance = 0.01

    /// Reads every cell; faults are gathered, not thrown.
    init(_ questionnaire: Questionnaire) {
        self.questionnaire = questionnaire
        let upper = questionnaire.columnsInOrder
        let lower = QuestionnaireIndustries.codes + [QuestionnaireCodes.total]
        for row in QuestionnaireIndustries.codes + questionnaire.kind.otherRows {
            read(row, QuestionnaireCodes.thirdQuadrant.contains(row) ? lower : upper)
        }
        confirmErrors()
        // A cell that could not be read would only show again as a sum that does not hold.
        if faults.isEmpty { checkSums() }
        faults.sort { $0.address < $1.address }
    }

    /// What is wrong, in the order in which the cells stand.
    var sheetFaults: [Fault] { faults.map(\.fault) }

    /// The figure in `row` and `column`. Precondition: both are codes of the questionnaire.
    subscript(row: String, column: String) -> Double {
        guard let value = values[Key(row: row, column: column)] else {
            preconditionFailure("\(row), \(column) is not a cell")
        }
        return value
    }

    /// The address of the cell in `row` and `column`.
    func address(_ row: String, _ column: String) -> CellAddress {
        guard let row = questionnaire.rows[row], let column = questionnaire.columns[column] else {
            preconditionFailure("\(row), \(column) is not a cell")
        }
        return CellAddress(column: column, row: row)
    }

    /// Notes a fault unless the figure in `row` and `column` is `sum`, within the tolerance.
    mutating func require(_ row: String, _ column: String, isSum sum: Double) {
        let tolerance = Self.sumTolerance
        let found = self[row, column]
        if abs(found - sum) <= tolerance { return }
        note(row, column, .outside(lower: sum - tolerance, upper: sum + tolerance))
    }

    private mutating func read(_ row: String, _ columns: [String]) {
        var blank = 0
        for column in columns {
            var value = 0.0
            switch questionnaire.sheet[address(row, column)] {
            case .number(let number): value = number
            case .empty: blank += 1
            case .text(let text) where text.allSatisfy(\.isWhitespace): blank += 1
            case .error: errors.append((address(row, column).description, row, column))
            case .text, .boolean: note(row, column, .notANumber)
            }
            values[Key(row: row, column: column)] = value
        }
        if blank > 0 { blanks.append((row, blank)) }
    }

    /// A spreadsheet error may stand for zero only between two industries, alone in its row, where the row's
    /// printed total is already the sum of the other cells.
    private mutating func confirmErrors() {
        let industries = QuestionnaireIndustries.codes
        for (_, row, column) in errors {
            let isFlow = industries.contains(row) && industries.contains(column)
            let isAlone = errors.filter { $0.row == row }.count == 1
            let others = industries.reduce(0) { $0 + self[row, $1] }
            let total = self[row, QuestionnaireCodes.total]
            if !(isFlow && isAlone && abs(total - others) <= Self.sumTolerance) {
                note(row, column, .spreadsheetError)
            }
        }
    }

    private mutating func note(_ row: String, _ column: String, _ problem: Fault.Problem) {
        let address = address(row, column)
        let sheet = questionnaire.sheet
        let fault = Fault(at: sheet.place(of: address), value: sheet[address].tidyText, problem)
        faults.append((address, fault))
    }
}

extension QuestionnaireFigures {
    /// Every printed total against the sum of its parts.
    private mutating func checkSums() {
        let industries = QuestionnaireIndustries.codes
        let total = QuestionnaireCodes.total
        for row in industries + questionnaire.kind.otherRows {
            require(row, total, isSum: sum(row, industries))
            if QuestionnaireCodes.thirdQuadrant.contains(row) { continue }
            for subtotal in QuestionnaireCodes.subtotals {
                require(row, subtotal.code, isSum: sum(row, subtotal.parts))
            }
            // Exports by destination are voluntary; where they stand, they must add up too.
            let exports = sum(row, ["P6_EU", "P6_XEU"])
            if exports != 0 { require(row, "P6", isSum: exports) }
        }
        for column in questionnaire.columnsInOrder { require(total, column, isSum: sum(industries, column)) }
        if questionnaire.kind == .domestic { checkPrimaryInputs() }
    }

    private mutating func checkPrimaryInputs() {
        let used = [QuestionnaireCodes.total, QuestionnaireCodes.imports, QuestionnaireCodes.productTaxes]
        for column in questionnaire.columnsInOrder {
            require(QuestionnaireCodes.adjusted, column, isSum: sum(used, column))
        }
        for column in QuestionnaireIndustries.codes + [QuestionnaireCodes.total] {
            require(QuestionnaireCodes.grossSurplus, column, isSum: sum(["K1", "B2A3N"], column))
            require(
                QuestionnaireCodes.valueAdded,
                column,
                isSum: sum(QuestionnaireCodes.valueAddedParts, column)
            )
            require(
                QuestionnaireCodes.output,
                column,
                isSum: sum(used + [QuestionnaireCodes.valueAdded], column)
            )
        }
    }

    private func sum(_ row: String, _ columns: [String]) -> Double {
        columns.reduce(0) { $0 + self[row, $1] }
    }

    private func sum(_ rows: [String], _ column: String) -> Double {
        rows.reduce(0) { $0 + self[$1, column] }
    }
}
