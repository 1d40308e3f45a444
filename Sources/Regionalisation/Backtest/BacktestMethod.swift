/// A way of making a region's coefficients, to be compared with its official table.
public struct BacktestMethod: Sendable, Hashable {
    /// How the shares bought in the region are found.
    public let shares: Shares
    /// Whose technology the region's industries have.
    public let technology: RegionalTechnology

    /// How the shares bought in the region are found.
    public enum Shares: Sendable, Hashable {
        /// By a location quotient on output, capped at 1; by CHARM or pooling from ``RegionalTableSet/TotalUse``.
        case quotient(QuotientMethod)
        /// By FLQ with the one δ, in steps of 0.01, that fits these very tables best: a bound, not a method.
        case bestFLQ
        /// By AFLQ with the best δ.
        case bestAFLQ
        /// By 2D-LQ with the best α and β: see ``Backtest/best``.
        case bestTwoDimensional
        /// By calibrated purchase coefficients, with or without distances.
        case calibrated(distance: Bool)
    }

    /// A method.
    public init(_ shares: Shares, technology: RegionalTechnology = .national) {
        self.shares = shares
        self.technology = technology
    }

    /// The methods compared, plainest first. Those with distances need positions, CHARM and pooling total use.
    public static func all(hasPositions: Bool, hasTotalUse: Bool) -> [BacktestMethod] {
        let quotients: [QuotientMethod] = [
            .slq, .cilq, .rlq, .flq(delta: 0.05), .flq(delta: 0.1), .flq(delta: 0.15), .flq(delta: 0.2),
            .flq(delta: 0.25), .flq(delta: 0.3), .aflq(delta: 0.1), .aflq(delta: 0.15), .aflq(delta: 0.2),
            .aflq(delta: 0.25), .twoDimensional(alpha: 0.2, beta: 0.1),
            .twoDimensional(alpha: 0.2, beta: 0.15),
            .twoDimensional(alpha: 0.5, beta: 0.1), .twoDimensional(alpha: 1, beta: 0.1),
        ]
        let balances: [QuotientMethod] = hasTotalUse ? [.pooling, .charm] : []
        let best: [Shares] = [.bestFLQ, .bestAFLQ, .bestTwoDimensional]
        let calibrated = [false, true].filter { hasPositions || !$0 }
        return (quotients + balances).map { BacktestMethod(.quotient($0)) }
            + RegionalTechnology.allCases.flatMap { technology in
                best.map { BacktestMethod($0, technology: technology) }
            }
            + RegionalTechnology.allCases.flatMap { technology in
                calibrated.map { BacktestMethod(.calibrated(distance: $0), technology: technology) }
            }
    }

    /// The method's short name, as results write it: `slq`, `flq_0.10`, `calibrated_distance_own`.
    public var code: String {
        let name =
            switch shares {
            case .quotient(let method):
                ([method.code] + method.parameters.map { Self.twoDecimals($0.value) }).joined(separator: "_")
            case .bestFLQ: "flq_best"
            case .bestAFLQ: "aflq_best"
            case .bestTwoDimensional: "2d-lq_best"
            case .calibrated(let distance): distance ? "calibrated_distance" : "calibrated"
            }
        return technology == .national ? name : name + "_own"
    }

    private static func twoDecimals(_ delta: Double) -> String {
        let hundredths = Int((delta * 100).rounded())
        return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    }
}
