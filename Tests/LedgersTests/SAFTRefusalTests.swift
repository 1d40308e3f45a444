import FileFormats
import TestSupport
import Testing

@testable import Ledgers

/// Every way a file is refused, from a broken file.
@Suite("SAF-T, refused")
struct SAFTRefusalTests {
    private func refusal(_ name: String) -> LedgersError? {
        thrown { () throws(LedgersError) in _ = try SAFTReader(file: fixture(name)).read(into: Collected()) }
    }

    @Test(
        "Documents that do not hold together",
        arguments: [
            ("truncated.xml", "no element found"), ("two_roots.xml", "junk after document element"),
            ("entity_bomb.xml", "line 3: a document type declaration"),
            ("external_entity.xml", "line 3: a document type declaration"),
            ("mixed_encodings.xml", "not well-formed"), ("unknown_encoding.xml", "unknown encoding"),
            ("unbound_prefix.xml", "unbound prefix"), ("checksum.zip", "CRC"), ("truncated.zip", ""),
            ("same_name.zip", "two entries"),
        ]
    )
    func damaged(name: String, words: String) {
        guard case .file(.damaged(let path, let reason)) = refusal(name) else {
            Issue.record("\(String(describing: refusal(name)))")
            return
        }
        #expect(path.hasPrefix(fixture(name)) && reason.contains(words), "\(reason)")
        if name.hasSuffix(".xml") { #expect(reason.hasPrefix("line ")) }
    }

    @Test("Mixed encodings are told by the line")
    func mixedEncodings() {
        #expect(
            refusal("mixed_encodings.xml")
                == .file(
                    .damaged(
                        path: fixture("mixed_encodings.xml"),
                        reason: "line 111: not well-formed (invalid token)"
                    )
                )
        )
    }

