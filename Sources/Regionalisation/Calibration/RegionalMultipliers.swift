public import Accounts
import Glibc
public import LinearAlgebra

/// Type I multipliers of one region's coefficients, and how far they move with the shares bought in the region.
///
/// The Leontief room has the full machinery. This is the little of it that a method needs to state its own error: the
/// derivative of a multiplier by a share, for which the whole inverse is used.
public struct RegionalMultipliers: Sendable {
    private let coefficients: LabelledMatrix<Industry, Industry>
    private let inverse: Matrix

    /// Multipliers of coefficients A.
    ///
    /// - Throws: `.notSolvable` when I − A is singular or ill-conditioned.
    /// - Complexity: O(n³).
    public init(of coefficients: LabelledMatrix<Industry, Industry>) throws(RegionalisationError) {
        let size = coefficients.rows.count
        do {
            inverse = try LUFactorization(coefficients.values.subtractedFromIdentity).solve(
                Matrix(rows: size, columns: size) { $0 == $1 ? 1 : 0 }
            )
        } catch {
            throw .notSolvable
        }
        self.coefficients = coefficients
    }

    /// e = v'(I − A)⁻¹ for a row v per unit of output.
    ///
    /// - Throws: `.accounts(.differ)` when the row is on another axis.
    public func effects(
        of row: LabelledVector<Industry>
    ) throws(RegionalisationError) -> LabelledVector<Industry> {
        if let difference = coefficients.columns.firstDifference(from: row.axis) {
            throw .accounts(.differ(difference))
        }
        return LabelledVector(row.axis, inverse.transposedTimes(row.values))
    }

    /// Effects with intervals, when A's rows are a_ij q_i and the q_i have the covariance of their linear predictors.
    ///
    /// By the delta method, de_j/dη_i = e_i (1 − q_i) Σ_k a_ik q_i l_kj; to this comes the technology's relative spread of
    /// the indirect part e_j − v_j. Intervals are those of a lognormal indirect part, so that no effect falls below its
    /// direct part:
    ///
    ///     v_j + (e_j − v_j) · exp(± t · s_j / (e_j − v_j))
    ///
    /// - Parameters:
    ///   - shares: q.
    ///   - covariance: of the linear predictors.
    ///   - technologySpread: relative, of the indirect part.
    ///   - quantile: t, from Student's distribution.
    /// - Throws: as ``effects(of:)``.
    public func intervals(
        of row: LabelledVector<Industry>,
        shares: LabelledVector<Industry>,
        covariance: Matrix,
        technologySpread: Double,
        quantile: Double
    ) throws(RegionalisationError) -> LabelledIntervals {
        let effects = try effects(of: row)
        let size = row.axis.count
        let moved = coefficients.values.times(inverse)
        let gradient = Matrix(rows: size, columns: size) { seller, buyer in
            effects.values[seller] * (1 - shares.values[seller]) * moved[seller, buyer]
        }
        let spread = covariance.times(gradient)
        var (errors, lower, upper) = ([Double](), [Double](), [Double]())
        for buyer in 0..<size {
            let fromShares = (0..<size).reduce(0) { $0 + gradient[$1, buyer] * spread[$1, buyer] }
            let indirect = effects.values[buyer] - row.values[buyer]
            let fromTechnology = technologySpread * indirect
            let error = (max(0, fromShares) + fromTechnology * fromTechnology).squareRoot()
            errors.append(error)
            guard indirect > 1e-12 else {
                lower.append(effects.values[buyer])
                upper.append(effects.values[buyer])
                continue
            }
            let factor = exp(quantile * error / indirect)
            lower.append(row.values[buyer] + indirect / factor)
            upper.append(row.values[buyer] + indirect * factor)
        }
        return LabelledIntervals(
            values: effects,
            standardErrors: LabelledVector(row.axis, errors),
            lower: LabelledVector(row.axis, lower),
            upper: LabelledVector(row.axis, upper)
        )
    }
}

/// Numbers by industry, each with a standard error and an interval.
public struct LabelledIntervals: Sendable {
    /// The numbers.
    public let values: LabelledVector<Industry>
    /// Their standard errors.
    public let standardErrors: LabelledVector<Industry>
    /// Where the intervals begin.
    public let lower: LabelledVector<Industry>
    /// Where they end.
    public let upper: LabelledVector<Industry>
}

/// Quantiles of Student's t distribution.
public enum StudentQuantile {
    /// The quantile that bounds 90 % of the distribution on both sides, by Fisher's expansion in 1/ν around the normal
    /// quantile (Abramowitz & Stegun, 26.7.5); for ν ≥ 4 it is off by less than 0.002.
    public static func ninetyPercent(degreesOfFreedom: Int) -> Double {
        let z = 1.644_853_626_951_472_2
        let nu = Double(max(degreesOfFreedom, 1))
        let (z3, z5, z7) = (z * z * z, z * z * z * z * z, z * z * z * z * z * z * z)
        return z + (z3 + z) / (4 * nu) + (5 * z5 + 16 * z3 + 3 * z) / (96 * nu * nu)
            + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * nu * nu * nu)
    }
}
