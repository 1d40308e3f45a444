/// Every cell of a firm's account, back to the parties of its ledger: MNOK in the table's prices.
///
/// A cell's parts add up to it, a pool's to the pool. A party's parts, over all cells and pools, add up to its kroner after
/// deflation and frame (and, for sales, after excise and goods sold on). `LedgerReview.parties` has the parties, with the
/// lines of the files that they come from.
public struct FirmAccountExplanation: Sendable {
    /// The cells: purchases before sales, in the table's order of industries.
    public let cells: [Cell]
    /// The pools.
    public let pools: [PoolSum]

    /// A cell of the account.
    public struct Cell: Sendable, Hashable {
        /// Purchase or sale.
        public let side: TradeSide
        /// The industry of seller or buyer, by code; `nil` for final use.
        public let industry: String?
        /// Where they are.
        public let place: TradePlace
        /// The other firm of the cluster, by code.
        public let firm: String?
        /// Whether it is known from the ledger or estimated.
        public let source: FigureSource
        /// MNOK.
        public let amount: Double
        /// What it is made of.
        public let parts: [Part]
    }

    /// An amount and whose it is.
    public struct Part: Sendable, Hashable {
        /// Whose.
        public let origin: Origin
        /// MNOK.
        public let amount: Double
    }

    /// Where a part comes from.
    public enum Origin: Sendable, Hashable {
        /// A party, as a place in `LedgerReview.parties`.
        case party(Int)
        /// A share of a pool.
        case pool(Pool)
        /// The sum in the annual accounts, or the trades that name nobody.
        case rest
    }

    /// Kroner that are spread together.
    public enum Pool: String, Sendable, Hashable, CaseIterable {
        /// Goods bought through traders, or sold on by a firm of the cluster: by maker and place, as the industry buys.
        case goodsThroughTrade = "goods_through_trade"
        /// Transport margins in what traders invoice.
        case transportMargins = "transport_margins"
        /// Invoices from abroad: by product, as the industry imports.
        case imports
        /// Product taxes: a primary input.
        case productTaxes = "product_taxes"
        /// Unattributed purchases.
        case unattributedPurchases = "unattributed_purchases"
        /// Unattributed sales.
        case unattributedSales = "unattributed_sales"
    }

    /// A pool with what went into it.
    public struct PoolSum: Sendable, Hashable {
        /// Which.
        public let pool: Pool
        /// MNOK.
        public let amount: Double
        /// What it is made of.
        public let parts: [Part]
    }

    /// The pool; `nil` where nothing went into it.
    public subscript(pool: Pool) -> PoolSum? { pools.first { $0.pool == pool } }

    /// The parties that stand behind a cell, its shares of pools included, and what those have of other pools, as places in
    /// `LedgerReview.parties`.
    public func parties(behind cell: Cell) -> [Int] {
        var found: Set<Int> = []
        var (seen, left): (Set<Pool>, [Part]) = ([], cell.parts)
        while let part = left.popLast() {
            switch part.origin {
            case .party(let party): found.insert(party)
            case .pool(let pool): if seen.insert(pool).inserted { left += self[pool]?.parts ?? [] }
            case .rest: continue
            }
        }
        return found.sorted()
    }
}