    @Test("Other documents")
    func otherDocuments() {
        let invoice = fixture("not_an_audit_file.xml")
        #expect(refusal("not_an_audit_file.xml") == .notAnAuditFile(path: invoice, root: "Invoice"))
        let register = fixture("cash_register.xml")
        #expect(refusal("cash_register.xml") == .notAnAuditFile(path: register, root: "AuditFile"))
        #expect(
            refusal("no_xml.zip") == .noLedgerInArchive(path: fixture("no_xml.zip"), entries: ["readme.txt"])
        )
        let owners = ["912345678", "987654321"]
        #expect(refusal("two_firms.zip") == .severalFirms(path: fixture("two_firms.zip"), owners: owners))
        #expect(refusal("absent.xml") == .file(.notFound(path: fixture("absent.xml"))))
    }

    @Test(
        "Archives that lead out of their folder",
        arguments: [
            ("outside.zip", "../books.xml"), ("outside_windows.zip", "..\\books.xml"),
            ("absolute.zip", "/books.xml"),
        ]
    )
    func outside(name: String, entry: String) {
        #expect(refusal(name) == .file(.outsideFolder(path: entry, folder: fixture(name))))
    }

    @Test("A zip bomb")
    func zipBomb() {
        guard case .file(.unpacksTooLarge(_, "books.xml", let bytes, let limit)) = refusal("bomb.zip") else {
            Issue.record("\(String(describing: refusal("bomb.zip")))")
            return
        }
        #expect(bytes > limit && limit < 5 << 20)
    }

    @Test("Elements too deep inside each other")
    func deep() {
        let file = fixture("deep.xml")
        #expect(
            refusal("deep.xml")
                == .file(.tooMany(path: file, of: "nested elements in the document", limit: 256))
        )
    }

    @Test(
        "Faults have a line and the value",
        arguments: [
            ("decimal_comma.xml", 127, "Amount", "10.000,00", .notANumber),
            (
                "decimals.xml", 127, "Amount", "10000.005",
                .malformed(rule: "an amount has at most two decimals")
            ),
            (
                "huge_amount.xml", 127, "Amount", "1000000000000000",
                .outside(lower: -100_000_000_000, upper: 100_000_000_000)
            ),
            ("date_2099.xml", 110, "TransactionDate", "2099-01-15", SAFTRefusalTests.date),
            ("date_1900.xml", 110, "TransactionDate", "1900-01-01", SAFTRefusalTests.date),
            ("year_2099.xml", 21, "PeriodEndYear", "2099", SAFTRefusalTests.date),
            ("no_date.xml", 154, "TransactionDate", nil, .missing),
            ("no_amount.xml", 114, "Amount", nil, .missing),
            ("no_account.xml", 114, "AccountID", nil, .missing),
            ("no_party_number.xml", 51, "CustomerID", nil, .missing),
            ("no_voucher_number.xml", 156, "TransactionID", nil, .missing),
            (
                "backwards.xml", 22, "SelectionCriteria", nil,
                .malformed(rule: "the period ends before it begins")
            ),
            ("swedish_kronor.xml", 18, "DefaultCurrencyCode", "SEK", .expected("NOK")),
            ("long_text.xml", 111, "Description", nil, .malformed(rule: "a field holds at most 4096 bytes")),
        ] as [(String, Int, String, String?, Fault.Problem)]
    )
    func faults(name: String, line: Int, element: String, value: String?, problem: Fault.Problem) {
        let place = Place(file: fixture(name), line: line, column: element)
        #expect(refusal(name) == .file(.faults([Fault(at: place, value: value, problem)])))
    }

    static let date = Fault.Problem.malformed(
        rule: "a date from 1950 to 2098 is expected, such as 2024-02-29"
    )

    @Test("All faults of a file are told together")
    func severalFaults() {
        guard case .file(.faults(let faults)) = refusal("several_faults.xml") else {
            Issue.record("\(String(describing: refusal("several_faults.xml")))")
            return
        }
        #expect(faults.map(\.value) == ["ti tusen", "20.02.2024"])
        #expect(faults.map(\.place.line) == [127, 159])
    }

    @Test("What one file may add up to")
    func sumOfAmounts() throws {
        let amount = "<DebitAmount><Amount>99999999999</Amount></DebitAmount>"
        let lines = String(repeating: "<Line><AccountID>1</AccountID>" + amount + "</Line>", count: 101)
        let transaction = "<Transaction><TransactionID>1</TransactionID>\n\(lines)\n</Transaction>"
        let entries = "<GeneralLedgerEntries><Journal>\(transaction)</Journal></GeneralLedgerEntries>"
        guard case .file(.faults(let faults)) = refusal(of: ["<AuditFile>" + entries + "</AuditFile>"]) else {
            Issue.record("not refused")
            return
        }
        let rule = "the amounts of the file add up to more than 10 000 billion kroner"
        #expect(faults.first?.problem == .malformed(rule: rule) && faults.first?.place.line == 2)
    }

    @Test(
        "A single element of two gigabytes is refused before a hundredth of it is read",
        arguments: [
            "<AuditFile><Header><HeaderComment>", "<AuditFile><GeneralLedgerEntries><Journal><JournalID>",
            "<AuditFile><!--",
            "<AuditFile><", "<AuditFile a='", "<AuditFile><![CDATA[",
        ]
    )
    func endlessElement(head: String) {
        let piece = String(repeating: "x", count: 1 << 16)
        var count = 0
        let pieces = AnyIterator {
            count += 1
            return count == 1 ? head : count <= 1 << 15 ? piece : nil
        }
        #expect(
            refusal(of: pieces)
                == .file(.tooMany(path: "x.xml", of: "bytes between two tags", limit: 1 << 20))
        )
        #expect(count < 1 << 8)
    }

    private func refusal(of pieces: some Sequence<String>) -> LedgersError? {
        thrown { () throws(LedgersError) in
            var delivery = SAFTDelivery(consumer: Collected())
            try delivery.take(file: "x.xml") { feed throws(FileFormatError) in
                for piece in pieces { try Array(piece.utf8).withUnsafeBufferPointer(feed) }
            }
            _ = try delivery.books(file: "x.xml")
        }
    }
}
