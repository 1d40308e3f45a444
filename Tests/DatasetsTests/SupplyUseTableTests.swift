import Accounts
import Datasets
import FileFormats
import TestSupport
import Testing

@Suite("Datasets of supply and use")
struct SupplyUseTableTests {
    private func reading(_ copy: DatasetCopy) -> [Fault] {
        faults { () throws(DatasetError) in _ = try Dataset(at: copy.path).supplyUseTable() }
    }

    private func findings(_ check: DatasetCheck) throws -> SupplyUseFindings {
        guard case .supplyUseTable(let findings) = check.findings else {
            throw AccountsError.lacks(role: "table")
        }
        return findings
    }

    @Test("A table at purchasers' prices, margins and taxes apart, more products than industries")
    func reads() throws {
        let table = try Dataset(at: fixture("supply-use")).supplyUseTable()
        #expect(table.products.codes == ["goods", "trade", "services"])
        #expect(table.industries.codes == ["works", "shops"])
        #expect(table.basis.valuation == .purchasers)
        #expect(table.productOutput.values == [310, 120, 220])
        #expect(table.imports.values == [90, 0, 30])
        #expect(
            table.valuation.columns.labels.map(\.role) == [
                .tradeMargins, .valueAddedTax, .productTaxes, .productSubsidies,
            ]
        )
        #expect(table.territory.columnSums.values == [4, 8])
        #expect(table.valueAdded.values == [160, 240])
        #expect(table.tolerance.product == 0.5)
        let symmetric = try table.atBasicPrices(assuming: BasicPriceAssumptions())
            .industryByIndustry(.fixedProductSales, imports: .domestic).inputOutputTable()
        let copy = DatasetCopy()
        try DatasetWriter(to: copy.path, title: Name("X")).write(symmetric)
        #expect(try Dataset(at: copy.path).inputOutputTable().table.domestic == symmetric.domestic)
    }

    @Test(
        "Random tables are read back bit for bit: origins apart, and together",
        arguments: [1, 2, 3] as [UInt64]
    )
    func roundTrip(seed: UInt64) throws {
        let apart = try RandomSupplyUse(products: 7, industries: 5, seed: seed).table
        let together = try SupplyUseTable(
            area: apart.area,
            basis: apart.basis,
            supply: apart.supply,
            imports: apart.imports,
            valuation: apart.valuation,
            use: .basic(apart.use.total),
            territory: apart.territory,
            primaryInputs: apart.primaryInputs,
            finalDemandInputs: apart.finalDemandInputs,
            tolerance: apart.tolerance,
            provenance: apart.provenance,
            rules: apart.rules
        )
        for table in [apart, together] {
            let copy = DatasetCopy()
            try DatasetWriter(to: copy.path, title: Name("X")).write(table)
            #expect(!copy.names.contains("valuation.csv") && !copy.names.contains("territory.csv"))
            let read = try Dataset(at: copy.path).supplyUseTable()
            expectSame(read, table)
        }
    }

    private func expectSame(_ read: SupplyUseTable, _ table: SupplyUseTable) {
        #expect(read.supply == table.supply && read.imports == table.imports)
        #expect(read.valuation == table.valuation && read.territory == table.territory)
        #expect(read.use.total == table.use.total)
        if case .basicByOrigin(let domestic, let imported) = table.use,
            case .basicByOrigin(let readDomestic, let readImported) = read.use
        {
            #expect(readDomestic == domestic && readImported == imported)
        }
        #expect(read.use.valuation == table.use.valuation)
        #expect(read.primaryInputs == table.primaryInputs)
        #expect(read.finalDemandInputs == table.finalDemandInputs)
        #expect(read.basis == table.basis && read.tolerance == table.tolerance && read.area == table.area)
        #expect(read.provenance == table.provenance && read.rules == table.rules)
    }

    @Test("Every fault of supply.csv and use.csv is told together, by line and column")
    func faultsTogether() throws {
        let copy = try DatasetCopy(of: "supply-use")
        try copy.edit("supply.csv", "output,trade,shops,120", "output,trade,shop,120")
        try copy.edit("supply.csv", "imports,goods,,90", "imports,goods,abroad,90")
        try copy.append("supply.csv", "output,goods,works,1\nmargin,goods,vat,2\n")
        try copy.edit("use.csv", "use,services,works,60", "use,service,works,60")
        try copy.edit("use.csv", "primary,B2,shops,90", "primary,B2,shops,:")
        let found = reading(copy).map {
            "\($0.place.file.split(separator: "/").last ?? "") \($0.place.column ?? "") \($0.value ?? "–")"
        }
        #expect(
            found == [
                "supply.csv source shop", "supply.csv source abroad",
                "supply.csv source output, goods, works",
                "supply.csv origin margin", "use.csv row service", "use.csv value :",
            ]
        )
    }

    @Test("Labels: unknown roles, codes that stand twice, an industry and a category of one code")
    func labels() throws {
        let copy = try DatasetCopy(of: "supply-use")
        try copy.edit("valuation.csv", "trade_margins", "profit")
        try copy.edit("territory.csv", "here,Purchases", "abroad,Purchases")
        try copy.edit("final_demand.csv", "HH,", "works,")
        try copy.edit("products.csv", "services,Services,Tjenester", "goods,Services,Tjenester")
        let found = reading(copy).map {
            "\($0.place.file.split(separator: "/").last ?? "") \($0.place.column ?? "") \($0.value ?? "–")"
        }
        #expect(
            Set(found) == [
                "valuation.csv role profit", "territory.csv code abroad", "final_demand.csv code works",
                "products.csv code goods",
            ]
        )
    }

    @Test("Use that stands together and apart, and apart at purchasers' prices")
    func origins() throws {
        let copy = try DatasetCopy(of: "supply-use")
        try copy.append("use.csv", "domestic,goods,works,1\n")
        let place = copy.place("use.csv", "origin")
        let all = ["domestic", "imported", "primary", "territory"]
        #expect(
            reading(copy) == [
                Fault(at: place, value: "use", .notOneOf(all)),
                Fault(at: place, value: "domestic", .notOneOf(["use", "primary", "territory"])),
            ]
        )
    }

    @Test("A line that is left out is a product off balance: supply and use are told")
    func unbalanced() throws {
        let copy = try DatasetCopy(of: "supply-use")
        try copy.edit("use.csv", "use,goods,EXP,90\n", "")
        let error = thrown { () throws(DatasetError) in _ = try Dataset(at: copy.path).supplyUseTable() }
        guard case .accounts(copy.path, .supplyUseNotBalanced(let report)) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(report.beyondTolerance == [.init(side: .product, code: "goods", supply: 530, use: 440)])
        let check = try DatasetCheck(of: copy.path)
        #expect(!check.isSound)
        #expect(try findings(check).balance.beyondTolerance.map(\.difference) == [-90])
    }

    @Test("What a check finds in a sound one")
    func check() throws {
        let check = try DatasetCheck(of: fixture("supply-use"))
        #expect(check.isSound && check.digests.allSatisfy { $0.state == .matches })
        let findings = try findings(check)
        #expect(findings.products == 3 && findings.industries == 2 && findings.categories == 2)
        #expect(findings.valuation == .purchasers && !findings.tellsOrigins)
        #expect(findings.balance.imbalances.isEmpty)
        #expect(findings.productsWithoutOutput.isEmpty && findings.industriesWithoutOutput.isEmpty)
        // 10 + 20 of 650 are made beside the main maker.
        #expect(abs((findings.secondaryShare ?? 0) - 30.0 / 650) < 1e-15)
        #expect(findings.negativeSupply.isEmpty && findings.negativeUse.isEmpty)
    }

    @Test("A tolerance of the other kind of table is refused by its keys")
    func tolerance() throws {
        let copy = try DatasetCopy(of: "supply-use")
        try copy.edit("dataset.json", "\"product\": 0.5", "\"row\": 0.5")
        let found = reading(copy)
        #expect(found.map(\.place.column) == ["tolerance", "tolerance.row"])
    }
}
