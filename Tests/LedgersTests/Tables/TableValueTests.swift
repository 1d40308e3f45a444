import Accounts
import Testing

@testable import Ledgers

@Suite("Amounts and dates as tables write them")
struct TableValueTests {
    private func amount(_ text: String, _ sign: DecimalSign?) -> TableAmount.Outcome {
        Array(text.utf8).withUnsafeBufferPointer { TableAmount.oere(in: $0, sign: sign) }
    }

    private func date(_ text: String, _ epoch: TableDate.Epoch = .year1900) -> TableDate.Outcome {
        Array(text.utf8).withUnsafeBufferPointer { TableDate.date(in: $0, epoch: epoch) }
    }

    @Test(arguments: [
        ("12 500,00", 1_250_000), ("12\u{A0}500,00", 1_250_000), ("12\u{202F}500,00", 1_250_000),
        ("12.500,00", 1_250_000),
        ("1.234.567,8", 123_456_780), ("-1 234,50", -123_450), ("1 234,50-", -123_450),
        ("(1 234,50)", -123_450),
        ("\u{2212}1 234,50", -123_450), ("kr 100", 10_000), ("kr. 100,5", 10_050), ("100,- kr", 10_000),
        ("100,-", 10_000),
        ("NOK -1 000,00", -100_000), ("- 5", -500), ("+5,25", 525), (",5", 50), ("0,00", 0),
        ("12500", 1_250_000),
        ("12,5000", 1_250), ("1'000,00", 100_000), ("100-", -10_000), (" 7 ", 700), ("100,00 NOK", 10_000),
    ])
    func commas(text: String, oere: Int64) {
        #expect(amount(text, .comma) == .oere(oere))
    }

    @Test(arguments: [
        ("12,500.00", 1_250_000), ("1,234,567.89", 123_456_789), ("-12500.5", -1_250_050),
        ("12 500.00", 1_250_000),
        ("12,500", 1_250_000),
    ])
    func points(text: String, oere: Int64) {
        #expect(amount(text, .point) == .oere(oere))
    }

    @Test(arguments: [
        ("12,500.00", TableAmount.Outcome.wrongSign), ("12.50", .wrongSign), ("1,2,3", .wrongSign),
        ("", .empty), ("  ", .empty),
        ("abc", .notANumber), ("-", .notANumber), ("12 50", .notANumber), ("1 2345,00", .notANumber),
        ("12,345", .tooFine),
        ("99999999999999999999", .tooLarge), ("1e15", .notANumber), ("(5", .notANumber),
        ("(-5)", .notANumber),
        ("--5", .notANumber), ("5 5,00,", .notANumber), ("kr", .notANumber), (",", .notANumber),
        ("1234.567,00", .wrongSign),
    ])
    func refusedWithComma(text: String, outcome: TableAmount.Outcome) {
        #expect(amount(text, .comma) == outcome)
    }

    @Test("Without a known sign, only what could be both is unclear")
    func unknownSign() {
        #expect(amount("12.500", nil) == .unclear)
        #expect(amount("12,500", nil) == .unclear)
        #expect(amount("12.500,00", nil) == .oere(1_250_000))
        #expect(amount("12,500.00", nil) == .oere(1_250_000))
        #expect(amount("1.234.567", nil) == .oere(123_456_700))
        #expect(amount("1234,567", nil) == .tooFine)
        #expect(amount("kr. 100", nil) == .oere(10_000))
        #expect(amount("12500", nil) == .oere(1_250_000))
    }

    @Test(
        "Numbers of a workbook, with the noise of binary fractions",
        arguments: [
            ("12500.5", TableAmount.Outcome.oere(1_250_050)), ("1.25E4", .oere(1_250_000)),
            ("1234.5600000000001", .oere(123_456)),
            ("-0.1", .oere(-10)), ("33.333333333333336", .tooFine),
            ("99999999999.99", .oere(9_999_999_999_999)),
            ("1E+15", .oere(100_000_000_000_000_000)), ("1E+30", .tooLarge), ("x", .notANumber),
        ]
    )
    func numbers(text: String, outcome: TableAmount.Outcome) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { TableAmount.oere(inNumber: $0) } == outcome)
    }

    @Test(arguments: [
        ("29.02.2024", "2024-02-29"), ("1.2.24", "2024-02-01"), ("01/02/2024", "2024-02-01"),
        ("2024-02-01", "2024-02-01"),
        ("20240201", "2024-02-01"), ("2024-02-01T10:30:00", "2024-02-01"),
        ("01.02.2024 00:00:00", "2024-02-01"),
        ("45323", "2024-02-01"), ("45323.75", "2024-02-01"), ("1-2-1991", "1991-02-01"),
        ("1.2.91", "1991-02-01"),
        ("2024/02/01", "2024-02-01"),
    ])
    func dates(text: String, iso: String) throws {
        #expect(date(text) == .date(try #require(CalendarDate(iso: iso))))
    }

    @Test(arguments: [
        "30.02.2024", "2024", "1.2", "02/31/2024", "1.13.2024", "1.2-2024", "i dag", "1.2.2024 kl", "1..2024",
        ".",
    ])
    func notDates(text: String) {
        #expect(date(text) == .notADate)
    }

    @Test func boundsOfDates() {
        #expect(date("31.12.2098") != .outside)
        #expect(date("01.01.2099") == .outside)
        #expect(date("31.12.1949") == .outside)
        #expect(date("43861", .year1904) == date("45323"))
        #expect(date("") == .empty)
    }

    @Test("Bytes are numbered in the order they are met, also beyond the table's first size")
    func byteTable() {
        var table = ByteTable()
        for round in 0..<2 {
            for number in 0..<5_000 {
                let index = Array(String(number).utf8).withUnsafeBufferPointer { table.index(of: $0) }
                #expect(index == number, "\(round)")
            }
        }
        #expect(table.texts[4_321] == "4321")
    }
}
