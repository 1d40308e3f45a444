public import Accounts
import Glibc

/// Location quotients of a region: how much of each purchase its own industries are taken to supply.
public struct LocationQuotients: Sendable {
    /// The method and its parameter.
    public let method: QuotientMethod
    /// SLQ_i.
    public let simple: LabelledVector<Industry>
    /// q_ij, not yet capped at one. An industry the region does not have buys as final users do, by the seller's own
    /// quotient; only a planned actor ever does.
    public let matrix: LabelledMatrix<Industry, Industry>
    /// λ, for the methods that have it.
    public let lambda: Double?

    /// Quotients from the industries' sizes in the region and in the nation, in any one unit.
    ///
    /// - Throws: `.deltaOutside`, `.accounts(.differ)` when the axes disagree, `.negativeSize`,
    ///   `.noNationalSize` for an industry that only the region has, `.emptyRegion`.
    public init(
        _ method: QuotientMethod,
        region: LabelledVector<Industry>,
        nation: LabelledVector<Industry>,
        measure: SizeMeasure,
        regionCode: String = ""
    ) throws(RegionalisationError) {
        if let delta = method.delta, !(delta >= 0 && delta < 1) { throw .deltaOutside(delta) }
        if let difference = region.axis.firstDifference(from: nation.axis) {
            throw .accounts(.differ(difference))
        }
        for (sizes, code) in [(region, regionCode), (nation, "nation")] {
            for industry in sizes.axis.labels where !(sizes[industry] >= 0) {
                throw .negativeSize(
                    region: code,
                    industry: industry.code,
                    measure: measure.rawValue,
                    value: sizes[industry]
                )
            }
        }
        for industry in region.axis.labels where region[industry] > 0 && nation[industry] == 0 {
            throw .noNationalSize(industry: industry.code, measure: measure.rawValue)
        }
        guard region.sum > 0, nation.sum > 0 else {
            throw .emptyRegion(region: regionCode, measure: measure.rawValue)
        }
        let relativeSize = region.sum / nation.sum
        let simple = LabelledVector(region.axis) { industry in
            nation[industry] == 0 ? 0 : region[industry] / nation[industry] / relativeSize
        }
        let lambda = method.delta.map { pow(log2(1 + relativeSize), $0) }
        self.method = method
        self.simple = simple
        self.lambda = lambda
        matrix = LabelledMatrix(rows: region.axis, columns: region.axis) { seller, buyer in
            Self.quotient(
                method,
                lambda: lambda ?? 1,
                seller: simple[seller],
                buyer: simple[buyer],
                same: seller == buyer
            )
        }
    }

    /// Shares learned from official tables in the place of quotients: q_ij = q_i for every buyer.
    init(calibrated shares: LabelledVector<Industry>, simple: LabelledVector<Industry>) {
        method = .calibrated
        self.simple = simple
        matrix = LabelledMatrix(rows: shares.axis, columns: shares.axis) { seller, _ in shares[seller] }
        lambda = nil
    }

    /// min(q_ij, 1): shares of each purchase.
    public var capped: LabelledMatrix<Industry, Industry> {
        matrix.map { _, _, quotient in min(quotient, 1) }
    }

    /// min(q_ii, 1): the share of deliveries to final users, who have no quotient of their own.
    public var cappedDiagonal: LabelledVector<Industry> {
        LabelledVector(simple.axis) { min(matrix[$0, $0], 1) }
    }

    private static func quotient(
        _ method: QuotientMethod,
        lambda: Double,
        seller: Double,
        buyer: Double,
        same: Bool
    ) -> Double {
        // A buyer that the region does not have has no quotient of its own, like households.
        let crossIndustry = same || buyer == 0 ? seller : seller / buyer
        return switch method {
        // Learned shares are put in this one's place by whoever has them.
        case .slq, .calibrated: seller
        case .cilq: crossIndustry
        case .rlq: buyer == 0 ? seller : seller / log2(1 + buyer)
        case .flq: crossIndustry * lambda
        case .aflq: crossIndustry * lambda * (buyer > 1 ? log2(1 + buyer) : 1)
        }
    }
}
