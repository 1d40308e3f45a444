/// How a location quotient guesses the share of each purchase that the region supplies itself.
///
/// With SLQ_i = (x_i^r / x^r) / (x_i^n / x^n):
/// - SLQ: q_ij = SLQ_i
/// - CILQ: q_ij = SLQ_i / SLQ_j, SLQ_i on the diagonal
/// - RLQ: q_ij = SLQ_i / log₂(1 + SLQ_j)
/// - FLQ: q_ij = CILQ_ij · λ, λ = [log₂(1 + x^r / x^n)]^δ
/// - AFLQ: FLQ_ij · log₂(1 + SLQ_j) where SLQ_j > 1
/// - 2D-LQ: SLQ_i^α · w_j^β where SLQ_i ≤ 1, [½ tanh(SLQ_i − 1) + 1]^α · w_j^β where SLQ_i > 1, w_j = x_j^r / x_j^n
///
/// CHARM and supply–demand pooling are no quotients: one share per seller, from output and use (``CrossHauling``).
///
/// Sources: Miller & Blair (2009), §8.2; Round (1978); Flegg & Webber (1997, 2000); Flegg & Tohmo (2013);
/// Pereira-López, Carrascal-Incera & Fernández-Fernández (2020); Kronenberg (2009); Többen & Kronenberg (2015).
public enum QuotientMethod: Sendable, Hashable {
    /// Simple location quotient.
    case slq
    /// Cross-industry location quotient.
    case cilq
    /// Round's semi-logarithmic quotient.
    case rlq
    /// Flegg's quotient with its parameter, 0 ≤ δ < 1. There is no default: δ does not transfer between regions.
    case flq(delta: Double)
    /// The augmented Flegg quotient.
    case aflq(delta: Double)
    /// The two-dimensional quotient, rows by α and columns by β, both from 0 to 1. There is no default for them either.
    case twoDimensional(alpha: Double, beta: Double)
    /// The cross-hauling adjusted method, reformulated; wants total flows.
    case charm
    /// Supply–demand pooling: CHARM without cross-hauling; wants total flows.
    case pooling
    /// No quotient: shares learned from official regional tables, the same for every buyer (``PurchaseModel``).
    case calibrated

    /// The method's short name, as studies and results write it.
    public var code: String {
        switch self {
        case .slq: "slq"
        case .cilq: "cilq"
        case .rlq: "rlq"
        case .flq: "flq"
        case .aflq: "aflq"
        case .twoDimensional: "2d-lq"
        case .charm: "charm"
        case .pooling: "pooling"
        case .calibrated: "calibrated"
        }
    }

    /// δ, for the methods that have one.
    public var delta: Double? {
        switch self {
        case .flq(let delta), .aflq(let delta): delta
        default: nil
        }
    }

    /// The method's parameters by the names studies give them.
    public var parameters: [(name: String, symbol: String, value: Double)] {
        switch self {
        case .flq(let delta), .aflq(let delta): [("delta", "δ", delta)]
        case .twoDimensional(let alpha, let beta): [("alpha", "α", alpha), ("beta", "β", beta)]
        default: []
        }
    }

    /// Whether the method balances output and use by product, and so wants total flows.
    public var balancesProducts: Bool { self == .charm || self == .pooling }

    /// The codes there are.
    public static let codes = [
        "slq", "cilq", "rlq", "flq", "aflq", "2d-lq", "charm", "pooling", "calibrated",
    ]
}

/// Which national flows the quotients are applied to.
public enum FlowBasis: String, Sendable, CaseIterable {
    /// Domestic flows: what the nation already imports stays imported. What the Flegg family is meant for.
    case domestic
    /// Domestic and imported flows together; the region is still never supposed to supply what the nation
    /// itself does not, so the result is cut at the domestic flow.
    case total
}

/// What "size" means in the quotients.
public enum SizeMeasure: String, Sendable, CaseIterable {
    /// Output; for a region without published output, estimated from value added.
    case output
    /// Gross value added.
    case valueAdded = "value_added"
    /// Compensation of employees.
    case compensation
    /// Persons employed.
    case employment
}

/// Whose employment and compensation per krone of output a region has.
public enum CoefficientSource: String, Sendable, CaseIterable {
    /// The nation's, industry by industry.
    case national
    /// The region's own, from the regional accounts.
    case county
}
