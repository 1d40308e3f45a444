import FileFormats
import Testing

@Suite struct CSVNumberTests {
    @Test(arguments: [
        (12.0, "12"), (-0.0, "0"), (0.1, "0.1"), (-1.5, "-1.5"), (978.377, "978.377"), (1e300, "1e+300"),
        (123456789, "123456789"),
    ])
    func shortestText(value: Double, text: String) {
        #expect(CSVNumber.text(value) == text)
    }

    @Test(arguments: [
        ("12", 12.0), ("+12", 12), ("-0.5", -0.5), ("1e3", 1000), ("1.5E-3", 0.0015), ("007", 7),
        ("978.37699999999995", 978.377), ("1e-999", 0),
    ])
    func numbers(text: String, value: Double) {
        #expect(CSVNumber.number(text) == value)
    }

    @Test(arguments: [
        "", " 1", "1 ", "1,5", "1 000", "nan", "inf", "-inf", "0x10", "1.", ".5", "1e", "1e+", "--1", "+",
        "1_0",
        "١", "1.5.2", "1\u{A0}000", "1e5.5",
    ])
    func notNumbers(text: String) {
        #expect(CSVNumber.number(text) == nil)
    }

    @Test func numberTooLargeIsInfinite() {
        #expect(CSVNumber.number("1e999") == .infinity)
    }

    @Test(arguments: [("2019", 2019), ("-3", -3), ("9223372036854775807", Int.max)])
    func integers(text: String, value: Int) {
        #expect(CSVNumber.integer(text) == value)
    }

    @Test(arguments: ["", "1.0", "1e3", " 1", "9223372036854775808", "0x1", "١"])
    func notIntegers(text: String) {
        #expect(CSVNumber.integer(text) == nil)
    }

    /// Property: text and number are each other's inverse over all finite bit patterns.
    @Test func roundTrip() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            #expect(CSVNumber.number(CSVNumber.text(value)) == value)
        }
    }
}
