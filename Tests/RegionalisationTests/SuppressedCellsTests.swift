import Accounts
import Regionalisation
import TestSupport
import Testing

@Suite("Suppressed cells")
struct SuppressedCellsTests {
    private let axis: Axis<Industry>
    private let total = RegionalAccounts.Subtotal(code: "total", industries: ["a", "b", "c", "d"])

    init() throws {
        axis = try industries(["a", "b", "c", "d"])
    }

    private func filled(
        subtotals: [RegionalAccounts.Subtotal]? = nil,
        _ rows: [(region: String, cells: [Double?])]
    ) throws -> (before: RegionalAccounts, after: RegionalAccounts) {
        let before = try SmallAccounts(
            .valueAdded,
            industries: axis,
            subtotals: subtotals ?? [total],
            rows: rows
        ).accounts()
        return (before, SuppressedCells.filled(before, .valueAdded))
    }

    private func cell(_ accounts: RegionalAccounts, _ region: String, _ industry: String) -> Observation {
        accounts[.valueAdded, region, industry]
    }

    @Test("one cell is implied by its region's total, two share what theirs leaves, one nothing reaches")
    func threeFates() throws {
        let (before, after) = try filled([
            ("0", [17, nil, nil, nil, 220]),
            ("1", [nil, 20, 30, 40, 100]),
            ("2", [5, nil, nil, 35, 80]),
            ("3", [2, 8, 18, nil, nil]),
        ])
        #expect(cell(after, "1", "a") == .value(10, .implied))
        #expect(cell(after, "2", "b") == .value(20, .estimated))
        #expect(cell(after, "2", "c") == .value(20, .estimated))
        #expect(cell(after, "3", "d") == .suppressed)
        for region in ["0", "1", "2", "3"] {
            for column in axis.codes + ["total"] where cell(before, region, column).number != nil {
                #expect(cell(after, region, column) == cell(before, region, column))
            }
        }
        #expect(
            after.rules.map(\.name)
                == ["suppressed-cell-implied-by-totals", "suppressed-cell-estimated-within-totals"]
        )
        #expect(after.rules.last?.touched == ["value_added 2 b [0, 40]", "value_added 2 c [0, 40]"])
        #expect(after.rules.first?.touched.contains("value_added 1 a") == true)
    }

    @Test("four cells between printed margins: the flattest table is the product of the margins")
    func flattest() throws {
        // Regions 2 and 3 leave 40 and 26 for b and c, the nation 23 and 43; nothing lies outside the regions.
        let (_, after) = try filled([
            ("0", [17, 43, 73, 87, 220]),
            ("1", [10, 20, 30, 40, 100]),
            ("2", [5, nil, nil, 35, 80]),
            ("3", [2, nil, nil, 12, 40]),
        ])
        let found = ["2", "3"].flatMap { region in ["b", "c"].map { cell(after, region, $0) } }
        // 40 · 23, 40 · 43, 26 · 23 and 26 · 43 over 66.
        let products: [Double] = [920 / 66, 1_720 / 66, 598 / 66, 1_118 / 66]
        // The fit stops when every sum is met to 1e-9.
        #expect(deviation(of: found.compactMap(\.number), from: products) <= 1e-8)
        #expect(found.allSatisfy { $0.origin == .estimated })
        #expect(!(after.rules.flatMap(\.touched).contains { $0.hasPrefix("largest") }))
    }

    @Test("implied cells lead to further ones, region by industry by region")
    func chain() throws {
        let (_, after) = try filled([
            ("0", [17, 43, 73, 87, 220]),
            ("1", [nil, 20, 30, 40, 100]),
            ("2", [nil, nil, 25, 35, 80]),
            ("3", [2, 8, 18, 12, 40]),
        ])
        #expect(cell(after, "1", "a") == .value(10, .implied))
        // Region 2 has two cells open and nothing outside the regions is known of a and b before they are.
        let second = try #require(cell(after, "2", "a").number)
        let third = try #require(cell(after, "2", "b").number)
        #expect(abs(second + third - 20) <= 1e-9)
        #expect(abs(second - 5) <= 1e-6)
    }

    @Test("what the nation has beyond all regions stays outside them")
    func outside() throws {
        // Of oil (d) the nation has 1 000 more than the regions; withheld b and c take nothing of it.
        let (_, after) = try filled([
            ("0", [17, 43, 73, 1_087, 1_220]),
            ("1", [10, 20, 30, 40, 100]),
            ("2", [5, nil, nil, 35, 80]),
            ("3", [2, nil, nil, 12, 40]),
        ])
        let rows = [("2", ["b", "c"], 40.0), ("3", ["b", "c"], 26)]
        for (region, columns, amount) in rows {
            let sum = columns.reduce(0) { $0 + (cell(after, region, $1).number ?? .nan) }
            #expect(abs(sum - amount) <= 1e-9)
        }
        let products: [Double] = [920 / 66, 598 / 66]
        #expect(
            deviation(of: ["2", "3"].compactMap { cell(after, $0, "b").number }, from: products) <= 1e-8
        )
    }

    @Test("totals inside totals are used, however they nest")
    func nested() throws {
        let goods = RegionalAccounts.Subtotal(code: "goods", industries: ["a", "b"])
        let more = RegionalAccounts.Subtotal(code: "more", industries: ["a", "b", "c"])
        let (_, after) = try filled(
            subtotals: [total, goods, more],
            [
                ("0", [nil, nil, nil, nil, nil, nil, nil]),
                ("1", [nil, 20, nil, nil, 100, 30, 60]),
                ("2", [nil, nil, 25, 35, 80, 20, 45]),
            ]
        )
        #expect(["a", "b", "c", "d"].map { cell(after, "1", $0).number } == [10, 20, 30, 40])
        #expect(["a", "c", "d"].map { cell(after, "1", $0).origin } == [.implied, .implied, .implied])
        #expect(["a", "b"].map { cell(after, "2", $0).number } == [10, 10])
        #expect(cell(after, "2", "a").origin == .estimated)
    }

    @Test("the difference between the two widest totals is known, whatever is withheld inside the narrower")
    func chainOfTotals() throws {
        let first = RegionalAccounts.Subtotal(code: "first", industries: ["a"])
        let mainland = RegionalAccounts.Subtotal(code: "mainland", industries: ["a", "b", "c"])
        let (_, after) = try filled(
            subtotals: [total, first, mainland],
            [
                ("0", [nil, nil, nil, nil, nil, nil, nil]),
                ("1", [nil, nil, nil, nil, 100, 10, 60]),
            ]
        )
        #expect(cell(after, "1", "a") == .value(10, .implied))
        #expect(cell(after, "1", "d") == .value(40, .implied))
        #expect(["b", "c"].map { cell(after, "1", $0) } == [.value(25, .estimated), .value(25, .estimated)])
    }

    @Test("a remainder that rounding left slightly below nothing counts as nothing, and says so")
    func slightlyNegative() throws {
        let (_, after) = try filled([
            ("0", [nil, nil, nil, nil, nil]),
            ("1", [nil, nil, 30, 40, 69]),
        ])
        #expect(cell(after, "1", "a") == .value(0, .estimated))
        #expect(cell(after, "1", "b") == .value(0, .estimated))
        #expect(
            after.rules.last?.touched
                == [
                    "value_added 1 a [0, 0]", "value_added 1 b [0, 0]",
                    "value_added largest deviation from a total: 1.0",
                ]
        )
    }

    @Test("totals that contradict each other are met as far as they go, and the deviation is listed")
    func contradiction() throws {
        // The regions leave 40 for b and c, the industries 23 + 50; the regions' totals come last and hold.
        let (_, after) = try filled([
            ("0", [5, 23, 50, 35, 80]),
            ("2", [5, nil, nil, 35, 80]),
        ])
        let sum = ["b", "c"].reduce(0) { $0 + (cell(after, "2", $1).number ?? .nan) }
        #expect(abs(sum - 40) <= 1e-9)
        #expect(
            after.rules.last?.touched.last?.hasPrefix("value_added largest deviation from a total: ") == true
        )
    }

    @Test("a figure that cannot occur is nothing to the sums, and is not filled")
    func notApplicable() throws {
        var small = SmallAccounts(
            .employment,
            industries: axis,
            subtotals: [total],
            rows: [("0", [nil, nil, nil, nil, nil]), ("1", [nil, 20, 30, 0, 60])]
        )
        small.rows[.employment]?[1].cells[3] = .notApplicable
        let after = SuppressedCells.filled(try small.accounts(), .employment)
        #expect(after[.employment, "1", "a"] == .value(10, .implied))
        #expect(after[.employment, "1", "d"] == .notApplicable)
    }

    @Test("accounts without withheld cells stay as they are, without a rule")
    func nothingToDo() throws {
        let (before, after) = try filled([
            ("0", [10, 20, 30, 40, 100]),
            ("1", [10, 20, 30, 40, 100]),
        ])
        #expect(after.rules.isEmpty)
        #expect(axis.codes.allSatisfy { cell(after, "1", $0) == cell(before, "1", $0) })
    }

    @Test("every total holds after filling, seeded random accounts with a third of the cells withheld")
    func random() throws {
        for seed in 1...20 as ClosedRange<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let regions = ["1", "2", "3", "4", "5"]
            let truth = regions.map { _ in
                axis.codes.map { _ in Double(Int.random(in: 1...500, using: &generator)) }
            }
            let national = axis.codes.indices.map { column in truth.reduce(0) { $0 + $1[column] } }
            var rows: [(region: String, cells: [Double?])] = [("0", national + [national.reduce(0, +)])]
            for (region, row) in zip(regions, truth) {
                let cells: [Double?] = row.map { Int.random(in: 0..<3, using: &generator) == 0 ? nil : $0 }
                rows.append((region, cells + [row.reduce(0, +)]))
            }
            let (_, after) = try filled(rows)
            for (region, row) in zip(regions, truth) {
                let sum = axis.codes.reduce(0) { $0 + (cell(after, region, $1).number ?? .nan) }
                #expect(abs(sum - row.reduce(0, +)) <= 1e-6)
                for (code, number) in zip(axis.codes, row) where cell(after, region, code).origin == .implied
                {
                    #expect(abs((cell(after, region, code).number ?? .nan) - number) <= 1e-9)
                }
            }
            for (column, code) in axis.codes.enumerated() {
                let sum = regions.reduce(0) { $0 + (cell(after, $1, code).number ?? .nan) }
                #expect(abs(sum - national[column]) <= 1e-6)
            }
        }
    }

    /// Two regions' textiles and metals, withheld this year and printed the years beside it.
    private func years() throws -> (now: RegionalAccounts, others: [RegionalAccounts]) {
        func year(_ number: Int, _ rows: [(region: String, cells: [Double?])]) throws -> RegionalAccounts {
            var small = SmallAccounts(.valueAdded, industries: axis, subtotals: [total], rows: rows)
            small.year = Year(number)
            return try small.accounts()
        }
        return (
            try year(
                2019,
                [
                    ("0", [17, 100, 200, 87, 404]), ("1", [10, nil, nil, 40, 200]),
                    ("2", [7, nil, nil, 47, 204]),
                ]
            ),
            [
                try year(
                    2017,
                    [
                        ("0", [17, 50, 50, 87, 204]), ("1", [10, 1, 49, 40, 100]),
                        ("2", [7, 49, 1, 47, 104]),
                    ]
                ),
                try year(
                    2018,
                    [
                        ("0", [17, 80, 100, 87, 284]), ("1", [10, 60, 30, 40, 140]),
                        ("2", [7, 20, 70, 47, 144]),
                    ]
                ),
            ]
        )
    }

    @Test("a cell that the year before prints keeps its share of the nation, fitted to this year's totals")
    func otherYears() throws {
        let (now, others) = try years()
        let (after, estimates) = SuppressedCells.fill(now, .valueAdded, otherYears: others)
        // 2018's shares: 60/80 of 100 and 30/100 of 200, which are 135 where the totals leave 150.
        let found = ["1", "2"].flatMap { region in ["b", "c"].compactMap { cell(after, region, $0).number } }
        #expect(deviation(of: [found[0] + found[1], found[2] + found[3]], from: [150, 150]) <= 1e-8)
        #expect(deviation(of: [found[0] + found[2], found[1] + found[3]], from: [100, 200]) <= 1e-8)
        // The odds 75 · 140 / (25 · 60) of the shares are kept by the fitting.
        #expect(abs(found[0] * found[3] / (found[1] * found[2]) - 75 * 140 / (25 * 60)) <= 1e-6)
        #expect(estimates.allSatisfy { $0.rule == .fromOtherYears && $0.bounds.contains($0.value) })
        #expect(after.rules.first?.name == "suppressed-cell-estimated-from-other-years")
        #expect(estimates.first?.bounds == 0...100)
    }

    @Test("every estimate lies within its bounds, and the truth too, where figures add up")
    func bounds() throws {
        for seed in 1...30 as ClosedRange<UInt64> {
            var generator = SeededGenerator(seed: seed &+ 400)
            let regions = ["1", "2", "3", "4"]
            let truth = regions.map { _ in
                axis.codes.map { _ in Double(Int.random(in: 0...300, using: &generator)) }
            }
            let national = axis.codes.indices.map { column in truth.reduce(0) { $0 + $1[column] } }
            var rows: [(region: String, cells: [Double?])] = [("0", national + [national.reduce(0, +)])]
            for (region, row) in zip(regions, truth) {
                let cells: [Double?] = row.map { Int.random(in: 0..<2, using: &generator) == 0 ? nil : $0 }
                rows.append((region, cells + [row.reduce(0, +)]))
            }
            let small = SmallAccounts(.valueAdded, industries: axis, subtotals: [total], rows: rows)
            for estimate in SuppressedCells.fill(try small.accounts(), .valueAdded).estimates {
                let row = try #require(regions.firstIndex(of: estimate.cell.region))
                let column = try #require(axis.codes.firstIndex(of: estimate.cell.industry))
                let (low, high) = (estimate.bounds.lowerBound - 1e-6, estimate.bounds.upperBound + 1e-6)
                #expect(low <= estimate.value && estimate.value <= high, "\(seed) \(estimate)")
                #expect(low <= truth[row][column] && truth[row][column] <= high, "\(seed) \(estimate)")
            }
        }
    }

    @Test("jobs printed in hundreds: totals hold to the rounding, and few persons are not none")
    func hundreds() throws {
        // Persons of region 1 in c: 30, with wages to match; region 2's printed c is all the nation has.
        func rows(_ cells: [(String, [Double?])]) -> [(region: String, cells: [Observation])] {
            cells.map { ($0.0, $0.1.map { $0.map { .value($0, .published) } ?? .suppressed }) }
        }
        var small = SmallAccounts(.employment, industries: axis, subtotals: [total], rows: [])
        small.rows = [
            .employment: rows([
                ("0", [2000, 2000, 10_500, 1000, 15_400]), ("1", [1000, 300, nil, 500, 1800]),
                ("2", [900, 1700, 10_500, 500, 13_700]),
            ]),
            .compensation: rows([
                ("0", [900, 900, 8640, 400, 10_840]), ("1", [450, 130, 26, 200, 806]),
                ("2", [450, 770, 8614, 200, 10_034]),
            ]),
        ]
        let (after, estimates) = SuppressedCells.fill(try small.accounts(), .employment)
        let estimate = try #require(estimates.first)
        #expect(estimates.count == 1 && estimate.rule == .fromAnotherMeasure)
        // 26 of 8 640 MNOK of 10 500 persons.
        #expect(abs(estimate.value - 26.0 / 8640 * 10_500) <= 1e-9)
        // The region's row leaves 0 ± 200, the industry's column 0 ± 100, some of it outside the regions.
        #expect(estimate.bounds.lowerBound == 0 && estimate.bounds.upperBound == 100)
        #expect(after.rules.map(\.name).contains("suppressed-cell-estimated-from-another-measure"))
    }

    @Test("where value added is nothing, nobody is estimated to work, if the totals allow it")
    func nobody() throws {
        func rows(_ cells: [(String, [Double?])]) -> [(region: String, cells: [Observation])] {
            cells.map { ($0.0, $0.1.map { $0.map { .value($0, .published) } ?? .suppressed }) }
        }
        var small = SmallAccounts(.valueAdded, industries: axis, subtotals: [total], rows: [])
        small.rows = [
            .valueAdded: rows([("0", [nil, nil, nil, nil, nil]), ("1", [0, 20, 30, 40, 90])]),
            .compensation: rows([("0", [nil, nil, nil, nil, nil]), ("1", [nil, nil, 10, 20, 40])]),
        ]
        let after = SuppressedCells.filled(try small.accounts(), .compensation)
        #expect(after[.compensation, "1", "a"] == .value(0, .estimated))
        #expect(after[.compensation, "1", "b"] == .value(10, .estimated))
    }
}
