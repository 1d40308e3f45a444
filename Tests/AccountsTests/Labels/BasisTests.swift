import Accounts
import Testing

@Suite("Basis")
struct BasisTests {
    private let basis = Basis(unit: .millionKroner, year: 2019, valuation: .basic)

    @Test("prices are the year's own unless another year is named")
    func currentPrices() {
        #expect(basis.pricesOf == 2019)
        #expect(Basis(unit: .millionKroner, year: 2019, valuation: .basic, pricesOf: 2015).pricesOf == 2015)
    }

    @Test("unit, year, valuation and prices are compared in that order")
    func firstDifference() {
        #expect(basis.firstDifference(from: basis) == nil)
        let another = Basis(unit: .persons, year: 2018, valuation: .purchasers, pricesOf: 2015)
        #expect(basis.firstDifference(from: another) == .unit(.millionKroner, .persons))
        let sameUnit = Basis(unit: .millionKroner, year: 2018, valuation: .purchasers)
        #expect(basis.firstDifference(from: sameUnit) == .year(2019, 2018))
        let sameYear = Basis(unit: .millionKroner, year: 2019, valuation: .purchasers, pricesOf: 2015)
        #expect(basis.firstDifference(from: sameYear) == .priceBasis(.basic, .purchasers))
        let sameValuation = Basis(unit: .millionKroner, year: 2019, valuation: .basic, pricesOf: 2015)
        #expect(basis.firstDifference(from: sameValuation) == .pricesOf(2019, 2015))
    }

    @Test("years are ordered and written without separators")
    func years() {
        #expect([Year(2021), 2019, 2020].sorted() == [2019, 2020, 2021])
        #expect(Year(2019).description == "2019")
        #expect(Unit.tonnesCO2Equivalents.description == "t CO2e")
    }
}
