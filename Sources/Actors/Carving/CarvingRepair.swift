public import Regionalisation

/// A rule by which firms that do not fit into a table are made to; only where the user asks for it by name.
public enum CarvingRepair: String, Sendable, Hashable, CaseIterable {
    /// The region's table: what an industry buys of a seller in the region and what it buys of it in the rest of the
    /// country are moved against each other until both hold the firms. Their sum stays, and so the nation's table; the
    /// seller's row is balanced by its deliveries to the rest of the country, in final demand. Does not mend a cell
    /// whose two places together are too small, nor anything but purchases and sales between industries.
    ///
    /// A table of several regions: the purchase is moved between all regions that sell the product to the buyer. Who sells
    /// more to it sells less to others, and these buy that much more of those who lost the sale: every row, every column,
    /// and every cell summed over sellers stay.
    case tradePlace = "trade_place"
    /// A firm's cell is cut to what the parent holds, and what is cut off is spread over its other purchases, or sales, as
    /// its industry's, where there is room. Does not mend value added and output, nor purchases or sales that are more
    /// than the industry's in all.
    case capped
    /// The firms' cells are frozen, and what remains is balanced to the parent's row and column totals (M-RAS by GRAS);
    /// where nothing would be left, nothing is. Does not mend a firm that is larger than its industry in output or value
    /// added, nor one that buys more of an industry than it sells in all.
    case rebalanced
}

/// A repair and what it changed.
public struct AppliedRepair: Sendable, Equatable {
    /// The repair.
    public let repair: CarvingRepair
    /// The cells it changed, with their amounts; empty where there was nothing to mend or it could not mend it.
    public let cells: [Cell]
    /// How the parent was balanced; `nil` for repairs that don't balance.
    public let balancing: BalancingReport?

    /// A repair with its cells.
    public init(repair: CarvingRepair, cells: [Cell], balancing: BalancingReport?) {
        self.repair = repair
        self.cells = cells
        self.balancing = balancing
    }

    /// Σ |after − before|, MNOK.
    public var touched: Double { cells.reduce(0) { $0 + abs($1.after - $1.before) } }

    /// A cell before and after a repair, MNOK.
    public struct Cell: Sendable, Hashable {
        /// The cell.
        public let cell: AreaCell
        /// The firm whose part of the cell it is; `nil` for the parent's cell.
        public let firm: String?
        /// Before.
        public let before: Double
        /// After.
        public let after: Double

        /// A changed cell.
        public init(cell: AreaCell, firm: String?, before: Double, after: Double) {
            self.cell = cell
            self.firm = firm
            self.before = before
            self.after = after
        }
    }
}
