public import Accounts

/// What is lost when a sector is thought away, its customers and suppliers left without it.
///
/// With L = (I − A)⁻¹, x = L f and k the sector, nothing need be solved anew (Sherman–Morrison): column k of L, one solve
/// of O(n²), gives the loss in every sector,
///
///     complete   ℓ = L_k x_k / l_kk                (ℓ_k = x_k)
///     backward   ℓ = (L_k − e_k) x_k / l_kk
///     forward    ℓ = L_k (x_k − f_k) / l_kk
///
/// Source: Miller & Blair (2009), §12.2.6; Dietzenbacher & van der Linden (1997).
public struct HypotheticalExtraction<Sector: Label>: Sendable {
    /// Output lost in every sector, the extracted one included, in the demand's unit.
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

    /// Extracts `sector` from an economy that meets `demand`. O(n²) on factors; two solves.
    ///
    /// - Throws: `.accounts` when the sector is unknown or the axes disagree, `.extractionUndefined` when l_kk is zero,
    ///   which negative coefficients can bring about.
    public init(
        _ kind: Kind,
        of sector: Sector,
        from system: LeontiefSystem<Sector>,
        meeting demand: LabelledVector<Sector>
    ) throws(LeontiefError) {
        _ = try joined { () throws(AccountsError) in try system.sectors.label(sector.code) }
        let unit = LabelledVector(system.sectors) { $0 == sector ? 1 : 0 }
        let answers = try system.outputs(meeting: [demand, unit])
        let (output, column) = (answers[0].values, answers[1].values)
        guard column[sector] != 0 else { throw .extractionUndefined(sector: sector.code) }
        let share = kind.lost(output: output[sector], demand: demand[sector]) / column[sector]
        loss = LabelledVector(system.sectors) { other in
            switch kind {
            case .complete where other == sector: output[sector]
            case .backward where other == sector: (column[sector] - 1) * share
            default: column[other] * share
            }
        }
        self.sector = sector
    }
}

extension HypotheticalExtraction.Kind {
    /// What a unit of l_kk stands for: the sector's output, or the part of it that producers use.
    func lost(output: Double, demand: Double) -> Double {
        switch self {
        case .complete, .backward: output
        case .forward: output - demand
        }
    }
}
