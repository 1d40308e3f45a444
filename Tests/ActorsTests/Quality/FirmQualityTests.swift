import Actors
import Testing

@Suite("Scores of a firm's figures")
struct FirmQualityTests {
    static let good = Books()

    @Test("Whole books that agree with the accounts score 10, 10, 10")
    func perfect() {
        let scores = QualityScores(of: Books(registered: 1, estimated: 0, deviation: 0).facts)
        #expect(scores.access == 10)
        #expect(scores.measurability == 10)
        #expect(scores.completeness == 10)
    }

    @Test("No books at all score 1, 1, 1")
    func nothing() {
        let scores = QualityScores(
            of: LedgerFacts(purchases: nil, sales: nil, months: 12, yearsApart: 0, annualDeviation: nil)
        )
        #expect(scores.access == 1)
        #expect(scores.measurability == 1)
        #expect(scores.completeness == 1)
    }

    @Test("The formulas, by hand: half a year, one side, a fifth estimated, a tenth unknown, 4 % off")
    func worked() {
        let scores = QualityScores(
            of: LedgerFacts(
                purchases: .init(registered: 0.7, estimated: 0.2, unattributed: 0.1),
                sales: nil,
                months: 6,
                yearsApart: 1,
                annualDeviation: 0.04
            )
        )
        #expect(abs(scores.access - (1 + 3 + 1 + 1)) < 1e-12)
        #expect(abs(scores.measurability - (1 + 9 * 0.4 / 1.2)) < 1e-12)
        #expect(abs(scores.completeness - (1 + 9 * 0.45 * 0.5)) < 1e-12)
    }

    @Test(
        "Each fact that is worse lowers no score and widens what the ledger tells",
        arguments: Books.worsenings
    )
    func worseFact(_ worsening: Books.Worsening) {
        var facts = Self.good
        var previous = FirmQuality(facts: facts.facts)
        for _ in 0..<4 {
            worsening.apply(&facts)
            let next = FirmQuality(facts: facts.facts)
            for side in TradeSide.allCases {
                if let before = previous.scores(of: side), let after = next.scores(of: side) {
                    #expect(after.access <= before.access)
                    #expect(after.measurability <= before.measurability)
                    #expect(after.completeness <= before.completeness)
                }
                let (before, after) = (
                    previous.spread(of: .ledger, in: side), next.spread(of: .ledger, in: side)
                )
                #expect(after >= before)
                if worsening.sides.contains(side) { #expect(after > before, "\(worsening) \(side)") }
            }
            previous = next
        }
    }

    @Test("Each score a user gives widens when it is lowered, and replaces the books'")
    func givenScores() throws {
        let facts = Self.good.facts
        let best = try FirmQuality(
            facts: facts,
            given: QualityScores(access: 10, measurability: 10, completeness: 10)
        )
        for score in stride(from: 9.0, through: 1, by: -1) {
            for (access, measurability, completeness) in [
                (score, 10.0, 10.0), (10, score, 10), (10, 10, score),
            ] {
                let given = try QualityScores(
                    access: access,
                    measurability: measurability,
                    completeness: completeness
                )
                let worse = FirmQuality(facts: facts, given: given)
                #expect(worse.scores == given)
                for source in [FigureSource.ledger, .stated] {
                    #expect(worse.spread(of: source) > best.spread(of: source))
                }
            }
        }
    }

    @Test("Scores outside 1–10 are refused")
    func refused() {
        #expect(throws: ActorsError.scoreOutOfRange(score: "access", value: 11, range: 1...10)) {
            try QualityScores(access: 11, measurability: 5, completeness: 5)
        }
        #expect(throws: ActorsError.scoreOutOfRange(score: "measurability", value: 0, range: 1...10)) {
            try QualityScores(access: 5, measurability: 0, completeness: 5)
        }
        #expect(throws: ActorsError.scoreOutOfRange(score: "completeness", value: 10.5, range: 1...10)) {
            try QualityScores(access: 5, measurability: 5, completeness: 10.5)
        }
    }

    @Test(
        "A ledger, however bad, tells more of a firm than its industry does; annual accounts more than either"
    )
    func orderOfSources() throws {
        let worst = FirmQuality(
            facts: Self.good.facts,
            given: try QualityScores(access: 1, measurability: 1, completeness: 1)
        )
        #expect(worst.spread(of: .ledger) < worst.spread(of: .statistics))
        let quality = FirmQuality(facts: Self.good.facts)
        #expect(quality.spread(of: .annualAccounts) <= quality.spread(of: .ledger))
        #expect(quality.spread(of: .ledger) < quality.spread(of: .estimated))
        #expect(quality.spread(of: .stated) < quality.spread(of: .estimated))
    }

    @Test("Years reach a whole score where the published class ends")
    func years() {
        let printed: [(Int, Double)] = [(0, 1), (3, 2), (6, 3), (10, 4), (15, 5), (40, 5), (-3, 2)]
        for (apart, score) in printed {
            var books = Self.good
            books.yearsApart = apart
            #expect(abs(FirmQuality(facts: books.facts).pedigree.temporal - score) < 1e-12)
        }
    }

    @Test("Without books or scores the firm's pedigree is the statistics'")
    func unknown() {
        let quality = FirmQuality(facts: nil)
        #expect(quality.scores == nil)
        #expect(quality.pedigree == quality.pedigree(of: .statistics))
    }
}

/// Facts of a firm's books, to be made worse one at a time.
struct Books {
    var registered = 0.95
    var estimated = 0.04
    var months = 12
    var yearsApart = 0
    var deviation: Double? = 0.01
    var salesRegistered = 0.95

    init() {}

    init(registered: Double, estimated: Double, deviation: Double?) {
        self.registered = registered
        salesRegistered = registered
        self.estimated = estimated
        self.deviation = deviation
    }

    var facts: LedgerFacts {
        LedgerFacts(
            purchases: .init(
                registered: registered,
                estimated: estimated,
                unattributed: 1 - registered - estimated
            ),
            sales: .init(registered: salesRegistered, estimated: 0, unattributed: 1 - salesRegistered),
            months: months,
            yearsApart: yearsApart,
            annualDeviation: deviation
        )
    }

    struct Worsening: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let sides: Set<TradeSide>
        let apply: @Sendable (inout Books) -> Void
    }

    static let worsenings: [Worsening] = [
        Worsening(testDescription: "registered to estimated", sides: [.purchases]) {
            $0.registered -= 0.1
            $0.estimated += 0.1
        },
        Worsening(testDescription: "registered to unattributed", sides: [.purchases]) {
            $0.registered -= 0.1
        },
        Worsening(testDescription: "estimated to unattributed", sides: [.purchases]) { $0.estimated -= 0.01 },
        Worsening(testDescription: "sales unattributed", sides: [.sales]) { $0.salesRegistered -= 0.1 },
        Worsening(testDescription: "months", sides: [.purchases, .sales]) { $0.months -= 2 },
        Worsening(testDescription: "years", sides: [.purchases, .sales]) { $0.yearsApart += 1 },
        Worsening(testDescription: "deviation", sides: [.purchases, .sales]) {
            $0.deviation = ($0.deviation ?? 0) + 0.1
        },
    ]
}
