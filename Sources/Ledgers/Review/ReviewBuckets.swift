/// The buckets of each file's purchases and sales.
struct ReviewBuckets: Sendable {
    private struct Buckets {
        var kept = ReviewBalance.Sum()
        var changed = ReviewBalance.Sum()
        var refused = ReviewBalance.Sum()
    }

    private var buckets: [PartyRole: [Buckets]]

    init(files: Int) {
        let empty = [Buckets](repeating: Buckets(), count: files)
        buckets = [.supplier: empty, .customer: empty]
    }

    mutating func add(_ amount: Kroner, rows: Int, role: PartyRole, file: Int, _ outcome: ReviewOutcome) {
        switch outcome {
        case .kept: buckets[role]?[file].kept.add(amount, rows: rows)
        case .changed: buckets[role]?[file].changed.add(amount, rows: rows)
        case .refused: buckets[role]?[file].refused.add(amount, rows: rows)
        }
    }

    /// The balances, with the input as the books themselves added it up.
    func balances(of ledgers: [Ledger], counted: [PartyRole: [Kroner]]) -> [ReviewBalance] {
        ledgers.enumerated().flatMap { file, ledger in
            [PartyRole.supplier, .customer].compactMap { role in
                guard let sums = buckets[role]?[file], let counted = counted[role]?[file] else { return nil }
                return ReviewBalance(
                    file: file,
                    role: role,
                    input: .init(
                        amount: ledger.trades.net(of: role),
                        rows: ledger.trades.tradeCount(of: role)
                    ),
                    kept: sums.kept,
                    changed: sums.changed,
                    refused: sums.refused,
                    counted: counted
                )
            }
        }
    }
}
