import Accounts
import Leontief
import LinearAlgebra
import Regionalisation
import TestSupport
import Testing

@Suite("All regions in one table")
struct MultiRegionalBuildTests {
    private static let outside = Region(code: "x", name: Name("outside"))
    /// Three places some hundred kilometres from each other.
    private static let positions = [
        GeographicPosition(latitude: 60, longitude: 10), GeographicPosition(latitude: 63, longitude: 10),
        GeographicPosition(latitude: 61, longitude: 6),
    ]

    /// Accounts whose regions have `shares` of the nation's value added and compensation, industry by industry.
    private func accounts(_ table: InputOutputTable, _ shares: [[Double]]) throws -> RegionalAccounts {
        func rows(_ national: LabelledVector<Industry>) -> [(region: String, cells: [Observation])] {
            [("0", national.values.map { .value($0, .published) })]
                + shares.enumerated().map { region, shares in
                    (
                        "r\(region + 1)",
                        zip(shares, national.values).map { .value($0 * $1, .published) }
                    )
                }
        }
        var small = SmallAccounts(.valueAdded, industries: table.industries, rows: [])
        small.rows = [
            .valueAdded: rows(table.valueAdded), .compensation: rows(table.inputs(.compensation)),
        ]
        return try small.accounts()
    }

    /// Shares drawn from a seed; with the territory outside all regions they add up to 1.
    private func drawnShares(_ table: InputOutputTable, regions: Int, seed: UInt64, hasOutside: Bool)
        -> [[Double]]
    {
        var generator = SeededGenerator(seed: seed)
        let count = regions + (hasOutside ? 1 : 0)
        let columns = table.industries.labels.map { _ in
            let parts = (0..<count).map { _ in Double.random(in: 0.05...1, using: &generator) }
            return parts.map { $0 / parts.reduce(0, +) }
        }
        return (0..<regions).map { region in columns.map { $0[region] } }
    }

    private func build(
        _ table: InputOutputTable,
        _ shares: [[Double]],
        method: QuotientMethod = .flq(delta: 0.1),
        decay: Double = 1,
        positions: [GeographicPosition]? = positions
    ) throws -> MultiRegionalBuild {
        try MultiRegionalBuild(
            of: table,
            accounts: accounts(table, shares),
            outside: Self.outside,
            finalDemand: FinalDemandRules(),
            trade: InterregionalTrade(
                method: method,
                sizeMeasure: .valueAdded,
                flowBasis: .domestic,
                positions: positions.map { Array($0.prefix(shares.count)) },
                decay: decay
            )
        )
    }

    /// Relative, cell by cell.
    private func deviation(_ one: Matrix, _ other: Matrix) -> Double {
        zip(one.columnMajor, other.columnMajor).map { abs($0 - $1) / max(abs($1), 1e-12) }.max() ?? 0
    }

    @Test(
        "Summed over regions the table is the nation's, and nothing is negative",
        arguments: [QuotientMethod.slq, .flq(delta: 0.1), .flq(delta: 0.3), .aflq(delta: 0.2)],
        [1, 2, 3] as [UInt64]
    )
    func sums(method: QuotientMethod, seed: UInt64) throws {
        let nation = try RandomEconomy(size: 6, seed: seed).table
        let shares = drawnShares(nation, regions: 3, seed: seed, hasOutside: seed != 1)
        let built = try build(nation, shares, method: method)
        let table = built.table
        #expect(table.regions.codes == ["r1", "r2", "r3"] + (seed == 1 ? [] : ["x"]))
        // Sums of a few dozen rounded numbers.
        #expect(deviation(table.nationalFlows.values, nation.domestic.values) <= 1e-12)
        #expect(deviation(table.nationalFinalDemand.values, nation.finalDemand.values) <= 1e-12)
        #expect(deviation(table.nationalPrimaryInputs.values, nation.primaryInputs.values) <= 1e-9)
        #expect(deviation(table.nationalFinalDemandInputs.values, nation.finalDemandInputs.values) <= 1e-12)
        #expect(table.output.values.allSatisfy { $0 > 0 })
        #expect(table.flows.values.allSatisfy { $0 >= 0 })
        for (region, row) in shares.enumerated() {
            for (industry, share) in row.enumerated() {
                let sector = region * 6 + industry
                let wanted = share * nation.valueAdded.values[industry]
                #expect(abs(table.valueAdded.values[sector] - wanted) <= 1e-9 * wanted)
            }
        }
        for product in built.products {
            let report = try #require(product.report)
            #expect(report.worst.size <= 1e-10 * report.worst.wanted)
        }
    }

    @Test(
        "What a region sells of a product is what it makes and does not export; some sell more than they use"
    )
    func trade() throws {
        let nation = try RandomEconomy(size: 5, seed: 9).table
        let table = try build(nation, drawnShares(nation, regions: 3, seed: 9, hasOutside: false)).table
        for industry in nation.industries.labels {
            let flows = try table.trade(in: industry)
            for region in table.regions.labels {
                let sector = Located(industry, in: region)
                let exports = table.finalDemand.columns.labels.filter { $0.element.role == .exports }
                    .reduce(0) { $0 + table.finalDemand[sector, $1] }
                let made = table.output[sector]
                #expect(abs(flows.row(region).sum + exports - made) <= 1e-9 * made)
            }
            let net = zip(flows.rowSums.values, flows.columnSums.values).map { $0 - $1 }
            #expect(net.contains { abs($0) > 1e-3 })
        }
    }

