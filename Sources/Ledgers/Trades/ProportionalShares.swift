/// Whole øre split in proportion to weights, so that the parts add up to the whole.
///
/// The rule is that of the largest remainder: every part is first rounded down, and the øre left over go one each to the
/// parts that lost most; of equals, to the first.
enum ProportionalShares {
    /// The parts of `amount`, aᵢ = amount · wᵢ / Σw.
    ///
    /// Weights may differ in sign, as an invoice and a credit note do.
    ///
    /// - Returns: one part a weight, their sum `amount`; `nil` where the weights add up to nothing.
    static func parts(of amount: Int64, weights: [Int64]) -> [Int64]? {
        let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
        guard sum != 0 else { return nil }
        if weights.count == 1 { return [amount] }
        var parts: [Int64] = []
        var remainders: [(remainder: UInt128, index: Int)] = []
        parts.reserveCapacity(weights.count)
        var left = Int128(amount)
        for (index, weight) in weights.enumerated() {
            var (quotient, remainder) = (Int128(amount) * Int128(weight)).quotientAndRemainder(
                dividingBy: sum
            )
            if remainder != 0, (remainder < 0) != (sum < 0) {
                quotient -= 1
                remainder += sum
            }
            // No part is larger than a file's money, for no weight is larger than the sum the caller allows.
            guard let part = Int64(exactly: quotient) else { return nil }
            parts.append(part)
            left -= quotient
            remainders.append((remainder.magnitude, index))
        }
        remainders.sort { ($1.remainder, $0.index) < ($0.remainder, $1.index) }
        for place in remainders.prefix(Int(left)) { parts[place.index] += 1 }
        return parts
    }
}
