import Accounts
import FileFormats

extension SupplyUsePair {
    /// What was done to the workbooks' cells on the way to a table, rule by rule; rules that touched nothing
    /// are left out.
    var rules: [AppliedRule] {
        [
            AppliedRule("spreadsheet-error-read-as-zero", touched: both.flatMap(\.cells.errorsRead)),
            AppliedRule("blank-cell-read-as-zero", touched: both.flatMap(\.cells.blanksRead)),
            AppliedRule("industries-merged-by-publisher", touched: mergers),
            AppliedRule("industry-without-output", touched: withoutOutput),
            AppliedRule("industry-codes-of-input-output-tables", touched: recoded),
            AppliedRule(
                "final-demand-subtotals-dropped",
                touched: SupplyUseCodes.useSubtotals.map(\.code) + QuestionnaireCodes.exportParts
            ),
            AppliedRule("negative-supply-kept", touched: negativeSupply),
            AppliedRule("negative-final-demand-kept", touched: negativeDemand),
            AppliedRule("supply-use-rounding-accepted", touched: rounding),
        ].filter { !$0.touched.isEmpty }
    }

    private var both: [SupplyUseFigures] { [supply, use] }

    /// Only what the sender's footnote says, and the figures bear out.
    var mergers: [String] {
        guard supply.questionnaire.statesMerger else { return [] }
        return QuestionnaireIndustries.merged.codes.filter(withoutOutput.contains)
            .map { "\($0) → \(QuestionnaireIndustries.merged.into)" }
    }

    private var withoutOutput: [String] {
        QuestionnaireIndustries.codes.filter { supply[SupplyUseCodes.total, $0] == 0 }
    }

    /// The one industry whose code differs in more than its first letter stands for all.
    private var recoded: [String] { ["V… → R…", "VO → R84"] }

    private var negativeSupply: [String] {
        QuestionnaireIndustries.codes.flatMap { row in
            QuestionnaireIndustries.codes.compactMap { column in
                let value = supply[row, column]
                return value < 0 ? "1500 \(row) × \(column): \(CSVNumber.text(value))" : nil
            }
        }
    }

    private var negativeDemand: [String] {
        QuestionnaireIndustries.codes.flatMap { row in
            QuestionnaireCodes.categories.compactMap { category in
                let value = use[row, category.code]
                return value < 0 ? "1600 \(row) × \(category.code): \(CSVNumber.text(value))" : nil
            }
        }
    }

    /// The products whose use is off supply at all, and the one that is furthest off.
    private var rounding: [String] {
        let deviations = QuestionnaireIndustries.codes.map { row in
            let difference = use[row, SupplyUseCodes.totalUse] - supply[row, SupplyUseCodes.purchasersSupply]
            return (row: row, size: abs(difference))
        }
        // Below half of the third decimal a deviation is the adding-up, not the printing.
        let off = deviations.filter { $0.size >= 0.0005 }
        guard let largest = off.max(by: { $0.size < $1.size }) else { return [] }
        let rounded = (largest.size * 1000).rounded() / 1000
        return ["products off: \(off.count)", "largest: \(largest.row), \(CSVNumber.text(rounded)) MNOK"]
    }
}
