public import Accounts
import LinearAlgebra

/// Every sector thought away in turn, from one factorisation.
///
/// The losses of all sectors' extractions are the columns of the Leontief inverse, each scaled (see
/// ``HypotheticalExtraction``): ℓ_ik = l_ik · s_k / l_kk. So n extractions cost one inverse, not n factorisations:
/// 2 n³ operations in all, and O(n) more an extraction.
///
/// Losses of different extractions are not additive: each is measured against the whole economy.
/// Source: Miller & Blair (2009), §12.2.6.
public struct HypotheticalExtractions<Sector: Label>: Sendable {
    /// What was thought away.
    public let kind: HypotheticalExtraction<Sector>.Kind
    /// Output lost in the row's sector when the column's sector is extracted, in the demand's unit.
    public let losses: LabelledMatrix<Sector, Sector>

    /// Extracts each sector in turn from an economy that meets `demand`. O(n³) once, n² numbers of memory.
    ///
    /// - Throws: `.accounts(.differ)` when the demand is on another axis, `.extractionUndefined` for the first sector
    ///   whose l_kk is zero, `.linearAlgebra` when the system cannot be factored.
    public init(
        _ kind: HypotheticalExtraction<Sector>.Kind,
        from system: LeontiefSystem<Sector>,
        meeting demand: LabelledVector<Sector>
    ) throws(LeontiefError) {
        let output = try system.output(meeting: demand).values
        var losses = try system.inverse()
        for (position, sector) in system.sectors.labels.enumerated() {
            let own = losses[position, position]
            guard own != 0 else { throw .extractionUndefined(sector: sector.code) }
            let lost = kind.lost(output: output.values[position], demand: demand.values[position])
            losses.scaleColumn(position, by: lost / own)
            switch kind {
            case .complete: losses.set(output.values[position], row: position, column: position)
            case .backward: losses.set(lost - lost / own, row: position, column: position)
            case .forward: break
            }
        }
        self.kind = kind
        self.losses = LabelledMatrix(rows: system.sectors, columns: system.sectors, values: losses)
    }

    /// Loss in all sectors, by the sector extracted.
    public var totals: LabelledVector<Sector> { losses.columnSums }
}
