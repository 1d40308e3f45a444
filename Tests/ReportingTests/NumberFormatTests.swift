import Accounts
import Reporting
import Testing

@Suite("Number format")
struct NumberFormatTests {
    private let norwegian = NumberFormat(.norwegian)
    private let english = NumberFormat(.english)

    @Test(
        "Norwegian and English",
        arguments: [
            (1163, 0, "1\u{00A0}163", "1,163"), (12.2, 1, "12,2", "12.2"), (0, 0, "0", "0"),
            (0, 2, "0,00", "0.00"),
            (999, 0, "999", "999"), (1000, 0, "1\u{00A0}000", "1,000"),
            (1_234_567.891, 2, "1\u{00A0}234\u{00A0}567,89", "1,234,567.89"), (0.05, 2, "0,05", "0.05"),
            (-1163.4, 1, "-1\u{00A0}163,4", "-1,163.4"), (-0.2, 1, "-0,2", "-0.2"),
            (123_456, 0, "123\u{00A0}456", "123,456"),
            (1e15, 0, "1\u{00A0}000\u{00A0}000\u{00A0}000\u{00A0}000\u{00A0}000", "1,000,000,000,000,000"),
        ] as [(Double, Int, String, String)]
    )
    func bothLanguages(number: Double, decimals: Int, inNorwegian: String, inEnglish: String) {
        #expect(norwegian.text(number, decimals: decimals) == inNorwegian)
        #expect(english.text(number, decimals: decimals) == inEnglish)
    }

    @Test(
        "Half is rounded away from zero, on the number as it is written",
        arguments: [
            (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-2.5, 0, "-3"), (0.125, 2, "0.13"),
            (-0.125, 2, "-0.13"),
            (1.005, 2, "1.01"), (2.675, 2, "2.68"), (0.285, 2, "0.29"), (1.0049, 2, "1.00"),
            (9.995, 2, "10.00"),
            (0.9999, 3, "1.000"), (99.5, 0, "100"), (999.95, 1, "1,000.0"), (0.49, 0, "0"),
            (1e-7, 6, "0.000000"),
            (5e-7, 6, "0.000001"), (4.9e-7, 6, "0.000000"),
        ] as [(Double, Int, String)]
    )
    func rounding(number: Double, decimals: Int, text: String) {
        #expect(english.text(number, decimals: decimals) == text)
    }

    @Test("What rounds to zero has no sign")
    func zero() {
        #expect(english.text(-0.0, decimals: 0) == "0")
        #expect(english.text(-0.004, decimals: 2) == "0.00")
        #expect(norwegian.text(-0.4, decimals: 0) == "0")
        #expect(norwegian.percent(-0.0001, decimals: 1) == "0,0\u{00A0}%")
    }

    @Test("What is no number is not available")
    func notFinite() {
        for number in [Double.nan, .infinity, -.infinity] {
            #expect(english.text(number, decimals: 1) == "..")
        }
    }

    @Test("Percentages")
    func percent() {
        #expect(norwegian.percent(0.803) == "80,3\u{00A0}%")
        #expect(english.percent(0.803) == "80.3%")
        #expect(english.percent(1) == "100.0%")
        #expect(norwegian.percent(0.07345, decimals: 2) == "7,35\u{00A0}%")
    }

    @Test(
        "Two digits and a power of ten",
        arguments: [
            (1e-12, "1.0e-12"), (1.234e-15, "1.2e-15"), (9.96e-13, "1.0e-12"), (9.94e-13, "9.9e-13"),
            (0.0123, "1.2e-2"),
            (1, "1.0"), (0.999, "1.0"), (9.99, "1.0e1"), (12_345, "1.2e4"), (-0.0123, "-1.2e-2"), (0, "0.0"),
        ] as [(Double, String)]
    )
    func scientific(number: Double, text: String) {
        #expect(english.scientific(number) == text)
    }

    @Test("An infinity is written as one, what is no number as not available")
    func scientificNotFinite() {
        #expect(english.scientific(.infinity) == "∞" && english.scientific(-.infinity) == "-∞")
        #expect(english.scientific(.nan) == "..")
    }
}
