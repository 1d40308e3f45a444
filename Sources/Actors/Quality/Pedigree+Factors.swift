import Glibc

extension Pedigree {
    /// What a pedigree scores.
    public enum Indicator: String, Sendable, Hashable, CaseIterable {
        /// Measured and verified, or estimated.
        case reliability
        /// How much was seen.
        case completeness
        /// Years apart.
        case temporal
        /// The area.
        case geographic
        /// Firms and processes.
        case technological

        /// U at the scores 1, 2, 3, 4 and 5: the contribution to the square of the geometric standard deviation.
        ///
        /// ecoinvent 2 leaves two scores open, geographic 4 and technological 2. Version 3 fills them; its variances of
        /// ln (0.0006 both) are those of 1.05. All others are the same in both versions.
        public var factors: [Double] {
            switch self {
            case .reliability: [1, 1.05, 1.10, 1.20, 1.50]
            case .completeness: [1, 1.02, 1.05, 1.10, 1.20]
            case .temporal: [1, 1.03, 1.10, 1.20, 1.50]
            case .geographic: [1, 1.01, 1.02, 1.05, 1.10]
            case .technological: [1, 1.05, 1.20, 1.50, 2.00]
            }
        }

        /// ln U at `score`, on the straight line between the whole scores beside it.
        func logarithmOfFactor(at score: Double) -> Double {
            let below = min(max(Int(score), 1), factors.count - 1)
            let (low, high) = (log(factors[below - 1]), log(factors[below]))
            return low + (high - low) * (score - Double(below))
        }
    }
}

/// What a figure counts: its basic uncertainty, before anything is known of its quality.
///
/// ecoinvent's basic factors (Frischknecht et al. 2007, table 7.2): 1.05 for products bought and for carbon dioxide, 1.50
/// for methane, nitrous oxide and ammonia. Its 2.00 for transport and 3.00 for investment goods are about tonne-kilometres
/// and buildings shared between processes, not about invoices, and are not used. Jobs have none and get that of money.
public enum FigureKind: String, Sendable, Hashable, CaseIterable {
    /// Kroner.
    case money
    /// Persons employed.
    case jobs
    /// Carbon dioxide, and greenhouse gases that are mostly that.
    case carbonDioxide = "carbon_dioxide"
    /// Methane, nitrous oxide, ammonia.
    case otherEmissions = "other_emissions"

    /// U_b.
    public var factor: Double {
        switch self {
        case .money, .jobs, .carbonDioxide: 1.05
        case .otherEmissions: 1.50
        }
    }

    var logarithmOfFactor: Double { log(factor) }
}
