import Accounts
import FileFormats
import Ledgers
import Testing

@Suite("Journals in tables")
struct JournalTableTests {
    /// Number, date and lines (account, øre, party) of each voucher, whatever file they stood in.
    private struct Content: Equatable {
        let number: String
        let date: String
        let lines: [String]

        init(_ voucher: Voucher) {
            number = voucher.number
            date = voucher.date.description
            lines = voucher.lines.map { line in
                let party = line.party.map { "\($0.role) \($0.id)" } ?? ""
                return [
                    line.account, String(line.amount.oere), party, line.taxCode ?? "", line.reference ?? "",
                    line.text,
                ].joined(separator: "|")
            }
        }
    }

    @Test(
        "The same books say the same in every format",
        arguments: ["journal-utf8.csv", "journal-utf16.txt", "journal.xlsx", "journal-1904.xlsx"]
    )
    func sameBooks(name: String) throws {
        let expected = try reading("journal-cp1252.csv")
        let found = try reading(name)
        #expect(found.gathered.vouchers.map(Content.init) == expected.gathered.vouchers.map(Content.init))
        #expect(
            found.reading.books.parties.map(\.reference) == expected.reading.books.parties.map(\.reference)
        )
        #expect(found.reading.books.parties.map(\.name) == expected.reading.books.parties.map(\.name))
        #expect(
            found.reading.books.parties.map(\.organisationNumber)
                == expected.reading.books.parties.map(\.organisationNumber)
        )
        #expect(found.reading.books.accounts == expected.reading.books.accounts)
        #expect(found.reading.books.debit == expected.reading.books.debit)
        #expect(found.reading.books.period == expected.reading.books.period)
    }

    @Test("A journal with title rows, no-break spaces, quotes over two lines and totals")
    func journal() throws {
        let (gathered, reading, layout) = try reading("journal-cp1252.csv")
        #expect(layout.form == .journal)
        #expect(layout.headerLine == 4)
        #expect(layout.container == .text(separator: .semicolon, encoding: .windows1252))
        #expect(layout.decimalSign == .comma)
        #expect(layout.unrecognised.isEmpty)
        let books = reading.books
        #expect(books.voucherCount == 4)
        #expect(books.lineCount == 11)
        #expect(books.debit == books.credit)
        #expect(books.accounts["2400"] == "Leverandørgjeld")
        #expect(books.period?.lowerBound == CalendarDate(iso: "2024-01-05"))
        #expect(books.period?.upperBound == CalendarDate(iso: "2024-03-01"))
        #expect(books.parties.map(\.name) == ["Sandtak (eksempel)", "Entreprenør (eksempel)"])
        #expect(books.parties.first?.country == "NO")
        #expect(gathered.vouchers.allSatisfy { $0.lines.reduce(.zero) { $0 + $1.amount } == .zero })
        let payment = try #require(gathered.vouchers.first { $0.number == "3" })
        #expect(payment.lines.map(\.text) == ["Betaling; faktura \"A-1\"", "Betaling\nav faktura"])
        #expect(payment.lines.map(\.line) == [11, 12])
        #expect(reading.notices == [.totalsLeftOut(count: 1, lines: [18])])
    }

    @Test("A workbook: the sheet whose header fits, and rows by their number")
    func workbook() throws {
        let (gathered, _, layout) = try reading("journal.xlsx")
        #expect(layout.sheet == "Sheet1")
        #expect(layout.headerLine == 5)
        #expect(gathered.vouchers.first?.lines.first?.line == 6)
    }

    @Test("An organisation number in scientific notation is told, and kept as it stands")
    func scientificNotation() throws {
        let (_, reading, _) = try reading("scientific-organisation-number.csv")
        #expect(reading.notices.contains(.scientificNotation(line: 3, value: "9,23609E+08", count: 1)))
        #expect(reading.books.parties.map(\.organisationNumber) == ["9,23609E+08"])
    }
}
