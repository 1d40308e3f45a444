import Accounts
import Leontief

/// What the cells of the tables add to the difference of each firm's value added, from statistics alone to the books.
///
/// A multiplier that is the sum of several rows of values, in the region's system and the nation's, has the terms of all
/// of them, added up by row and column.
struct FirmExplanations {
    private let sums: [[ActorSystems.Term]]
    /// By row of values, then by firm.
    private let splits: [Int: [Decomposition]]

    /// The explanations of `firms` in every column of value added.
    ///
    /// - Throws: `.accounts(.differ)` when the systems are on other sectors; `.leontief`.
    init(
        of firms: [Sector],
        from statistics: ActorSystems,
        to systems: ActorSystems,
        books: FirmTables
    ) throws(ActorsError) {
        let nation = try SystemChange(
            of: firms,
            from: statistics.systems.nation.open,
            to: systems.systems.nation.open
        )
        var region: SystemChange?
        if let before = statistics.systems.region?.open, let after = systems.systems.region?.open {
            region = try SystemChange(of: firms, from: before, to: after)
            if let difference = region?.rest.firstDifference(from: nation.rest) {
                throw .accounts(.differ(difference))
            }
        }
        let columns = systems.columns.filter { $0.column.measure == .valueAdded }
        var splits: [Int: [Decomposition]] = [:]
        for row in Set(columns.flatMap(\.terms).map(\.row)).sorted() {
            let (before, after) = (statistics.rows[row], systems.rows[row])
            let change = after.isRegional ? region ?? nation : nation
            let table = after.isRegional ? books.region ?? books.nation : books.nation
            splits[row] = firms.indices.map { firm in
                Decomposition(
                    of: firm,
                    in: change,
                    values: (before.values, after.values),
                    weights: (before.weights.values, after.weights.values),
                    source: { table.source(from: $0, to: $1) },
                    valueCells: { [(.value, before.values[$0], after.values[$0], nil)] }
                )
            }
        }
        self.splits = splits
        sums = systems.columns.map(\.terms)
    }

    /// The cells' terms of a firm's multiplier in a column, largest first; equal ones in the table's order.
    func terms(of firm: Int, in column: Int) -> [Decomposition.Term] {
        var found: [Decomposition.Term] = []
        var places: [Decomposition.Place: Int] = [:]
        for sum in sums[column] {
            for term in splits[sum.row]?[firm].terms ?? [] {
                if let place = places[term.place] {
                    found[place] = found[place].adding(term, times: sum.sign)
                } else {
                    places[term.place] = found.count
                    found.append(term.times(sum.sign))
                }
            }
        }
        let sizes = found.map { abs($0.contribution) }
        let order = found.indices.sorted { sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1 }
        return order.map { found[$0] }
    }
}

extension Decomposition.Term {
    fileprivate func times(_ sign: Double) -> Decomposition.Term { counted(sign * contribution) }

    /// The term with another's contribution added; coefficients stay those of the row that came first: the region's, where
    /// the region has one.
    fileprivate func adding(_ other: Decomposition.Term, times sign: Double) -> Decomposition.Term {
        counted(contribution + sign * other.contribution)
    }

    private func counted(_ contribution: Double) -> Decomposition.Term {
        Decomposition.Term(
            row: row,
            column: column,
            coefficients: coefficients,
            contribution: contribution,
            source: source,
            place: place
        )
    }
}
