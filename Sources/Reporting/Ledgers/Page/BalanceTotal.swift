import Ledgers

/// What became of all files' purchases, or of all their sales.
struct BalanceTotal {
    let role: PartyRole
    private(set) var input = KronerSum()
    private(set) var kept = KronerSum()
    private(set) var changed = KronerSum()
    private(set) var refused = KronerSum()

    init(_ role: PartyRole, in review: LedgerReview) {
        self.role = role
        for balance in review.balances where balance.role == role {
            input.add(balance.input.amount, rows: balance.input.rows)
            kept.add(balance.kept.amount, rows: balance.kept.rows)
            changed.add(balance.changed.amount, rows: balance.changed.rows)
            refused.add(balance.refused.amount, rows: balance.refused.rows)
        }
    }

    /// The three outcomes with their sums, in order.
    var outcomes: [(outcome: ReviewOutcome, sum: KronerSum)] {
        [(.kept, kept), (.changed, changed), (.refused, refused)]
    }
}

/// Kroner, and the rows they stand on.
struct KronerSum {
    private(set) var amount = Kroner.zero
    private(set) var rows = 0

    mutating func add(_ amount: Kroner, rows: Int) {
        self.amount += amount
        self.rows += rows
    }
}
