/// How long sums are added, everywhere in this target: blocks in order, the blocks' sums in pairs.
///
/// A sum of n products then has at most `depth(of: n)` roundings on any one term's way to the result, and
///
///     |computed − exact| ≤ depth · u / (1 − depth · u) · Σ |products|,   u = 2⁻⁵³
///
/// instead of n roundings. The order depends on n alone: the same numbers give the same bits on any number of threads.
///
/// Source: Higham (2002), Accuracy and Stability of Numerical Algorithms, 2nd ed., §3.1 and §4.2.
package enum Summation {
    /// Terms that are added in order.
    static let block = 128

    /// Most roundings between a term and the sum: its product, the block, the pairs.
    package static func depth(of count: Int) -> Int {
        var (pairs, rest) = (0, count)
        while rest > block {
            rest = (rest + 1) / 2
            pairs += 1
        }
        // Halves are cut at whole blocks, which can take one level more.
        return 1 + min(count, block) + (pairs == 0 ? 1 : pairs + 1)
    }

    /// Where a range longer than a block is cut in two: at a whole number of blocks from its start.
    static func middle(of range: Range<Int>) -> Int {
        let blocks = partCount(of: range.count, size: block)
        return range.lowerBound + (blocks + 1) / 2 * block
    }
}
