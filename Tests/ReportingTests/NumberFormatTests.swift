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
            (1163, 0, "1\u{00A0}163", "1,163"), (12.2, 1, "12,2", "12.2"), (0, 0, "0", "0"), (0, 2, "0,00", "0.00"),
            (999, 0, "999", "999"), (1000, 0, "1\u{00A0}000", "1,000"),
            (1_234_567.891, 2, "1\u{00A0}234\u{00A0}567,89", "1,234,567.89"), (0.05, 2, "0,05", "0.05"),
            (-1163.4, 1, "-1\u{00A0}163,4", "-1,163.4"), (-0.2, 1, "-0,2", "-0.2"),
            (123_456, 0, "123\u{00A0}456", "123,456"), (1e15, 0, "1\u{00A0}000\u{00A0}000\u{00A0}000\u{00A0}000\u{00A0}000", "1,000,000,000,000,000"),
        ] as [(Double, Int, String, String)])
    func bothLanguages(number: Double, decimals: Int, inNorwegian: String, inEnglish: String) {
        #expect(norwegian.text(number, decimals: decimals) == inNorwegian)
        #expect(english.text(number, decimals: decimals) == inEnglish)
    }

    @Test(
        "Half is rounded away from zero, on the number as it is written",
        arguments: [
            (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-2.5, 0, "-3"), (0.125, 2, "0.13"), (-0.125, 2, "-0.13"),
            (1.005, 2, "1.01"), (2.675, 2, "2.68"), (0.285, 2, "0.29"), (1.0049, 2, "1.00"), (9.995, 2, "10.00"),
            (0.9999, 3, "1.000"), (99.5, 0, "100"), (999.95, 1, "1,000.0"), (0.49, 0, "0"), (1e-7, 6, "0.000000"),
            (5e-7, 6, "0.000001"), (4.9e-7, 6, "0.000000"),
        ] as [(Double, Int, String)])
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
        for number in [Double.nan, .infinity, -.infinity] { #expect(english.text(number, decimals: 1) == "..") }
    }

    @Test("Percentages")
    func percent() {
        #expect(norwegian.percent(0.803) == "80,3\u{00A0}%")
        #expect(english.percent(0.803) == "80.3%")
        #expect(english.percent(1) == "100.0%")
        #expect(norwegian.percent(0.07345, decimals: 2) == "7,35\u{00A0}%")
    }

    @Test(
        "Three digits, whatever the size",
        arguments: [
            (1163.4, "1,163"), (100, "100"), (12.34, "12.3"), (1.234, "1.23"), (0.1234, "0.123"), (0.01234, "0.0123"),
            (0.001234, "0.00123"), (0.0001234, "0.000123"), (0, "0"), (-12.34, "-12.3"),
        ] as [(Double, String)])
    func threeDigits(number: Double, text: String) {
        #expect(english.threeDigits(number) == text)
    }
}
