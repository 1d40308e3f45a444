import Accounts
import FileFormats
import Ledgers
import TestSupport
import Testing

/// Skatteetaten's own example files.
@Suite(
    "Skatteetaten's example files",
    .enabled(if: isShared("data/saft_no/Example Files"), "the published files are not beside the repository")
)
struct PublishedAuditFileTests {
    private static let folder = Repository.shared + "/data/saft_no/"
    static let example = folder + "Example Files/ExampleFile SAF-T Financial_888888888_20180228235959.xml"
    static let files = [
        example, folder + "Example Files/ExampleFile SAF-T Financial_999999999_20161125213512.xml",
        folder + "SAF-T_Financial_1.3/Example Files/Eksempelfil fra xmlSpy.xml",
    ]

    /// Movements by party, of all lines that carry one.
    private func movements(_ lines: [JournalLine]) -> [PartyReference: Kroner] {
        lines.reduce(into: [:]) { sums, line in
            if let party = line.party {
                sums[party, default: .zero] = sums[party, default: .zero] + line.amount
            }
        }
    }

    /// What opening + movement is more than closing, for the parties where it is: in the file of 999999999 the balances are
    /// made-up digits (1 234.56 and 12 345.67) that no movement joins.
    static let published: [(file: String, contradictions: [String: Int64])] = [
        (files[0], [:]),
        (files[1], ["12000": 123_456 - 1_234_567, "20000": -123_456 - 1_250_000 + 1_234_567]),
        (files[2], [:]),
    ]

    @Test(
        "Opening + movement = closing for all parties that the file has balances of, and every voucher adds up",
        arguments: published
    )
    func balances(file: String, contradictions: [String: Int64]) throws {
        let collected = Collected()
        let books = try LedgerFile.read(path: file, into: collected)
        let movements = movements(collected.lines)
        #expect(!books.parties.isEmpty)
        for party in books.parties {
            let difference = Kroner(oere: contradictions[party.reference.id, default: 0])
            let (opening, closing) = (try #require(party.opening), try #require(party.closing))
            #expect(opening + movements[party.reference, default: .zero] - closing == difference, "\(party)")
        }
        #expect(books.controls.unbalancedCount == 0)
        // The file of 1.30 was made by a program from the schema: one voucher, and none stated.
        #expect(books.controls.differences == (file.hasSuffix("xmlSpy.xml") ? [.entries] : []))
        #expect(books.voucherCount == collected.vouchers.count && books.lineCount == collected.lines.count)
    }

    @Test("The case: balances and movements of twelve parties")
    func reskontro() throws {
        let collected = Collected()
        let books = try SAFTReader(file: Self.example).read(into: collected)
        #expect(books.format == "SAF-T Financial 1.0")
        #expect(books.owner == "888888888" && books.ownerName == "Tøyen Lekefabrikk AS")
        #expect(books.period.map { "\($0.lowerBound) \($0.upperBound)" } == "2017-01-01 2017-04-30")
        #expect(books.voucherCount == 53)
        let table = try CSVTable(contentsOf: Repository.shared + "/cases/saft_reskontro_example/ledger.csv")
        let movements = movements(collected.lines)
        #expect(table.rows.count == 12 && books.parties.count == 12)
        for row in table.rows {
            let role: PartyRole = row.fields[0] == "Supplier" ? .supplier : .customer
            let party = try #require(
                books.parties.first { $0.reference == PartyReference(role, row.fields[1]) }
            )
            #expect(party.organisationNumber == row.fields[2] && party.name == row.fields[3])
            #expect(
                party.opening == kroner(row.fields[4]) && party.closing == kroner(row.fields[6]),
                "\(party)"
            )
            #expect(movements[party.reference, default: .zero] == kroner(row.fields[5]), "\(party)")
            #expect(party.country == row.fields[10])
        }
    }

    private func kroner(_ text: String) -> Kroner? {
        Double(text).map { Kroner(oere: Int64(($0 * 100).rounded())) }
    }
}
