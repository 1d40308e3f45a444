import Accounts
import Datasets
import Leontief
import LinearAlgebra
import Regionalisation
import TestSupport
import Testing

@testable import Ringvirk

/// The nation in thirty groups, through the whole study. Printed check values: norway_published_impacts and the
/// README of the thirty groups, 2019, domestic flows, Type I; half of their last digit is the tolerance.
@Suite("Embedded study: the nation")
struct NationalGateTests {
    @Test("2019: mean output multiplier 1.6078, food and metals as printed")
    func printedMultipliers() throws {
        let study = try EmbeddedStudy.study(region: "0")
        #expect(study.regional == nil)
        let multipliers = try study.national.multipliers()
        func value(_ measure: Measure, _ code: String) throws -> Double {
            try #require(multipliers[measure, .type1, .nation])[study.national.industries.label(code)]
        }
        let output = try #require(multipliers[.output, .type1, .nation])
        #expect(output.axis.count == 30)
        #expect(abs(output.sum / 30 - 1.6078) <= halfOfLastDigit(decimals: 4))
        #expect(abs(try value(.valueAdded, "C10_12") - 0.67987) <= halfOfLastDigit(decimals: 5))
        #expect(abs(try value(.employment, "C10_12") - 0.71488) <= halfOfLastDigit(decimals: 5))
        let gases = Measure(code: "ghg", name: Name("gases"), unit: .tonnesCO2Equivalents)
        #expect(abs(try value(gases, "C10_12") - 31.7117) <= halfOfLastDigit(decimals: 4))
        #expect(abs(try value(.valueAdded, "C24") - 0.40227) <= halfOfLastDigit(decimals: 5))
    }

    @Test("County accounts and table agree on the nation to the krone", arguments: [2017, 2018, 2019])
    func nationInBothSources(year: Int) throws {
        let (_, inputs) = try EmbeddedStudy.inputs(year)
        let (table, accounts) = (inputs.table, try #require(inputs.accounts))
        #expect(table.industries.count == 30)
        let value = try accounts.vector(.valueAdded, accounts.nation).combined(with: table.valueAdded, -)
        let wages = try accounts.vector(.compensation, accounts.nation)
            .combined(with: table.inputs(.compensation), -)
        #expect(value.values.allSatisfy { $0 == 0 }, "\(value.values)")
        #expect(wages.values.allSatisfy { $0 == 0 }, "\(wages.values)")
    }

    @Test("v'L + m'L + t'L = 1, within the error bound", arguments: EmbeddedStudy.tableYears)
    func columnIdentity(year: Int) throws {
        let fine = try EmbeddedStudy.table(year)
        let groups = try Dataset(at: EmbeddedStudy.data + "/groups-30").classificationMap()
        let coarse = try fine.aggregated(by: groups.concordance(from: fine.industries, scheme: "ssb_io_65"))
        for (table, count) in [(fine, 65), (coarse, 30)] {
            #expect(table.industries.count == count)
            let system = try LeontiefSystem(TechnicalCoefficients(domesticIn: table))
            let rows = try [table.valueAdded, table.inputs(.imports), table.inputs(.productTaxes)].map {
                try MeasureCoefficients.ratio(of: $0, to: table.output)
            }
            let parts = try system.multipliers(of: rows)
            var sum = LabelledVector(table.industries) { _ in 0.0 }
            for part in parts { sum = try sum.combined(with: part.values, +) }
            for industry in table.industries.labels where table.output[industry] > 0 {
                #expect(abs(sum[industry] - 1) <= 1e-9, "\(year) \(industry.code): \(sum[industry])")
            }
            for industry in table.industriesWithoutOutput { #expect(sum[industry] == 0) }
            // The row whose exact answer is one everywhere: what it misses by must be inside its bound.
            let matrix = system.coefficients.matrix
            let rest = matrix.columnSums.map { 1 - $0 }
            let solution = try system.multipliers(of: [rest])[0]
            let error = solution.values.values.map { abs($0 - 1) }.max() ?? 1
            // 1 − Σ a_ij is itself rounded, once for each of the terms, and amplified by L like everything else.
            let largest = try system.multipliers(of: rest.map { _ in 1 }).values.max() ?? 0
            let rounding = Double(count + 2) * Double.ulpOfOne * largest
            #expect(error <= solution.errorBound + rounding, "\(year): \(error) above \(solution.errorBound)")
            #expect(solution.errorBound <= 1e-9)
        }
    }
}
