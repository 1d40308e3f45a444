import Accounts
import FileFormats
import Ledgers
import TestSupport
import Testing

@testable import Reporting

@Suite("docs/LEDGERS.md")
struct LedgersDocumentTests {
    private let text: String

    init() throws {
        text = try InputFile.text(at: Repository.root + "/docs/LEDGERS.md")
    }

    @Test("Every rule of the review stands in it, with its outcome and in the page's own words")
    func rules() {
        for rule in ReviewRule.allCases {
            let wording = ReviewRuleWording(rule, in: .english)
            let row =
                "| `\(rule.rawValue)` | \(rule.outcome.rawValue) | \(wording.effect) | \(wording.reason) |"
            #expect(text.contains(row), "\(row)")
        }
    }

    @Test("Every rule by which vouchers are read stands in it")
    func readings() {
        for rule in ExtractionRule.allCases { #expect(text.contains("| `\(rule.rawValue)` |"), "\(rule)") }
    }

    @Test("Every column of every file stands in it")
    func columns() {
        for column in ReviewRows.partyHeader + ReviewRows.changeHeader + ReviewRows.summaryHeader {
            #expect(text.contains("`\(column)`"), "\(column)")
        }
    }
}
