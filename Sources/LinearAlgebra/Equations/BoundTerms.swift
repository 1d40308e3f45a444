import CKernels

/// What ``ErrorBound``s are made of, lane by lane, with off_i = |r_i| + its rounding: one pass over the panels for all lanes.
struct BoundTerms: Sendable {
    /// max off_i / f_i; infinite where f_i is not above zero and off_i is.
    let share: [Double]
    /// max off_i.
    let largest: [Double]
    /// Σ w_i off_i, for the weights of each proof; zeros where answers are measured by their largest element.
    let weighted: [[Double]]
    /// Σ and max of |high|.
    let highSum: [Double]
    let largestHigh: [Double]
    /// Σ and max of |low|.
    let lowSum: [Double]
    let largestLow: [Double]
    /// max |low_i| / |high_i|.
    let lowShare: [Double]

    init<L: Lanes>(
        of answer: Approximation<L>,
        residual: Residual<L>,
        right: Panel<L>,
        transposed: Bool,
        proofs: [ProductivityProof]
    ) {
        let passes = (transposed ? [nil] : proofs.map { $0.weights ?? [] }).map { weights in
            let ones = weights?.isEmpty == true ? [Double](repeating: 1, count: right.length) : weights
            return Self.pass(answer, residual, right, ones)
        }
        let first = passes.first ?? Self.pass(answer, residual, right, nil)
        (share, largest) = (first[0], first[1])
        weighted = transposed ? proofs.map { _ in first[2] } : passes.map { $0[2] }
        (highSum, largestHigh, lowSum, largestLow, lowShare) = (
            first[3], first[4], first[5], first[6], first[7]
        )
    }

    /// Eight terms a lane, at sixteen places each: as many whole elements as fit. Parts have a fixed size, and their terms are put together in order.
    private static func pass<L: Lanes>(
        _ answer: Approximation<L>,
        _ residual: Residual<L>,
        _ right: Panel<L>,
        _ weights: [Double]?
    ) -> [[Double]] {
        let (length, size) = (right.length, 65_536 / L.laneCount)
        let parts = partCount(of: length, size: size)
        let found = [Double](unsafeUninitializedCapacity: 128 * parts) { buffer, count in
            let written = DisjointlyWritten(buffer)
            // Every part has results of its own.
            concurrently(parts) { index in
                guard let results = written.buffer.baseAddress else { return }
                let range = part(index, of: length, size: size)
                residual.values.withNumbers { values in
                    residual.rounding.withNumbers { rounding in
                        right.withNumbers { right in
                            answer.high.withNumbers { high in
                                answer.low.withNumbers { low in
                                    ringvirk_bound_terms(
                                        values,
                                        rounding,
                                        right,
                                        high,
                                        low,
                                        weights,
                                        L.laneCount,
                                        range.lowerBound,
                                        range.upperBound,
                                        results + 128 * index
                                    )
                                }
                            }
                        }
                    }
                }
            }
            count = 128 * parts
        }
        var terms = [[Double]](repeating: [Double](repeating: 0, count: L.laneCount), count: 8)
        for (place, value) in found.enumerated() {
            // What is left of sixteen places beyond whole elements holds zeros.
            let (term, lane) = (place % 128 / 16, place % 16 % L.laneCount)
            let isSum = term == 2 || term == 3 || term == 5
            let before = terms[term][lane]
            terms[term][lane] = isSum ? before + value : value > before || value.isNaN ? value : before
        }
        return terms
    }
}

extension Panel {
    /// The elements as numbers, lane after lane of each. A panel without elements is not visited.
    func withNumbers(_ visit: (UnsafePointer<Double>) -> Void) {
        elements.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { visit(start.assumingMemoryBound(to: Double.self)) }
        }
    }
}
