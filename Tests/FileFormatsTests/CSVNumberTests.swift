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

    /// Property: of bytes and of text the same number comes, bit for bit, or none of both.
    @Test func bytesAndText() {
        var generator = SeededGenerator(seed: 8)
        let signs = Array("0123456789.-+eE".utf8)
        func same(_ bytes: [UInt8]) {
            let ofBytes = bytes.withUnsafeBufferPointer { CSVNumber.number($0) }
            let ofText = CSVNumber.number(String(decoding: bytes, as: UTF8.self))
            #expect(ofBytes?.bitPattern == ofText?.bitPattern, "\(String(decoding: bytes, as: UTF8.self))")
        }
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...8, using: &generator)
            same((0..<count).map { _ in signs[Int.random(in: 0..<signs.count, using: &generator)] })
            let whole =
                UInt64.random(in: 0...UInt64.max, using: &generator)
                >> UInt64.random(in: 0...63, using: &generator)
            var digits = Array("\(whole)".utf8)
            digits.insert(UInt8(ascii: "."), at: Int.random(in: 0...digits.count, using: &generator))
            same(digits)
            same(Array("-".utf8) + digits)
            same(Array("\(Double.random(in: -1e6...1e6, using: &generator))".utf8))
        }
        for text in [
            "1234567890123456.5", "9007199254740993", "9007199254740993.0", "-0", "0.1", "5.", ".5", "",
        ] {
            same(Array(text.utf8))
        }
    }
}
