public import Accounts
import LinearAlgebra

/// What is lost when a sector is thought away, its customers and suppliers left without it.
///
/// Source: Miller & Blair (2009), §12.2.6; Dietzenbacher & van der Linden (1997).
public struct HypotheticalExtraction<Sector: Label>: Sendable {
    /// Output lost in every sector, the extracted one included.
    public let loss: LabelledVector<Sector>
    /// The extracted sector.
    public let sector: Sector

    /// What is thought away.
    public enum Kind: String, Sendable, CaseIterable {
        /// Row, column and final demand: the sector is gone.
        case complete
        /// The column: it no longer buys anything here, of its own kind either.
        case backward
        /// The row: it no longer sells to anyone who produces from it, itself included.
        case forward
    }

    /// Loss in all sectors.
    public var total: Double { loss.sum }

    /// Loss in the other sectors.
    public var elsewhere: Double { total - loss[sector] }

    /// Extracts `sector` from an economy that meets `demand`.
    ///
    /// - Throws: `.accounts` when the sector is unknown or the axes disagree.
    public init(
        _ kind: Kind,
        of sector: Sector,
        from system: LeontiefSystem<Sector>,
        meeting demand: LabelledVector<Sector>
    ) throws(LeontiefError) {
        _ = try joined { () throws(AccountsError) in try system.sectors.label(sector.code) }
        let remaining = system.coefficients.matrix.map { row, column, coefficient in
            let gone =
                switch kind {
                case .complete: row == sector || column == sector
                case .backward: column == sector
                case .forward: row == sector
                }
            return gone ? 0 : coefficient
        }
        let remainingDemand =
            kind == .complete
            ? LabelledVector(demand.axis) { $0 == sector ? 0 : demand[$0] } : demand
        let before = try system.output(meeting: demand).values
        let after = try LeontiefSystem(TechnicalCoefficients(remaining)).output(meeting: remainingDemand)
            .values
        loss = try joined { () throws(AccountsError) in try before.combined(with: after, -) }
        self.sector = sector
    }
}
