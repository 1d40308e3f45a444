import Accounts
import FileFormats
import Ledgers
import Testing

@Suite("Party ledgers and summaries")
struct PartyTableTests {
    @Test("Visma Business: invoices negative, payments left out, VAT by the mapping's rule")
    func visma() throws {
        let (gathered, reading, layout) = try reading("visma-party-ledger.txt", mapping: "mapping-visma.yaml")
        #expect(layout.form == .partyLedger)
        #expect(layout.container == .text(separator: .tab, encoding: .windows1252))
        #expect(gathered.postings.map(\.kind) == [.invoice, .payment, .invoice, .creditNote])
        // 12 500,00 / 1.25; 1 000,01 / 1.25 = 800,008; 100,00 / 1.25.
        #expect(gathered.postings.map(\.net.oere) == [1_000_000, 0, 80_001, -8_000])
        #expect(
            gathered.postings.map(\.party)
                == ["20001", "20001", "20002", "20002"].map { PartyReference(.supplier, $0) }
        )
        #expect(gathered.postings.first?.date == CalendarDate(iso: "2024-01-05"))
        #expect(
            reading.notices.contains(.postingsLeftOut(kind: .payment, count: 1, sum: Kroner(oere: 1_250_000)))
        )
        #expect(reading.notices.contains(.invoiceSignFound(.negative)))
        #expect(reading.notices.contains(.totalsLeftOut(count: 1, lines: [7])))
    }

    @Test("A list of open items says so, and what goes against invoices without a word is told as payments")
    func openItems() throws {
        let plain = try TableLedgerReader(file: ledger("tripletex-open-items.csv"))
        #expect(plain.layout.form == .partyLedger)
        #expect(plain.unsaid == .taxRuleNeeded(path: ledger("tripletex-open-items.csv")))
        let (gathered, reading, _) = try reading(
            "tripletex-open-items.csv",
            mapping: "mapping-open-items.yaml"
        )
        #expect(gathered.postings.map(\.net.oere) == [156_250_000, 125_000, 0])
        #expect(reading.notices.contains(.takenAsPayments(count: 1, sum: Kroner(oere: 25_000))))
        #expect(reading.notices.contains(.invoiceSignFound(.positive)))
    }

    @Test("Without a mapping, the column of open amounts is told")
    func openColumn() throws {
        let reader = try TableLedgerReader(file: ledger("tripletex-open-items.csv"))
        #expect(reader.layout.columns[.open] == 6)
        #expect(reader.layout.unrecognised == ["Forfallsdato", "KID"])
    }

    @Test("Summaries, from SAF-T and from PowerOffice Go")
    func summaries() throws {
        let (purchases, first, layout) = try reading("saft-summary.csv", mapping: "mapping-summary.yaml")
        #expect(layout.form == .summary)
        #expect(layout.container == .text(separator: .comma, encoding: .utf8))
        #expect(purchases.postings.map(\.net.oere) == [1_000_000, -72_001])
        #expect(purchases.postings.map(\.party.role) == [.supplier, .supplier])
        #expect(first.books.parties.first?.organisationNumber == "NO 999 999 999 MVA")
        let (sales, second, _) = try reading("poweroffice-summary.xlsx")
        #expect(sales.postings.map(\.net.oere) == [124_901_240, 100_000])
        #expect(sales.postings.map(\.kind) == [.period, .period])
        #expect(second.notices.contains(.totalsLeftOut(count: 1, lines: [7])))
    }

    @Test("Postings become the purchases of their parties, every row counted")
    func trades() throws {
        let mapping = try LedgerMapping(contentsOf: ledger("mapping-visma.yaml"))
        let extraction = TradeExtraction()
        let reading = try LedgerFile.read(
            path: ledger("visma-party-ledger.txt"),
            mapping: mapping,
            into: extraction,
            parties: extraction
        )
        let book = extraction.book
        #expect(book.net(of: .supplier).oere == 1_000_000 + 80_001 - 8_000)
        #expect(book.lines.total.lines == reading.books.lineCount)
        #expect(book.lines[.payment].lines == 1)
        #expect(book.lines[.payment].debit.oere == 1_250_000)
        #expect(book.parties.map(\.gross.oere) == [1_250_000, 100_001 - 10_000])
        #expect(book.parties.map(\.movement.oere) == [0, -90_001])
    }

    @Test("A summary without a year is refused") func year() throws {
        #expect(refusal("saft-summary.csv") == .yearNeeded(path: ledger("saft-summary.csv")))
    }

    @Test(
        "VAT is taken out to the nearest øre, halves away from zero",
        arguments: [
            (12_500, 25, 10_000), (1, 25, 1), (-1, 25, -1), (115, 15, 100), (-112, 12, -100), (3, 100, 2),
            (0, 25, 0),
        ]
    )
    func net(gross: Int64, percent: Int, net: Int64) {
        #expect(TaxRule.included(percent: percent).net(of: Kroner(oere: gross)).oere == net)
    }
}
