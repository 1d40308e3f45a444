import Disclosure
import TestSupport

/// A table of secrets, and every cell and total over it.
struct SmallSecrets {
    var contributions: [Contribution] = []
    var items: [PublicationItem] = []

    /// Cells `row column` of a table with margins, each with its units' amounts; totals are ten times as important.
    ///
    /// - Parameter importance: the cells' own, 1 where none is given.
    init(
        _ cells: [[[String: Double]]],
        base: Double = 1,
        importance: [[Double]]? = nil,
        hasColumnTotals: Bool = true
    ) {
        var rows = [[ContributionName]](repeating: [], count: cells.count)
        var columns = [[ContributionName]](repeating: [], count: cells[0].count)
        for (row, line) in cells.enumerated() {
            for (column, units) in line.enumerated() {
                let cell = "\(row) \(column)"
                var names: [ContributionName] = []
                for (unit, amount) in units.sorted(by: { $0.key < $1.key }) {
                    let name = ContributionName(unit: unit, cell: cell)
                    contributions.append(Contribution(name, amount: amount))
                    names.append(name)
                }
                rows[row] += names
                columns[column] += names
                items.append(
                    PublicationItem(
                        cell,
                        sumOf: names,
                        base: base,
                        importance: importance?[row][column] ?? 1
                    )
                )
            }
        }
        for (row, names) in rows.enumerated() {
            items.append(PublicationItem("row \(row)", sumOf: names, base: base, importance: 100))
        }
        guard hasColumnTotals else { return }
        for (column, names) in columns.enumerated() {
            items.append(PublicationItem("column \(column)", sumOf: names, base: base, importance: 100))
        }
        items.append(PublicationItem("all", sumOf: rows.flatMap { $0 }, base: base, importance: 1_000))
    }

    /// A cluster: firms buying of industries in places, all their totals, and some multipliers for each firm.
    init(
        seed: UInt64,
        firms: Int,
        industries: Int,
        origins: Int,
        density: Double,
        multipliers: Int
    ) {
        var generator = SeededGenerator(seed: seed)
        func share() -> Double { Double(generator.next() >> 11) * 0x1p-53 }
        var sums: [String: [ContributionName]] = [:]
        for firm in 0..<firms {
            var own: [(ContributionName, Double)] = []
            for industry in 0..<industries {
                for origin in 0..<origins where share() < density {
                    let name = ContributionName(unit: "firm \(firm)", cell: "\(industry) \(origin)")
                    var amount = 1.0
                    for _ in 0..<5 { amount *= 0.4 + 2 * share() }
                    own.append((name, amount))
                    contributions.append(Contribution(name, amount: amount))
                    for sum in [
                        "cell \(industry) \(origin)", "industry \(industry)", "origin \(origin)", "all",
                    ] {
                        sums[sum, default: []].append(name)
                    }
                }
            }
            let output = own.reduce(0) { $0 + $1.1 } / 0.7
            for multiplier in 0..<multipliers where !own.isEmpty {
                items.append(
                    PublicationItem(
                        "multiplier \(multiplier) of \(firm)",
                        .derived,
                        terms: own.map { .init($0.0, coefficient: (share() - 0.1) / output) },
                        constant: 1,
                        base: 0.001
                    )
                )
            }
        }
        for (name, names) in sums {
            let importance = name.hasPrefix("cell") ? 1.0 : 10
            items.append(PublicationItem(name, sumOf: names, base: 0.1, importance: importance))
        }
        items.sort { $0.name < $1.name }
    }

    /// The same without a unit: its contributions are in no item.
    func without(_ unit: String) -> SmallSecrets {
        var rest = self
        rest.contributions.removeAll { $0.name.unit == unit }
        rest.items = items.compactMap { item in
            let terms = item.terms.filter { $0.contribution.unit != unit }
            guard !terms.isEmpty else { return nil }
            return PublicationItem(
                item.name,
                item.kind,
                terms: terms,
                constant: item.constant,
                base: item.base,
                importance: item.importance
            )
        }
        return rest
    }

    var units: [String] { Set(contributions.map(\.name.unit)).sorted() }
}

extension DisclosureControl {
    /// The names of the items that are suppressed to protect others.
    var secondary: Set<String> {
        Set(decisions.filter { $0.publication == .secondary }.map(\.item.name))
    }

    /// The names of the items that are published.
    var publishedNames: Set<String> { Set(published.map(\.name)) }
}
