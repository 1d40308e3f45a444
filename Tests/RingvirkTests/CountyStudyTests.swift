import Accounts
import Leontief
import LinearAlgebra
import Regionalisation
import Ringvirk
import TestSupport
import Testing

@Suite("All counties of Norway in one table")
struct CountyStudyTests {
    static let study = Repository.root + "/data/studies/trondelag-2019/study.yaml"

    private func counties(_ year: Int, _ options: CountyOptions = .init()) throws -> CountyStudy {
        var changes = StudyDefinition.Changes()
        changes.asksItsQuestions = false
        changes.year = year
        return try CountyStudy(definedIn: Self.study, changes: changes, options: options)
    }

    @Test("The gates of a year with accounts and table of one vintage", arguments: [2018, 2019])
    func gates(year: Int) throws {
        let study = try counties(year, CountyOptions(otherDecays: []))
        let checks = study.checks
        // The smallest cell printed is a thousandth, and a sum of hundreds of millions leaves 1e-8 of rounding.
        #expect(checks.sumOverRegions <= 1e-7)
        #expect(try #require(checks.accounts.cells.largest) <= 1e-12)
        #expect(checks.accounts.cells.count > 900)
        // Printed totals are of whole millions, and so are their parts; 18 counties, two measures, two kinds of total.
        #expect(try #require(checks.accounts.totals.largest) <= 1e-9)
        #expect(checks.accounts.totals.count >= 36 && checks.accounts.withheld > 50)
        // Rounded cells leave a tenth of a million in the nation's rows; the smallest product has five thousand.
        #expect(checks.netTrade <= 2e-5)
        #expect(checks.leastOutput >= 0)
        #expect(checks.identity <= 1e-9)
        // Wages and jobs per krone differ from county to county; output and value added hardly do.
        for nation in checks.nation where [.output, .valueAdded].contains(nation.measure) {
            #expect(nation.difference <= 0.01, "\(nation)")
        }
        #expect(checks.column <= 1e-6)
        #expect(study.build.table.flows.values.allSatisfy { $0 >= 0 })
    }

    @Test(
        "Why the nation's multipliers differ is known to the last krone, measure by measure",
        arguments: [2018, 2019]
    )
    func nation(year: Int) throws {
        let study = try counties(year, CountyOptions(otherDecays: []))
        let entries = study.nationalMultipliers.entries
        #expect(entries.count == study.measures.count * 30)
        for entry in entries {
            // Both sides are sums of 570 products; multipliers are solved for measures, their parts for demand.
            let rest = entry.difference - entry.fromRates - entry.fromPurchases
            #expect(abs(rest) <= 1e-11 * max(entry.national, 1e-3), "\(entry)")
        }
        // Output has no rate that could differ; in a year without negative value added, purchases do not either.
        #expect(entries.filter { $0.measure == .output }.allSatisfy { abs($0.fromRates) <= 1e-12 })
        if year == 2019 {
            #expect(entries.allSatisfy { abs($0.fromPurchases) <= 1e-11 * max($0.national, 1e-3) })
        }
        let refining = try #require(
            entries.first { $0.measure == .compensation && $0.industry.code == "C19_21" }
        )
        if year == 2019 { #expect(abs(try #require(refining.relative) + 0.0452) <= 5e-5) }
    }

    @Test("Years whose accounts are of another vintage are scaled to the table", arguments: [2012, 2015])
    func otherVintages(year: Int) throws {
        let study = try counties(year, CountyOptions(otherDecays: []))
        #expect(study.checks.sumOverRegions <= 1e-7)
        #expect(study.checks.identity <= 1e-9)
        #expect(study.build.table.rules.contains { $0.name == "accounts-scaled-to-national-table" })
    }

    @Test(
        "A year with a projected table adds up like any other, and says what it is",
        arguments: [2008, 2011]
    )
    func projected(year: Int) throws {
        let study = try counties(year, CountyOptions(otherDecays: []))
        #expect(study.checks.sumOverRegions <= 1e-7)
        #expect(study.checks.identity <= 1e-9)
        #expect(study.checks.leastOutput >= 0 && study.checks.netTrade <= 2e-5)
        #expect(study.build.table.rules.contains { $0.name == "table-projected" })
        #expect(study.sources.contains { $0.attribution.contains("projected from 2012") })
        #expect(study.populationYear == Year(year))
    }

    @Test(
        "Spill-over and feedback of every county; the nearer trade is, the more of Oslo's demand lands in Akershus"
    )
    func spillovers() throws {
        let far = try counties(2019, CountyOptions(decay: 0.5, otherDecays: [2]))
        #expect(Set(far.spillovers.map(\.sector.region)) == Set(far.build.table.regions.labels))
        #expect(far.spillovers.allSatisfy { $0.feedback >= -1e-12 && $0.elsewhere > 0 })
        let landing = try #require(far.landing(.valueAdded, .type1))
        let sector = try far.sector("C10_12", in: far.region("03"))
        let akershus = try far.region("02")
        #expect(far.band.lower[akershus, sector] == landing.values[akershus, sector])
        #expect(far.band.upper[akershus, sector] > landing.values[akershus, sector])
    }

    @Test("A county that the year does not have, and an industry that the county does not have, are refused")
    func refusals() throws {
        let study = try counties(2018, CountyOptions(otherDecays: []))
        #expect(throws: StudyError.self) { try study.region("16") }
        #expect(throws: StudyError.self) { try study.region("30") }
        #expect(try study.region("50").name.norwegian == "Trøndelag")
        #expect(throws: StudyError.self) { try study.sector("A01_02", in: study.region("outside")) }
    }
}
