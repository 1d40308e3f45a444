import Accounts
import Actors
import Regionalisation
import TestSupport
import Testing

@Suite("Repairs")
struct CarvingRepairTests {
    private func buyer(_ purchases: [FirmPurchase]) -> FirmAccount {
        SmallArea.account("firm", in: "b", output: 200, purchases: purchases)
    }

    private func table(_ firm: FirmAccount, _ repairs: CarvingRepair...) throws -> AugmentedTable {
        try AugmentedTable(parent: SmallArea.region(), firms: [firm], repairs: repairs)
    }

    private let flow = AreaCell.flow(from: "a".industry, to: "b".industry)
    private let rest = AreaCell.input(.restOfCountry("a".industry), of: "b".industry)

    @Test("Place: what the region lacks is moved from the rest of the country, exactly")
    func tradePlace() throws {
        let table = try table(buyer([.of("a", 65)]), .tradePlace)
        #expect(
            table.repairs == [
                AppliedRepair(
                    repair: .tradePlace,
                    cells: [
                        .init(cell: flow, firm: nil, before: 60, after: 65),
                        .init(cell: rest, firm: nil, before: 20, after: 15),
                        .init(cell: .finalDemand(of: "a".industry), firm: nil, before: 100, after: 95),
                    ],
                    balancing: nil
                )
            ]
        )
        #expect(table.repairs[0].touched == 15)
        #expect(table.flows["a".remainder, "b".remainder] == 0)
        #expect(table.flowSources[0][1].source == .balanced && table.flowSources[0][0].source == .statistics)
        #expect(table.faults().isEmpty)
        #expect(table.unrepaired.flows["a".industry, "b".industry] == 60)
        // Without the firm nothing is to be mended, and the parent is as it was.
        #expect(try table.removing("firm").flows.values == SmallArea.region().flows.values)
    }

    @Test("Place: the other way round")
    func otherPlace() throws {
        let table = try table(
            buyer([.of("a", 25, from: .restOfCountry), .of("c", 40, from: .abroad)]),
            .tradePlace
        )
        #expect(table.parent.flows["a".industry, "b".industry] == 55)
        #expect(table.parent.finalDemand["a".industry] == 105)
        #expect(table.faults().isEmpty)
    }

    @Test("Place does not mend what both places lack, and changes nothing then")
    func notByPlace() throws {
        let error = #expect(throws: ActorsError.self) { try table(buyer([.of("a", 85)]), .tradePlace) }
        guard case .firmsDoNotFit(let refusal) = error else {
            Issue.record("\(error as Any)")
            return
        }
        #expect(refusal.repairs == [.tradePlace] && refusal.offences.map(\.parent) == [60])
    }

    @Test("Capped: the cell is cut to the parent's, the excess spread as the industry's where there is room")
    func capped() throws {
        let table = try table(buyer([.of("a", 79)]), .capped)
        // 19 over b 40, c 30, rest 20, 30, 10, imports 60: a tenth of each.
        let column = table.flows.column("firm".firm).values
        let rows = table.inputs.column("firm".firm).values
        #expect(deviation(of: column, from: [60, 4, 3, 0]) <= 1e-13)
        #expect(deviation(of: Array(rows[..<4]), from: [2, 3, 1, 6]) <= 1e-13)
        #expect(table.flowSources[0][3].source == .balanced && table.flowSources[2][3].source == .estimated)
        #expect(table.repairs[0].cells.count == 7 && table.repairs[0].cells[0].firm == "firm")
        #expect(table.repairs[0].cells[0].before == 79 && table.repairs[0].cells[0].after == 60)
        #expect(table.parent.flows.values == (try SmallArea.region().flows.values))
        #expect(table.faults().isEmpty)
    }

    @Test("Capped: sales too")
    func cappedSales() throws {
        let firm = SmallArea.account(
            "firm",
            in: "a",
            output: 100,
            sales: [.to("c", 38), .to(nil, 62)]
        )
        let table = try table(firm, .capped)
        // 18 over a 20, b 60 and final 100: a tenth of each.
        #expect(abs(table.flows["firm".firm, "c".remainder] - 20) <= 1e-13)
        #expect(abs(table.finalDemand["firm".firm] - 72) <= 1e-13)
        #expect(table.faults().isEmpty)
    }

    @Test("Capped does not mend purchases that are more than the industry's in all, or wages")
    func notByCapping() throws {
        let wages = SmallArea.account(
            "firm",
            in: "b",
            output: 200,
            purchases: [.of("a", 60), .of("b", 20), .of("c", 20)],
            inputs: ["compensation": 95]
        )
        #expect(throws: ActorsError.self) { try table(wages, .capped) }
        let all = SmallArea.account("firm", in: "b", output: 400, purchases: [.of("a", 255)])
        #expect(throws: ActorsError.self) { try table(all, .capped) }
    }

    @Test("Rebalanced: the firm's cells stay, the parent's totals too, and nothing is left of the cell")
    func rebalanced() throws {
        let before = try SmallArea.region()
        let table = try table(buyer([.of("a", 70), .of("c", 10)]), .rebalanced)
        #expect(table.flows["a".remainder, "firm".firm] == 70)
        #expect(table.flows["a".remainder, "b".remainder] == 0)
        #expect(table.parent.flows["a".industry, "b".industry] == 70)
        #expect(table.faults().isEmpty)
        let after = table.parent
        // The balancing ends within 1e-12 of the largest total, 580.
        #expect(deviation(of: after.inputs.rowSums.values, from: before.inputs.rowSums.values) <= 1e-9)
        #expect(abs(after.finalDemand.sum - before.finalDemand.sum) <= 1e-9)
        #expect(after.output == before.output)
        let report = try #require(table.repairs[0].balancing)
        #expect(report.scalings > 0 && report.worst.size <= 1e-9)
        #expect(table.repairs[0].cells.contains(.init(cell: flow, firm: nil, before: 60, after: 70)))
        #expect(table.repairs[0].touched > 20)
    }

    @Test("Rebalanced does not mend a firm that buys more of an industry than it sells in all")
    func notByBalancing() throws {
        let error = #expect(throws: ActorsError.self) { try table(buyer([.of("a", 201)]), .rebalanced) }
        guard case .rebalancing = error else {
            Issue.record("\(error as Any)")
            return
        }
    }

    @Test("Repairs one after another: each mends what is left")
    func inOrder() throws {
        let firm = buyer([.of("a", 65), .of("c", 45)])
        #expect(throws: ActorsError.self) { try table(firm, .tradePlace) }
        let mended = try table(firm, .tradePlace, .capped)
        #expect(mended.repairs.map(\.repair) == [.tradePlace, .capped])
        #expect(mended.parent.flows["a".industry, "b".industry] == 65)
        #expect(abs(mended.flows["c".remainder, "firm".firm] - 30) <= 1e-12)
        #expect(mended.faults().isEmpty)
    }

    @Test("A repair that nothing asks for changes nothing", arguments: CarvingRepair.allCases)
    func needless(repair: CarvingRepair) throws {
        let firm = buyer([.of("a", 10), .of("c", 50, from: .abroad)])
        let (with, without) = (try table(firm, repair), try table(firm))
        #expect(with.flows == without.flows && with.inputs == without.inputs)
        #expect(with.repairs == [AppliedRepair(repair: repair, cells: [], balancing: nil)])
    }
}
