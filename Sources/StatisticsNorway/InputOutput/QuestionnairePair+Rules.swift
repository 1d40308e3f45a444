import Accounts
import FileFormats

extension QuestionnairePair {
    /// What was done to the workbooks' cells on the way to a table, rule by rule; rules that touched nothing
    /// are left out.
    var rules: [AppliedRule] {
        [
            AppliedRule("spreadsheet-error-read-as-zero", touched: both.flatMap(\.cells.errorsRead)),
            AppliedRule("blank-cell-read-as-zero", touched: both.flatMap(\.cells.blanksRead)),
            AppliedRule("industries-merged-by-publisher", touched: mergers),
            AppliedRule("industry-without-output", touched: withoutOutput),
            AppliedRule(
                "final-demand-subtotals-dropped",
                touched: QuestionnaireCodes.subtotals.map(\.code) + QuestionnaireCodes.exportParts
            ),
            AppliedRule("negative-final-demand-kept", touched: negatives),
            AppliedRule("row-rounding-accepted", touched: rounding),
        ].filter { !$0.touched.isEmpty }
    }

    private var both: [QuestionnaireFigures] { [domestic, imports] }

    /// Only what the sender's footnote says, and the figures bear out.
    var mergers: [String] {
        guard domestic.questionnaire.statesMerger else { return [] }
        return QuestionnaireIndustries.merged.codes.filter(withoutOutput.contains)
            .map { "\($0) → \(QuestionnaireIndustries.merged.into)" }
    }

    private var withoutOutput: [String] {
        QuestionnaireIndustries.codes.filter { domestic[QuestionnaireCodes.output, $0] == 0 }
    }

    private var negatives: [String] {
        both.flatMap { figures in
            QuestionnaireIndustries.codes.flatMap { row in
                QuestionnaireCodes.categories.compactMap { category in
                    let value = figures[row, category.code]
                    return value < 0
                        ? "\(figures.cells.number) \(row) × \(category.code): \(CSVNumber.text(value))" : nil
                }
            }
        }
    }

    /// The industries whose row is off output at all, and the one that is furthest off.
    private var rounding: [String] {
        let columns = QuestionnaireIndustries.codes + QuestionnaireCodes.categories.map(\.code)
        let deviations = QuestionnaireIndustries.codes.map { row in
            let sales = columns.reduce(0) { $0 + domestic[row, $1] }
            return (row: row, size: abs(sales - domestic[QuestionnaireCodes.output, row]))
        }
        // Below half of the third decimal a deviation is the adding-up, not the printing.
        let off = deviations.filter { $0.size >= 0.0005 }
        guard let largest = off.max(by: { $0.size < $1.size }) else { return [] }
        let rounded = (largest.size * 1000).rounded() / 1000
        return ["rows off: \(off.count)", "largest: \(largest.row), \(CSVNumber.text(rounded)) MNOK"]
    }
}
