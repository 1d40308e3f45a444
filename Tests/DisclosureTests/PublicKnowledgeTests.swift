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

    @Test("A limit that the contributions do not meet, or that is not finite, is refused by name")
    func refused() throws {
        let rules = try rules(.allOthers)
        for (low, high, error) in [
            (0.0, 99.0, DisclosureError.contradictsEarlier(item: "all wood")),
            (0.0, Double.infinity, DisclosureError.wrongFigure(item: "all wood")),
        ] {
            let limit = PublicLimit("all wood", terms: [.init(wood)], low: low, high: high)
            #expect(throws: error) {
                try DisclosureControl(of: contributions(), in: [bought], limits: [limit], rules: rules)
            }
        }
    }
}
