import Testing

@testable import Disclosure

@Suite("Witnesses and programmes")
struct WitnessTests {
    @Test("Ranges found from inside lie within those of linear programmes", arguments: 1...5)
    func withinPrograms(seed: Int) throws {
        let secrets = SmallSecrets(
            seed: UInt64(seed),
            firms: 4,
            industries: 3,
            origins: 2,
            density: 0.9,
            multipliers: 2
        )
        let rules = try DisclosureRules(foresight: .none)
        let table = try SecretTable(secrets.contributions, items: secrets.items)
        let told = Pattern(primaryOf: table, rules).knowledge(of: table, rules, adjustable: false)
        let published = told.map { known in
            EarlierItem(
                "",
                terms: zip(known.form.columns, known.form.coefficients).map {
                    .init(table.names[$0], coefficient: $1)
                },
                constant: 0,
                figure: (known.low + known.high) / 2,
                base: known.high - known.low + known.base * 0.000_002
            )
        }
        let attacker = LPAttacker(
            contributions: secrets.contributions,
            published: published,
            known: ["firm 0"]
        )
        let problem = AttackProblem(table, knowing: { table.unitOf[$0] == 0 }, told, joined: true)
        let parts = ProtectedQuantity.parts(in: table, rules, earlier: []).filter { $0.unit != 0 }
        var ranges = AttackedRanges(parts.map { problem.target($0, table) }, truth: problem.truth)
        let witnesses = try #require(InteriorWitnesses(problem))
        witnesses.widen(&ranges)
        for (place, part) in parts.enumerated() {
            let whole = try attacker.interval(of: part.form.columns.map { table.names[$0] })
            let found = ranges[place]
            let slack = 1e-6 * part.value
            #expect(
                found.lowerBound >= whole.lowerBound - slack && found.upperBound <= whole.upperBound + slack
            )
            #expect(found.contains(part.value) && found.lowerBound < found.upperBound)
        }
    }

    @Test("Rounding by fives nests; by twos and tens it does not")
    func nesting() {
        for place in 0..<2_000 {
            let figure = Double(place) * 0.37 - 200
            var finer = RoundingBase.interval(around: figure, base: 0.2)
            for base in [1.0, 5, 25, 125] {
                let wider = RoundingBase.interval(around: figure, base: base)
                #expect(
                    wider.lowerBound <= finer.lowerBound + 1e-9 && wider.upperBound >= finer.upperBound - 1e-9
                )
                #expect(wider.contains(figure))
                finer = wider
            }
        }
        let (one, ten) = (
            RoundingBase.interval(around: 14.6, base: 1), RoundingBase.interval(around: 14.6, base: 10)
        )
        #expect(one.upperBound > ten.upperBound)
        #expect(RoundingBase.ladder(from: 0.5, least: 3) == 12.5)
        #expect(RoundingBase.ladder(from: 0.5, least: 0) == 0.5)
    }

    @Test("A programme whose answer is known, and one without an answer")
    func programs() throws {
        // Dantzig's: most of 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 is 36, at (2, 6).
        let rows: [LinearProgram.Row] = [
            .init(columns: [1], elements: [2], low: -.infinity, high: 12),
            .init(columns: [0, 1], elements: [3, 2], low: -.infinity, high: 18),
        ]
        var program = try LinearProgram(upper: [4, 100], rows: rows)
        let point = try #require(try program.optimum([3, 5], most: true))
        #expect(abs(point[0] - 2) < 1e-9 && abs(point[1] - 6) < 1e-9)
        let least = try #require(try program.optimum([3, 5]))
        #expect(least == [0, 0])
        let impossible = LinearProgram.Row(columns: [0], elements: [1], low: 5, high: 6)
        var none = try LinearProgram(upper: [4], rows: [impossible])
        #expect(try none.optimum([1]) == nil)
    }

    @Test("A factor solves")
    func factor() throws {
        let factor = try #require(CholeskyFactor([4, 2, 1, 0, 3, 1, 0, 0, 2], count: 3))
        let solution = factor.solution([7, 6, 4])
        for value in solution { #expect(abs(value - 1) < 1e-14) }
        #expect(CholeskyFactor([1, 2, 0, 1], count: 2) == nil)
    }
}
