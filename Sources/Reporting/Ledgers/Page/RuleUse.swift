import Ledgers

/// All that one rule did or remarked: how much, and where.
struct RuleUse {
    let rule: ReviewRule
    /// What it met, largest kroner first.
    let changes: [ReviewChange]
    let purchases: KronerSum
    let sales: KronerSum

    private init(_ rule: ReviewRule, _ changes: [ReviewChange]) {
        self.rule = rule
        self.changes = changes.enumerated().sorted { left, right in
            let (one, other) = (left.element.amount.magnitude, right.element.amount.magnitude)
            return one == other ? left.offset < right.offset : one > other
        }.map(\.element)
        func sum(_ role: PartyRole) -> KronerSum {
            changes.reduce(into: KronerSum()) { sum, change in
                guard change.role == role else { return }
                sum.add(change.amount, rows: change.rows)
            }
        }
        purchases = sum(.supplier)
        sales = sum(.customer)
    }

    /// The rules of `outcome` that met something, in their order.
    static func uses(of outcome: ReviewOutcome, in review: LedgerReview) -> [RuleUse] {
        let groups = Dictionary(grouping: review.changes, by: \.rule)
        return ReviewRule.allCases.filter { $0.outcome == outcome }.compactMap { rule in
            groups[rule].map { RuleUse(rule, $0) }
        }
    }
}
