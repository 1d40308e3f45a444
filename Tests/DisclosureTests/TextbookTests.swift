import Disclosure
import Testing

/// Tables small enough to be decided by hand, suppression alone: what must go is known.
@Suite("Textbook tables")
struct TextbookTests {
    private let several = ["b": 30.0, "c": 30, "d": 30]

    private func decided(
        _ secrets: SmallSecrets,
        _ attackers: DisclosureRules.Attackers = .eachOther
    ) throws -> DisclosureControl {
        try DisclosureControl(
            of: secrets.contributions,
            in: secrets.items,
            rules: DisclosureRules(attackers: attackers, foresight: .none, coarsens: false)
        )
    }

    @Test("2 × 2: one sensitive cell takes all four, and no total")
    func twoByTwo() throws {
        let secrets = SmallSecrets([[["a": 40], several], [several, several]])
        let control = try decided(secrets)
        #expect(control["0 0"] == .sensitive([.fewUnits(1), .dominated, .knownToSecond]))
        #expect(control.secondary == ["0 1", "1 0", "1 1"])
        #expect(control["all"] == .published(figure: 310, base: 1, isCoarsened: false))
        #expect(control.audit.holds)
    }

    @Test("3 × 3: the cheapest rectangle through the sensitive cell, of the four there are")
    func threeByThree() throws {
        // Through 0 0: by (1, 1) 5 + 5 + 9, by (1, 2) 5 + 2 + 9, by (2, 1) 1 + 5 + 9, by (2, 2) 1 + 2 + 3.
        let secrets = SmallSecrets(
            [[["a": 40], several, several], [several, several, several], [several, several, several]],
            importance: [[1, 5, 1], [5, 9, 9], [2, 9, 3]]
        )
        let control = try decided(secrets)
        #expect(control.secondary == ["0 2", "2 0", "2 2"])
        #expect(control.publishedNames.count == 12)
    }

    @Test("A row with one suppressed cell: the least important of the others goes too")
    func aloneInItsRow() throws {
        let secrets = SmallSecrets(
            [[["a": 40], several, several, several]],
            importance: [[1, 3, 2, 4]],
            hasColumnTotals: false
        )
        #expect(try decided(secrets).secondary == ["0 2"])
    }

    @Test("Two suppressed cells of one unit in a row: their sum is the unit's part, and a third goes")
    func singleton() throws {
        let secrets = SmallSecrets([[["a": 40], ["a": 35], several, several]], hasColumnTotals: false)
        let control = try decided(secrets)
        #expect(control.secondary.count == 1)
        let part = control.audit.findings.filter { $0.figure == .part(of: "row 0", unit: "a") }
        #expect(!part.isEmpty)
        for finding in part { #expect(finding.interval.upperBound - finding.interval.lowerBound >= 15) }
    }

    @Test("Two suppressed cells of two units in a row: each would know the other's, and a third goes")
    func twoSingletons() throws {
        let secrets = SmallSecrets([[["a": 40], ["b": 35], several, several]], hasColumnTotals: false)
        let control = try decided(secrets)
        #expect(control.secondary.count == 1)
        #expect(control["0 0"] != nil && control["0 1"] != nil && control["0 9"] == nil)
    }

    @Test("A cell that nobody contributes to is published as nothing, and hides nobody")
    func zeroCells() throws {
        let secrets = SmallSecrets([[["a": 40], [:], several]], hasColumnTotals: false)
        let control = try decided(secrets)
        #expect(control["0 1"] == .published(figure: 0, base: 1, isCoarsened: false))
        #expect(control.secondary == ["0 2"])
    }

    @Test("A unit that may contribute, and does not, hides others; from itself it does not")
    func zeroContributions() throws {
        let secrets = SmallSecrets(
            [[["a": 40, "z": 0], several.merging(["z": 0]) { $1 }]],
            hasColumnTotals: false
        )
        #expect(try decided(secrets).secondary == ["0 1"])
    }

    @Test("Two contributors in suppressed cells: against all others together, totals go too")
    func coalition() throws {
        let secrets = SmallSecrets([[["a": 40, "b": 40], several, several]], hasColumnTotals: false)
        let one = try decided(secrets)
        let all = try decided(secrets, .allOthers)
        #expect(one.secondary.count == 1)
        // b, c and d together know all but a's 40, so the row's total must go, and every cell they are alone in.
        #expect(all.secondary.contains("row 0"))
    }

    @Test(
        "The primary rules, one by one",
        arguments: [
            ([100, 50], [.fewUnits(2), .knownToSecond]), ([100, 50, 9.99], [.knownToSecond]),
            ([100, 50, 10], []), ([100, 14, 10.5], [.dominated]), ([100, 12.5, 12.5], []), ([0, 0], []),
            ([50, 30, 20], []), ([7], [.fewUnits(1), .dominated, .knownToSecond]),
            ([100, 50, 0], [.fewUnits(2), .knownToSecond]),
        ] as [([Double], [Sensitivity])]
    )
    func primaryRules(amounts: [Double], broken: [Sensitivity]) throws {
        let cell = Dictionary(uniqueKeysWithValues: amounts.enumerated().map { ("unit \($0)", $1) })
        let secrets = SmallSecrets([[cell]], hasColumnTotals: false)
        let only = PublicationItem("only", sumOf: secrets.contributions.map(\.name), base: 1)
        let control = try DisclosureControl(
            of: secrets.contributions,
            in: [only],
            rules: DisclosureRules(attackers: .eachOther, foresight: .none)
        )
        switch control["only"] {
        case .sensitive(let rules): #expect(rules == broken)
        case .published(let figure, 1, false):
            #expect(broken == [] && figure == amounts.reduce(0, +).rounded())
        default: Issue.record("\(amounts)")
        }
    }
}