    @Test("One region is the nation")
    func oneRegion() throws {
        let nation = try RandomEconomy(size: 5, seed: 4).table
        let table = try build(nation, [nation.industries.labels.map { _ in 1 }]).table
        #expect(table.regions.codes == ["r1"])
        #expect(deviation(table.flows.values, nation.domestic.values) <= 1e-12)
        #expect(deviation(table.finalDemand.values, nation.finalDemand.values) <= 1e-12)
        #expect(deviation(table.primaryInputs.values, nation.primaryInputs.values) <= 1e-9)
    }

    @Test("Two regions that are alike have tables that are alike, with the nation's multipliers")
    func twins() throws {
        let nation = try RandomEconomy(size: 5, seed: 5).table
        let half = nation.industries.labels.map { _ in 0.5 }
        let table = try build(nation, [half, half]).table
        let (one, other) = (table.regions.labels[0], table.regions.labels[1])
        let (own, mirror) = (try table.flows(from: one, to: one), try table.flows(from: other, to: other))
        #expect(deviation(own.values, mirror.values) <= 1e-9)
        #expect(
            deviation(
                try table.flows(from: one, to: other).values,
                try table.flows(from: other, to: one).values
            ) <= 1e-9
        )
        let system = try LeontiefSystem(TechnicalCoefficients(flows: table.flows, output: table.output))
        let found = try system.multipliers(of: LabelledVector(table.sectors) { _ in 1 }).values
        let ones = LabelledVector(nation.industries) { _ in 1.0 }
        let wanted = try LeontiefSystem(TechnicalCoefficients(domesticIn: nation)).multipliers(of: ones)
        for (sector, multiplier) in found.enumerated() {
            #expect(abs(multiplier / wanted.values[sector % 5] - 1) <= 1e-9)
        }
    }

    @Test("The farther, the less: a larger exponent moves purchases to the nearer region")
    func decay() throws {
        let nation = try RandomEconomy(size: 4, seed: 6).table
        let third = nation.industries.labels.map { _ in 1.0 / 3 }
        // The second region lies 334 km from the first, the third 244 km.
        func share(_ decay: Double) throws -> Double {
            let table = try build(nation, [third, third, third], decay: decay).table
            let flows = try table.trade(in: nation.industries.labels[0]).values
            return flows[2, 0] / (flows[1, 0] + flows[2, 0])
        }
        let shares = try [0, 1, 2].map(share)
        #expect(abs(shares[0] - 0.5) <= 1e-6)
        #expect(shares[0] < shares[1] && shares[1] < shares[2])
    }

    @Test("A loss-making industry keeps its published value added, and its output is not below nothing")
    func negativeValueAdded() throws {
        let nation = try RandomEconomy(size: 4, seed: 7).table
        let third = nation.industries.labels.map { _ in 1.0 / 3 }
        var small = SmallAccounts(.valueAdded, industries: nation.industries, rows: [])
        let national = nation.valueAdded.values
        func row(_ values: [Double]) -> [Observation] { values.map { .value($0, .published) } }
        let loss = -0.01 * national[0]
        let gain = national[0] - loss - national[0] / 3
        small.rows = [
            .valueAdded: [
                ("0", row(national)), ("r1", row([loss] + national.dropFirst().map { $0 / 3 })),
                ("r2", row(national.map { $0 / 3 })),
                ("r3", row([gain] + national.dropFirst().map { $0 / 3 })),
            ],
            .compensation: [("0", row(nation.inputs(.compensation).values))]
                + ["r1", "r2", "r3"].map { ($0, row(nation.inputs(.compensation).values.map { $0 / 3 })) },
        ]
        let built = try MultiRegionalBuild(
            of: nation,
            accounts: small.accounts(),
            outside: Self.outside,
            finalDemand: FinalDemandRules(),
            trade: InterregionalTrade(
                method: .slq,
                sizeMeasure: .valueAdded,
                flowBasis: .domestic,
                positions: Self.positions,
                decay: 1
            )
        )
        #expect(abs(built.table.valueAdded.values[0] - loss) <= 1e-9 * national[0])
        #expect(built.table.output.values[0] > 0)
        #expect(built.table.rules.contains { $0.name == "negative-value-added-replaced" })
        #expect(third.count == 4)
    }

    @Test("Regions without a place, two in one place and methods that balance all use are refused")
    func refusals() throws {
        let nation = try RandomEconomy(size: 4, seed: 8).table
        let third = nation.industries.labels.map { _ in 1.0 / 3 }
        let shares = [third, third, third]
        #expect(throws: RegionalisationError.noPositions(region: nil)) {
            try build(nation, shares, positions: nil)
        }
        #expect(throws: RegionalisationError.noPositions(region: "r2")) {
            try build(nation, shares, positions: [Self.positions[0], Self.positions[0], Self.positions[2]])
        }
        #expect(throws: RegionalisationError.notFromSizes(method: "charm")) {
            try build(nation, shares, method: .charm)
        }
        #expect(
            throws: RegionalisationError.accounts(.unknownLabel(code: "O", known: nation.industries.codes))
        ) {
            try MultiRegionalBuild(
                of: nation,
                accounts: accounts(nation, shares),
                outside: Self.outside,
                finalDemand: FinalDemandRules(publicIndustries: ["O"]),
                trade: InterregionalTrade(
                    method: .slq,
                    sizeMeasure: .valueAdded,
                    flowBasis: .domestic,
                    positions: Self.positions,
                    decay: 0
                )
            )
        }
    }
}
