import Accounts
import Leontief
import TestSupport
import Testing

@testable import Actors

@Suite("Firms carved out of the table of all regions")
struct MultiRegionalFirmsTests {
    private func row(_ firms: MultiRegionalFirms, _ sector: Sector) -> [Double] {
        firms.table.flows.row(sector).values
    }

    @Test("The worked example, cell by cell")
    func example() throws {
        let firms = try MultiRegionalFirms(of: [TwoRegions.firm()], in: TwoRegions.table())
        let table = firms.table
        #expect(table.faults().isEmpty)
        #expect(table.sectors.codes == ["L:a", "L:b", "M:a", "M:b", "actor:mill"])
        #expect(row(firms, "L:a".remainder) == [11, 20, 4, 20, 5])
        #expect(row(firms, "L:b".remainder) == [34, 20, 20, 10, 6])
        #expect(row(firms, "M:a".remainder) == [8, 20, 30, 40, 2])
        #expect(row(firms, "M:b".remainder) == [22, 10, 30, 30, 8])
        #expect(row(firms, "mill".firm) == [4, 10, 6, 0, 0])
        #expect(table.finalDemand.values == [100, 110, 200, 100, 20])
        #expect(table.output.values == [160, 200, 300, 200, 40])
        let surplus = try #require(
            table.inputs.rows.labels.first {
                if case .primary(let input) = $0 { input.role == .operatingSurplus } else { false }
            }
        )
        #expect(table.inputs.row(surplus).values == [25, 50, 80, 30, 5])
        // Two regions: the rest of the country is the other one, and nothing of the partners is known.
        #expect(Set(firms.places.map(\.rule)) == [.likeIndustry])
        #expect(firms.places.map(\.amount) == [10, 6])
        #expect(firms.regionOfSector.map(\.code) == ["L", "L", "M", "M", "L"])
    }

    @Test("Where a krone of the firm's output lands, both ways")
    func landings() throws {
        let parent = try TwoRegions.table()
        let firms = try MultiRegionalFirms(of: [TwoRegions.firm()], in: parent)
        let landings = try FirmLandings(
            of: [TwoRegions.actor()],
            in: firms,
            measures: RegionalMeasure.measures(of: parent, households: nil)
        )
        // numpy 2.4: the firm's column over the inverse of the other four.
        let valueAdded = try #require(landings.row("mill", .valueAdded))
        #expect(
            deviation(of: valueAdded.books.values, from: [0.5866585142484868, 0.21576024414534445]) <= 1e-13
        )
        #expect(
            deviation(of: valueAdded.statistics.values, from: [0.6128409735322371, 0.1829568206279584])
                <= 1e-13
        )
        let imports = try #require(landings.row("mill", .imports))
        #expect(abs(imports.books.sum - 0.17746608424936788) <= 1e-13)
        #expect(abs(imports.statistics.sum - 0.16715225618294816) <= 1e-13)
        #expect(abs(landings.ofFirms[0].books - 0.02011515735680091) <= 1e-13)
        #expect(abs(landings.ofFirms[0].statistics - 0.03704994965685651) <= 1e-13)
        #expect(landings.identityDeviation <= 1e-13)
    }

    @Test("Another industry's technology buys as much as that industry, of whom the firm's own buys")
    func technology() throws {
        let parent = try TwoRegions.table()
        let firms = try MultiRegionalFirms(of: [TwoRegions.firm()], in: parent)
        let landings = try FirmLandings(
            of: [TwoRegions.actor(technology: "b")],
            in: firms,
            measures: RegionalMeasure.measures(of: parent, households: nil)
        )
        #expect(landings.identityDeviation <= 1e-13)
        let trade = try RegionalTrade(in: parent)
        // L's b buys 30 + 20 of a for 200 of output; L's a has two thirds of its own from L.
        #expect(abs(trade["L:a".industry, "L:b".industry, "L:a".industry] - 0.25 * 2 / 3) <= 1e-15)
        #expect(abs(trade["M:a".industry, "L:b".industry, "L:a".industry] - 0.25 / 3) <= 1e-15)
    }

    @Test("A place that is too small is refused with its cell and cause, and mended where it is asked for")
    func places() throws {
        let parent = try TwoRegions.table()
        let firm = LocatedFirm(
            SmallArea.account("mill", in: "a", output: 100, purchases: [.of("b", 44)]),
            in: TwoRegions.left
        )
        let error = #expect(throws: ActorsError.self) { try MultiRegionalFirms(of: [firm], in: parent) }
        guard case .firmsDoNotFit(let refusal)? = error else {
            Issue.record("refused for another reason: \(String(describing: error))")
            return
        }
        let cell = AreaCell.flow(from: "L:b".industry, to: "L:a".industry)
        #expect(refusal.offences.map(\.cell) == [cell] && refusal.offences[0].size == 4)
        #expect(refusal.causes == [.tradePlace(seller: "L:b".industry, buyer: "L:a".industry)])

        let mended = try MultiRegionalFirms(of: [firm], in: parent, repairs: [.tradePlace]).table
        #expect(mended.faults().isEmpty)
        #expect(mended.parent.flows[cell.seller, "L:a".industry] == 44)
        #expect(mended.parent.flows["M:b".industry, "L:a".industry] == 26)
        // What L's b sells no longer to M (20 and 10) and to final use (110), M's b does: 4 of 140.
        let rate = 4.0 / 140
        #expect(abs(mended.parent.flows["L:b".industry, "M:a".industry] - 20 * (1 - rate)) <= 1e-12)
        #expect(abs(mended.parent.flows["M:b".industry, "M:a".industry] - (30 + 20 * rate)) <= 1e-12)
        #expect(abs(mended.parent.finalDemand["M:b".industry] - (100 + 110 * rate)) <= 1e-12)
        #expect(mended.parent.flows["L:b".industry, "L:b".industry] == 20)
        let before = mended.unrepaired
        for (one, other) in zip(mended.parent.flows.columnSums.values, before.flows.columnSums.values) {
            #expect(abs(one - other) <= 1e-12)
        }
        // Eight cells: the purchase, its donor, and both sellers' sales to M's two industries and final use.
        #expect(mended.repairs[0].cells.count == 8 && abs(mended.repairs[0].touched - 16) <= 1e-12)
    }

    @Test("What is given back in a place makes no room for what the register puts there")
    func returns() throws {
        var room = PlaceRoom(try TwoRegions.table())
        // M makes 300 of a.
        let place = PlaceRoom.Place(side: .purchases, product: 0, region: 1, buyer: nil)
        room.want(400, in: place)
        room.spread(-50, over: place)
        #expect(room.share(of: place) == 0.75)
        room.spread(100, over: place)
        #expect(room.share(of: place) == 0.5)
    }

    @Test("What no region has enough of is refused whatever the repair")
    func tooMuch() throws {
        let firm = LocatedFirm(
            SmallArea.account("mill", in: "a", output: 100, purchases: [.of("b", 71)]),
            in: TwoRegions.left
        )
        let parent = try TwoRegions.table()
        #expect(throws: ActorsError.self) {
            try MultiRegionalFirms(of: [firm], in: parent, repairs: [.tradePlace])
        }
    }

    @Test("A region and an industry that the table has not are refused by code")
    func unknown() throws {
        let parent = try TwoRegions.table()
        let elsewhere = TwoRegions.firm("mill", in: Region(code: "X", name: Name("X")))
        #expect(throws: ActorsError.accounts(.unknownLabel(code: "X", known: ["L", "M"]))) {
            try MultiRegionalFirms(of: [elsewhere], in: parent)
        }
        let strange = LocatedFirm(
            SmallArea.account("mill", in: "a", output: 10, purchases: [.of("z", 1, from: .restOfCountry)]),
            in: TwoRegions.left
        )
        #expect(throws: ActorsError.accounts(.unknownLabel(code: "z", known: ["a", "b"]))) {
            try MultiRegionalFirms(of: [strange], in: parent)
        }
        let firms = try MultiRegionalFirms(of: [TwoRegions.firm()], in: parent)
        #expect(throws: ActorsError.accounts(.unknownLabel(code: "mill", known: ["other"]))) {
            try FirmLandings(of: [TwoRegions.actor("other")], in: firms, measures: [])
        }
    }

    @Test("Firms in different regions, and trade between them by name")
    func twoFirms() throws {
        let parent = try TwoRegions.table()
        let buyer = LocatedFirm(
            SmallArea.account(
                "saw",
                in: "b",
                output: 20,
                purchases: [.of("a", 3, from: .restOfCountry, firm: "mill"), .of("b", 1)],
                sales: [.to(nil, 20)]
            ),
            in: TwoRegions.right
        )
        let table = try MultiRegionalFirms(of: [buyer, TwoRegions.firm()], in: parent).table
        #expect(table.faults().isEmpty)
        #expect(table.flows["mill".firm, "saw".firm] == 3)
        #expect(table.flows["L:a".remainder, "saw".firm] == 0)
        #expect(table.flows["M:b".remainder, "saw".firm] == 1)
        #expect(table.disagreements.map(\.sold) == [nil])
    }

    @Test("The register's county where it is known and there is room, the industry's counties otherwise")
    func register() throws {
        let regions = try RandomRegions(size: 4, regions: 4, seed: 5)
        let parent = regions.table
        let (own, product) = (parent.regions.labels[0], parent.industries.labels[1])
        let industry = parent.industries.labels[0]
        func column(_ region: Int) -> Double {
            parent.flows[Located(product, in: parent.regions.labels[region]), Located(industry, in: own)]
        }
        let bought = 0.01 * column(1)
        let purchase = FirmPurchase(
            seller: product,
            from: .restOfCountry,
            figure: Figure(bought, from: .ledger)
        )
        let account = SmallArea.account(
            "mill",
            in: industry.code,
            output: 0.1 * parent.output[Located(industry, in: own)],
            purchases: [purchase]
        )
        let cell = PartnerRegions.Cell(
            side: .purchases,
            industry: product.code,
            firm: nil,
            source: .ledger
        )
        func cells(_ known: [String: Double]) throws -> (cells: [Double], rules: [PlaceRule: Double]) {
            let firm = LocatedFirm(account, in: own, partners: PartnerRegions(amounts: [cell: known]))
            let firms = try MultiRegionalFirms(of: [firm], in: parent)
            let found = parent.regions.labels.map {
                firms.table.flows[.remainder(Industry(Located(product, in: $0))), "mill".firm]
            }
            return (found, Dictionary(uniqueKeysWithValues: firms.places.map { ($0.rule, $0.amount) }))
        }
        let others = column(1) + column(2) + column(3)
        let unknown = try cells([:])
        #expect(
            deviation(of: unknown.cells, from: [0] + (1...3).map { bought * column($0) / others }) <= 1e-15
        )
        #expect(unknown.rules == [.likeIndustry: bought])
        // A quarter in r2, a quarter abroad of the table, which it does not know: as the industry's.
        let half = try cells(["r2": bought / 4, "elsewhere": bought / 4])
        #expect(
            abs(half.cells[2] - (bought / 4 + 0.75 * bought * column(2) / others)) <= 1e-15 * bought + 1e-15
        )
        #expect(abs((half.rules[.register] ?? 0) - bought / 4) <= 1e-12)
        // More than the cell itself: cut to the purchase.
        let more = try cells(["r3": 3 * bought])
        #expect(more.cells[3] == bought && more.rules == [.register: bought])
    }

    @Test("A county with too little of the product gets what it has room for, two firms in proportion")
    func room() throws {
        let parent = try TwoRegions.table()
        var room = PlaceRoom(parent)
        let place = PlaceRoom.Place(side: .sales, product: 0, region: 1, buyer: 0)
        #expect(room.share(of: place) == 1)
        // M's a buys 10 + 30 of a; 8 of it is spread.
        room.want(48, in: place)
        room.spread(8, over: place)
        #expect(abs(room.share(of: place) - 32.0 / 48) <= 1e-15)
        room.want(16, in: place)
        #expect(room.share(of: place) == 0.5)
        let made = PlaceRoom.Place(side: .purchases, product: 1, region: 1, buyer: nil)
        room.want(400, in: made)
        #expect(room.share(of: made) == 0.5)
    }
}

extension AreaCell {
    fileprivate var seller: Industry {
        if case .flow(let seller, _) = self { seller } else { industry }
    }
}
