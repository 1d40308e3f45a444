import TestSupport
import Testing

@testable import Disclosure

/// What attackers know besides what is published: public tables, and what they sold.
@Suite("Public limits and trades that two units know")
struct PublicKnowledgeTests {
    private let wood = ContributionName(unit: "mill", cell: "wood")
    private let power = ContributionName(unit: "mill", cell: "power")

    private func contributions(otherSide: String? = nil) -> [Contribution] {
        [
            Contribution(wood, amount: 100, otherSide: otherSide), Contribution(power, amount: 10),
            Contribution(.init(unit: "forest", cell: "power"), amount: 3),
        ]
    }

    private var bought: PublicationItem {
        PublicationItem("bought", .derived, terms: [.init(wood), .init(power)], base: 1)
    }

    private func rules(_ attackers: DisclosureRules.Attackers) throws -> DisclosureRules {
        try DisclosureRules(attackers: attackers, foresight: .none)
    }

    @Test("What the seller knows of a sum is known of it", arguments: [true, false])
    func otherSide(coalition: Bool) throws {
        let rules = try rules(coalition ? .allOthers : .eachOther)
        let free = try DisclosureControl(of: contributions(), in: [bought], rules: rules)
        #expect(free["bought"] == .published(figure: 110, base: 1, isCoarsened: false))
        // The forest sold the wood: 110 ± ½ leaves it 1 of the power, where 2 are asked for.
        let known = contributions(otherSide: "forest")
        let control = try DisclosureControl(of: known, in: [bought], rules: rules)
        #expect(control["bought"] == .published(figure: 110, base: 5, isCoarsened: true))
        #expect(control.audit.holds)
        let ofPower = control.audit.findings.filter { $0.figure == .contribution(power) }
        #expect(ofPower.contains { $0.attacker == (coalition ? .allBut("mill") : .unit("forest")) })
        // The wood is kept from outsiders alone; nothing could keep it from the forest.
        let ofWood = control.audit.findings.filter { $0.figure == .contribution(wood) }
        #expect(ofWood.map(\.attacker) == [.outsider])
    }

    @Test("A public limit narrows what is left, so that less is told")
    func limit() throws {
        let rules = try rules(.allOthers)
        let limit = PublicLimit("all wood", terms: [.init(wood)], low: 99, high: 120)
        // Wood between 99 and 120 would do, but with 110 ± ½ of both, power lies between 0 and 11.5, and wood from 99 to 110.5.
        let narrow = try DisclosureControl(of: contributions(), in: [bought], limits: [limit], rules: rules)
        #expect(narrow.audit.holds)
        guard case .published(_, let base, _)? = narrow["bought"] else {
            #expect(narrow["bought"] == .secondary)
            return
        }
        #expect(base > 1)
    }

    @Test("That a sum is published tells that nobody dominates it, which can be too much")
    func rulesTell() throws {
        // Mills of 76, 10 and 9: the largest has just under 80 %. It is 57 or more by rounding to 38 to either side, and by the rule
        // at most 76.
        let mills = zip(["a", "b", "c"], [76.0, 10, 9.05])
            .map { Contribution(.init(unit: $0, cell: "wood"), amount: $1) }
        let sum = PublicationItem("sum", sumOf: mills.map(\.name), base: 0.1)
        let rules = try DisclosureRules(foresight: .none)
        let table = try SecretTable(mills, items: [sum])
        let told = Knowledge(table.items[0], base: 12.5, position: nil)
        let implied = told.impliedByRules(table, rules)
        // One rule of shares a unit, one of the second largest a pair.
        #expect(implied.count == 9)
        let problem = AttackProblem(table, knowing: { $0 > 0 }, [told] + implied, joined: true)
        // All are about the one unknown, and become one row: 0.8 of the sum is the end, not the rounding.
        #expect(problem.rows.count == 1)
        let row = try #require(problem.rows.first)
        #expect(abs(row.high * row.size - 4 * 19.05) < 1e-4)
        let control = try DisclosureControl(of: mills, in: [sum], rules: rules)
        #expect(control.audit.holds)
    }

    @Test("A limit that the contributions do not meet, or that is not finite, is refused by name")
    func refused() throws {
        let rules = try rules(.allOthers)
        for (low, high, error) in [
            (0.0, 99.0, DisclosureError.contradictsLimit(name: "all wood")),
            (0.0, Double.infinity, DisclosureError.wrongFigure(item: "all wood")),
        ] {
            let limit = PublicLimit("all wood", terms: [.init(wood)], low: low, high: high)
            #expect(throws: error) {
                try DisclosureControl(of: contributions(), in: [bought], limits: [limit], rules: rules)
            }
        }
    }
}
