import FileFormats

/// Every figure of a supply or use questionnaire, by row and column code, with what was done to get it.
struct SupplyUseFigures {
    /// The questionnaire they stand in.
    let questionnaire: SupplyUseQuestionnaire
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
    static let sumTolerance = QuestionnaireFigures.sumTolerance

    /// Reads every cell; faults are gathered, not thrown.
    init(_ questionnaire: SupplyUseQuestionnaire) {
        self.questionnaire = questionnaire
        let form = questionnaire.form
        let upper = questionnaire.columnsInOrder
        for row in QuestionnaireIndustries.codes + form.otherRows {
            read(row, form.industryRows.contains(row) ? industriesAndTotal : upper)
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

    /// Notes a fault unless the figure in `row` and `column` is `sum`, within the tolerance.
    mutating func require(_ row: String, _ column: String, isSum sum: Double) {
        let tolerance = Self.sumTolerance
        if abs(self[row, column] - sum) <= tolerance { return }
        note(row, column, .outside(lower: sum - tolerance, upper: sum + tolerance))
    }

    private var industriesAndTotal: [String] { QuestionnaireIndustries.codes + [SupplyUseCodes.total] }

    private func address(_ row: String, _ column: String) -> CellAddress {
        guard let row = questionnaire.rows[row], let column = questionnaire.columns[column] else {
            preconditionFailure("\(row), \(column) is not a cell")
        }
        return CellAddress(column: column, row: row)
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

    /// A spreadsheet error may stand for zero only between a product and an industry, alone in its row, where the
    /// row's printed total is already the sum of the other cells.
    private mutating func confirmErrors() {
        let codes = QuestionnaireIndustries.codes
        for (_, row, column) in errors {
            let isCell = codes.contains(row) && codes.contains(column)
            let isAlone = errors.filter { $0.row == row }.count == 1
            let others = sum(row, codes)
            let total = self[row, SupplyUseCodes.total]
            if !(isCell && isAlone && abs(total - others) <= Self.sumTolerance) {
                note(row, column, .spreadsheetError)
            }
        }
    }

    private mutating func note(_ row: String, _ column: String, _ problem: Fault.Problem) {
        let address = address(row, column)
        let sheet = questionnaire.sheet
        faults.append((address, Fault(at: sheet.place(of: address), value: sheet[address].tidyText, problem)))
    }
}

extension SupplyUseFigures {
    /// Every printed total against the sum of its parts.
    private mutating func checkSums() {
        let codes = QuestionnaireIndustries.codes
        let form = questionnaire.form
        for row in codes + form.otherRows {
            require(row, SupplyUseCodes.total, isSum: sum(row, codes))
            if form.industryRows.contains(row) { continue }
            for subtotal in form.subtotals { require(row, subtotal.code, isSum: sum(row, subtotal.parts)) }
            // Trade by origin or destination is voluntary; where it stands, it must add up too.
            let (parts, whole) =
                form.kind == .supply ? (["P7_EU", "P7_XEU"], "P7") : (["P6_EU", "P6_XEU"], "P6")
            let trade = sum(row, parts)
            if trade != 0 { require(row, whole, isSum: trade) }
        }
        for column in questionnaire.columnsInOrder {
            require(SupplyUseCodes.total, column, isSum: sum(codes, column))
            require(SupplyUseCodes.adjusted, column, isSum: sum(adjustedParts, column))
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
            require(SupplyUseCodes.total, column, isSum: sum(SupplyUseCodes.outputParts, column))
        }
    }

    private mutating func checkValueAdded() {
        for column in industriesAndTotal {
            require(QuestionnaireCodes.grossSurplus, column, isSum: sum(["K1", "B2A3N"], column))
            require(
                QuestionnaireCodes.valueAdded,
                column,
                isSum: sum(QuestionnaireCodes.valueAddedParts, column)
            )
            require(
                QuestionnaireCodes.output,
                column,
                isSum: sum([SupplyUseCodes.adjusted, QuestionnaireCodes.valueAdded], column)
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
