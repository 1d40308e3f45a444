import FileFormats

/// Every figure of a questionnaire, by row and column code, with what was done to get it.
struct QuestionnaireFigures {
    /// The questionnaire they stand in.
    let questionnaire: Questionnaire
    /// How many blank cells of each row were read as zero, in the questionnaire's order.
    private(set) var blanks: [(row: String, count: Int)] = []
    /// Spreadsheet errors read as zero, with the cell's address.
    private(set) var errors: [(cell: String, row: String, column: String)] = []
    /// What is wrong, cell by cell.
    private(set) var faults: [Fault] = []

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
        let industries = QuestionnaireIndustries.codes + [QuestionnaireCodes.total]
        let demand = questionnaire.columns.keys.filter { !industries.contains($0) }
            .sorted { questionnaire.columns[$0, default: 0] < questionnaire.columns[$1, default: 0] }
        for row in QuestionnaireIndustries.codes + questionnaire.kind.otherRows {
            let isThirdQuadrant = QuestionnaireCodes.thirdQuadrant.contains(row)
            read(row, industries + (isThirdQuadrant ? [] : demand))
        }
        confirmErrors()
        // A cell that could not be read would only show again as a sum that does not hold.
        if faults.isEmpty { checkSums() }
    }

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
        faults.append(Fault(at: sheet.place(of: address), value: sheet[address].tidyText, problem))
    }
}

extension QuestionnaireFigures {
    /// Every printed total against the sum of its parts.
    private mutating func checkSums() {
        let industries = QuestionnaireIndustries.codes
        let total = QuestionnaireCodes.total
        let upperRows = questionnaire.kind.otherRows.filter { !QuestionnaireCodes.thirdQuadrant.contains($0) }
        for row in industries + questionnaire.kind.otherRows {
            require(row, total, isSum: industries.reduce(0) { $0 + self[row, $1] })
        }
        for row in industries + upperRows {
            for subtotal in QuestionnaireCodes.subtotals {
                require(row, subtotal.code, isSum: subtotal.parts.reduce(0) { $0 + self[row, $1] })
            }
        }
        let demand = questionnaire.columns.keys.filter { !industries.contains($0) && $0 != total }.sorted()
        for column in industries + [total] + demand {
            require(total, column, isSum: industries.reduce(0) { $0 + self[$1, column] })
        }
        if questionnaire.kind == .domestic { checkThirdQuadrant(demand: demand) }
    }

    private mutating func checkThirdQuadrant(demand: [String]) {
        let used = [QuestionnaireCodes.total, QuestionnaireCodes.imports, QuestionnaireCodes.productTaxes]
        let industries = QuestionnaireIndustries.codes + [QuestionnaireCodes.total]
        for column in industries + demand {
            require(QuestionnaireCodes.adjusted, column, isSum: used.reduce(0) { $0 + self[$1, column] })
        }
        for column in industries {
            let components = QuestionnaireCodes.valueAddedParts.reduce(0) { $0 + self[$1, column] }
            let purchases = used.reduce(0) { $0 + self[$1, column] }
            require(
                QuestionnaireCodes.grossSurplus,
                column,
                isSum: self["K1", column] + self["B2A3N", column]
            )
            require(QuestionnaireCodes.valueAdded, column, isSum: components)
            require(
                QuestionnaireCodes.output,
                column,
                isSum: purchases + self[QuestionnaireCodes.valueAdded, column]
            )
        }
    }
}
