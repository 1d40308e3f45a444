import Testing

@testable import Ledgers

@Suite("Amounts of XML")
struct AmountTextTests {
    private func read(_ text: String) -> AmountText {
        Array(text.utf8).withUnsafeBufferPointer { AmountText($0) }
    }

    @Test(
        "Exactly, to the øre",
        arguments: [
            ("0", 0), ("1", 100), ("-1", -100), ("+1.5", 150), ("0.29", 29), ("1234.56", 123_456), (".5", 50),
            ("5.", 500),
            ("-0.00", 0), ("007.10", 710), ("12500.0000", 1_250_000), ("100000000000.00", 10_000_000_000_000),
        ]
    )
    func exact(text: String, oere: Int64) {
        #expect(read(text) == .amount(Kroner(oere: oere)))
    }

    @Test(
        "Anything else is no amount",
        arguments: [
            "", "-", "+", ".", "1,50", "1 000", "1.000,00", "1e3", "12.5.0", "--1", "NaN", "½", "1\u{A0}000",
        ]
    )
    func notANumber(text: String) {
        #expect(read(text) == .notANumber)
    }

    @Test("A third decimal that is not zero is a mistake", arguments: ["0.001", "10.005", "1.999"])
    func fractions(text: String) {
        #expect(read(text) == .fractionOfOere)
    }

    @Test(
        "Beyond a hundred billion, of any length",
        arguments: [
            "100000000000.01", "1000000000000000", "-999999999999999999999999999", "9223372036854775807.99",
        ]
    )
    func tooLarge(text: String) {
        #expect(read(text) == .tooLarge)
    }

    @Test("Every whole number of øre is read back from its own text")
    func property() {
        var state: UInt64 = 7
        for _ in 0..<2_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let oere = Int64(state >> 21) % 10_000_000_000_000
            let cents = oere % 100 < 10 ? "0\(oere % 100)" : "\(oere % 100)"
            #expect(read("-\(oere / 100).\(cents)") == .amount(Kroner(oere: -oere)))
        }
    }
}
