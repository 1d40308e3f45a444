extension LedgerReview {
    /// What one rule met of one file's purchases or sales.
    public struct RuleSum: Sendable, Hashable {
        /// The rule.
        public let rule: ReviewRule
        /// The file, as a place in `files`.
        public let file: Int
        /// Purchases or sales.
        public let role: PartyRole
        /// Net kroner; a trade that several rules met is in each one's sum.
        public let amount: Kroner
        /// Trades.
        public let rows: Int
    }

    /// The changes added up: by file, suppliers before customers, in the order of the rules.
    public var ruleSums: [RuleSum] {
        struct Key: Hashable {
            let rule: ReviewRule
            let file: Int
            let role: PartyRole
        }
        var sums: [Key: (amount: Kroner, rows: Int)] = [:]
        for change in changes {
            let key = Key(rule: change.rule, file: change.file, role: change.role)
            let known = sums[key] ?? (.zero, 0)
            sums[key] = (known.amount + change.amount, known.rows + change.rows)
        }
        return files.indices.flatMap { file in
            [PartyRole.supplier, .customer].flatMap { role in
                ReviewRule.allCases.compactMap { rule in
                    sums[Key(rule: rule, file: file, role: role)].map {
                        RuleSum(rule: rule, file: file, role: role, amount: $0.amount, rows: $0.rows)
                    }
                }
            }
        }
    }
}
