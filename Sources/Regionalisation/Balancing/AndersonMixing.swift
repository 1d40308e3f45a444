/// Anderson's mixing: where the last few rounds of scaling lead, as far as they are straight.
///
/// A round takes row factors r to g(r). Near the end its relative changes f = 1 − r/g shrink by nearly the same linear map
/// every time. So the combination of the last rounds whose combined change is smallest, Σ u_i f_i² with the row margins u,
/// goes further than the last of them: g − Σ_k γ_k Δg_k, where γ makes ‖f − Σ_k γ_k Δf_k‖ least. Where the rounds end does
/// not change, only how many it takes: as many as conjugate gradients would.
///
/// A combination is used only if it moves no factor to less than half or more than twice what scaling alone gives. When
/// changes have grown since, the past is forgotten; after the third time, for good.
///
/// Source: Anderson (1965), J. ACM 12; Walker & Ni (2011), SIAM J. Numer. Anal. 49.
struct AndersonMixing: Sendable {
    private let weights: [Double]
    private var past: [Round] = []
    private var last: (change: [Double], result: [Double])?
    private var least = Double.infinity
    private var failures = 0

    /// How one round differs from the one before it.
    private struct Round {
        let change: [Double]
        let result: [Double]
    }

    /// Rounds that are remembered: more of them do not save a further one.
    private static let depth = 5
    /// Growth of the changes that combinations are not forgiven.
    private static let patience = 2.0
    /// Changes so small, squared and as a share, are rounding and lead nowhere.
    private static let rounding = 1e-28

    /// Mixing of row factors whose rows have these margins.
    init(margins: [Double]) { weights = margins.map { max($0, 0) } }

    /// The factors to go on from, after a round that took `before` to `after`.
    mutating func next(from before: [Double], to after: [Double]) -> [Double] {
        let change = zip(before, after).map { $1 > 0 ? 1 - $0 / $1 : 0 }
        let size = product(change, change)
        guard failures < 3, size.isFinite, size > Self.rounding * weights.reduce(0, +) else { return after }
        if size > least * Self.patience * Self.patience {
            failures += 1
            (past, last, least) = ([], nil, size)
        }
        least = min(least, size)
        if let last {
            let round = Round(change: difference(change, last.change), result: difference(after, last.result))
            past = [round] + past.prefix(Self.depth - 1)
        }
        last = (change, after)
        return combination(change, after) ?? after
    }

    /// g − Σ_k γ_k Δg_k; `nil` where that leaves the neighbourhood of g.
    private func combination(_ change: [Double], _ after: [Double]) -> [Double]? {
        guard !past.isEmpty else { return nil }
        var result = after
        for (share, round) in zip(shares(of: change), past) {
            for index in 0..<result.count { result[index] -= share * round.result[index] }
        }
        for (mixed, plain) in zip(result, after) where !(mixed >= plain / 2 && mixed <= 2 * plain) {
            return nil
        }
        return result
    }

    /// γ from the normal equations by Cholesky's method, newest round first; rounds that add nothing new get no share.
    private func shares(of change: [Double]) -> [Double] {
        let sizes = past.map { product($0.change, $0.change).squareRoot() }
        var lower: [[Double]] = []
        var right: [Double] = []
        for (index, round) in past.enumerated() where sizes[index] > 0 {
            guard lower.count == index else { break }
            var row: [Double] = []
            for other in 0..<index {
                let cross = product(round.change, past[other].change) / (sizes[index] * sizes[other])
                row.append((cross - inner(row, lower[other])) / lower[other][other])
            }
            let pivot = 1 - inner(row, row)
            // Differences that are the same to five digits would be told apart by rounding alone.
            guard pivot > 1e-10 else { break }
            let wanted = product(round.change, change) / sizes[index] - inner(row, right)
            row.append(pivot.squareRoot())
            lower.append(row)
            right.append(wanted / row[index])
        }
        var shares = right
        for index in lower.indices.reversed() {
            shares[index] /= lower[index][index]
            for earlier in 0..<index { shares[earlier] -= lower[index][earlier] * shares[index] }
        }
        return zip(shares, sizes).map { $0 / $1 }
    }

    /// Σ of products as far as the shorter goes.
    private func inner(_ one: [Double], _ other: [Double]) -> Double {
        zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private func difference(_ one: [Double], _ other: [Double]) -> [Double] {
        zip(one, other).map { $0 - $1 }
    }

    /// Σ_i u_i a_i b_i, in two sums side by side. All three are as long as there are rows.
    private func product(_ one: [Double], _ other: [Double]) -> Double {
        let (weights, one, other) = (weights.span, one.span, other.span)
        let count = weights.count
        precondition(one.count == count && other.count == count, "a number a row")
        var (even, odd, index) = (0.0, 0.0, 0)
        while index + 1 < count {
            even += weights[unchecked: index] * one[unchecked: index] * other[unchecked: index]
            odd += weights[unchecked: index + 1] * one[unchecked: index + 1] * other[unchecked: index + 1]
            index += 2
        }
        if index < count {
            even += weights[unchecked: index] * one[unchecked: index] * other[unchecked: index]
        }
        return even + odd
    }
}
