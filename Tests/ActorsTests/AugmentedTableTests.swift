import Accounts
import Actors
import Leontief
import TestSupport
import Testing

private let insertionCase = "cases/firm_insertion_2_to_3"
private let wolskyCase = "cases/wolsky_split_4_sectors"

@Suite("Augmented table")
struct AugmentedTableTests {
    /// The numbers of a case's file.
    private static func numbers(_ path: String) throws -> [[Double]] {
        try SharedTable(path).numbers.map { $0.map { $0 ?? 0 } }
    }

    /// The parent's sectors with the firm behind its remainder, as the cases have them.
    private static func reordered(_ table: AugmentedTable, _ order: [Int]) -> [[Double]] {
        order.map { row in order.map { table.flows.values.printed[row][$0] } }
    }

    @Test(
        "The case firm_insertion_2_to_3: flows, final demand, inverse, multipliers",
        .enabled(if: SharedTable.exists(insertionCase), "shared cases are not there")
    )
    func insertion() throws {
        let parent = try SmallArea.nation(
            ["sec1", "sec2"],
            Self.numbers(insertionCase + "/Z_parent.csv"),
            Self.numbers(insertionCase + "/f_parent.csv").map { $0[0] }
        )
        let table = try AugmentedTable(parent: parent, firms: [SmallArea.insertedFirm()])
        // The case has the firm between the two industries.
        let order = [0, 2, 1]
        #expect(Self.reordered(table, order) == (try Self.numbers(insertionCase + "/Z_split_computed.csv")))
        let final = order.map { table.finalDemand.values[$0] }
        #expect(final == (try Self.numbers(insertionCase + "/f_split_computed.csv").map { $0[0] }))
        let system = try LeontiefSystem(table.coefficients())
        let columns = try table.sectors.labels.map { sector in
            try system.output(meeting: LabelledVector(table.sectors) { $0 == sector ? 1 : 0 }).values.values
        }
        let inverse = order.map { row in order.map { columns[$0][row] } }
        // Three equations with numbers near one.
        let expected = try Self.numbers(insertionCase + "/L_split_computed.csv")
        #expect(deviation(of: inverse, from: expected) <= 1e-12)
        let multipliers = try system.multipliers(of: [
            LabelledVector(table.sectors) { _ in 1 }, table.perOutput { _ in true },
        ]).map { solution in order.map { solution.values.values[$0] } }
        let printed = try Self.numbers(insertionCase + "/multipliers_computed.csv")
        #expect(deviation(of: multipliers[0], from: printed.map { $0[0] }) <= 1e-12)
        #expect(deviation(of: multipliers[1], from: printed.map { $0[1] }) <= 1e-12)
        #expect(table.faults().isEmpty)
    }

