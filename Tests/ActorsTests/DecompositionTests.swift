import Accounts
import Actors
import Leontief
import TestSupport
import Testing

@Suite("Decomposition")
struct DecompositionTests {
    private func isValueAdded(_ input: AreaInput) -> Bool {
        if case .primary(let primary) = input { primary.role.isValueAdded } else { false }
    }

    /// Two firms of a region with books, and without.
    private func tables() throws -> (base: AugmentedTable, value: AugmentedTable) {
        let firms = [
            SmallArea.account(
                "k",
                in: "b",
                output: 100,
                purchases: [.of("a", 12), .of("a", 5, from: .restOfCountry), .of("c", 5, from: .abroad)],
                sales: [.to("a", 10), .to(nil, 90)],
                inputs: ["compensation": 30]
            ),
            SmallArea.account("s", in: "a", output: 40, purchases: [.of("b", 9)], unattributedPurchases: 4),
        ]
        let parent = try SmallArea.region()
        let without = firms.map { SmallArea.account($0.code, in: $0.industry.code, output: $0.output.amount) }
        return (
            try AugmentedTable(parent: parent, firms: without),
            try AugmentedTable(parent: parent, firms: firms)
        )
    }

    @Test(
        "The terms are the whole difference, and the multipliers are the actor table's",
        arguments: ["k", "s"]
    )
    func whole(firm: String) throws {
        let (base, value) = try tables()
        let parts = try Decomposition(of: firm, from: base, to: value, valuing: isValueAdded)
        let sum = parts.terms.reduce(0) { $0 + $1.contribution }
        // A few dozen terms below one.
        #expect(abs(sum - parts.difference) <= 1e-14)
        for (table, found) in [(base, parts.base), (value, parts.value)] {
            let expected = try table.outside().multipliers(of: table.perOutput(isValueAdded))[firm.firm]
            #expect(abs(found - expected) <= 1e-15)
        }
        #expect(abs(parts.difference) > 0.01)
        let largest = parts.largest()
        #expect(largest.count == 3)
        #expect(abs(largest[0].contribution) >= abs(largest[1].contribution))
        #expect(parts.terms.allSatisfy { abs($0.contribution) <= abs(largest[0].contribution) })
    }

    @Test("The 2 → 3 example by hand")
    func byHand() throws {
        let told = SmallArea.insertedFirm()
        let base = try AugmentedTable(
            parent: SmallArea.two(),
            firms: [SmallArea.account("firm", in: "sec1", output: 200)]
        )
        let value = try AugmentedTable(parent: SmallArea.two(), firms: [told])
        let jobs = LabelledVector(value.sectors) { $0.code == "sec2" ? 0.5 : 0 }
        let parts = try Decomposition(of: "firm", from: base, to: value, values: (jobs, jobs))
        // R = (sec1 without the firm, sec2). A⁰_RR = [.12 .2; .2 .05], a⁰ = (.12, .2);
        // A¹_RR = [75/800 .21; 110/800 .05], a¹ = (15/200, 90/200). μ = 0.5 (0 1)(I − A)⁻¹ a.
        func expected(_ a: (Double, Double, Double, Double), _ bought: (Double, Double)) -> Double {
            let determinant = (1 - a.0) * (1 - a.3) - a.1 * a.2
            return 0.5 * (a.2 * bought.0 + (1 - a.0) * bought.1) / determinant
        }
        #expect(abs(parts.base - expected((0.12, 0.2, 0.2, 0.05), (0.12, 0.2))) <= 1e-15)
        #expect(abs(parts.value - expected((75.0 / 800, 0.21, 110.0 / 800, 0.05), (0.075, 0.45))) <= 1e-15)
        #expect(abs(parts.terms.reduce(0) { $0 + $1.contribution } - parts.difference) <= 1e-15)
        let first = parts.largest(1)[0]
        #expect(first.row == .seller("sec2".remainder) && first.column == "firm".firm)
        #expect(first.source == .ledger)
        #expect(abs(first.coefficients.value - 0.45) <= 1e-15)
    }

    @Test("Tables over other sectors are refused")
    func differ() throws {
        let (base, value) = try tables()
        #expect(throws: ActorsError.self) {
            try Decomposition(of: "k", from: base.removing("s"), to: value, valuing: isValueAdded)
        }
        #expect(throws: ActorsError.accounts(.unknownLabel(code: "q", known: ["k", "s"]))) {
            try Decomposition(of: "q", from: base, to: value, valuing: isValueAdded)
        }
    }
}
