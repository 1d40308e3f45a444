import Accounts
import Actors
import Leontief
import TestSupport
import Testing

@Suite("Actor table")
struct ActorTableTests {
    private let table: TwoRegionTable
    private let nation = ActorTable.Column(.valueAdded, .nation)

    init() throws { table = try TwoRegionTable() }

    private func actorTable(_ actors: [Actor]) throws -> ActorTable {
        try ActorTable(
            of: actors,
            in: table.model(),
            nation: Region(code: "0", name: Name("Norge")),
            regionalOutput: nil,
            nationalOutput: table.output
        )
    }

    /// The case's actors: the whole of L.manuf at 2 500 kr/t and the whole of M.natres at 400 kr/t.
    private func cases() throws -> [Actor] {
        [
            try table.actor("A", in: "L.manuf", output: 2000, price: 2500),
            try table.actor("B", in: "M.natres", output: 1200, price: 400),
        ]
    }

    // actor_table_exogenous_outputs/actor_multipliers_computed.csv: mixed model (Miller & Blair 2009, §13.2),
    // printed with all digits; the case's own tolerance is 1e-12 per krone, and 2 500 times that per tonne.
    @Test("The case's multipliers per krone of output and per tonne")
    func printedMultipliers() throws {
        let rows = try actorTable(cases()).rows
        #expect(abs(try #require(rows[0].perOutput[nation]) - 0.6243946138627371) <= 1e-12)
        #expect(abs(try #require(rows[1].perOutput[nation]) - 0.5553338336289626) <= 1e-12)
        #expect(abs(try #require(rows[0].perUnit[nation]) * 1e6 - 1560.9865346568427) <= 2.5e-9)
        #expect(abs(try #require(rows[1].perUnit[nation]) * 1e6 - 222.13353345158504) <= 2.5e-9)
    }

    @Test("Alone, an actor's multiplier is the demand multiplier over l_jj")
    func single() throws {
        let rows = try actorTable([try table.actor("A", in: "L.manuf", output: 2000)]).rows
        let system = try LeontiefSystem(table.coefficients())
        let manuf = try table.industries.label("L.manuf")
        let perDemand = try system.multipliers(of: table.perOutput())[manuf]
        let own = try system.output(meeting: LabelledVector(table.industries) { $0 == manuf ? 1 : 0 }).values[
            manuf
        ]
        #expect(abs(own - 1.4236653207934866) <= 1e-12)
        #expect(abs(try #require(rows[0].perOutput[nation]) - perDemand / own) <= 1e-12)
    }

    @Test("Actors' outputs times multipliers, and what the others' own demand carries, are the whole GDP")
    func wholeProduct() throws {
        let actors = [
            try table.actor("a", in: "L.manuf", output: 300),
            try table.actor("b", in: "L.manuf", output: 900),
            try table.actor("c", in: "M.natres", output: 700),
            try table.actor("d", in: "L.serv", output: 1000),
        ]
        let result = try actorTable(actors)
        let ofActors = result.rows.reduce(0) { $0 + $1.output * ($1.perOutput[nation] ?? 0) }
        // What remains of each industry has its share of the industry's final demand.
        let cluster = try Cluster(
            of: actors,
            in: "0",
            coefficients: table.coefficients(),
            output: table.output,
            basis: SmallTable.basis
        )
        let open = try ExogenousOutputs(cluster.coefficients, chosen: cluster.actors)
        let final = try table.output.combined(with: table.flows.rowSums, -)
        let row = cluster.spread(try table.perOutput())
        let perDemand = try open.following.multipliers(
            of: LabelledVector(open.following.sectors) { row[$0] }
        )
        let ofRest = open.following.sectors.labels.reduce(0) { sum, sector in
            guard case .remainder(let industry) = sector else { return sum }
            return sum + perDemand[sector] * final[industry] * cluster.output[sector] / table.output[industry]
        }
        // Some fifty additions of amounts below 2 000.
        #expect(abs(ofActors + ofRest - TwoRegionTable.grossDomesticProduct) <= 1e-9)
        #expect(abs(table.valueAdded.sum - TwoRegionTable.grossDomesticProduct) <= 1e-9)
    }

    @Test("The table applied to the outputs is what a direct run gives")
    func roundTrip() throws {
        // The sums of some twenty terms in two orders.
        #expect(try actorTable(cases()).roundTripDeviation <= 1e-12)
    }

    @Test("Output, share and price of each actor; a planned one has no share")
    func rows() throws {
        let rows = try actorTable([
            try table.actor("a", in: "L.manuf", output: 500),
            try table.actor("d", in: "L.manuf", output: 250, exists: false),
        ]).rows
        #expect(rows.map(\.output) == [500, 250])
        #expect(rows.map(\.shareOfIndustry) == [0.25, 0])
        // Same industry, same multiplier: existing or not, both are outside the system.
        #expect(rows[0].perOutput[nation] == rows[1].perOutput[nation])
    }

    @Test(
        "Region and rest of the country add up to the nation; the nation's is that of a model of the nation alone"
    )
    func places() throws {
        let actors = [try table.actor("a", in: "L.manuf", output: 100)]
        let alone = try actorTable(actors).rows[0].perOutput[nation]
        let regional = try ActorTable(
            of: actors,
            in: regionalModel(),
            nation: Region(code: "0", name: Name("Norge")),
            regionalOutput: table.output.map { $0 / 4 },
            nationalOutput: table.output
        )
        #expect(regional.columns.map(\.scope) == [.region, .restOfCountry, .nation])
        let values = regional.columns.compactMap { regional.rows[0].perOutput[$0] }
        #expect(values[0] + values[1] == values[2])
        #expect(values[0] > 0 && values[1] > 0)
        #expect(abs(values[2] - (alone ?? 0)) <= 1e-15)
        #expect(regional.rows[0].shareOfIndustry == 0.2)
        #expect(regional.roundTripDeviation <= 1e-12)
    }

    @Test("An actor larger than its industry in the region is refused there")
    func tooLargeForRegion() throws {
        let actors = [try table.actor("a", in: "L.manuf", output: 501)]
        #expect(
            throws: ActorsError.largerThanIndustry(
                actors: ["a"],
                industry: "L.manuf",
                area: "50",
                actorOutput: 501,
                industryOutput: 500
            )
        ) {
            try ActorTable(
                of: actors,
                in: regionalModel(),
                nation: Region(code: "0", name: Name("Norge")),
                regionalOutput: table.output.map { $0 / 4 },
                nationalOutput: table.output
            )
        }
    }

    /// A region that supplies half of what it buys.
    private func regionalModel() throws -> RippleModel {
        let model = try table.model()
        let half = try TechnicalCoefficients(table.coefficients().matrix.map { _, _, value in value / 2 })
        let region = try ClosedLeontiefSystem(LeontiefSystem(half), closedBy: model.nation.closure)
        return try RippleModel(
            region: Region(code: "50", name: Name("half")),
            nation: model.nation,
            regional: region,
            basis: model.basis,
            measures: model.measures,
            producing: model.producing
        )
    }
}
