import Accounts
import FileFormats
import Ledgers
import TestSupport
import Testing

@Suite("SAF-T, as it comes")
struct SAFTReaderTests {
    static let forms = [
        "books.xml", "v1.10.xml", "v1.20.xml", "no_namespace.xml", "prefix.xml", "bom.xml", "crlf.xml",
        "one_line.xml",
        "windows-1252.xml", "iso-8859-1.xml", "utf-16.xml", "books.zip", "parts.zip",
        "periods.xml",
    ]

    private func read(_ name: String) throws(LedgersError) -> (books: Books, vouchers: [Voucher]) {
        let collected = Collected()
        let books = try LedgerFile.read(path: fixture(name), into: collected)
        return (books, collected.vouchers)
    }

    @Test("Every form gives the same books", arguments: forms)
    func sameBooks(name: String) throws {
        let (books, vouchers) = try read(name)
        let version = name.hasPrefix("v") ? String(name.dropFirst().dropLast(4)) : "1.30"
        #expect(books.format == "SAF-T Financial " + version && books.file == fixture(name))
        #expect(books.owner == "912345678" && books.ownerName == "Smelteverk (eksempel)")
        #expect(books.period.map { "\($0.lowerBound) \($0.upperBound)" } == "2024-01-01 2024-12-31")
        #expect(books.accounts.count == 2 && books.accounts["1500"] == "Kundefordringer")
        #expect(books.standardAccounts == ["1500": "15", "6340": "6340"])
        #expect(books.voucherCount == 5 && books.lineCount == 18)
        #expect(books.controls.unbalancedCount == 0 && books.controls.differences == [])
        #expect(books.debit == Kroner(oere: 5_875_000) && books.credit == books.debit)
        #expect(vouchers.map(\.number) == ["1001", "1002", "1003", "2001", "2002"])
        #expect(vouchers.map(\.journal) == ["IB", "IB", "IB", "UB", "UB"])
        let days = ["2024-01-15", "2024-02-20", "2024-03-01", "2024-04-10", "2024-05-10"]
        #expect(vouchers.map(\.date.description) == days)
        #expect(vouchers.allSatisfy { $0.lines.reduce(Kroner.zero) { $0 + $1.amount } == .zero })
        let dash = name == "iso-8859-1.xml" ? "-" : "–"
        #expect(books.accounts["6340"] == "Strøm \(dash) smelteovn")
        #expect(vouchers[0].lines[2].text == "Kjøp av strøm \(dash) januar")
    }

    @Test("Parties: balances in either place, numbers as written, the first address")
    func parties() throws {
        for name in ["books.xml", "v1.10.xml", "parts.zip"] {
            let parties = try read(name).books.parties
            #expect(parties.map(\.reference.id) == ["10001", "20001", "20002"])
            #expect(
                parties.map(\.name) == [
                    "Betongvarefabrikk (eksempel)", "Kraftselskap & nett (eksempel)", "Quarry (example)",
                ]
            )
            #expect(parties.map(\.organisationNumber) == ["987654325", "NO 976 543 210 MVA", nil])
            #expect(parties.map(\.country) == ["NO", nil, "SE"])
            #expect(parties.map(\.postalCode) == ["7300", nil, nil])
            #expect(parties.map(\.opening) == [100_000, -50_050, 0].map { Kroner(oere: $0) })
            #expect(parties.map(\.closing) == [600_000, -50_050, -1_000_000].map { Kroner(oere: $0) })
        }
    }

    @Test("A line: account, amount, party, VAT code, text, reference")
    func lines() throws {
        let vouchers = try read("books.xml").vouchers
        let lines = vouchers[0].lines
        #expect(
            lines[0]
                == JournalLine(
                    line: 114,
                    account: "6340",
                    amount: Kroner(oere: 1_000_000),
                    party: nil,
                    taxCode: "1",
                    text: "Strøm",
                    reference: "D-1"
                )
        )
        #expect(lines[2].party == PartyReference(.supplier, "20001") && lines[2].reference == "F-77")
        #expect(vouchers[1].lines[0].text == "Retting <feil avlesing> & annet")
        #expect(vouchers[1].lines[0].amount == Kroner(oere: -100_000))
        #expect(vouchers[1].lines[3].amount == Kroner(oere: 250_000))
    }

    @Test("A party of the whole transaction is given to its line on payables, and to no other")
    func partyOfTheTransaction() throws {
        let lines = try read("books.xml").vouchers[2].lines
        #expect(lines.map(\.party) == [nil, PartyReference(.supplier, "20002"), nil, nil])
    }

    @Test("A consumer learns the standard accounts before the first voucher")
    func standardAccounts() throws {
        let collected = Collected()
        _ = try LedgerFile.read(path: fixture("books.xml"), into: collected)
        #expect(collected.standardAccounts == ["1500": "15", "6340": "6340"])
    }

    @Test("Vouchers out of balance and wrong totals are reported, and refuse nothing")
    func controls() throws {
        let unbalanced = try read("unbalanced.xml").books.controls
        #expect(unbalanced.unbalancedCount == 1)
        let first = try #require(unbalanced.unbalanced.first)
        #expect(first.number == "1001" && first.journal == "IB" && first.difference == Kroner(oere: 10_000))
        #expect(unbalanced.differences == [.credit])
        let totals = try read("wrong_totals.xml").books.controls
        #expect(totals.differences == [.entries, .debit])
        #expect(totals.stated?.entries == 6 && totals.found?.entries == 5)
        #expect(
            totals.stated?.debit == Kroner(oere: 5_300_000) && totals.found?.debit == Kroner(oere: 5_375_000)
        )
    }

    @Test("Progress goes from nothing to all")
    func progress() throws {
        for name in ["books.xml", "parts.zip"] {
            var told: [Double] = []
            _ = try LedgerFile.read(path: fixture(name), into: Collected()) { told.append($0) }
            #expect(told.last == 1 && told == told.sorted() && (told.first ?? -1) >= 0)
        }
    }

    @Test("The kind of a file is in its bytes")
    func kinds() throws {
        for name in Self.forms { #expect(try LedgerFile.kind(of: fixture(name)) == .auditFile) }
        let files = Repository.fixtures + "/files/"
        #expect(try LedgerFile.kind(of: files + "plain.xlsx") == .workbook)
        #expect(try LedgerFile.kind(of: files + "password.xlsx") == .workbook)
        #expect(try LedgerFile.kind(of: files + "semicolon.csv") == .table)
    }
}
