import Accounts
import Leontief

/// What the firms' own books change: each multiplier from statistics alone, with the books, and why they differ.
///
/// From statistics alone a firm is its industry (or the industry whose technology it is said to have) in small. The
/// difference is split exactly over the cells of the tables (``Decomposition``): the terms of all its parts, added up by row
/// and column, are the difference to rounding. Intervals are 90 %.
public struct FirmComparison: Sendable {
    /// The measures and scopes, in order.
    public let columns: [ActorTable.Column]
    /// The firms whose books are read, in the study's order.
    public let rows: [Row]

    /// A firm's multipliers both ways.
    public struct Row: Sendable {
        /// The firm.
        public let actor: Actor
        /// Per MNOK of output, by measure and scope.
        public let cells: [ActorTable.Column: Cell]
    }

    /// A multiplier both ways.
    public struct Cell: Sendable {
        /// From statistics alone.
        public let statistics: Estimate
        /// With the books.
        public let books: Estimate
        /// What the cells of the tables add to the difference, largest first.
        public let terms: [Decomposition.Term]

        /// With the books, less from statistics alone.
        public var difference: Double { books.value - statistics.value }
    }

    /// A number and its 90 % interval.
    public struct Estimate: Sendable, Hashable {
        /// The number.
        public let value: Double
        /// The 5 % point.
        public let lower: Double
        /// The 95 % point.
        public let upper: Double

        /// `value` with the relative width of `interval`, which is of a multiplier very near it.
        init(_ value: Double, _ interval: MultiplierInterval?) {
            self.value = value
            guard let interval, interval.value != 0, value != 0 else {
                lower = interval.map { value + $0.lower - $0.value } ?? value
                upper = interval.map { value + $0.upper - $0.value } ?? value
                return
            }
            let ends = [interval.lower, interval.upper].map { value * $0 / interval.value }
            lower = ends.min() ?? value
            upper = ends.max() ?? value
        }
    }

    /// Compares the systems of statistics alone with those of the books.
    ///
    /// - Parameters:
    ///   - books: the tables the second systems are made of.
    ///   - intervals: of statistics alone and of the books, for the same firms.
    /// - Throws: `.accounts(.differ)` when the systems have other actors; `.leontief`.
    public init(
        from statistics: ActorSystems,
        to systems: ActorSystems,
        books: FirmTables,
        intervals: (statistics: MultiplierIntervals, books: MultiplierIntervals)
    ) throws(ActorsError) {
        let known = Set(books.nation.firms.map(\.code))
        let (before, after) = (try statistics.multipliers(), try systems.multipliers())
        columns = systems.columns.map(\.column)
        var rows: [Row] = []
        for (actor, sector) in zip(systems.actors, systems.nation.actors) where known.contains(actor.code) {
            var cells: [ActorTable.Column: Cell] = [:]
            for (place, column) in columns.enumerated() {
                cells[column] = Cell(
                    statistics: Estimate(before[place].1[sector], intervals.statistics[sector, column]),
                    books: Estimate(after[place].1[sector], intervals.books[sector, column]),
                    terms: try Self.terms(of: sector, in: place, statistics, systems, books)
                )
            }
            rows.append(Row(actor: actor, cells: cells))
        }
        self.rows = rows
    }

    /// The cells' terms of all parts of a multiplier, added up by row and column.
    private static func terms(
        of sector: Sector,
        in place: Int,
        _ statistics: ActorSystems,
        _ systems: ActorSystems,
        _ books: FirmTables
    ) throws(ActorsError) -> [Decomposition.Term] {
        var sums: [CellName: Decomposition.Term] = [:]
        var order: [CellName] = []
        for (before, after) in zip(statistics.columns[place].parts, systems.columns[place].parts) {
            let table = after.isRegional ? books.region ?? books.nation : books.nation
            let split = try Decomposition(
                of: sector,
                from: (statistics.system(of: before).open, before.values),
                to: (systems.system(of: after).open, after.values),
                source: { table.source(from: $0, to: $1) },
                valueCells: { [(.value, before.values[$0], after.values[$0], nil)] }
            )
            for term in split.terms {
                let name = CellName(row: term.row, column: term.column)
                if sums[name] == nil { order.append(name) }
                sums[name] = term.counted(after.sign, after: sums[name])
            }
        }
        let terms = order.compactMap { sums[$0] }.enumerated()
        return terms.sorted { one, other in
            let (a, b) = (abs(one.element.contribution), abs(other.element.contribution))
            return a != b ? a > b : one.offset < other.offset
        }.map(\.element)
    }

    private struct CellName: Hashable {
        let row: Decomposition.Row
        let column: Sector
    }
}

extension Decomposition.Term {
    /// The term with a sign, added to what there is of the same cell.
    ///
    /// Coefficients stay those of the part that came first: the region's, where the region has one.
    fileprivate func counted(_ sign: Double, after other: Decomposition.Term?) -> Decomposition.Term {
        Decomposition.Term(
            row: row,
            column: column,
            coefficients: other?.coefficients ?? coefficients,
            contribution: (other?.contribution ?? 0) + sign * contribution,
            source: other?.source ?? source
        )
    }
}
