import Accounts
import TestSupport
import Testing

@Suite("Supply and use")
struct SupplyUseTableTests {
    /// Three products and two industries at purchasers' prices, with margins, VAT, other taxes and subsidies.
    private func rectangular() throws -> SmallSupplyUse {
        var small = try SmallSupplyUse(
            products: products(["goods", "trade", "services"]),
            industries: industries(["works", "shops"]),
            supply: [[300, 10], [0, 120], [20, 200]],
            imports: [90, 0, 30],
            categories: [.household, .export],
            use: ([[100, 40], [0, 0], [60, 50]], [[300, 90], [0, 20], [110, 50]]),
            inputs: [PrimaryInput(.compensation), PrimaryInput(.operatingSurplus)],
            primaryInputs: [[100, 150], [60, 90]]
        )
        small.valued = .purchasers
        small.items = [
            ValuationItem(code: "trade", name: Name("trade margins"), role: .tradeMargins),
            ValuationItem(code: "vat", name: Name("VAT"), role: .valueAddedTax),
            ValuationItem(code: "tax", name: Name("other taxes"), role: .productTaxes),
            ValuationItem(code: "subsidy", name: Name("subsidies"), role: .productSubsidies),
        ]
        small.valuation = [[100, 25, 10, -5], [-100, 0, 0, 0], [0, 18, 2, 0]]
        return small
    }

    @Test("what is balanced is a table: supply, use and their sums")
    func sound() throws {
        let table = try rectangular().table()
        #expect(table.productOutput.values == [310, 120, 220])
        #expect(table.industryOutput.values == [320, 330])
        #expect(table.valueAdded.values == [160, 240])
        #expect(table.balanceReport.imbalances.isEmpty)
        #expect(table.productsWithoutOutput.isEmpty && table.industriesWithoutOutput.isEmpty)
        #expect(table.basis.valuation == .purchasers)
    }

