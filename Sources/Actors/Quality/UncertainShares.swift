import Accounts

/// The shares of what is bought that the region supplies itself, where statistics tell: each seller's the same for all that
/// buy of it, and all of them too high or too low together.
///
/// With η = ln(q/(1 − q)) moved by z for every seller, B and b the change of A_RR and a_Rk for a unit of z, C and c their
/// bend, to second order
///
///     μ_k moves by λ'(B y + b) z + (λ'(C y + c) + 2 λ'B (I − A_RR)⁻¹ (B y + b)) z²/2
///
/// For one seller by itself the last term, a seller's share acting on itself, is left out.
struct UncertainShares {
    private let statistics: StatisticsSpread
    private let sellers: [Sector]
    /// λ by scope and seller.
    private let upstream: [[Double]]
    /// By + b and Cy + c by firm and seller.
    private let moved: [[UncertainColumn.Movable]]
    /// 2 B (I − A_RR)⁻¹ (B y + b) by firm and seller.
    private let feedback: [[Double]]

    /// The shares in a region's table, with the multipliers' λ in each scope.
    ///
    /// - Throws: `.leontief`.
    init(
        of columns: [UncertainColumn],
        in region: OpenArea,
        upstream: [[Double]],
        _ statistics: StatisticsSpread
    ) throws(ActorsError) {
        let rest = region.rest
        let moved = region.responses.indices.map { firm in
            (0..<rest).map { seller in
                var sum = columns[rest + firm].movable[seller]
                for column in 0..<rest {
                    sum.slope += region.responses[firm][column] * columns[column].movable[seller].slope
                    sum.curvature +=
                        region.responses[firm][column] * columns[column].movable[seller].curvature
                }
                return sum
            }
        }
        let responses = try region.outputs(meeting: moved.map { $0.map(\.slope) })
        feedback = responses.map { response in
            (0..<rest).map { seller in
                2 * (0..<rest).reduce(0) { $0 + columns[$1].movable[seller].slope * response[$1] }
            }
        }
        sellers = Array(region.table.sectors.labels.prefix(rest))
        self.moved = moved
        self.upstream = upstream
        self.statistics = statistics
    }

    /// Adds what the shares do to the multipliers of a firm, scope by scope.
    func add(of firm: Int, to effects: inout [UncertainEffect]) {
        for (scope, weights) in upstream.enumerated() {
            var level = UncertainColumn.Movable()
            for (seller, movable) in moved[firm].enumerated() {
                let (slope, curvature) = (
                    weights[seller] * movable.slope, weights[seller] * movable.curvature
                )
                level.slope += slope
                level.curvature += curvature + weights[seller] * feedback[firm][seller]
                effects[scope].add(
                    UncertainColumn.Movable(slope: slope, curvature: curvature),
                    spread: statistics.seller,
                    .regionalShare(of: sellers[seller])
                )
            }
            effects[scope].add(level, spread: statistics.region, .regionalLevel)
        }
    }
}
