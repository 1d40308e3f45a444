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
    /// Share of each industry's deliveries to final users, who have no quotient of their own, that the region supplies:
    /// min(q_ii, 1). 2D-LQ's q_ii would measure the user by the seller's own size; there it is SLQ_i's factor times
    /// (x^r / x^n)^β, capped.
    public let cappedDiagonal: LabelledVector<Industry>

    /// Quotients from the industries' sizes in the region and in the nation, in any one unit.
    ///
    /// - Throws: `.deltaOutside`, `.parameterOutside`, `.notFromSizes` (CHARM, pooling, calibrated), `.accounts(.differ)` when the
    ///   axes disagree, `.negativeSize`, `.noNationalSize` for an industry that only the region has, `.emptyRegion`.
    public init(
        _ method: QuotientMethod,
        region: LabelledVector<Industry>,
        nation: LabelledVector<Industry>,
        measure: SizeMeasure,
        regionCode: String = ""
    ) throws(RegionalisationError) {
        try Self.refuseParameters(of: method)
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
        let matrix = LabelledMatrix(rows: region.axis, columns: region.axis) { seller, buyer in
            Self.quotient(
                method,
                lambda: lambda ?? 1,
                seller: simple[seller],
                buyer: simple[buyer],
                relativeSize: relativeSize,
                same: seller == buyer
            )
        }
        self.matrix = matrix
        cappedDiagonal = LabelledVector(region.axis) { industry in
            if case .twoDimensional = method {
                // A final user is as large in the region as the region in the nation.
                return min(
                    Self.quotient(
                        method,
                        lambda: 1,
                        seller: simple[industry],
                        buyer: 1,
                        relativeSize: relativeSize,
                        same: false
                    ),
                    1
                )
            }
            return min(matrix[industry, industry], 1)
        }
    }

    /// Shares by seller, the same for every buyer, in the place of quotients; nothing is left to cap.
    ///
    /// - Parameter simple: SLQ_i, for the record.
    init(_ method: QuotientMethod, simple: LabelledVector<Industry>, shares: LabelledVector<Industry>) {
        self.method = method
        self.simple = simple
        lambda = nil
        matrix = LabelledMatrix(rows: shares.axis, columns: shares.axis) { seller, _ in shares[seller] }
        cappedDiagonal = shares
    }

    private static func refuseParameters(of method: QuotientMethod) throws(RegionalisationError) {
        if let delta = method.delta, !(delta >= 0 && delta < 1) { throw .deltaOutside(delta) }
        for parameter in method.parameters where !(parameter.value >= 0 && parameter.value <= 1) {
            throw .parameterOutside(name: parameter.name, value: parameter.value)
        }
        if method.balancesProducts || method == .calibrated { throw .notFromSizes(method: method.code) }
    }

    /// min(q_ij, 1): shares of each purchase.
    public var capped: LabelledMatrix<Industry, Industry> {
        matrix.map { _, _, quotient in min(quotient, 1) }
    }

    private static func quotient(
        _ method: QuotientMethod,
        lambda: Double,
        seller: Double,
        buyer: Double,
        relativeSize: Double,
        same: Bool
    ) -> Double {
        // A buyer that the region does not have has no quotient of its own, like households.
        let crossIndustry = same || buyer == 0 ? seller : seller / buyer
        return switch method {
        case .slq: seller
        case .cilq: crossIndustry
        case .rlq: buyer == 0 ? seller : seller / log2(1 + buyer)
        case .flq: crossIndustry * lambda
        case .aflq: crossIndustry * lambda * (buyer > 1 ? log2(1 + buyer) : 1)
        case .twoDimensional(let alpha, let beta):
            // w_j = SLQ_j · x^r / x^n.
            pow(seller > 1 ? tanh(seller - 1) / 2 + 1 : seller, alpha)
                * pow((buyer == 0 ? 1 : buyer) * relativeSize, beta)
        // Refused before: they are made of more than sizes.
        case .charm, .pooling, .calibrated: .nan
        }
    }
}
