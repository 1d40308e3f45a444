import Accounts
import FileFormats
import Foundation
import Reporting
import TestSupport
import Testing

@testable import Ringvirk

/// What else in the files of a published run could tell of the books.
@Suite("What published files do not tell")
struct PublishedFilesTests {
    private func files(_ result: StudyResult) -> [String: String] {
        var files: [String: String] = [:]
        let all = result.files(language: .english)
        for file in all { files[file.name] = file.text }
        files["manifest.json"] = result.manifest.json(outputs: all).prettyText
        files["standard output"] = result.json(writtenTo: "out", language: .english).prettyText
        return files
    }

    @Test("What the books are judged to be worth leaves no trace: every file is the same, byte for byte")
    func quality() throws {
        let other = try SecretStudy()
        for firm in ["silisium", "laks"] {
            try other.add("scores: {access: 2, measurability: 3, completeness: 4}", to: firm)
        }
        let told = (files(try SecretStudy.published.get().result), files(try other.run()))
        for (name, text) in told.0 { #expect(told.1[name] == text, "\(name)") }
    }

    @Test(
        "No digest of the books, the annual accounts or the study's file, which could be guessed until it fits"
    )
    func digests() throws {
        let published = try SecretStudy.published.get()
        let (study, told) = (published.study, files(published.result))
        let secret = [published.copy.file] + (study.definition.ledgers?.books ?? [])
        #expect(secret.count == 13)
        for path in secret {
            let digest = SHA256Digest(of: try InputFile.bytes(at: path)).hexadecimal
            for (name, text) in told { #expect(!text.contains(digest), "\(path) in \(name)") }
        }
        let owners = try study.run(isConfidential: true).manifest.json(outputs: []).prettyText
        #expect(owners.contains(SHA256Digest(of: try InputFile.bytes(at: secret[1])).hexadecimal))
    }

    @Test("Everything but the firms' rounded figures is what a study without books has")
    func withoutBooks() throws {
        let without = try SecretStudy()
        let text = try InputFile.text(at: without.file)
        let ledgers = try #require(text.range(of: "\nledgers:\n"))
        try AtomicFile.write(String(text[..<ledgers.lowerBound]) + "\n", to: without.file)
        let published = try SecretStudy.published.get()
        let result = published.result
        let told = (files(result), files(try without.run()))
        for name in ["multipliers.csv", "ratios.csv", "impacts.csv"] { #expect(told.0[name] == told.1[name]) }
        let tables = try [told.0, told.1].map {
            try CSVTable(text: $0["actor_table.csv"] ?? "", file: "actor_table.csv")
        }
        let booked = Set(published.study.definition.ledgers?.firms.map(\.actor) ?? [])
        for (row, plain) in zip(tables[0].rows, tables[1].rows) {
            for (column, pair) in zip(tables[0].header, zip(row.fields, plain.fields)) {
                let isMultiplier =
                    column.contains("multiplier") || column.contains("footprint")
                    || column.contains("per_unit_")
                if booked.contains(row.fields[0]), isMultiplier { continue }
                #expect(pair.0 == pair.1, "\(row.fields[0]) \(column)")
            }
        }
        // Checks of the books are told as tolerances: their last bits are the books' fingerprint.
        for check in result.report.checks where [.firmsAddedBack, .firmColumns].contains(check.kind) {
            #expect(check.deviation == 1e-12)
        }
        let purchases = try CSVTable(
            text: told.0["cluster_purchases.csv"] ?? "",
            file: "cluster_purchases.csv"
        )
        #expect(Set(purchases.rows.map { $0.fields[4] }) == ["", "yes"])
    }
}
