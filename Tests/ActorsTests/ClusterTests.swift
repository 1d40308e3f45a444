import Accounts
import Actors
import Leontief
import TestSupport
import Testing

@Suite("Cluster")
struct ClusterTests {
    private let table: TwoRegionTable

    init() throws { table = try TwoRegionTable() }

    private func cluster(_ actors: [Actor]) throws -> Cluster {
        try Cluster(
            of: actors,
            in: "0",
            coefficients: table.coefficients(),
            output: table.output,
            basis: SmallTable.basis
        )
    }

    /// Two of one industry, one of another, one that is planned.
    private func actors() throws -> [Actor] {
        [
            try table.actor("a", in: "L.manuf", output: 300),
            try table.actor("b", in: "L.manuf", output: 700),
            try table.actor("c", in: "M.natres", output: 1200),
            try table.actor("d", in: "L.serv", output: 50, exists: false),
        ]
    }

    /// Sectors back to the industries they were carved out of.
    private func back(_ cluster: Cluster, _ actors: [Actor]) throws -> Concordance<Sector, Industry> {
        var mapping: [String: String] = [:]
        for industry in table.industries.labels { mapping[industry.code] = industry.code }
        for actor in actors { mapping["actor:" + actor.code] = actor.industry.code }
        return try Concordance(from: cluster.output.axis, to: table.industries, mapping)
    }

    @Test("Adding the actors back gives the parent's coefficients")
    func aggregation() throws {
        let actors = try actors()
        let cluster = try cluster(actors)
        let back = try back(cluster, actors)
        let flows = cluster.coefficients.matrix.map { _, buyer, coefficient in
            coefficient * cluster.output[buyer]
        }
        let aggregated = try TechnicalCoefficients(
            flows: flows.aggregated(rows: back, columns: back),
            output: cluster.output.aggregated(by: back)
        )
        // Coefficients are below one: a dozen roundings of their parts and sums.
        #expect(
            deviation(
                of: aggregated.matrix.values.printed,
                from: try table.coefficients().matrix.values.printed
            ) <= 1e-12
        )
    }

    @Test(
        "Adding the actors back gives the parent's Leontief inverse, whoever of an industry meets the demand"
    )
    func inverse() throws {
        let actors = try actors()
        let cluster = try cluster(actors)
        let back = try back(cluster, actors)
        let system = try LeontiefSystem(cluster.coefficients)
        let parent = try LeontiefSystem(table.coefficients())
        for sector in cluster.output.axis.labels {
            let output = try system.output(
                meeting: LabelledVector(cluster.output.axis) { $0 == sector ? 1 : 0 }
            )
            let industry = back.target(of: sector)
            let expected = try parent.output(
                meeting: LabelledVector(table.industries) { $0 == industry ? 1 : 0 }
            )
            #expect(
                deviation(of: try output.values.aggregated(by: back).values, from: expected.values.values)
                    <= 1e-12
            )
        }
    }

    @Test("An actor sells its share of the industry's deliveries and buys with the industry's coefficients")
    func shares() throws {
        let cluster = try cluster([try table.actor("a", in: "L.manuf", output: 500)])
        let (actor, serv) = (cluster.actors[0], Sector.remainder(try table.industries.label("L.serv")))
        let manuf = Sector.remainder(try table.industries.label("L.manuf"))
        // a(L.manuf, L.serv) = 400 / 1000, of which a quarter comes from the actor.
        #expect(cluster.coefficients.matrix[actor, serv] == 0.1)
        #expect(abs(cluster.coefficients.matrix[manuf, serv] - 0.3) <= 1e-15)
        // a(L.serv, L.manuf) = 500 / 2000.
        #expect(cluster.coefficients.matrix[serv, actor] == 0.25)
        #expect(cluster.output[actor] == 500 && cluster.output[manuf] == 1500)
    }

    @Test("A planned actor delivers nothing and takes nothing from its industry")
    func planned() throws {
        let cluster = try cluster([try table.actor("d", in: "L.serv", output: 9_999, exists: false)])
        #expect(cluster.coefficients.matrix.row(cluster.actors[0]).values.allSatisfy { $0 == 0 })
        #expect(cluster.coefficients.matrix.column(cluster.actors[0]).sum > 0)
        #expect(cluster.output[.remainder(try table.industries.label("L.serv"))] == 1000)
        #expect(cluster.output[cluster.actors[0]] == 9_999)
    }

    @Test("An actor with another technology buys, and is valued, like that industry")
    func technology() throws {
        let actor = try table.actor("a", in: "L.manuf", output: 500, technology: "M.manuf")
        let cluster = try cluster([actor])
        let matrix = try table.coefficients().matrix
        let serv = try table.industries.label("L.serv")
        #expect(
            cluster.coefficients.matrix[.remainder(serv), cluster.actors[0]] == matrix[serv, actor.technology]
        )
        let row = try table.perOutput()
        #expect(cluster.spread(row)[cluster.actors[0]] == row[actor.technology])
        #expect(cluster.spread(row)[.remainder(actor.industry)] == row[actor.industry])
    }

    @Test("Actors that produce exactly their industry leave nothing of it")
    func wholeIndustry() throws {
        let cluster = try cluster([try table.actor("a", in: "L.manuf", output: 2000)])
        let rest = Sector.remainder(try table.industries.label("L.manuf"))
        #expect(cluster.output[rest] == 0)
        #expect(cluster.coefficients.matrix.row(rest).values.allSatisfy { $0 == 0 })
    }

    @Test(
        "Actors that together produce more than their industry are refused, with all of them and both amounts"
    )
    func tooLarge() throws {
        let actors = [
            try table.actor("a", in: "L.manuf", output: 1500),
            try table.actor("c", in: "M.natres", output: 1),
            try table.actor("b", in: "L.manuf", output: 501),
            try table.actor("planned", in: "L.manuf", output: 9_999, exists: false),
        ]
        #expect(
            throws: ActorsError.largerThanIndustry(
                actors: ["a", "b"],
                industry: "L.manuf",
                area: "0",
                actorOutput: 2001,
                industryOutput: 2000
            )
        ) { try cluster(actors) }
    }

    @Test("An existing actor in an industry that produces nothing is refused")
    func noIndustry() throws {
        let actor = try table.actor("a", in: "L.manuf", output: 1)
        let output = LabelledVector(table.industries) { $0.code == "L.manuf" ? 0 : table.output[$0] }
        #expect(
            throws: ActorsError.largerThanIndustry(
                actors: ["a"],
                industry: "L.manuf",
                area: "50",
                actorOutput: 1,
                industryOutput: 0
            )
        ) {
            try Cluster(
                of: [actor],
                in: "50",
                coefficients: table.coefficients(),
                output: output,
                basis: SmallTable.basis
            )
        }
    }

    @Test("Two actors of one code are refused")
    func sameCode() throws {
        let actor = try table.actor("a", in: "L.manuf", output: 1)
        #expect(throws: ActorsError.accounts(.duplicateLabel(code: "actor:a"))) {
            try cluster([actor, actor])
        }
    }

    @Test("No actors: the parent itself")
    func none() throws {
        let cluster = try cluster([])
        #expect(cluster.actors.isEmpty)
        #expect(cluster.coefficients.matrix.values == (try table.coefficients().matrix.values))
    }
}
