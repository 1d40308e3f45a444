/// What became of a file's purchases, or of its sales: kept, changed and refused add up to what there was.
public struct ReviewBalance: Sendable, Hashable {
    /// The file, as a place in `LedgerReview.files`.
    public let file: Int
    /// Purchases or sales.
    public let role: PartyRole
    /// What the vouchers held, as the extraction added it up.
    public let input: Sum
    /// What counts as it stands.
    public let kept: Sum
    /// What counts as another party's.
    public let changed: Sum
    /// What does not count.
    public let refused: Sum
    /// What the reviewed parties have from this file.
    public let counted: Kroner

    /// Whether nothing has disappeared: kept + changed + refused = input, in øre and in trades, and the parties have what
    /// was kept and changed.
    public var isWhole: Bool {
        kept.amount + changed.amount + refused.amount == input.amount
            && kept.rows + changed.rows + refused.rows == input.rows
            && counted == kept.amount + changed.amount
    }

    /// Kroner and trades.
    public struct Sum: Sendable, Hashable {
        /// Net kroner.
        public var amount = Kroner.zero
        /// Trades.
        public var rows = 0

        mutating func add(_ amount: Kroner, rows: Int) {
            self.amount += amount
            self.rows += rows
        }
    }
}
