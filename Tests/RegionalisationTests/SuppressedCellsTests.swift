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
        #expect(after.rules.last?.touched == ["value_added 2 b", "value_added 2 c"])
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
                == ["value_added 1 a", "value_added 1 b", "value_added largest deviation from a total: 1.0"]
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
}
