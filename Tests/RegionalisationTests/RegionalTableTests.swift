import Accounts
import Leontief
import Regionalisation
import TestSupport
import Testing

@Suite("Regional table")
struct RegionalTableTests {
    private static let methods: [QuotientMethod] = [
        .slq, .cilq, .rlq, .flq(delta: 0.1), .flq(delta: 0.3), .aflq(delta: 0.3),
        .twoDimensional(alpha: 0.4, beta: 0.1), .twoDimensional(alpha: 0, beta: 0),
    ]

    /// Toroj (2024), CEJEME 16:285–322, Tables 4–7. Value added is half of output in every industry and region,
    /// so that regional output follows from it.
    private func toroj(_ region: String, _ method: QuotientMethod) throws -> RegionalTable {
        let axis = try industries(["s1", "s2", "s3"])
        let nation = try SmallTable(
            industries: axis,
            domestic: [[40, 5, 5], [5, 15, 10], [5, 5, 25]],
            finalDemand: [[50], [20], [45]],
            inputs: [PrimaryInput(.operatingSurplus)],
            primaryInputs: [[50, 25, 40]],
            output: [100, 50, 80]
        ).table()
        let accounts = try SmallAccounts(
            .valueAdded,
            industries: axis,
            rows: [("0", [50, 25, 40]), ("r1", [35, 10, 5]), ("r2", [15, 15, 35])]
        ).accounts()
        return try RegionalTable(
            of: nation,
            region: accounts.region(region),
            accounts: accounts,
            method: method,
            sizeMeasure: .output,
            flowBasis: .domestic
        )
    }

    /// Coefficients within the region, and what each industry's customers in the region buy elsewhere ("implicit
    /// imports"): printed with three and two decimals, here with the digits of the code that came with the paper.
    private static let printed: [(String, QuotientMethod, [[Double]], [Double])] = [
        (
            "r1", .slq, [[0.4, 0.1, 0.0625], [0.046, 0.276, 0.115], [0.014375, 0.02875, 0.08984375]],
            [0, 0.86, 6.1453125]
        ),
        (
            "r2", .slq,
            [
                [0.212307692307692, 0.0530769230769231, 0.0331730769230769], [0.05, 0.3, 0.125],
                [0.05, 0.1, 0.3125],
            ],
            [9.09134615384616, 0, 0]
        ),
        (
            "r1", .cilq,
            [
                [0.4, 0.1, 0.0625], [0.0285714285714286, 0.276, 0.125],
                [0.00892857142857143, 0.03125, 0.08984375],
            ],
            [0, 1.98, 6.4765625]
        ),
        (
            "r2", .cilq,
            [
                [0.212307692307692, 0.05, 0.0214285714285714], [0.05, 0.3, 0.0857142857142857],
                [0.05, 0.1, 0.3125],
            ],
            [10.0057692307692, 2.75, 0]
        ),
        (
            "r1", .rlq,
            [
                [0.4, 0.1, 0.0625], [0.0332357981440823, 0.276, 0.125],
                [0.0103861869200257, 0.0305491522749298, 0.08984375],
            ],
            [0, 1.65349412991424, 6.3885463700996]
        ),
        (
            "r2", .rlq,
            [
                [0.212307692307692, 0.0508535364175939, 0.0245834147171585], [0.05, 0.3, 0.0983336588686342],
                [0.05, 0.1, 0.3125],
            ],
            [9.75932410804032, 1.86664387919561, 0]
        ),
    ]

    @Test("Toroj's two regions: coefficients and implicit imports", arguments: printed)
    func torojTables(region: String, method: QuotientMethod, coefficients: [[Double]], imports: [Double])
        throws
    {
        let table = try toroj(region, method)
        var found = try TechnicalCoefficients(flows: table.intraregional, output: table.output).matrix.values
            .printed
        var elsewhere = table.fromRestOfCountry.rowSums.values
        if method == .rlq {
            // The paper puts SLQ_i on the diagonal of Round's quotients too; the definition here has no such exception.
            let simple = try toroj(region, .slq).intraregional.values.printed
            for index in found.indices {
                let onDiagonal = simple[index][index] / table.output.values[index]
                elsewhere[index] += (found[index][index] - onDiagonal) * table.output.values[index]
                found[index][index] = onDiagonal
            }
        }
        #expect(deviation(of: found, from: coefficients) <= 1e-12)
        #expect(deviation(of: elsewhere, from: imports) <= 1e-10)
        #expect(table.output.values == (region == "r1" ? [70, 20, 10] : [30, 30, 70]))
    }

