public import Accounts
import FileFormats

/// Statistics Norway's supply and use table of a year, from the two workbooks it is published in: ESA questionnaire
/// 1500, supply at basic prices with its transformation to purchasers' prices, and 1600, use at purchasers' prices.
///
/// 65 products × 65 industries, MNOK, current prices. Products and industries have the codes of the input-output
/// questionnaires. Every printed total is held against its parts, and supply against use, product by product.
/// Margins stand in one column, taxes less subsidies in another; use does not tell imports apart.
public struct SupplyUseWorkbook: Sendable {
    /// The table, with the rules applied to the workbooks' cells.
    public let table: SupplyUseTable

    /// The table in the workbooks at the paths `supply` (1500) and `use` (1600).
    ///
    /// - Throws: `.file` where a workbook cannot be read; with `.faults` for headers, years, units or codes that
    ///   are not the questionnaire's, texts and errors in number cells, totals that are not the sum of their
    ///   parts, and output that differs between the two, each with sheet and cell. `.accounts` where supply and
    ///   use are off balance by more than rounding explains.
    public init(supply: String, use: String) throws(StatisticsNorwayError) {
        let pair: SupplyUsePair
        let files: [(path: String, bytes: [UInt8])]
        do {
            files = [(supply, try InputFile.bytes(at: supply)), (use, try InputFile.bytes(at: use))]
            pair = try SupplyUsePair(supply: supply, use: use)
        } catch {
            throw .file(error)
        }
        do {
            table = try pair.table(files: files)
        } catch {
            throw .accounts(error, files: [supply, use])
        }
    }

    /// How far supply and use may be off: output, imports and margins are printed in whole MNOK, so that a product's
    /// supply and use can differ by one.
    static let tolerance = SupplyUseTolerance(
        product: 1.01,
        industry: 1e-6,
        reason: "Statistics Norway prints supply in whole MNOK; "
            + "the largest deviation of a product in 2019–2021 is 1.000 (RD, 2020)"
    )

    /// The product that holds what residents buy abroad and non-residents buy here, in Statistics Norway's own
    /// symmetric tables: accommodation and food services.
    ///
    /// Known from comparing questionnaires 1500 and 1950: imports of RI are larger in 1950 by the purchases abroad,
    /// 125 539 MNOK in 2019, 33 669 in 2020 and 31 562 in 2021, to 0.01 MNOK.
    public static let territoryProduct = "RI"
}
