import Testing

@testable import Disclosure

/// An attacker that knows nothing of how decisions are made: published figures, and some units' contributions, in; the
/// least and most that a sum of contributions can be, out. Amounts as they are, one row a figure.
struct LPAttacker {
    let contributions: [Contribution]
    let published: [EarlierItem]
    let known: Set<String>

    /// The interval that is left of a sum, cut at ten thousand.
    func interval(of names: [ContributionName]) throws -> ClosedRange<Double> {
        let columns = Dictionary(
            uniqueKeysWithValues: contributions.enumerated().map { ($1.name, Int32($0)) }
        )
        var rows: [LinearProgram.Row] = []
        for item in published {
            let middle = item.figure - item.constant
            let scale = item.terms.map { abs($0.coefficient) }.max() ?? 1
            // Figures halfway between two roundings are known to the last bit: a millionth of the base more.
            let half = item.base * 0.500_001
            rows.append(
                LinearProgram.Row(
                    columns: try item.terms.map { try #require(columns[$0.contribution]) },
                    elements: item.terms.map { $0.coefficient / scale },
                    low: (middle - half) / scale,
                    high: (middle + half) / scale
                )
            )
        }
        for (column, contribution) in contributions.enumerated() where known.contains(contribution.name.unit)
        {
            rows.append(
                LinearProgram.Row(
                    columns: [Int32(column)],
                    elements: [1],
                    low: contribution.amount,
                    high: contribution.amount
                )
            )
        }
        var objective = [Double](repeating: 0, count: contributions.count)
        for name in names { objective[Int(try #require(columns[name]))] = 1 }
        let upper = [Double](repeating: 10_000, count: contributions.count)
        var program = try LinearProgram(upper: upper, rows: rows)
        let least = try #require(try program.optimum(objective))
        let most = try #require(try program.optimum(objective, most: true))
        func value(_ point: [Double]) -> Double { zip(point, objective).reduce(0) { $0 + $1.0 * $1.1 } }
        return value(least)...max(value(least), value(most))
    }
}

extension SmallSecrets {
    /// Expects that no attacker bounds what is protected more closely than within `width` of it.
    ///
    /// - Parameters:
    ///   - published: all that attackers read.
    ///   - suppressed: items whose value outsiders must not know.
    ///   - coalition: whether all other units attack together; if not, each by itself.
    func expectProtected(
        from published: [EarlierItem],
        suppressed: [PublicationItem],
        coalition: Bool,
        width: Double = 0.2,
        _ note: String
    ) throws {
        func expect(_ names: [ContributionName], knowing: Set<String>) throws {
            let value = contributions.filter { names.contains($0.name) }.reduce(0) { $0 + $1.amount }
            let attacker = LPAttacker(contributions: contributions, published: published, known: knowing)
            let found = try attacker.interval(of: names)
            #expect(
                found.upperBound - found.lowerBound >= width * value * 0.999,
                "\(note): \(names) of \(value) in \(found) for \(knowing)"
            )
        }
        for contribution in contributions where contribution.amount > 0 {
            let others = Set(units).subtracting([contribution.name.unit])
            for known in coalition ? [others] : others.map({ [$0] }) {
                try expect([contribution.name], knowing: known)
            }
        }
        for item in suppressed { try expect(item.terms.map(\.contribution), knowing: []) }
    }
}

extension DisclosureControl {
    /// The items that a primary rule suppresses.
    var sensitive: [PublicationItem] {
        decisions.filter { if case .sensitive = $0.publication { true } else { false } }.map(\.item)
    }
}
