import Accounts
import TestSupport
import Testing

@Suite("Symmetric tables that cannot be made")
struct SymmetricRefusalTests {
    private func square(_ supply: [[Double]]) throws -> SupplyUseTable {
        let made = supply.map { $0.reduce(0, +) }
        return try SmallSupplyUse(
            products: products(["p1", "p2"]),
            industries: industries(2),
            supply: supply,
            use: ([[0, 0], [0, 0]], made.map { [$0] }),
            inputs: [PrimaryInput(.operatingSurplus)],
            primaryInputs: [[supply[0][0] + supply[1][0], supply[0][1] + supply[1][1]]]
        ).table().atBasicPrices(assuming: BasicPriceAssumptions())
    }

    private func refused(_ table: SupplyUseTable, _ model: SymmetricModel, _ obstacle: SupplyObstacle) {
        let error = AccountsError.supplyNotInvertible(model: model, obstacle)
        if model == .productTechnology {
            #expect(throws: error) { try table.productByProduct(.productTechnology, imports: .domestic) }
        } else {
            #expect(throws: error) { try table.industryByIndustry(.fixedIndustrySales, imports: .domestic) }
        }
    }

    @Test("A and C: rectangular, with an empty row or column, with columns that are multiples")
    func notInvertible() throws {
        let rectangular = try RandomSupplyUse(products: 4, industries: 3, seed: 1).table
        refused(rectangular, .productTechnology, .rectangular(products: 4, industries: 3))
        refused(rectangular, .fixedIndustrySales, .rectangular(products: 4, industries: 3))
        let empty = try square([[10, 0], [5, 0]])
        refused(empty, .productTechnology, .withoutOutput(products: [], industries: ["i2"]))
        let nobody = try square([[10, 4], [0, 0]])
        refused(nobody, .fixedIndustrySales, .withoutOutput(products: ["p2"], industries: []))
        refused(try square([[10, 20], [5, 10]]), .productTechnology, .singular(industry: "i2"))
        let nearly = try square([[10, 20], [5, 10.000_000_000_001]])
        do {
            _ = try nearly.productByProduct(.productTechnology, imports: .total)
            Issue.record("accepted")
        } catch {
            guard case .supplyNotInvertible(.productTechnology, let obstacle) = error,
                case .illConditioned(let reciprocal, let least) = obstacle
            else {
                Issue.record("\(error)")
                return
            }
            #expect(reciprocal < 1e-12 && least == 1e-12)
        }
    }

    @Test("B and D take them all")
    func takesAll() throws {
        for table in [
            try square([[10, 0], [5, 0]]), try square([[10, 4], [0, 0]]), try square([[10, 20], [5, 10]]),
        ] {
            _ = try table.productByProduct(.industryTechnology, imports: .domestic)
            _ = try table.industryByIndustry(.fixedProductSales, imports: .domestic).inputOutputTable()
        }
    }

    @Test("at purchasers' prices, with origins together, with purchases known in total only")
    func notReady() throws {
        var small = try SmallSupplyUse(
            products: products(["p1"]),
            industries: industries(1),
            supply: [[50]],
            imports: [10],
            use: ([[10]], [[50]]),
            inputs: [PrimaryInput(.operatingSurplus)],
            primaryInputs: [[40]]
        )
        let basic = try small.table()
        #expect(throws: AccountsError.lacks(role: "imported use by product")) {
            try basic.industryByIndustry(.fixedProductSales, imports: .domestic)
        }
        let total = try basic.industryByIndustry(.fixedProductSales, imports: .total)
        #expect(total.competingImports.values == [10])
        #expect(throws: AccountsError.lacks(role: "domestic flows")) { try total.inputOutputTable() }
        small.valued = .purchasers
        #expect(throws: AccountsError.differ(.priceBasis(.purchasers, .basic))) {
            try small.table().productByProduct(.industryTechnology, imports: .total)
        }
        small.valued = .basic
        small.territory = [
            (TerritoryAdjustment(code: "abroad", name: Name("abroad"), role: .residentsAbroad), [1])
        ]
        #expect(throws: AccountsError.lacks(role: "a product for purchases known in total")) {
            try small.table().industryByIndustry(.fixedProductSales, imports: .total)
        }
    }

    @Test("an imported product that nobody makes has no industry's row, unless imports are a primary input")
    func noProducer() throws {
        let table = try SmallSupplyUse(
            products: products(["p1", "coffee"]),
            industries: industries(1),
            supply: [[50], [0]],
            imports: [0, 10],
            use: ([[10], [4]], [[40], [6]]),
            inputs: [PrimaryInput(.operatingSurplus)],
            primaryInputs: [[36]]
        ).table().atBasicPrices(assuming: BasicPriceAssumptions())
        for treatment in [ImportTreatment.domestic, .total] {
            #expect(throws: AccountsError.noProducer(products: ["coffee"])) {
                try table.industryByIndustry(.fixedProductSales, imports: treatment)
            }
        }
        let made = try table.industryByIndustry(.fixedProductSales, imports: .primaryInput).inputOutputTable()
        #expect(made.inputs(.imports).values == [4])
        #expect(made.imported == nil)
        let products = try table.productByProduct(.industryTechnology, imports: .domestic)
        #expect(products.importedFlows?.values.printed == [[0, 0], [4, 0]])
    }

    @Test("a hybrid on other products or industries")
    func hybridElsewhere() throws {
        let table = try RandomSupplyUse(products: 3, industries: 3, seed: 2).table
        let other = HybridTechnology(products: try products(["p1", "p2", "x"]), industries: table.industries)
        { _, _ in true }
        #expect(throws: AccountsError.differ(.label(position: 2, "x", "p3"))) {
            try table.productByProduct(.hybrid(other), imports: .domestic)
        }
    }
}
