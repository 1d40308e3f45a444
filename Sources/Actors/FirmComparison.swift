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
        /// What the cells of the tables add to the difference, largest first; for value added only.
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

    /// Compares the systems of statistics alone with those of the books. Precondition: both are of one model.
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
        let difference = try joined { () throws(AccountsError) in
            try Axis(statistics.nation.actors).firstDifference(from: Axis(systems.nation.actors))
        }
        if let difference { throw .accounts(.differ(difference)) }
        let known = Set(books.nation.firms.map(\.code))
        let firms = zip(systems.actors, systems.nation.actors).filter { known.contains($0.0.code) }
        let explanations = try FirmExplanations(
            of: firms.map(\.1),
            from: statistics,
            to: systems,
            books: books
        )
        let columns = systems.columns.map(\.column)
        self.columns = columns
        rows = firms.enumerated().map { position, firm in
            let (actor, sector) = firm
            let cells = columns.enumerated().map { place, column in
                Cell(
                    statistics: Estimate(
                        statistics.multipliers[place][sector],
                        intervals.statistics[sector, column]
                    ),
                    books: Estimate(systems.multipliers[place][sector], intervals.books[sector, column]),
                    terms: column.measure == .valueAdded ? explanations.terms(of: position, in: place) : []
                )
            }
            return Row(actor: actor, cells: Dictionary(uniqueKeysWithValues: zip(columns, cells)))
        }
    }
}
