import Disclosure
import Testing

@Suite("Refusals")
struct DisclosureErrorTests {
    private let name = ContributionName(unit: "a", cell: "1")
    private let other = ContributionName(unit: "b", cell: "1")

    private func decide(
        _ contributions: [Contribution]? = nil,
        _ items: [PublicationItem],
        earlier: [EarlierItem] = []
    ) throws(DisclosureError) {
        _ = try DisclosureControl(
            of: contributions ?? [Contribution(name, amount: 10), Contribution(other, amount: 20)],
            in: items,
            earlier: earlier,
            rules: DisclosureRules(attackers: .eachOther, foresight: .none)
        )
    }

    private func sum(_ coefficient: Double = 1, base: Double = 1) -> PublicationItem {
        PublicationItem("sum", terms: [.init(name, coefficient: coefficient)], base: base)
    }

    private func earlier(_ figure: Double, base: Double = 1, of term: ContributionName? = nil) -> EarlierItem
    {
        EarlierItem("before", terms: [.init(term ?? name)], constant: 0, figure: figure, base: base)
    }

    @Test("What is wrong with the contributions and items is named, without amounts")
    func input() {
        #expect(throws: DisclosureError.repeatedContribution(name)) {
            try decide([Contribution(name, amount: 1), Contribution(name, amount: 2)], [])
        }
        for wrong in [-1, .nan, .infinity] {
            #expect(throws: DisclosureError.contributionOutside(name)) {
                try decide([Contribution(name, amount: wrong)], [])
            }
        }
        #expect(throws: DisclosureError.contributionOutside(name)) {
            try decide([Contribution(name, amount: 2, atMost: 1)], [])
        }
        #expect(throws: DisclosureError.repeatedItem("sum")) { try decide(nil, [sum(), sum()]) }
        let stranger = ContributionName(unit: "c", cell: "1")
        #expect(throws: DisclosureError.unknownContribution(stranger, item: "sum")) {
            try decide(nil, [PublicationItem("sum", sumOf: [stranger], base: 1)])
        }
        #expect(throws: DisclosureError.unknownContribution(stranger, item: "before")) {
            try decide(nil, [], earlier: [earlier(1, of: stranger)])
        }
        for wrong in [-1, .nan] {
            #expect(throws: DisclosureError.wrongCoefficient(name, item: "sum")) {
                try decide(nil, [sum(wrong)])
            }
        }
        #expect(throws: DisclosureError.wrongCoefficient(name, item: "sum")) {
            try decide(nil, [PublicationItem("sum", sumOf: [name, name], base: 1)])
        }
        for wrong in [0, -1, .nan, .infinity] {
            #expect(throws: DisclosureError.wrongFigure(item: "sum")) { try decide(nil, [sum(base: wrong)]) }
            #expect(throws: DisclosureError.wrongFigure(item: "before")) {
                try decide(nil, [], earlier: [earlier(10, base: wrong)])
            }
        }
    }

    @Test("What earlier runs gave away, or what does not agree with them")
    func earlierRuns() {
        #expect(throws: DisclosureError.contradictsEarlier(item: "before")) {
            try decide(nil, [], earlier: [earlier(12)])
        }
        #expect(throws: DisclosureError.notProtectable([.contribution(name)])) {
            try decide(nil, [], earlier: [earlier(10)])
        }
        #expect(throws: Never.self) { try decide(nil, [], earlier: [earlier(10, base: 5)]) }
        #expect(throws: DisclosureError.notProtectable([.contribution(name)])) {
            // Known to lie from 0 to 10.5, and asked to be left 20 % of 100.
            try DisclosureControl(
                of: [Contribution(name, amount: 100, atMost: 101), Contribution(other, amount: 1)],
                in: [],
                earlier: [earlier(100, base: 15)],
                rules: DisclosureRules(foresight: .none)
            )
        }
    }

    @Test("Parameters outside what they may be")
    func parameters() {
        #expect(throws: DisclosureError.parameterOutside(name: "leastUnits", value: 0)) {
            try DisclosureRules(leastUnits: 0)
        }
        #expect(throws: DisclosureError.parameterOutside(name: "largestShare", value: 1.1)) {
            try DisclosureRules(largestShare: 1.1)
        }
        #expect(throws: DisclosureError.parameterOutside(name: "margin", value: 0.6)) {
            try DisclosureRules(margin: 0.6)
        }
        #expect(throws: DisclosureError.parameterOutside(name: "width", value: -0.1)) {
            try DisclosureRules(width: -0.1)
        }
    }
}
