import Accounts
import Actors
import TestSupport
import Testing

@Suite("Firms that do not fit")
struct CarvingRefusalTests {
    private func refusal(
        _ firms: [FirmAccount],
        in parent: AreaTable? = nil,
        repairs: [CarvingRepair] = []
    ) throws -> CarvingRefusal {
        let error = #expect(throws: ActorsError.self) {
            try AugmentedTable(parent: parent ?? SmallArea.region(), firms: firms, repairs: repairs)
        }
        guard case .firmsDoNotFit(let refusal) = try #require(error) else {
            Issue.record("\(error as Any)")
            throw ActorsError.accounts(.lacks(role: "refusal"))
        }
        return refusal
    }

    /// A firm of industry b that buys this, in the region unless told otherwise.
    private func buyer(_ purchases: [FirmPurchase], output: Double = 200) -> FirmAccount {
        SmallArea.account("firm", in: "b", output: output, purchases: purchases)
    }

    private func flow(_ seller: String, _ buyer: String) -> AreaCell {
        .flow(from: seller.industry, to: buyer.industry)
    }

    @Test("Larger than its industry: the output and what goes with it")
    func tooLarge() throws {
        let firms = [
            SmallArea.account("x", in: "a", output: 150), SmallArea.account("y", in: "a", output: 100),
        ]
        let refusal = try refusal(firms)
        let output = try #require(refusal.offences.first { $0.cell == .output(of: "a".industry) })
        #expect(output.parent == 200 && output.firms == 250 && output.size == 50)
        #expect(output.parts == [.init(firm: "x", amount: 150), .init(firm: "y", amount: 100)])
        #expect(refusal.causes == [.largerThanIndustry("a".industry, firms: ["x", "y"], share: 1.25)])
        #expect(refusal.area == "50" && refusal.scope == .region)
    }

    @Test("An industry that makes nothing in the area")
    func noIndustry() throws {
        let parent = try SmallArea.nation(["a", "b"], [[0, 0], [0, 10]], [0, 90])
        let refusal = try refusal([SmallArea.account("x", in: "a", output: 1)], in: parent)
        #expect(refusal.causes == [.emptyCell(.output(of: "a".industry))])
        #expect(refusal.offences.map(\.firms) == [1])
    }

    @Test("Only the region's cell is too small: the place")
    func tradePlace() throws {
        let refusal = try refusal([buyer([.of("a", 65)])])
        #expect(refusal.offences.map(\.cell) == [flow("a", "b")])
        #expect(refusal.offences[0].remainder == -5)
        #expect(refusal.causes == [.tradePlace(seller: "a".industry, buyer: "b".industry)])
        // The other way round.
        let other = try self.refusal([
            buyer([.of("a", 25, from: .restOfCountry), .of("c", 40, from: .abroad)])
        ])
        #expect(other.causes == [.tradePlace(seller: "a".industry, buyer: "b".industry)])
        // Both together are not enough.
        let neither = try self.refusal([buyer([.of("a", 85)])])
        #expect(neither.causes.isEmpty && neither.offences[0].size == 25)
    }

    @Test("What is told fits, what is spread on top of it does not; capped, it does")
    func estimate() throws {
        // 29 of c's 30 in the region are told, and 24 · 30 / 250 are spread on it.
        let firm = SmallArea.account(
            "firm",
            in: "b",
            output: 200,
            purchases: [.of("c", 29), .of("a", 25, from: .abroad)],
            unattributedPurchases: 24
        )
        let refusal = try refusal([firm])
        #expect(refusal.offences.map(\.cell) == [flow("c", "b")])
        #expect(refusal.causes.contains(.estimate(flow("c", "b"))))
        let table = try AugmentedTable(parent: SmallArea.region(), firms: [firm], repairs: [.capped])
        #expect(abs(table.flows["c".remainder, "firm".firm] - 30) <= 1e-12 && table.faults().isEmpty)
    }

    @Test("Nothing in the statistics; less than nothing")
    func emptyAndNegative() throws {
        let parent = try SmallArea.nation(["a", "b"], [[0, 10], [-2, 5]], [90, 97])
        let refusal = try refusal(
            [SmallArea.account("firm", in: "a", output: 40, purchases: [.of("a", 1), .of("b", 3)])],
            in: parent
        )
        #expect(refusal.offences.map(\.cell) == [flow("a", "a"), flow("b", "a")])
        #expect(refusal.causes == [.emptyCell(flow("a", "a")), .negativeCell(flow("b", "a"))])
    }

    @Test("A share of a negative cell is as negative")
    func negativeShared() throws {
        let parent = try SmallArea.nation(["a", "b"], [[0, 10], [-2, 5]], [90, 97])
        let table = try AugmentedTable(
            parent: parent,
            firms: [SmallArea.account("firm", in: "a", output: 50)]
        )
        #expect(table.flows["b".remainder, "firm".firm] == -1)
        #expect(table.faults() == [])
    }

    @Test("Purchases half as large again as the whole industry's: a head office")
    func headOffice() throws {
        let refusal = try refusal([
            buyer([.of("a", 90), .of("b", 70), .of("c", 100), .of("c", 115, from: .abroad)], output: 400)
        ])
        #expect(refusal.causes.contains(.headOffice("b".industry, firms: ["firm"], share: 1.5)))
    }

    @Test("Most cells of the column are too small, by all sorts of factors: another industry")
    func wrongIndustry() throws {
        let refusal = try refusal([buyer([.of("a", 81), .of("b", 90), .of("c", 45)], output: 300)])
        #expect(refusal.causes.first == .wrongIndustry("b".industry, firms: ["firm"], cells: 3))
    }

    @Test("One factor over all cells: value added tax, or another year's prices")
    func oneFactor() throws {
        func scaled(_ factor: Double) -> FirmAccount {
            buyer(
                [
                    .of("a", 60 * factor), .of("b", 40 * factor), .of("c", 30 * factor),
                    .of("a", 20 * factor, from: .restOfCountry), .of("b", 30 * factor, from: .restOfCountry),
                    .of("c", 10 * factor, from: .restOfCountry), .of("a", 60 * factor, from: .abroad),
                ],
                output: 400
            )
        }
        let tax = try refusal([scaled(1.25)])
        #expect(tax.causes.first == .valueAddedTax("b".industry, firms: ["firm"], ratio: 1.25))
        let year = try refusal([scaled(1.0625)])
        #expect(year.causes.first == .yearOrPrices("b".industry, firms: ["firm"], ratio: 1.0625))
    }

    @Test("Credit notes of more than the purchases")
    func negativeAmount() throws {
        let refusal = try refusal([buyer([.of("a", 10), .of("c", -3), .of("a", 55, from: .abroad)])])
        #expect(refusal.offences.map(\.cell) == [flow("c", "b")])
        #expect(refusal.causes == [.negativeAmount(flow("c", "b"), firm: "firm")])
    }

    @Test("Wages, and value added, of more than the industry's")
    func valueAdded() throws {
        let wages = try refusal([
            SmallArea.account("firm", in: "b", output: 200, purchases: [], inputs: ["compensation": 91])
        ])
        let compensation = AreaInput.primary(PrimaryInput(.compensation))
        #expect(wages.offences.map(\.cell).first == .input(compensation, of: "b".industry))
        // 200 − 4 of taxes, and the industry has 142.
        let added = try #require(wages.offences.first { $0.cell == .valueAdded(of: "b".industry) })
        #expect(added.parent == 142 && added.firms == 196)
        #expect(wages.causes == [.missingPurchases("b".industry, firms: ["firm"])])
    }

    @Test("A firm that is all of its industry's output must be all of its inputs")
    func leftovers() throws {
        let firm = SmallArea.account(
            "firm",
            in: "a",
            output: 200,
            purchases: [],
            unattributedPurchases: 90
        )
        let refusal = try refusal([firm])
        #expect(refusal.offences.contains { $0.cell == flow("b", "a") && $0.remainder > 0 })
    }

    @Test("Sales of more than the industry sells there")
    func sales() throws {
        let firm = SmallArea.account(
            "firm",
            in: "a",
            output: 100,
            sales: [.to("c", 30), .to(nil, 70)]
        )
        let refusal = try refusal([firm])
        #expect(refusal.offences.map(\.cell) == [flow("a", "c")])
        #expect(refusal.causes == [.tradePlace(seller: "a".industry, buyer: "c".industry)])
    }

    @Test("Accounts that make no sense by themselves")
    func accounts() throws {
        func fault(_ account: FirmAccount) -> ActorsError? {
            #expect(throws: ActorsError.self) {
                try AugmentedTable(parent: SmallArea.region(), firms: [account])
            }
        }
        func firm(_ fault: FirmAccountFault) -> ActorsError { .firmAccount(firm: "x", fault) }
        #expect(fault(SmallArea.account("x", in: "a", output: 0)) == firm(.noOutput(0)))
        #expect(
            fault(SmallArea.account("x", in: "a", output: 1, purchases: [.of("b", .nan)]))
                == firm(.notFinite(what: "b"))
        )
        #expect(
            fault(SmallArea.account("x", in: "a", output: 9, sales: [.to(nil, 10)], unattributedSales: -1))
                == firm(.negativeUnattributed(.sales, -1))
        )
        #expect(
            fault(SmallArea.account("x", in: "a", output: 10, sales: [.to(nil, 9)]))
                == firm(.doesNotAddUp(.sales, output: 10, sum: 9))
        )
        #expect(
            fault(
                SmallArea.account(
                    "x",
                    in: "a",
                    output: 10,
                    purchases: [.of("b", 2)],
                    inputs: [
                        "compensation": 5, "product_taxes": 0, "operating_surplus": 2,
                    ]
                )
            ) == firm(.doesNotAddUp(.purchases, output: 10, sum: 9))
        )
        #expect(
            fault(SmallArea.account("x", in: "a", output: 10, inputs: ["compensation": 11]))
                == firm(.doesNotAddUp(.purchases, output: 10, sum: 11))
        )
        #expect(
            fault(SmallArea.account("x", in: "q", output: 10))
                == .accounts(.unknownLabel(code: "q", known: ["a", "b", "c"]))
        )
        #expect(
            fault(SmallArea.account("x", in: "a", output: 10, inputs: ["imports": 1]))
                == .accounts(
                    .unknownLabel(
                        code: "imports",
                        known: ["compensation", "operating_surplus", "product_taxes"]
                    )
                )
        )
        let twice = SmallArea.account("x", in: "a", output: 1)
        #expect(throws: ActorsError.accounts(.duplicateLabel(code: "actor:x"))) {
            try AugmentedTable(parent: SmallArea.region(), firms: [twice, twice])
        }
        let nothing = try SmallArea.nation(["a", "b"], [[0, 10], [0, 5]], [90, 95])
        #expect(
            throws: ActorsError.firmAccount(firm: "x", .nothingToSpreadBy(.purchases))
        ) {
            try AugmentedTable(
                parent: nothing,
                firms: [SmallArea.account("x", in: "a", output: 10, unattributedPurchases: 3)]
            )
        }
    }
}
