public import Accounts
import LinearAlgebra

/// What a krone of demand in one region does there, seen alone and seen among the others, and what it does elsewhere.
public struct Spillover: Sendable {
    /// Where and in which industry the demand is.
    public let sector: Located<Industry>
    /// v_r'(I − A^rr)⁻¹: in the region, if the others bought nothing of it.
    public let alone: Double
    /// v_r' L^rr: in the region.
    public let inRegion: Double
    /// Σ_{s≠r} v_s' L^sr: in the other regions.
    public let elsewhere: Double

    /// What comes back from the other regions: v_r'(L^rr − (I − A^rr)⁻¹).
    public var feedback: Double { inRegion - alone }
    /// What lands in other regions, of all that lands in the nation.
    public var shareElsewhere: Double {
        inRegion + elsewhere == 0 ? 0 : elsewhere / (inRegion + elsewhere)
    }
}

extension MultiRegionalModel {
    /// Spill-over and feedback of Type I, for every industry with output in every region.
    ///
    /// - Parameters:
    ///   - measure: the measure that `landing` is of.
    ///   - landing: where it lands, Type I.
    /// - Throws: as ``LeontiefSystem/init(_:engine:accuracy:)`` for a region's own block.
    public func spillovers(
        of measure: RegionalMeasure,
        _ landing: Landing
    ) throws(LeontiefError) -> [Spillover] {
        let count = table.industries.count
        let sums = landing.values.values.columnSums
        var spillovers: [Spillover] = []
        for (position, region) in table.regions.labels.enumerated() {
            let first = position * count
            let block = try joined { () throws(AccountsError) in try table.flows(from: region, to: region) }
            let output = LabelledVector(table.industries, Array(table.output.values[first..<first + count]))
            let row = LabelledVector(
                table.industries,
                Array(measure.perOutput.values[first..<first + count])
            )
            let alone = try LeontiefSystem(TechnicalCoefficients(flows: block, output: output))
                .multipliers(of: row)
            for industry in 0..<count where output.values[industry] > 0 {
                let inRegion = landing.values.values[position, first + industry]
                spillovers.append(
                    Spillover(
                        sector: table.sectors.labels[first + industry],
                        alone: alone.values[industry],
                        inRegion: inRegion,
                        elsewhere: sums[first + industry] - inRegion
                    )
                )
            }
        }
        return spillovers
    }
}
