import Glibc
import LinearAlgebra

/// A fractional logit with parameters drawn towards prior values, by Newton's method.
///
/// Maximises over θ
///
///     Σ_k w_k [ y_k ln μ_k + (1 − y_k) ln(1 − μ_k) ] − ½ Σ_p λ_p (θ_p − c_p)²,   μ_k = 1/(1 + e^(−x_k'θ))
///
/// for shares y between 0 and 1 and weights w. Each step solves (X'WX + Λ) Δ = X'w(y − μ) − Λ(θ − c), that is iteratively
/// reweighted least squares (Papke & Wooldridge, 1996; le Cessie & van Houwelingen, 1992).
struct PenalisedLogit {
    /// One share to be explained, with the few parameters that bear on it.
    struct Observation {
        let share: Double
        let weight: Double
        /// Positions of the parameters and what each is multiplied by.
        let terms: [(parameter: Int, value: Double)]
    }

    /// What draws a parameter towards a value; strength 0 leaves it free.
    struct Prior {
        let centre: Double
        let strength: Double
    }

    static let mostIterations = 100
    static let tolerance = 1e-12

    let observations: [Observation]
    let priors: [Prior]

    /// θ.
    ///
    /// - Throws: `.calibrationFailed` when Newton's method has not come to rest, or an information matrix is singular.
    /// - Complexity: O(observations · terms² + parameters³) an iteration.
    func fitted() throws(RegionalisationError) -> [Double] {
        let count = priors.count
        var theta = priors.map(\.centre)
        for iteration in 1...Self.mostIterations {
            var information = [Double](repeating: 0, count: count * count)
            var score = [Double](repeating: 0, count: count)
            for (index, prior) in priors.enumerated() {
                information[index + index * count] = prior.strength
                score[index] = -prior.strength * (theta[index] - prior.centre)
            }
            for observation in observations {
                let predictor = observation.terms.reduce(0) { $0 + theta[$1.parameter] * $1.value }
                let mean = PurchaseModel.logistic(predictor)
                let curvature = observation.weight * max(mean * (1 - mean), 1e-9)
                let residual = observation.weight * (observation.share - mean)
                for one in observation.terms {
                    score[one.parameter] += one.value * residual
                    for other in observation.terms {
                        information[one.parameter + other.parameter * count] +=
                            one.value * other.value * curvature
                    }
                }
            }
            guard
                let step = try? LUFactorization(
                    Matrix(rows: count, columns: count, columnMajor: information)
                ).solve(Matrix(column: score)).column(0)
            else { throw .calibrationFailed(iterations: iteration) }
            // A long step in a flat region of the logit can overshoot.
            let longest = step.reduce(0) { max($0, abs($1)) }
            let damping = longest > 2 ? 2 / longest : 1
            for index in theta.indices { theta[index] += damping * step[index] }
            if longest < Self.tolerance { return theta }
        }
        throw .calibrationFailed(iterations: Self.mostIterations)
    }
}
