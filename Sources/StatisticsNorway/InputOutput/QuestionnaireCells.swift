import FileFormats

/// A questionnaire's figures by row and column code, read cell by cell; what was done to get them, and what is wrong.
///
/// What the forms of the input-output tables (1850, 1950) and of supply and use (1500, 1600) have in common: blanks and
/// spreadsheet errors that may stand for zero, and printed totals that must be the sums of their parts.
struct QuestionnaireCells {
    /// The questionnaire's number.
    let number: String
    private let sheet: XLSXSheet
    private let rows: [String: Int]
    private let columns: [String: Int]
    private var blanks: [(row: String, count: Int)] = []
    private var errors: [(cell: String, row: String, column: String)] = []
    private var faults: [(address: CellAddress, fault: Fault)] = []
    private var values: [Key: Double] = [:]

    private struct Key: Hashable {
        let row: String
        let column: String
    }

    /// How far a sum may be from the total printed beside it, MNOK: sums of a few hundred figures in double
    /// precision are within 1e-8, figures are printed with three decimals.
    private static let sumTolerance = 0.01

    /// No cells yet; `rows` and `columns` say where each code stands.
    init(number: String, sheet: XLSXSheet, rows: [String: Int], columns: [String: Int]) {
        self.number = number
        self.sheet = sheet
        self.rows = rows
        self.columns = columns
    }

    /// What is wrong, in the order in which the cells stand.
    var sheetFaults: [Fault] { faults.sorted { $0.address < $1.address }.map(\.fault) }

    /// Spreadsheet errors read as zero, each with its cell and codes.
    var errorsRead: [String] { errors.map { "\(number) \($0.cell) (\($0.row) × \($0.column))" } }

    /// How many blank cells of each row were read as zero, in the questionnaire's order.
    var blanksRead: [String] { blanks.map { "\(number) \($0.row): \($0.count)" } }

    /// The figure in `row` and `column`. Precondition: both are codes of the questionnaire.
    subscript(row: String, column: String) -> Double {
        guard let value = values[Key(row: row, column: column)] else {
            preconditionFailure("\(row), \(column) is not a cell")
        }
        return value
    }

    /// What the figures of `columns` in `row` add up to.
    func sum(_ row: String, _ columns: [String]) -> Double { columns.reduce(0) { $0 + self[row, $1] } }

    /// What the figures of `rows` in `column` add up to.
    func sum(_ rows: [String], _ column: String) -> Double { rows.reduce(0) { $0 + self[$1, column] } }

    /// Notes a fault unless the figure in `row` and `column` is `sum`, within the tolerance.
    mutating func require(_ row: String, _ column: String, isSum sum: Double) {
        let tolerance = Self.sumTolerance
        if abs(self[row, column] - sum) <= tolerance { return }
        note(row, column, .outside(lower: sum - tolerance, upper: sum + tolerance))
    }

    /// Reads a row's cells; faults are gathered, not thrown.
    mutating func read(_ row: String, _ columns: [String]) {
        var blank = 0
        for column in columns {
            var value = 0.0
            switch sheet[address(row, column)] {
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

    /// A spreadsheet error may stand for zero only in the body of the table, alone in its row, where the row's printed
    /// `total` is already the sum of the other cells.
    mutating func confirmErrors(total: String) {
        let codes = QuestionnaireIndustries.codes
        for (_, row, column) in errors {
            let isCell = codes.contains(row) && codes.contains(column)
            let isAlone = errors.filter { $0.row == row }.count == 1
            if !(isCell && isAlone && abs(self[row, total] - sum(row, codes)) <= Self.sumTolerance) {
                note(row, column, .spreadsheetError)
            }
        }
    }

    private func address(_ row: String, _ column: String) -> CellAddress {
        guard let row = rows[row], let column = columns[column] else {
            preconditionFailure("\(row), \(column) is not a cell")
        }
        return CellAddress(column: column, row: row)
    }

    private mutating func note(_ row: String, _ column: String, _ problem: Fault.Problem) {
        let address = address(row, column)
        faults.append((address, Fault(at: sheet.place(of: address), value: sheet[address].tidyText, problem)))
    }
}

/// Both of a pair's questionnaires, opened; where both have faults, they are thrown together.
func bothOpened<First, Second>(
    _ first: () throws(FileFormatError) -> First,
    _ second: () throws(FileFormatError) -> Second
) throws(FileFormatError) -> (First, Second) {
    let one = Result { () throws(FileFormatError) in try first() }
    let other = Result { () throws(FileFormatError) in try second() }
    if case .failure(.faults(let faults)) = one, case .failure(.faults(let more)) = other {
        throw .faults(faults + more)
    }
    return (try one.get(), try other.get())
}
