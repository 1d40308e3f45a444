/// What the user decides about the way from ledgers to accounts.
public struct FirmBooksOptions: Sendable {
    /// How far parties may add up to more than the annual accounts, as a share of these; up to here they are scaled to fit.
    public var tolerance: Double
    /// Whether they are scaled beyond the tolerance too, and not refused: the rule `annual-accounts-as-frame`.
    public var scalesToAnnualAccounts: Bool
    /// σ of ln of a figure from a source, on a side of books of this quality, of this kind.
    public var spread: @Sendable (FigureSource, TradeSide, FigureKind, FirmQuality) -> Double

    /// What is usual: one per cent, and the spread that the firm's quality gives.
    public init(
        tolerance: Double = 0.01,
        scalesToAnnualAccounts: Bool = false,
        spread: @escaping @Sendable (FigureSource, TradeSide, FigureKind, FirmQuality) -> Double = {
            $3.spread(of: $0, in: $1, kind: $2)
        }
    ) {
        self.tolerance = tolerance
        self.scalesToAnnualAccounts = scalesToAnnualAccounts
        self.spread = spread
    }

    /// What the ledger's kroner are multiplied by, so that they do not exceed what the firm has in all.
    func scale(
        _ ledger: Double,
        to total: Double?,
        from source: FigureSource,
        _ side: TradeSide,
        of firm: String
    ) throws(ActorsError) -> Double {
        guard let total, ledger > total else { return 1 }
        guard total > 0, scalesToAnnualAccounts || ledger - total <= tolerance * total else {
            throw .books(firm: firm, .exceedsTotal(side, ledger: ledger, total: total, from: source))
        }
        return total / ledger
    }
}
