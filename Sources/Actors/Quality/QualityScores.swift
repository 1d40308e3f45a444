/// How good a firm's figures are, in the three scores Norwegian practice uses: 1 (worst) to 10 (best).
public struct QualityScores: Sendable, Hashable {
    /// Tilgang: how near the source was that could be read.
    public let access: Double
    /// Målbarhet: how much of the kroner could be measured, not estimated, and whether the accounts confirm it.
    public let measurability: Double
    /// Fullstendighet: how much of the year and of the kroner is there.
    public let completeness: Double

    /// What a score can be.
    public static let range: ClosedRange<Double> = 1...10

    /// Scores that a user gives, in place of those that the books would have.
    ///
    /// - Throws: `.scoreOutOfRange` for the first outside 1–10.
    public init(access: Double, measurability: Double, completeness: Double) throws(ActorsError) {
        let scores = [("access", access), ("measurability", measurability), ("completeness", completeness)]
        for (name, score) in scores where !Self.range.contains(score) {
            throw .scoreOutOfRange(score: name, value: score, range: Self.range)
        }
        self.init(within: access, measurability: measurability, completeness: completeness)
    }

    private init(within access: Double, measurability: Double, completeness: Double) {
        self.access = access
        self.measurability = measurability
        self.completeness = completeness
    }

    /// The scores of a firm's books, both sides together.
    ///
    /// With r registered, e estimated and u unattributed shares of a side's kroner, m months and d the deviation from the
    /// annual accounts, averages over the two sides, one that was not read having r = e = 0 and u = 1:
    ///
    ///     access        = 1 + 6 · (sides read / 2) + 2 · m/12 + 1 with annual accounts
    ///     measurability = 1 + 9 · (r + e/2) / (1 + 5 d)         d = 0.1 without annual accounts
    ///     completeness  = 1 + 9 · (1 − u) · m/12
    ///
    /// A fact that is worse never raises a score.
    public init(of facts: LedgerFacts) {
        self.init(of: facts, sides: [facts.purchases, facts.sales])
    }

    /// The scores of one side of a firm's books; the same formulas, with that side alone.
    public init(of facts: LedgerFacts, _ side: TradeSide) {
        self.init(of: facts, sides: [side == .purchases ? facts.purchases : facts.sales])
    }

    private init(of facts: LedgerFacts, sides: [LedgerFacts.Side?]) {
        let count = Double(sides.count)
        let read = sides.compactMap(\.self)
        let measured = read.reduce(0) { $0 + $1.registered + $1.estimated / 2 } / count
        let attributed = read.reduce(0) { $0 + 1 - $1.unattributed } / count
        let year = read.isEmpty ? 0 : Double(min(max(facts.months, 0), 12)) / 12
        let deviation = abs(facts.annualDeviation ?? Self.unknownDeviation)
        let confirmed = facts.annualDeviation == nil ? 0.0 : 1
        self.init(
            within: Self.clamped(1 + 6 * Double(read.count) / count + 2 * year + confirmed),
            measurability: Self.clamped(1 + 9 * measured / (1 + 5 * deviation)),
            completeness: Self.clamped(1 + 9 * attributed * year)
        )
    }

    /// What books without annual accounts beside them are taken to be off by.
    private static let unknownDeviation = 0.1

    private static func clamped(_ score: Double) -> Double {
        min(max(score, range.lowerBound), range.upperBound)
    }
}

/// A side of a firm's books.
public enum TradeSide: String, Sendable, Hashable, CaseIterable {
    /// What it buys: the supplier ledger.
    case purchases
    /// What it sells: the customer ledger.
    case sales
}
