public import Accounts

/// Why firms do not fit into an area's table: the cells that cannot hold them, and what is likely to be behind it.
///
/// Amounts are the firms' own sums a cell and the parent's cell; no counterparty's amount is here.
public struct CarvingRefusal: Sendable, Hashable {
    /// The area's code.
    public let area: String
    /// Whether it is the region's table or the nation's.
    public let scope: AreaScope
    /// The cells, row by row.
    public let offences: [CarvingOffence]
    /// What is likely to be behind it, from the facts.
    public let causes: [CarvingCause]
    /// The repairs that were asked for and did not mend it.
    public let repairs: [CarvingRepair]

    /// A refusal.
    public init(
        area: String,
        scope: AreaScope,
        offences: [CarvingOffence],
        causes: [CarvingCause],
        repairs: [CarvingRepair]
    ) {
        self.area = area
        self.scope = scope
        self.offences = offences
        self.causes = causes
        self.repairs = repairs
    }
}

/// A cell that cannot hold the firms: what would remain of it has not the sign of the whole.
public struct CarvingOffence: Sendable, Hashable {
    /// The cell.
    public let cell: AreaCell
    /// The parent's amount, MNOK.
    public let parent: Double
    /// What the firms together have of it, MNOK.
    public let firms: Double
    /// The firms that have anything of it, with what each has; the trade of two firms is the seller's.
    public let parts: [Part]

    /// A cell with the firms' parts.
    public init(cell: AreaCell, parent: Double, firms: Double, parts: [Part]) {
        self.cell = cell
        self.parent = parent
        self.firms = firms
        self.parts = parts
    }

    /// What remains, MNOK.
    public var remainder: Double { parent - firms }
    /// How far the cell is from holding the firms, MNOK.
    public var size: Double { abs(remainder) }

    /// A firm's part of a cell.
    public struct Part: Sendable, Hashable {
        /// The firm's code.
        public let firm: String
        /// MNOK.
        public let amount: Double

        /// A part.
        public init(firm: String, amount: Double) {
            self.firm = firm
            self.amount = amount
        }
    }
}

/// What is likely to be behind a cell that cannot hold the firms.
public enum CarvingCause: Sendable, Hashable {
    /// The firms' output is more than the industry's: a withheld figure that is estimated too low, or a firm that is
    /// booked elsewhere. `share` is the firms' output over the industry's.
    case largerThanIndustry(Industry, firms: [String], share: Double)
    /// The firms buy, or make, at least half as much again as the whole industry: a head office books for
    /// establishments elsewhere. `share` is the firms' purchases, or output, over the industry's.
    case headOffice(Industry, firms: [String], share: Double)
    /// Three cells of the column or more, and at least half of those with anything in them, are too small: the firm is
    /// in another industry. `cells` is how many.
    case wrongIndustry(Industry, firms: [String], cells: Int)
    /// The firms' value added is above the industry's: purchases are missing, or the firm is in another industry.
    case missingPurchases(Industry, firms: [String])
    /// Only the region's cell is too small; region and rest of the country together are not.
    case tradePlace(seller: Industry, buyer: Industry)
    /// What the accounts tell would fit; what is spread as the industry's does not. The repair `capped` moves it.
    case estimate(AreaCell)
    /// The parent has nothing in the cell: withheld, or rounded away.
    case emptyCell(AreaCell)
    /// The parent's cell is negative, and nothing bought fits into it.
    case negativeCell(AreaCell)
    /// The firm has a negative amount in the cell: credit notes of more than the year's purchases.
    case negativeAmount(AreaCell, firm: String)
    /// The firms' cells are about 1.25 times the parent's: value added tax is left in. `ratio` is the median.
    case valueAddedTax(Industry, firms: [String], ratio: Double)
    /// Several cells are up to a fifth too small: another year, or its prices. `ratio` is the median.
    case yearOrPrices(Industry, firms: [String], ratio: Double)
}