    @Test(
        "The case wolsky_split_4_sectors: shares alone",
        .enabled(if: SharedTable.exists(wolskyCase), "shared cases are not there")
    )
    func wolsky() throws {
        let codes = ["AGR", "MAN", "ACC", "OTH"]
        let parent = try SmallArea.nation(
            codes,
            Self.numbers(wolskyCase + "/Z.csv"),
            Self.numbers(wolskyCase + "/Y.csv").map { $0.reduce(0, +) }
        )
        let weights = try Self.numbers(wolskyCase + "/weights_raw.csv").map { $0[0] }
        let output = parent.output["ACC".industry]
        let firms = [1, 2].map { index in
            SmallArea.account(
                "ACC\(index + 1)",
                in: "ACC",
                output: output * weights[index] / weights.reduce(0, +)
            )
        }
        let table = try AugmentedTable(parent: parent, firms: firms)
        // The first of the three is what remains; the case has all three before OTH.
        let found = Self.reordered(table, [0, 1, 2, 4, 5, 3])
        // Flows of up to 420 added and subtracted a dozen times.
        #expect(
            deviation(of: found, from: try Self.numbers(wolskyCase + "/Z_split_computed.csv")) <= 1e-12
        )
        #expect(table.faults().isEmpty)
    }

    @Test("Without ledgers a firm is its industry in small, as Cluster has it; the inverse does not change")
    func proportional() throws {
        let two = try TwoRegionTable()
        let parent = AreaTable(
            area: "0",
            scope: .nation,
            basis: SmallTable.basis,
            flows: two.flows,
            inputs: LabelledMatrix(
                rows: try Axis([.primary(PrimaryInput(.operatingSurplus))]),
                columns: two.industries
            ) { two.valueAdded[$1] },
            finalDemand: try two.output.combined(with: two.flows.rowSums, -),
            output: two.output
        )
        let actors = [
            try two.actor("a", in: "L.manuf", output: 300), try two.actor("b", in: "L.manuf", output: 700),
            try two.actor("c", in: "M.natres", output: 1200),
        ]
        let cluster = try Cluster(
            of: actors,
            in: "0",
            coefficients: two.coefficients(),
            output: two.output,
            basis: SmallTable.basis
        )
        let firms = try actors.map {
            SmallArea.account($0.code, in: $0.industry.code, output: try $0.value(in: SmallTable.basis))
        }
        let table = try AugmentedTable(parent: parent, firms: firms)
        #expect(table.faults().isEmpty)
        let found = try table.coefficients().matrix.values.printed
        let expected = cluster.coefficients.matrix.values.printed
        // M.natres is gone altogether: Cluster leaves it the industry's coefficients, here nothing buys.
        let gone = try #require(two.industries.labels.firstIndex { $0.code == "M.natres" })
        for row in found.indices {
            for column in found.indices where column != gone {
                #expect(abs(found[row][column] - expected[row][column]) <= 1e-14)
            }
        }
        #expect(table.output["M.natres".remainder] == 0)
    }

    @Test("Only suppliers told: the row is the industry's")
    func onlySuppliers() throws {
        let told = SmallArea.insertedFirm()
        let firm = SmallArea.account("firm", in: "sec1", output: 200, purchases: told.purchases)
        let table = try AugmentedTable(parent: SmallArea.two(), firms: [firm])
        // A fifth of 150, 500 and 350 is sold; nothing is bought of itself, as the ledger is complete.
        #expect(table.flows.values.printed == [[105, 400, 15], [110, 100, 90], [30, 100, 0]])
        #expect(table.finalDemand.values == [280, 1700, 70])
        #expect(table.flowSources[2][0].source == .estimated && table.flowSources[0][2].source == .ledger)
        #expect(table.inputSources[0][2] == Figure(95, from: .balanced))
        #expect(table.faults().isEmpty)
    }

    @Test("Only customers told: the column is the industry's")
    func onlyCustomers() throws {
        let told = SmallArea.insertedFirm()
        let firm = SmallArea.account("firm", in: "sec1", output: 200, sales: told.sales)
        let table = try AugmentedTable(parent: SmallArea.two(), firms: [firm])
        #expect(table.flows.values.printed == [[60, 420, 30], [160, 100, 40], [60, 80, 0]])
        #expect(table.inputs.values.printed[0][2] == 130)
        #expect(table.inputSources[0][2].source == .estimated)
        #expect(table.faults().isEmpty)
    }

    @Test("The largest suppliers and the rest as a sum: the rest as the industry's column")
    func topList() throws {
        let firm = SmallArea.account(
            "firm",
            in: "sec1",
            output: 200,
            purchases: [.of("sec2", 90)],
            unattributedPurchases: 35,
            sales: [.to("sec2", 100)],
            unattributedSales: 100
        )
        let table = try AugmentedTable(parent: SmallArea.two(), firms: [firm])
        // Bought: 35 · 150/350 = 15 and 90 + 35 · 200/350 = 110. Sold: 100 · 0.15 and 100 + 100 · 0.5; final 35.
        // Of itself 15 · 15 / 150 = 1.5.
        let expected = [[121.5, 350, 13.5], [90, 100, 110], [13.5, 150, 1.5]]
        #expect(deviation(of: table.flows.values.printed, from: expected) <= 1e-12)
        #expect(deviation(of: table.finalDemand.values, from: [315, 1700, 35]) <= 1e-12)
        #expect(table.flowSources[1][2].source == .ledger)
        // 90 known to 5 %, 20 to 30 %: √(4.5² + 6²) of 110.
        #expect(abs(table.flowSources[1][2].spread - 7.5 / 110) <= 1e-15)
        #expect(table.faults().isEmpty)
    }

    @Test("Places: in a region, in its nation")
    func places() throws {
        let parent = try SmallArea.region()
        let firm = SmallArea.account(
            "firm",
            in: "b",
            output: 100,
            purchases: [
                .of("a", 12), .of("a", 4, from: .restOfCountry), .of("c", 20, from: .abroad), .of("c", 5),
            ],
            sales: [.to("a", 10), .to("c", 20, in: .restOfCountry), .to("c", 5, in: .abroad), .to(nil, 65)],
            inputs: ["compensation": 30]
        )
        let table = try AugmentedTable(parent: parent, firms: [firm])
        #expect(table.flows.column("firm".firm).values == [12, 0, 5, 0])
        // Taxes as the industry: 8 · 100/400. Surplus closes: 100 − 17 − 4 − 20 − 2 − 30.
        #expect(table.inputs.column("firm".firm).values == [4, 0, 0, 20, 2, 30, 27, 0])
        #expect(table.flows.row("firm".firm).values == [10, 0, 0, 0])
        #expect(table.finalDemand["firm".firm] == 90)
        #expect(table.faults().isEmpty)
        // The same numbers as a nation's table: what is bought and sold in the rest of the country are flows.
        let nation = AreaTable(
            area: "0",
            scope: .nation,
            basis: parent.basis,
            flows: parent.flows,
            inputs: parent.inputs,
            finalDemand: parent.finalDemand,
            output: parent.output
        )
        let inNation = try AugmentedTable(parent: nation, firms: [firm])
        #expect(inNation.flows.column("firm".firm).values == [16, 0, 5, 0])
        #expect(inNation.flows.row("firm".firm).values == [10, 0, 20, 0])
        #expect(inNation.inputs.column("firm".firm).values == [0, 0, 0, 20, 2, 30, 27, 0])
    }

    @Test("Wages told and nothing else: the rest of the column is scaled")
    func wagesAlone() throws {
        let firm = SmallArea.account("firm", in: "b", output: 100, inputs: ["compensation": 38])
        let table = try AugmentedTable(parent: try SmallArea.region(), firms: [firm])
        // (100 − 38) / (400 − 90) = 0.2 of everything else.
        let column = table.inputs.column("firm".firm).values
        #expect(deviation(of: column, from: [4, 6, 2, 12, 1.6, 38, 10.4, 0]) <= 1e-14)
        #expect(table.faults().isEmpty)
    }

    @Test("The order of firms, and one by one or all together, make no bit of difference")
    func order() throws {
        let firms = [
            SmallArea.account("z", in: "a", output: 30),
            SmallArea.account(
                "m",
                in: "b",
                output: 100,
                purchases: [.of("a", 9, firm: "z")],
                unattributedPurchases: 40
            ),
            SmallArea.account(
                "k",
                in: "b",
                output: 40,
                sales: [.to("b", 10, firm: "m")],
                unattributedSales: 30
            ),
        ]
        let parent = try SmallArea.region()
        let all = try AugmentedTable(parent: parent, firms: firms)
        #expect(all.faults().isEmpty)
        let other = try AugmentedTable(parent: parent, firms: [])
            .adding(firms[1]).adding(firms[2]).adding(firms[0])
        #expect(other.flows == all.flows && other.inputs == all.inputs)
        #expect(other.finalDemand == all.finalDemand && other.output == all.output)
        #expect(other.flowSources == all.flowSources && other.inputSources == all.inputSources)
        let without = try all.removing("m")
        let two = try AugmentedTable(parent: parent, firms: [firms[2], firms[0]])
        #expect(without.flows == two.flows && without.inputs == two.inputs)
        #expect(throws: ActorsError.accounts(.unknownLabel(code: "q", known: ["k", "m", "z"]))) {
            try all.removing("q")
        }
    }

    @Test("No firms: the parent itself")
    func none() throws {
        let parent = try SmallArea.region()
        let table = try AugmentedTable(parent: parent, firms: [])
        #expect(table.flows.values == parent.flows.values && table.inputs.values == parent.inputs.values)
    }
}
