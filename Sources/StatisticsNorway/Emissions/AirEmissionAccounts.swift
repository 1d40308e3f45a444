public import Accounts
import FileFormats

/// Statistics Norway's air emission accounts by industry, as reported to Eurostat (AEA questionnaire), on the
/// 65 industries of the input-output tables.
///
/// Residence principle: ocean shipping abroad is Norwegian industry (R50). Every measure is in tonnes or tonnes
/// of CO₂ equivalents; see the units of the measures. Greenhouse gases are fossil CO₂, methane × 28, nitrous
/// oxide × 265 and the fluorinated gases (IPCC, Fifth Assessment Report).
public struct AirEmissionAccounts: Sendable {
    /// The measures `ghg`, `co2`, `co2_biomass`, `ch4`, `n2o`, `hfc`, `pfc` and `sf6_nf3`, every year there is.
    public let series: ExtensionSeries
    /// Where the figures come from.
    public let provenance: Provenance
    private let households: [String: [Year: Double]]

    /// The accounts in the CSV file at `path`: the questionnaire's sheets one below the other, with the columns
    /// `gas`, `code`, `label`, `year` and `value`.
    ///
    /// - Throws: `.file` where the file cannot be read; with `.faults` for missing columns, unknown gases and
    ///   rows, texts in number fields, negative emissions, rows that stand twice or not at all, and totals that
    ///   are not the sum of their industries. `.accounts` for figures that make no series.
    public init(contentsOf path: String) throws(StatisticsNorwayError) {
        let rows: AirEmissionRows
        let bytes: [UInt8]
        do {
            bytes = try InputFile.bytes(at: path)
            rows = try AirEmissionRows(CSVTable(bytes: bytes, file: path))
        } catch {
            throw .file(error)
        }
        let provenance = Publisher.provenance(
            table: "AEA questionnaire",
            vintage: nil,
            files: [(path: path, bytes: bytes)]
        )
        do {
            series = try rows.series(provenance: provenance)
        } catch {
            throw .accounts(error, files: [path])
        }
        self.provenance = provenance
        households = rows.households
    }

    /// What households emit themselves of a measure, in its unit; no part of any industry. `nil` for a measure
    /// or year the accounts do not have.
    public func households(_ measure: String, _ year: Year) -> Double? {
        households[measure]?[year]
    }
}
