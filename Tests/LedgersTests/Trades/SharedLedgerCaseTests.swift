import Accounts
import FileFormats
import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Ledgers

/// Skatteetaten's example file, read by Foundation's parser, against the ledger worked out beside it by other means.
@Suite("The tax authority's example books")
struct SharedLedgerCaseTests {
    static let file =
        Repository.shared
        + "/data/saft_no/Example Files/ExampleFile SAF-T Financial_888888888_20180228235959.xml"
    static let expected = Repository.shared + "/cases/saft_reskontro_example/ledger.csv"
    static var isPresent: Bool {
        FileManager.default.fileExists(atPath: file) && FileManager.default.fileExists(atPath: expected)
    }

    @Test(
        "Purchases and sales, gross and net, and movements per party (ledger.csv)",
        .enabled(if: isPresent, "shared/cases/saft_reskontro_example is not beside the repository")
    )
    func ledger() throws {
        let book = TestBooks.book(try ExampleVouchers.read(Self.file))
        let table = try CSVTable(contentsOf: Self.expected)
        var rows = 0
        for row in 0..<table.rows.count {
            func field(_ name: String) throws -> String {
                let column = try #require(table.header.firstIndex(of: name))
                return table.rows[row].fields[column]
            }
            let role = try field("kind") == "Supplier" ? PartyRole.supplier : .customer
            let reference = PartyReference(role, try field("party_id"))
            let party = try #require(book.parties.first { $0.reference == reference })
            let sign: Int64 = role == .supplier ? -1 : 1
            #expect(
                Kroner(oere: sign * party.gross.oere)
                    == TestBooks.kroner(try field("invoiced_gross_computed"))
            )
            #expect(
                Kroner(oere: -sign * party.net.oere) == TestBooks.kroner(try field("net_of_vat_computed"))
            )
            #expect(party.movement == TestBooks.kroner(try field("movement_computed")))
            rows += 1
        }
        #expect(rows == 12)
        #expect(book.parties.count == 12)
        #expect(
            book.net(ofInvoices: { $0.trades.contains { $0.kind == .capitalGoods } })
                == TestBooks.kroner("13000")
        )
        // The cash purchase of chocolate eggs, the only cost without a supplier.
        #expect(book.lines[.notAttributed].balance == TestBooks.kroner("550"))
        #expect(book.lines.total.balance == .zero)
    }

    @Test(
        "Rent each month and one number on many invoices are no double registrations",
        .enabled(if: isPresent, "shared/data/saft_no is not beside the repository")
    )
    func nothingInvented() throws {
        let review = LedgerReview(of: [TestBooks.ledger(try ExampleVouchers.read(Self.file))])
        #expect(review.changes.allSatisfy { ![.sameInvoiceTwice, .sameVoucherTwice].contains($0.rule) })
        #expect(review.changes.contains { $0.rule == .possibleDuplicate && $0.voucher == "1041" })
    }
}

extension TradeBook {
    fileprivate func net(ofInvoices isWanted: (Invoice) -> Bool) -> Kroner {
        (0..<invoiceCount).map(invoice(at:)).filter(isWanted).reduce(.zero) { $0 + $1.net }
    }
}

/// The vouchers of a SAF-T file, as far as the tests need them.
private final class ExampleVouchers: NSObject, XMLParserDelegate {
    private var vouchers: [Voucher] = []
    private var lines: [JournalLine] = []
    private var fields: [String: String] = [:]
    private var path: [String] = []
    private var text = ""
    private var voucher: (number: String, date: String) = ("", "")

    static func read(_ file: String) throws -> [Voucher] {
        let parser = try #require(XMLParser(contentsOf: URL(fileURLWithPath: file)))
        let reader = ExampleVouchers()
        parser.delegate = reader
        #expect(parser.parse())
        return reader.vouchers
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        path.append(Self.local(name))
        text = ""
        if path.last == "Line" { fields = [:] }
        if path.last == "Transaction" { lines = [] }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
        _ parser: XMLParser,
        didEndElement name: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        let name = path.removeLast()
        let value = text.trimmingCharacters(in: .whitespacesAndNewlines)
        text = ""
        switch (path.last, name) {
        case ("DebitAmount", "Amount"), ("CreditAmount", "Amount"): fields[path[path.count - 1]] = value
        case ("Line", _): if fields[name] == nil { fields[name] = value }
        case ("Transaction", "TransactionID"): voucher.number = value
        case ("Transaction", "TransactionDate"): voucher.date = value
        case ("Transaction", "Line"): lines.append(line(parser.lineNumber))
        case (_, "Transaction"):
            if let voucher = try? TestBooks.voucher(voucher.number, voucher.date, lines) {
                vouchers.append(voucher)
            }
        default: break
        }
    }

    private func line(_ number: Int) -> JournalLine {
        let debit = fields["DebitAmount"].map(TestBooks.kroner)
        let credit = fields["CreditAmount"].map(TestBooks.kroner)
        let party =
            fields["SupplierID"].map { PartyReference(.supplier, $0) }
            ?? fields["CustomerID"].map { PartyReference(.customer, $0) }
        return JournalLine(
            line: number,
            account: fields["AccountID"] ?? "",
            amount: debit ?? -(credit ?? .zero),
            party: party,
            taxCode: nil,
            text: fields["Description"] ?? "",
            reference: fields["ReferenceNumber"] ?? fields["SourceDocumentID"]
        )
    }

    private static func local(_ name: String) -> String {
        name.split(separator: ":").last.map(String.init) ?? name
    }
}