    @Test("every product, industry and margin that is off is told, with supply and use")
    func unbalanced() throws {
        var small = try rectangular()
        small.use.intermediate[0][0] = 101
        small.valuation[1][0] = -97
        do {
            _ = try small.table()
            Issue.record("accepted")
        } catch {
            guard case .supplyUseNotBalanced(let report) = error else {
                Issue.record("\(error)")
                return
            }
            let told = report.beyondTolerance.map { "\($0.side.rawValue) \($0.code) \($0.supply) \($0.use)" }
            #expect(
                told == [
                    "product goods 530.0 531.0", "product trade 23.0 20.0", "industry works 320.0 321.0",
                    "margin trade 0.0 3.0",
                ]
            )
        }
    }

    @Test("parts on other axes, other prices than stated, and numbers that are none")
    func refusals() throws {
        var small = try rectangular()
        small.primaryInputs[0][1] = .nan
        #expect(throws: AccountsError.notFinite(row: "compensation", column: "shops")) { try small.table() }
        let table = try rectangular().table()
        #expect(throws: AccountsError.differ(.priceBasis(.basic, .purchasers))) {
            try SupplyUseTable(
                area: table.area,
                basis: Basis(unit: .millionKroner, year: 2019, valuation: .basic),
                supply: table.supply,
                imports: table.imports,
                valuation: table.valuation,
                use: table.use,
                territory: table.territory,
                primaryInputs: table.primaryInputs,
                finalDemandInputs: table.finalDemandInputs,
                tolerance: table.tolerance,
                provenance: table.provenance,
                rules: []
            )
        }
        #expect(throws: AccountsError.differ(.label(position: 0, "other", "goods"))) {
            try SupplyUseTable(
                area: table.area,
                basis: table.basis,
                supply: table.supply,
                imports: LabelledVector(products(["other", "trade", "services"]), [90, 0, 30]),
                valuation: table.valuation,
                use: table.use,
                territory: table.territory,
                primaryInputs: table.primaryInputs,
                finalDemandInputs: table.finalDemandInputs,
                tolerance: table.tolerance,
                provenance: table.provenance,
                rules: []
            )
        }
    }

    @Test("to basic prices: taxes not on exports, margins to trade, imports not in exports; totals are kept")
    func basicPrices() throws {
        let table = try rectangular().table()
        let basic = try table.atBasicPrices(assuming: BasicPriceAssumptions())
        #expect(basic.basis.valuation == .basic)
        #expect(
            basic.primaryInputs.rows.codes == ["vat", "tax", "subsidy", "compensation", "operating_surplus"]
        )
        // 30 in taxes on goods for 440 that are not exported: 100/440 of them works'; 20 for 220 of services.
        let works = basic.primaryInputs.columnSums.values[0] - table.valueAdded.values[0]
        #expect(abs(works - (30.0 * 100 / 440 + 20.0 * 60 / 220)) < 1e-12)
        #expect(basic.finalDemandInputs.columnSums.values[1] == 0)
        guard case .basicByOrigin(let domestic, let imported) = basic.use else {
            Issue.record("origins are not apart")
            return
        }
        #expect(imported.finalDemand.column(.export).values == [0, 0, 0])
        #expect(deviation(of: imported.intermediate.rowSums.values, from: [90, 0, 30]) > 1)
        // Of 500 at purchasers' prices without taxes 100 are margins, and all of them trade's.
        #expect(
            abs(domestic.finalDemand[try table.products.label("trade"), .export] - (20 + 90.0 / 500 * 100))
                < 1e-12
        )
        for (category, paid) in zip(table.categories.labels, [410.0, 160]) {
            let inputs = basic.finalDemandInputs.columnSums[category]
            let bought = basic.use.total.finalDemand.columnSums[category]
            #expect(abs(inputs + bought - paid) < 1e-12)
        }
        #expect(basic.balanceReport.largest(.industry) < 1e-12)
        #expect(
            basic.rules.map(\.name) == [
                "product-taxes-in-proportion-to-use", "margins-in-proportion-to-use",
                "imports-in-proportion-to-use",
            ]
        )
    }

    @Test("exports take taxes and imports alike when told to, and what other uses cannot take in any case")
    func reach() throws {
        let table = try rectangular().table()
        let alike = try table.atBasicPrices(
            assuming: BasicPriceAssumptions(productTaxes: .allUses, imports: .allUses)
        )
        #expect(
            abs(alike.finalDemandInputs.columnSums[.export] - (30.0 * 90 / 530 + 20.0 * 50 / 270)) < 1e-12
        )
        var small = try SmallSupplyUse(
            products: products(["ore"]),
            industries: industries(1),
            supply: [[50]],
            imports: [80],
            categories: [.household, .export, .stocks],
            use: ([[10]], [[20, 110, -10]]),
            inputs: [PrimaryInput(.operatingSurplus)],
            primaryInputs: [[40]]
        )
        small.valued = .basic
        let basic = try small.table().atBasicPrices(assuming: BasicPriceAssumptions())
        guard case .basicByOrigin(_, let imported) = basic.use else { return }
        #expect(imported.intermediate.values.printed == [[10]])
        #expect(imported.finalDemand.values.printed == [[20, 50, 0]])
    }

    @Test("purchases known in total only: to one product, or as households consume")
    func territory() throws {
        var small = try rectangular()
        small.territory = [
            (TerritoryAdjustment(code: "abroad", name: Name("abroad"), role: .residentsAbroad), [12, 0]),
            (TerritoryAdjustment(code: "here", name: Name("here"), role: .nonResidentsHere), [-8, 8]),
        ]
        let table = try small.table()
        let placed = try table.atBasicPrices(
            assuming: BasicPriceAssumptions(territory: .onProduct("services"))
        )
        #expect(placed.imports.values == [90, 0, 42])
        #expect(placed.territory.rows.count == 0)
        let spread = try table.atBasicPrices(assuming: BasicPriceAssumptions())
        #expect(abs(spread.imports.sum - 132) < 1e-12)
        for basic in [placed, spread] {
            let paid = zip(
                basic.use.total.finalDemand.columnSums.values,
                basic.finalDemandInputs.columnSums.values
            )
            #expect(deviation(of: paid.map(+), from: [414, 168]) < 1e-12)
        }
        #expect(throws: AccountsError.unknownLabel(code: "hotels", known: ["goods", "trade", "services"])) {
            try table.atBasicPrices(assuming: BasicPriceAssumptions(territory: .onProduct("hotels")))
        }
        small.territory[1].amounts = [-8, 9]
        do {
            _ = try small.table()
            Issue.record("accepted")
        } catch {
            guard case .supplyUseNotBalanced(let report) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(report.beyondTolerance.map(\.side) == [.territory])
        }
    }
}
