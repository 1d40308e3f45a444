import Accounts
import Leontief
import TestSupport
import Testing

/// Check values are those stated in the folder's own README, computed there with another program.
@Suite("Norway in thirty groups, 2019", .enabled(if: NorwayThirtyGroups.isPresent))
struct NorwayTests {
    private let norway: NorwayThirtyGroups
    private let system: LeontiefSystem<Industry>

    init() throws {
        norway = try NorwayThirtyGroups(year: 2019)
        system = try LeontiefSystem(TechnicalCoefficients(domesticIn: norway.table))
    }

    private func multiplier(_ amounts: LabelledVector<Industry>, _ code: String) throws -> Double {
        let row = try MeasureCoefficients.ratio(of: amounts, to: norway.table.output)
        return try system.multipliers(of: row)[norway.table.industries.label(code)]
    }

    @Test("the mean Type I output multiplier is 1.6078")
    func output() throws {
        let mean = try system.multipliers(of: system.ones).sum / 30
        #expect(abs(mean - 1.6078) <= halfOfLastDigit(decimals: 4))
    }

    @Test("food: value added 0.67987, employment 0.71488 persons and 31.7117 tonnes by million kroner")
    func food() throws {
        #expect(
            abs(try multiplier(norway.table.valueAdded, "C10_12") - 0.67987) <= halfOfLastDigit(decimals: 5)
        )
        #expect(abs(try multiplier(norway.employment, "C10_12") - 0.71488) <= halfOfLastDigit(decimals: 5))
        #expect(abs(try multiplier(norway.emissions, "C10_12") - 31.7117) <= halfOfLastDigit(decimals: 4))
    }

    @Test("metals: value added 0.40227")
    func metals() throws {
        #expect(abs(try multiplier(norway.table.valueAdded, "C24") - 0.40227) <= halfOfLastDigit(decimals: 5))
    }

    @Test("value added, imports and product taxes by krone of demand make one krone, every year there is")
    func identity() throws {
        for year in [2017, 2018, 2019] {
            let table = try NorwayThirtyGroups(year: year).table
            let system = try LeontiefSystem(TechnicalCoefficients(domesticIn: table))
            let primary = try table.primaryInputs.columnSums.combined(with: table.output, /)
            #expect(
                deviation(of: try system.multipliers(of: primary).values, from: system.ones.values) <= 1e-9
            )
        }
    }
}
