import Accounts
import Testing

@testable import Leontief
@testable import Reporting

@Suite("National multipliers as rows")
struct NationalMultiplierRowsTests {
    private func row(national: Double) -> [String] {
        let industry = Industry(code: "A", name: Name("Farming"))
        let region = Region(code: "1", name: Name("North"))
        return NationalMultiplierRows.row(
            .init(
                measure: .employment,
                industry: industry,
                national: national,
                multiRegional: 0.5,
                fromRates: 0.5 - national,
                fromPurchases: 0,
                largest: (Located(industry, in: region), 0.25)
            )
        )
    }

    @Test("A difference is relative to the nation's multiplier, and undefined where that is nothing")
    func relative() {
        #expect(
            row(national: 0) == [
                "employment", "A", "0", "0.5", "0.5", "", "0.5", "0", "1", "A", "0.25", "rates",
            ]
        )
        #expect(row(national: 0.25)[5] == "1")
    }
}
