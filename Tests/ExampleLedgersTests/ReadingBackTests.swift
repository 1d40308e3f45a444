import Accounts
import FileFormats
import Foundation
import Ledgers
import TestSupport
import Testing

@testable import ExampleLedgers

@Suite("The example read back and reviewed")
struct ReadingBackTests {
    @Test(
        "The same firm's books in SAF-T, CSV and XLSX give the purchases and sales that are true, to the øre"
    )
    func threeFormats() throws {
        let example = try ReadExample(seed: 1)
        for format in ExampleOptions.Format.allCases {
            for (ledger, (firm, truth)) in zip(
                try example.ledgers(format),
                zip(example.cluster.firms, example.truths)
            ) {
                let name = "\(format.rawValue) \(firm.archetype.key)"
                #expect(ledger.books.lineCount == truth.lines, "\(name)")
                #expect(ledger.books.voucherCount == truth.vouchers, "\(name)")
                #expect(ledger.books.debit.oere == truth.debit, "\(name)")
                let read = Dictionary(uniqueKeysWithValues: ledger.trades.parties.map { ($0.reference, $0) })
                for (party, totals) in zip(firm.parties, truth.parties) {
                    let found = read[PartyReference(party.isCustomer ? .customer : .supplier, party.id)]
                    #expect(
                        found?.net.oere ?? 0 == totals.net + totals.investment,
                        "\(name) \(party.id) \(party.name)"
                    )
                }
            }
        }
    }

    @Test("Opening and movement give the closing of every party in SAF-T")
    func balances() throws {
        for ledger in try ReadExample(seed: 3, years: .two).ledgers(.saft) {
            let movements = Dictionary(
                uniqueKeysWithValues: ledger.trades.parties.map { ($0.reference, $0.movement) }
            )
            for party in ledger.books.parties {
                let opening = try #require(party.opening)
                let closing = try #require(party.closing)
                #expect(opening + (movements[party.reference] ?? .zero) == closing, "\(party.name)")
            }
        }
    }

    @Test(
        "Every duplicate is found and none invented, every krone is accounted for; docs/LEDGERS.md has the figures"
    )
    func findings() throws {
        let table = try FindingsTable()
        for line in table.lines where line.planted == .duplicateExact || line.planted == .duplicateInvoice {
            #expect(line.right == line.truth && line.right == line.found, "\(line)")
        }
        let docs = try InputFile.text(at: Repository.root + "/docs/LEDGERS.md")
        #expect(docs.contains(table.markdown), "The table is now:\n\(table.markdown)\n\(table.notes)")
    }
}

/// Recall and precision of each class, over several examples.
struct FindingsTable {
    struct Line {
        let planted: Planted
        let rules: [ReviewRule]
        var truth = 0
        var found = 0
        var right = 0
        var amountsAgree = true
        var notes: [String] = []
    }

    private(set) var lines: [Line] = []

    /// Three small examples and one of two years and 30,000 lines, from SAF-T; numbers in scientific notation from CSV.
    init() throws {
        for seed in [UInt64(1), 2, 3] { try add(ReadExample(seed: seed)) }
        try add(ReadExample(seed: 4, years: .two, lines: 30_000))
    }

    private mutating func add(_ example: ReadExample) throws {
        for format in [ExampleOptions.Format.saft, .csv] {
            let review = try example.review(format)
            #expect(review.isWhole)
            let isTable = format == .csv
            for row in ReviewFindings(example, review, isTable: isTable).rows
            where isTable == (row.planted == .scientificNumber) {
                let known = lines.firstIndex { $0.planted == row.planted }
                let index = known ?? lines.count
                if known == nil { lines.append(Line(planted: row.planted, rules: row.rules)) }
                lines[index].truth += row.truth.count
                lines[index].found += row.found.count
                lines[index].right += row.right
                lines[index].amountsAgree = lines[index].amountsAgree && row.amountsAgree
                lines[index].notes += row.missed.map { "missed \($0)" }
                lines[index].notes += row.invented.map { "invented \($0)" } + row.otherAmounts
            }
        }
    }

    var markdown: String {
        let ordered = Planted.allCases.compactMap { planted in lines.first { $0.planted == planted } }
        let rows = ordered.map { line in
            let rules = line.rules.map { "`\($0.rawValue)`" }.joined(separator: ", ")
            return
                "| `\(line.planted.rawValue)` | \(rules.isEmpty ? "controls" : rules) | \(line.truth) | "
                + "\(line.found) | \(percent(line.right, line.truth)) | \(percent(line.right, line.found)) | "
                + "\(line.amountsAgree ? "yes" : "no") |"
        }
        return """
            | planted | rules | planted | found | recall | precision | right to the øre |
            |---|---|---:|---:|---:|---:|---|
            \(rows.joined(separator: "\n"))
            """
    }

    /// What lacks, for whoever looks into it.
    var notes: String {
        lines.filter { !$0.notes.isEmpty }
            .map { "\($0.planted.rawValue): " + $0.notes.prefix(8).joined(separator: "; ") }
            .joined(separator: "\n")
    }

    /// In whole per cent, but never 100 where something lacks.
    private func percent(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "–" }
        return part == whole ? "100 %" : "\(min(99, part * 100 / whole)) %"
    }
}
