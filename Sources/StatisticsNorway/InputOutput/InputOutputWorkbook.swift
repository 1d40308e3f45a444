public import Accounts
import FileFormats

/// Statistics Norway's symmetric input-output table (*kryssløpstabell*) of a year, from the two workbooks it is
/// published in: ESA questionnaire 1850, domestic output, and 1950, imports.
///
/// 65 industries × 65 industries, MNOK, current basic prices. Every printed total is held against its parts, and
/// the imports row of one workbook against the columns of the other, before any figure is believed.
public struct InputOutputWorkbook: Sendable {
    /// The table, with the rules applied to the workbooks' cells.
    public let table: InputOutputTable

    /// The table in the workbooks at the paths `domestic` (1850) and `imports` (1950).
    ///
    /// - Throws: `.file` where a workbook cannot be read; with `.faults` for headers, years, units or codes that
    ///   are not the questionnaire's, texts and errors in number cells, and totals that are not the sum of
    ///   their parts, each with sheet and cell. `.accounts` where the table is off balance by more than
    ///   rounding explains.
    public init(domestic: String, imports: String) throws(StatisticsNorwayError) {
        let pair: QuestionnairePair
        let files: [(path: String, bytes: [UInt8])]
        do {
            files = [
                (domestic, try InputFile.bytes(at: domestic)), (imports, try InputFile.bytes(at: imports)),
            ]
            pair = try QuestionnairePair(domestic: domestic, imports: imports)
        } catch {
            throw .file(error)
        }
        do {
            table = try pair.table(files: files)
        } catch {
            throw .accounts(error, files: [domestic, imports])
        }
    }

    /// How far rows may be off: output is printed in whole MNOK and flows with three decimals, so that a row is
    /// off by 0.32 at most in 2012–2019 and 2021, and by 1.148 in education in 2020.
    static let tolerance = BalanceTolerance(
        row: 1.2,
        column: 1e-6,
        reason: "Statistics Norway prints output in whole MNOK and flows with three decimals; "
            + "the largest deviation of a row in 2012–2021 is 1.148 (RP, 2020)"
    )
}