    /// Accounts of three regions and a territory outside them, shares drawn from a seed.
    private func accounts(of table: InputOutputTable, seed: UInt64) throws -> RegionalAccounts {
        var generator = SeededGenerator(seed: seed)
        let national = table.valueAdded
        let compensation = table.inputs(.compensation)
        var shares: [[Double]] = []
        for _ in table.industries.labels {
            let parts = (0..<4).map { _ in Double.random(in: 0.01...1, using: &generator) }
            shares.append(parts.map { $0 / parts.reduce(0, +) })
        }
        func rows(_ amounts: LabelledVector<Industry>) -> [(region: String, cells: [Observation])] {
            [("0", amounts.values.map { .value($0, .published) })]
                + (0..<3).map { region in
                    (
                        "\(region + 1)",
                        zip(amounts.values, shares).map { .value($0 * $1[region], .published) }
                    )
                }
        }
        var small = SmallAccounts(.valueAdded, industries: table.industries, rows: [])
        small.rows = [
            .valueAdded: rows(national), .compensation: rows(compensation),
            .employment: rows(LabelledVector(table.industries) { 2 * compensation[$0] }),
        ]
        return try small.accounts()
    }

    @Test("region, rest of the country, imports, taxes and value added add up to the region's output")
    func columns() throws {
        for size in [1, 2, 7, 25] {
            let nation = try RandomEconomy(size: size, seed: UInt64(1_100 + size)).table
            let accounts = try accounts(of: nation, seed: UInt64(size))
            for method in Self.methods {
                for flowBasis in FlowBasis.allCases {
                    let table = try RegionalTable(
                        of: nation,
                        region: accounts.region("2"),
                        accounts: accounts,
                        method: method,
                        sizeMeasure: .valueAdded,
                        flowBasis: flowBasis
                    )
                    let sum = try table.intraregional.columnSums
                        .combined(with: table.fromRestOfCountry.columnSums, +)
                        .combined(with: table.primaryInputs.columnSums, +)
                    #expect(deviation(of: sum.values, from: table.output.values) <= 1e-8)
                    #expect(table.fromRestOfCountry.values.printed.joined().allSatisfy { $0 >= 0 })
                    #expect(table.intraregional.values.printed.joined().allSatisfy { $0 >= 0 })
                }
            }
        }
    }

    @Test("regional value added is the published one, and output follows the nation's")
    func valueAdded() throws {
        let nation = try RandomEconomy(size: 8, seed: 5).table
        let accounts = try accounts(of: nation, seed: 5)
        let region = try accounts.region("1")
        let table = try RegionalTable(
            of: nation,
            region: region,
            accounts: accounts,
            method: .slq,
            sizeMeasure: .employment,
            flowBasis: .domestic
        )
        let published = try accounts.vector(.valueAdded, region)
        let found = LabelledVector(nation.industries) { industry in
            table.primaryInputs.rows.labels.filter(\.role.isValueAdded)
                .reduce(0) { $0 + table.primaryInputs[$1, industry] }
        }
        #expect(deviation(of: found.values, from: published.values) <= 1e-9)
        #expect(table.producing.count == 8)
        #expect(table.basis == nation.basis)
        #expect(table.sizeMeasure == .employment)
        let sizes = try accounts.vector(.employment, region).sum / accounts.sumOverRegions(.employment).sum
        #expect(abs(table.relativeSize - sizes) <= 1e-12)
    }

    @Test("quotients are capped, so no regional Type I multiplier exceeds the nation's, whatever the measure")
    func cappedQuotients() throws {
        for seed in 1...6 as ClosedRange<UInt64> {
            let nation = try RandomEconomy(size: 12, seed: seed).table
            let accounts = try accounts(of: nation, seed: seed)
            let national = try LeontiefSystem(TechnicalCoefficients(domesticIn: nation))
            let rows = [
                LabelledVector(nation.industries) { _ in 1 },
                try MeasureCoefficients.ratio(of: nation.valueAdded, to: nation.output),
                try MeasureCoefficients.ratio(of: nation.inputs(.compensation), to: nation.output),
                try MeasureCoefficients.ratio(of: nation.inputs(.imports), to: nation.output),
            ]
            for method in Self.methods {
                for size in SizeMeasure.allCases {
                    for flowBasis in FlowBasis.allCases {
                        let table = try RegionalTable(
                            of: nation,
                            region: accounts.region("3"),
                            accounts: accounts,
                            method: method,
                            sizeMeasure: size,
                            flowBasis: flowBasis
                        )
                        let regional = try LeontiefSystem(
                            TechnicalCoefficients(flows: table.intraregional, output: table.output)
                        )
                        for row in rows {
                            let inRegion = try regional.multipliers(of: row)
                            let inNation = try national.multipliers(of: row)
                            // Rounding in two solutions of numbers below ten.
                            #expect(zip(inRegion.values, inNation.values).allSatisfy { $0 <= $1 + 1e-12 })
                        }
                    }
                }
            }
        }
    }

