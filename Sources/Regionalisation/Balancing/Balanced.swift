/// How a table is brought to its margins.
public enum BalancingMethod: Sendable, Hashable {
    /// Biproportional scaling, x_ij = r_i a_ij s_j; no cell and no margin may be negative.
    ///
    /// Source: Miller & Blair (2009), §7.4; Bacharach (1970).
    case ras
    /// Generalised RAS for tables with negative cells: r_i a_ij s_j where a_ij is positive, a_ij / (r_i s_j) where it
    /// is negative. No sign changes.
    ///
    /// Source: Junius & Oosterhaven (2003); Lenzen, Wood & Gallego (2007); Temurshoev, Miller & Bouwmeester (2013).
    case gras
    /// GRAS in which the named rows and columns change sign as a whole when all their cells have one sign and their
    /// margin the other. Which lines may do so is the caller's decision: changes in inventories, taxes less subsidies.
    ///
    /// Source: Lenzen, Moran, Geschke & Kanemoto (2014), eq. 6.
    case signFlipping(rows: Set<Int> = [], columns: Set<Int> = [])

    /// The method's short name, as results write it.
    public var code: String {
        switch self {
        case .ras: "ras"
        case .gras: "gras"
        case .signFlipping: "sign_flipping"
        }
    }

    /// Whether every cell keeps its sign.
    var keepsSigns: Bool { if case .signFlipping = self { false } else { true } }
}

/// When balancing ends.
public enum BalancingEnd: Sendable, Hashable {
    /// When no line is further from its margin than `share` of the largest margin; if it is not within `iterations`,
    /// there is no table but an error with the line that is furthest off.
    case deviation(share: Double = 1e-9, iterations: Int = 10_000)
    /// After so many scalings of one side, whatever is left; `rowsFirst` says which side begins. Four scalings that
    /// begin with the rows are rows, columns, rows, columns. For textbooks that print the first few.
    case scalings(Int, rowsFirst: Bool = true)
}

/// A balanced table and how it came about.
public struct Balanced<Table: Sendable>: Sendable {
    /// The table.
    public let table: Table
    /// How it was reached, and how well.
    public let report: BalancingReport
}

/// How a table was balanced: what the margins lacked, how long it took, how well they are met.
public struct BalancingReport: Sendable, Equatable {
    /// The method.
    public let method: BalancingMethod
    /// Sum of the row margins less the sum of the column margins as given, in the table's unit.
    public let imbalance: Double
    /// Which margins were scaled to the other side's total because of it.
    public let scaled: TableLine.Side?
    /// Scalings of the rows and of the columns, counted together.
    public let scalings: Int
    /// The line that is furthest from its margin at the end.
    public let worst: Deviation
    /// r_i, one a row; 1 for a row without free cells. Empty for sign-flipping, which has no single factor.
    public let rowFactors: [Double]
    /// s_j, one a column.
    public let columnFactors: [Double]
    /// How many cells were frozen at their own value.
    public let frozen: Int
    /// Lines that changed sign, in the order in which they did.
    public let flipped: [TableLine]

    /// A line's sum beside its margin.
    public struct Deviation: Sendable, Hashable {
        /// The line.
        public let line: TableLine
        /// What its cells add up to, frozen cells included.
        public let found: Double
        /// Its margin.
        public let wanted: Double

        /// |found − wanted|.
        public var size: Double { abs(found - wanted) }
    }
}

extension BalancingReport {
    /// The same report with the codes of its lines.
    func named(rows: [String], columns: [String]) -> BalancingReport {
        BalancingReport(
            method: method,
            imbalance: imbalance,
            scaled: scaled,
            scalings: scalings,
            worst: Deviation(
                line: worst.line.named(rows: rows, columns: columns),
                found: worst.found,
                wanted: worst.wanted
            ),
            rowFactors: rowFactors,
            columnFactors: columnFactors,
            frozen: frozen,
            flipped: flipped.map { $0.named(rows: rows, columns: columns) }
        )
    }
}
