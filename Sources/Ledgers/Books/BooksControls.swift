/// What the books' own figures say of each other: controls that are reported and refuse nothing, for real files fail them.
public struct BooksControls: Sendable, Hashable {
    /// How many vouchers do not add up to nothing.
    public let unbalancedCount: Int
    /// The first `BooksControls.most` of them, in the file's order.
    public let unbalanced: [UnbalancedVoucher]
    /// What the file says it holds; `nil` where the format or the file says nothing.
    public let stated: StatedTotals?
    /// The same, counted.
    public let found: StatedTotals?

    /// How many unbalanced vouchers are told one by one.
    public static let most = 1_000

    /// Controls with these results.
    public init(
        unbalancedCount: Int,
        unbalanced: [UnbalancedVoucher],
        stated: StatedTotals? = nil,
        found: StatedTotals? = nil
    ) {
        self.unbalancedCount = unbalancedCount
        self.unbalanced = unbalanced
        self.stated = stated
        self.found = found
    }

    /// Nothing to report.
    public static let clean = BooksControls(unbalancedCount: 0, unbalanced: [])

    /// The totals that the file states otherwise than they are.
    public var differences: [Total] {
        guard let stated, let found else { return [] }
        return Total.allCases.filter { total in
            switch total {
            case .entries: stated.entries.map { $0 != found.entries } ?? false
            case .debit: stated.debit.map { $0 != found.debit } ?? false
            case .credit: stated.credit.map { $0 != found.credit } ?? false
            }
        }
    }

    /// A total a file states of itself.
    public enum Total: String, Sendable, Hashable, CaseIterable {
        /// The number of vouchers; of lines, in files of systems that count these.
        case entries
        /// The sum of debit.
        case debit
        /// The sum of credit.
        case credit
    }

    /// Totals of a file, as far as they are there.
    public struct StatedTotals: Sendable, Hashable {
        /// Vouchers, or lines.
        public let entries: Int?
        /// The sum of debit amounts.
        public let debit: Kroner?
        /// The sum of credit amounts.
        public let credit: Kroner?

        /// Totals of these.
        public init(entries: Int?, debit: Kroner?, credit: Kroner?) {
            self.entries = entries
            self.debit = debit
            self.credit = credit
        }
    }
}

/// A voucher whose debit and credit differ.
public struct UnbalancedVoucher: Sendable, Hashable {
    /// Its journal, empty where the format has none, and its number.
    public let journal: String
    /// Its number, as the system wrote it.
    public let number: String
    /// The line of the file its first line stands on.
    public let line: Int
    /// Debit less credit.
    public let difference: Kroner

    /// The voucher `number`, out by `difference`.
    public init(journal: String, number: String, line: Int, difference: Kroner) {
        self.journal = journal
        self.number = number
        self.line = line
        self.difference = difference
    }
}
