public import Accounts

/// A region's gross trade by product, from what it makes and uses and from how much of what it makes it also buys.
///
/// For a product with output x and use u (intermediate and domestic final, imported included), all trade with the outside
/// taken together:
///
///     b = x − u                        balance
///     q                                cross-hauling: what is sold out and bought in at the same time, both counted
///     v = |b| + q                      volume of trade
///     e = (v + b) / 2,  m = (v − b) / 2       exports and imports
///     (x − e) / u                      the share of use that the region supplies itself
///
/// - Kronenberg (2009), ``Formula/original``: q = h (x + u), h = (v − |b|) / (x + u) of the nation.
/// - Többen & Kronenberg (2015), ``Formula/reformulated``: q = 2 h min(x, u), h = (v − |b|) / (2 min(x, u)) of the nation.
///   Exports never pass output: the share is (1 − h) min(x / u, 1).
/// - Supply–demand pooling (commodity balance): h = 0.
///
/// x and u are of one unit, year and valuation. Use must be of total flows, imported products included: a use of domestic
/// products alone has no imports to balance.
public struct CrossHauling<Product: Label>: Sendable, Equatable {
    /// Which of the two papers' formula.
    public let formula: Formula
    /// h.
    public let propensity: LabelledVector<Product>
    /// b: output less use.
    public let balance: LabelledVector<Product>
    /// q.
    public let crossHauling: LabelledVector<Product>
    /// e: what is sold out of the region, to the rest of the country and abroad.
    public let exports: LabelledVector<Product>
    /// m: what is bought from outside.
    public let imports: LabelledVector<Product>
    /// (x − e) / u; for a product nobody uses, what the first user would find: 1 − h where it is made, 0 where not.
    public let suppliedShare: LabelledVector<Product>

    /// How cross-hauling grows with output and use.
    public enum Formula: String, Sendable, CaseIterable {
        /// With the sum of output and use (Kronenberg 2009). Exports can come out above output.
        case original
        /// With the smaller of output and use (Többen & Kronenberg 2015).
        case reformulated

        /// What h is multiplied with to give q.
        func base(output: Double, use: Double) -> Double {
            switch self {
            case .original: output + use
            case .reformulated: 2 * min(output, use)
            }
        }
    }

    /// v = |b| + q.
    public var volume: LabelledVector<Product> {
        LabelledVector(balance.axis, zip(balance.values, crossHauling.values).map { abs($0) + $1 })
    }

    /// A region's trade.
    ///
    /// - Parameters:
    ///   - output: x, by product.
    ///   - use: u, by product.
    ///   - flows: what `use` holds; only `.total` will do.
    ///   - propensity: h by product, 0 ≤ h ≤ 1; `nil` is supply–demand pooling.
    /// - Throws: `.wantsTotalFlows`; `.accounts(.differ)`; `.negativeAmount` for output or use below zero;
    ///   `.propensityOutside`; `.exportsAboveOutput` (original formula only).
    public init(
        output: LabelledVector<Product>,
        use: LabelledVector<Product>,
        flows: FlowBasis,
        propensity: LabelledVector<Product>?,
        formula: Formula
    ) throws(RegionalisationError) {
        guard flows == .total else { throw .wantsTotalFlows(method: propensity == nil ? "pooling" : "charm") }
        let propensity = propensity ?? LabelledVector(output.axis) { _ in 0 }
        try Self.refuseOtherProducts(output, use, propensity)
        for (position, h) in propensity.values.enumerated() where !(h >= 0 && h <= 1) {
            throw .propensityOutside(product: output.axis.codes[position], value: h)
        }
        let balance = LabelledVector(output.axis, zip(output.values, use.values).map { $0 - $1 })
        let crossHauling = LabelledVector(
            output.axis,
            output.values.indices.map {
                propensity.values[$0] * formula.base(output: output.values[$0], use: use.values[$0])
            }
        )
        self.formula = formula
        self.propensity = propensity
        self.balance = balance
        self.crossHauling = crossHauling
        exports = Self.half(balance, crossHauling, +)
        imports = Self.half(balance, crossHauling, -)
        suppliedShare = try Self.suppliedShare(output, use, exports, propensity)
    }

    /// h of a nation, from its own output, use, exports and imports by product.
    ///
    /// - Throws: `.accounts(.differ)`; `.negativeAmount` for a figure below zero; `.propensityOutside` where exports or
    ///   imports are larger than there is to sell or use (re-exports).
    public static func propensity(
        output: LabelledVector<Product>,
        use: LabelledVector<Product>,
        exports: LabelledVector<Product>,
        imports: LabelledVector<Product>,
        formula: Formula
    ) throws(RegionalisationError) -> LabelledVector<Product> {
        try refuseOtherProducts(output, use, exports)
        try refuseOtherProducts(output, use, imports)
        var propensity: [Double] = []
        for (position, product) in output.axis.labels.enumerated() {
            // v − |b| = e + m − |e − m|: both ways, counted twice.
            let both = 2 * min(exports.values[position], imports.values[position])
            let base = formula.base(output: output.values[position], use: use.values[position])
            let h = both == 0 ? 0 : both / base
            guard h >= 0, h <= 1 else { throw .propensityOutside(product: product.code, value: h) }
            propensity.append(h)
        }
        return LabelledVector(output.axis, propensity)
    }

    private static func half(
        _ balance: LabelledVector<Product>,
        _ crossHauling: LabelledVector<Product>,
        _ join: (Double, Double) -> Double
    ) -> LabelledVector<Product> {
        LabelledVector(
            balance.axis,
            zip(balance.values, crossHauling.values).map { join(abs($0) + $1, $0) / 2 }
        )
    }

    private static func suppliedShare(
        _ output: LabelledVector<Product>,
        _ use: LabelledVector<Product>,
        _ exports: LabelledVector<Product>,
        _ propensity: LabelledVector<Product>
    ) throws(RegionalisationError) -> LabelledVector<Product> {
        var shares: [Double] = []
        for (position, product) in output.axis.labels.enumerated() {
            let (x, u, e) = (output.values[position], use.values[position], exports.values[position])
            // All of an output can be sold out; a rounding more is not more.
            guard x - e >= -1e-12 * x else {
                throw .exportsAboveOutput(product: product.code, exports: e, output: x)
            }
            let whole = x > 0 ? 1 - propensity.values[position] : 0
            shares.append(u > 0 ? min(max((x - e) / u, 0), 1) : whole)
        }
        return LabelledVector(output.axis, shares)
    }

    private static func refuseOtherProducts(
        _ output: LabelledVector<Product>,
        _ use: LabelledVector<Product>,
        _ other: LabelledVector<Product>
    ) throws(RegionalisationError) {
        for vector in [use, other] {
            if let difference = output.axis.firstDifference(from: vector.axis) {
                throw .accounts(.differ(difference))
            }
        }
        for (vector, what) in [(output, "output"), (use, "use"), (other, "trade")] {
            for product in vector.axis.labels where !(vector[product] >= 0) {
                throw .negativeAmount(what: what, product: product.code, value: vector[product])
            }
        }
    }
}
