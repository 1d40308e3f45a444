import Accounts
import Leontief
import Regionalisation
import Reporting
import Testing

@testable import Ringvirk

@Suite("Embedded study: regions")
struct RegionalGateTests {
    /// No regional multiplier is above the nation's, and none falls in the rest of the country below zero.
    private func expectInsideNation(_ definition: StudyDefinition, _ inputs: StudyInputs) throws {
        let builder = try ModelBuilder(definition, inputs)
        let region = try #require(try builder.regionalModel()).multipliers()
        let nation = try builder.nationalModel().multipliers()
        let label = "\(definition.year) \(definition.region) \(definition.regionalisation?.method as Any)"
        #expect(!region.producing.isEmpty)
        var compared = 0
        for effects in region.effects where effects.scope == .region {
            let whole = try #require(nation[effects.measure, effects.closure, .nation])
            for industry in region.producing {
                let (here, there) = (effects.values[industry], whole[industry])
                // Product taxes may be negative (subsidies): then less is more, and neither bounds the other.
                guard effects.measure != .productTaxes else { continue }
                // Two solutions of 30 equations; equal where the region supplies everything itself.
                let isInside = here <= there + 1e-12 * max(abs(there), 1)
                #expect(
                    isInside,
                    "\(label) \(effects.measure.code) \(effects.closure) \(industry.code): \(here) > \(there)"
                )
                compared += 1
            }
        }
        #expect(
            compared == region.producing.count * 2
                * (region.effects.filter { $0.scope == .region }.count / 2 - 1)
        )
    }

    @Test(
        "With capped quotients Trøndelag's multipliers are within the nation's",
        arguments: EmbeddedStudy.years,
        [QuotientMethod.slq, .cilq, .flq(delta: 0.1), .flq(delta: 0.3)]
    )
    func monotone(year: Int, method: QuotientMethod) throws {
        let (definition, inputs) = try EmbeddedStudy.inputs(year)
        try expectInsideNation(definition.changed(method: method), inputs)
        try expectInsideNation(definition.changed(method: method, residentShare: 0.9), inputs)
    }

    @Test("Every other county's too, 2019")
    func otherCounties() throws {
        let (definition, inputs) = try EmbeddedStudy.inputs(2019)
        let others = try #require(inputs.accounts).regions.codes.filter { $0 != "50" }
        #expect(others.count == 17)
        for region in others { try expectInsideNation(definition.changed(region: region), inputs) }
    }

    @Test(
        "Region and rest of the country are the nation, and the nation is that of a study of the nation alone"
    )
    func parts() throws {
        let (definition, inputs) = try EmbeddedStudy.inputs(2019)
        let regional = try #require(try ModelBuilder(definition, inputs).regionalModel()).multipliers()
        let alone = try ModelBuilder(definition.changed(region: "0"), inputs).nationalModel().multipliers()
        for effects in regional.effects where effects.scope == .nation {
            let (measure, closure) = (effects.measure, effects.closure)
            let here = try #require(regional[measure, closure, .region])
            let rest = try #require(regional[measure, closure, .restOfCountry])
            let whole = try #require(alone[measure, closure, .nation])
            for industry in regional.producing {
                #expect(effects.values[industry] == here[industry] + rest[industry])
                // region + (nation − region): two roundings.
                let deviation = abs(effects.values[industry] - whole[industry])
                #expect(deviation <= 1e-13 * max(abs(whole[industry]), 1), "\(measure.code) \(industry.code)")
            }
        }
    }

    @Test("With county coefficients every county's jobs and wages come out", arguments: EmbeddedStudy.years)
    func countyCoefficients(year: Int) throws {
        let (definition, inputs) = try EmbeddedStudy.inputs(year)
        for region in try #require(inputs.accounts).regions.labels {
            let builder = try ModelBuilder(
                definition.changed(region: region.code, coefficients: .county),
                inputs
            )
            let model = try #require(try builder.regionalModel())
            let output = try #require(builder.regionalTable?.output)
            for (measure, accountsMeasure) in [
                (Measure.employment, RegionalAccounts.Measure.employment), (.compensation, .compensation),
            ] {
                let row = try #require(model.measures.first { $0.measure == measure })
                let implied = try row.inRegion.dot(output)
                let printed = try #require(inputs.accounts).vector(accountsMeasure, region)
                // An industry whose value added is nothing, printed (20, C29_30, 2017) or estimated, has no output
                // that could carry the wages printed or estimated for it. The study's own check tells how much.
                let stranded = output.axis.labels.filter { output[$0] == 0 && printed[$0] != 0 }
                for industry in stranded {
                    #expect(
                        try #require(inputs.accounts)[.valueAdded, region.code, industry.code].number == 0
                    )
                }
                let lost = stranded.reduce(0) { $0 + printed[$1] }
                #expect(measure == .employment ? lost == 0 : lost < 1.2, "\(year) \(region.code): \(lost)")
                #expect(
                    abs(implied + lost - printed.sum) <= 1e-12 * printed.sum,
                    "\(year) \(region.code) \(measure.code): \(implied), printed \(printed.sum)"
                )
            }
        }
    }
}
