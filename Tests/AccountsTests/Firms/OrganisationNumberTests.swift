import Accounts
import Testing

@Suite("Organisation numbers")
struct OrganisationNumberTests {
    @Test(
        "The control digit is taken modulo 11",
        arguments: [
            ("888888888", true), ("999999999", true), ("974760673", true), ("987654321", false),
            ("123456789", false),
            ("987654651", true), ("998877665", false),
        ]
    )
    func control(text: String, isValid: Bool) throws {
        #expect(try #require(OrganisationNumber(text)).isValid == isValid)
    }

    @Test("A remainder of ten has no control digit")
    func remainderTen() {
        let valid = (0...9).filter { OrganisationNumber("10000002\($0)")?.isValid == true }
        // 3·1 + 2·2 = 7; 11 − 7 = 4.
        #expect(valid == [4])
        // 2·6 = 12, remainder 1: 11 − 1 = 10 is no digit.
        #expect((0...9).allSatisfy { OrganisationNumber("00000006\($0)")?.isValid == false })
    }

    @Test(
        "It is read as people and systems write it",
        arguments: [
            "974760673", "974 760 673", "NO 974 760 673 MVA", "NO974760673MVA", "974.760.673",
            "no974760673mva",
            "974\u{A0}760\u{A0}673",
        ]
    )
    func written(text: String) {
        #expect(OrganisationNumber(text)?.description == "974760673")
    }

    @Test(
        "What is not nine digits is no number",
        arguments: [
            "", "9,7476E+08", "97476067", "9747606733", "SE974760673", "974760673X", "MVA974760673",
            "9747,60673",
        ]
    )
    func refused(text: String) {
        #expect(OrganisationNumber(text) == nil)
    }

    @Test("Leading zeros are kept")
    func leadingZeros() {
        #expect(OrganisationNumber("001234567")?.description == "001234567")
        #expect(OrganisationNumber(digits: 1_000_000_000) == nil)
    }
}
