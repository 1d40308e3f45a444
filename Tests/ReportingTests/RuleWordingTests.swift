import Accounts
import FileFormats
import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite("Rule wording")
struct RuleWordingTests {
    private func expectWorded(_ name: String, in place: String) {
        let (english, norwegian) = (
            RuleWording.text(name, in: .english), RuleWording.text(name, in: .norwegian)
        )
        #expect(english != name && norwegian != name, "\(name), in \(place)")
        #expect(english != norwegian && english.hasSuffix(".") && norwegian.hasSuffix("."), "\(name)")
    }

    /// Files below a folder of the repository.
    private func files(under folder: String, suffix: String) throws -> [String] {
        let root = Repository.root + "/" + folder
        return try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(suffix) }
            .sorted()
            .map { root + "/" + $0 }
    }

    @Test("Every rule the sources apply has a text in both languages")
    func sources() throws {
        var names: Set<String> = []
        for file in try files(under: "Sources", suffix: ".swift") where !file.hasSuffix("/RuleWording.swift")
        {
            let text = try InputFile.text(at: file).split(separator: "\n")
                .filter { !$0.contains("///") }.joined(separator: "\n")
            // AppliedRule("name", …, with any blanks before the name, and names kept in constants beside it.
            for match in text.matches(of: /AppliedRule\(\s*(?:name:\s*)?"([^"\\]+)"/) {
                names.insert(String(match.1))
                expectWorded(String(match.1), in: file)
            }
            guard text.contains("AppliedRule") else { continue }
            for match in text.matches(of: /"([a-z0-9]+(?:-[a-z0-9]+){2,})"/)
            where !match.1.hasPrefix("ringvirk-") {
                names.insert(String(match.1))
                expectWorded(String(match.1), in: file)
            }
        }
        // If the sources write rules in another way one day, this finds too few.
        #expect(names.count >= 15, "\(names.sorted())")
        #expect(names.contains("regions-merged") && names.contains("suppressed-cell-implied-by-totals"))
    }

    @Test("Every rule in the committed datasets has a text in both languages")
    func datasets() throws {
        var count = 0
        for file in try files(under: "data", suffix: "/dataset.json") {
            for rule in try JSONDocument(contentsOf: file).root["rules"]?.elements ?? [] {
                expectWorded(try #require(rule["name"]?.text), in: file)
                count += 1
            }
        }
        #expect(count > 50)
    }

    @Test("A rule that a user's own dataset brought along goes by its name")
    func unknown() {
        #expect(RuleWording.text("ours-alone", in: .norwegian) == "ours-alone")
    }

    @Test("Every check has a text, another in each language")
    func checks() {
        var texts: Set<String> = []
        for kind in Report.Check.Kind.allCases {
            let (english, norwegian) = (
                CheckWording.text(kind, in: .english), CheckWording.text(kind, in: .norwegian)
            )
            #expect(english != norwegian)
            texts.formUnion([english, norwegian])
        }
        #expect(texts.count == 2 * Report.Check.Kind.allCases.count)
    }
}