    @Test(
        "a region that is the whole nation gets the nation's flows, whatever the method",
        arguments: methods
    )
    func wholeNation(method: QuotientMethod) throws {
        let nation = try RandomEconomy(size: 6, seed: 8).table
        let accounts = try SmallAccounts(
            .valueAdded,
            industries: nation.industries,
            rows: [("0", nation.valueAdded.values), ("all", nation.valueAdded.values)]
        ).accounts()
        let table = try RegionalTable(
            of: nation,
            region: accounts.region("all"),
            accounts: accounts,
            method: method,
            sizeMeasure: .valueAdded,
            flowBasis: .domestic
        )
        #expect(
            deviation(of: table.intraregional.values.printed, from: nation.domestic.values.printed) <= 1e-9
        )
        #expect(table.fromRestOfCountry.values.printed.joined().allSatisfy { abs($0) <= 1e-9 })
        #expect(abs(table.relativeSize - 1) <= 1e-12)
        #expect(
            deviation(of: table.suppliedToHouseholds.values, from: nation.industries.labels.map { _ in 1 })
                <= 1e-12
        )
    }

    @Test("an industry the region lacks produces, buys and sells nothing there")
    func missingIndustry() throws {
        let nation = try RandomEconomy(size: 3, seed: 9).table
        let national = nation.valueAdded.values
        let accounts = try SmallAccounts(
            .valueAdded,
            industries: nation.industries,
            rows: [
                ("0", national), ("1", [0, national[1] / 2, national[2] / 3]),
                ("2", [national[0], national[1] / 2, national[2] / 3]),
            ]
        ).accounts()
        let table = try RegionalTable(
            of: nation,
            region: accounts.region("1"),
            accounts: accounts,
            method: .flq(delta: 0.2),
            sizeMeasure: .output,
            flowBasis: .total
        )
        #expect(table.producing.map(\.code) == ["i2", "i3"])
        #expect(table.intraregional.rowSums.values[0] == 0)
        #expect(table.intraregional.columnSums.values[0] == 0)
        #expect(table.fromRestOfCountry.columnSums.values[0] == 0)
        #expect(table.fromRestOfCountry.rowSums.values[0] > 0)
        #expect(table.suppliedToHouseholds.values[0] == 0)
    }

    // Refusals.

    private func small(valueAdded: [Double] = [6, 14]) throws -> InputOutputTable {
        try SmallTable(
            industries: try industries(["a", "b"]),
            domestic: [[1, 2], [3, 4]],
            finalDemand: [[7 + valueAdded[0] - 6], [13 + valueAdded[1] - 14]],
            inputs: [PrimaryInput(.operatingSurplus)],
            primaryInputs: [valueAdded],
            output: [4 + valueAdded[0], 6 + valueAdded[1]]
        ).table()
    }

    private func regional(
        _ rows: [(region: String, cells: [Double?])],
        codes: [String] = ["a", "b"],
        year: Year = 2019
    ) throws -> RegionalAccounts {
        var small = SmallAccounts(.valueAdded, industries: try industries(codes), rows: rows)
        small.year = year
        return try small.accounts()
    }

    private func cut(
        _ nation: InputOutputTable,
        _ accounts: RegionalAccounts,
        size: SizeMeasure = .valueAdded,
        method: QuotientMethod = .slq,
        flowBasis: FlowBasis = .domestic
    ) throws -> RegionalTable {
        try RegionalTable(
            of: nation,
            region: accounts.region("50"),
            accounts: accounts,
            method: method,
            sizeMeasure: size,
            flowBasis: flowBasis
        )
    }

    @Test("accounts of other industries or another year are refused with the difference")
    func otherAccounts() throws {
        let rows: [(region: String, cells: [Double?])] = [("0", [6, 14]), ("50", [1, 2])]
        let swapped = try regional(rows, codes: ["b", "a"])
        #expect(throws: RegionalisationError.accounts(.differ(.label(position: 0, "b", "a")))) {
            try cut(small(), swapped)
        }
        let earlier = try regional(rows, year: 2018)
        #expect(throws: RegionalisationError.accounts(.differ(.year(2018, 2019)))) {
            try cut(small(), earlier)
        }
    }

    @Test("a withheld cell, in the region or in another, is refused by its place")
    func withheld() throws {
        let here = try regional([("0", [6, 14]), ("50", [1, nil]), ("03", [5, 12])])
        #expect(
            throws: RegionalisationError.accounts(
                .notPublished(region: "50", industry: "b", measure: "value_added")
            )
        ) { try cut(small(), here) }
        let there = try regional([("0", [6, 14]), ("50", [1, 2]), ("03", [nil, 12])])
        #expect(
            throws: RegionalisationError.accounts(
                .notPublished(region: "03", industry: "a", measure: "value_added")
            )
        ) { try cut(small(), there) }
        let employment = try regional([("0", [6, 14]), ("50", [1, 2])])
        #expect(
            throws: RegionalisationError.accounts(
                .notPublished(region: "50", industry: "a", measure: "employment")
            )
        ) { try cut(small(), employment, size: .employment) }
    }

    @Test(
        "a loss-making industry's size comes from its compensation and the nation's ratio, and the rule says so"
    )
    func lossMaking() throws {
        let nation = try SmallTable(
            industries: try industries(["a", "b"]),
            domestic: [[1, 2], [3, 4]],
            finalDemand: [[7], [13]],
            inputs: [PrimaryInput(.compensation), PrimaryInput(.operatingSurplus)],
            primaryInputs: [[2, 7], [4, 7]],
            output: [10, 20]
        ).table()
        let accounts = try regional([("0", [6, 14]), ("50", [1, -2]), ("03", [5, 16])]).filling(
            .compensation,
            with: [.init(region: "50", industry: "b"): .value(3, .published)],
            rules: []
        )
        // Nation b: value added 14, compensation 7, output 20; the region pays 3: size 3 · 14/7 = 6, output 6 · 20/14.
        let table = try cut(nation, accounts)
        #expect(abs(table.output.values[1] - 6.0 * 20 / 14) < 1e-12)
        #expect(table.rules == [AppliedRule("negative-value-added-replaced", touched: ["50 b: -2.0 → 6.0"])])
        // Relative size: (1 + 6) over the regions' sum with the same 6 in it, 1 + 6 + 5 + 16.
        #expect(abs(table.relativeSize - 7.0 / 28) < 1e-15)
    }

    @Test("a loss-making industry whose compensation is not known either has no size")
    func negativeSize() throws {
        let accounts = try regional([("0", [6, 14]), ("50", [1, -2])])
        #expect(
            throws: RegionalisationError.negativeSize(
                region: "50",
                industry: "b",
                measure: "value_added",
                value: -2
            )
        ) { try cut(small(), accounts) }
    }

    @Test("value added in the region and none in the nation's table is refused by industry")
    func noNationalSize() throws {
        let accounts = try regional([("0", [6, 0]), ("50", [1, 2])])
        #expect(throws: RegionalisationError.noNationalSize(industry: "b", measure: "value_added")) {
            try cut(small(valueAdded: [6, 0]), accounts)
        }
    }

    @Test("a region of nothing is refused, and so is a δ outside its range")
    func emptyAndDelta() throws {
        let nothing = try regional([("0", [6, 14]), ("50", [0, 0]), ("03", [6, 14])])
        #expect(throws: RegionalisationError.emptyRegion(region: "50", measure: "value_added")) {
            try cut(small(), nothing)
        }
        let sound = try regional([("0", [6, 14]), ("50", [1, 2]), ("03", [5, 12])])
        #expect(throws: RegionalisationError.deltaOutside(1)) {
            try cut(small(), sound, method: .flq(delta: 1))
        }
    }

    @Test("total flows need imports by supplier")
    func lacksImports() throws {
        let accounts = try regional([("0", [6, 14]), ("50", [1, 2]), ("03", [5, 12])])
        #expect(throws: RegionalisationError.accounts(.lacks(role: "imported flows by supplier"))) {
            try cut(small(), accounts, flowBasis: .total)
        }
    }
}
