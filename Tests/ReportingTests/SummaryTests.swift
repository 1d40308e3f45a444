import Accounts
import TestSupport
import Testing

@testable import Reporting

@Suite("Summary")
struct SummaryTests {
    @Test("Every assumption and every rule stands in it, with what was touched", arguments: Language.allCases)
    func nothingLeftOut(language: Language) throws {
        let report = try SmallReport.report()
        let page = Summary(report, language: language).markdown
        for assumption in report.assumptions {
            #expect(page.contains("- " + assumption.text(in: language) + "\n"), "\(assumption)")
        }
        for rule in report.rules {
            #expect(
                page.contains("**\(rule.name)**: \(RuleWording.text(rule.name, in: language))"),
                "\(rule.name)"
            )
        }
        #expect(page.contains("(16 + 17 → 50)"))
        #expect(page.contains(language == .english ? "(a; b; c; d and 2 more)" : "(a; b; c; d og 2 til)"))
        for check in report.checks { #expect(page.contains(CheckWording.text(check.kind, in: language))) }
    }

    @Test("Checks stand as people write them, tiny ones by their order")
    func checks() throws {
        let page = Summary(try SmallReport.report(), language: .norwegian).markdown
        func line(_ kind: Report.Check.Kind) -> Substring? {
            page.split(separator: "\n").first { $0.contains(CheckWording.text(kind, in: .norwegian)) }
        }
        #expect(line(.rowBalance)?.hasSuffix(": 0,188") == true)
        #expect(line(.impliedEmployment)?.hasSuffix(": -3,8\u{00A0}%") == true)
        #expect(line(.residual)?.hasSuffix(": 1,0e-12") == true)
    }

    @Test("Every source stands once, with its attribution and licence", arguments: Language.allCases)
    func attribution(language: Language) throws {
        let report = try SmallReport.report()
        #expect(report.attributions == ["Kilde: Statistisk sentralbyrå"])
        let page = Summary(report, language: language).markdown
        let lines = page.split(separator: "\n").filter { $0.contains("Kilde: Statistisk sentralbyrå") }
        #expect(
            lines == [
                "- Kilde: Statistisk sentralbyrå: Table 1 (CC BY 4.0)",
                "- Kilde: Statistisk sentralbyrå: Table 2 (CC BY 4.0)",
            ]
        )
    }

    @Test("A study of the nation alone says nothing of a region", arguments: Language.allCases)
    func nationAlone(language: Language) throws {
        let page = Summary(try SmallReport.report(regional: false), language: language).markdown
        #expect(page.contains(SmallReport.nation.name.text(in: language)))
        #expect(!page.contains("| " + SmallReport.region.name.text(in: language)))
        #expect(!page.contains(language == .english ? "| rest of the country" : "| resten av landet"))
    }

    @Test("The page ends in one line break and has no double blank lines", arguments: Language.allCases)
    func layout(language: Language) throws {
        let page = Summary(try SmallReport.report(), language: language).markdown
        #expect(page.hasPrefix("# ") && page.hasSuffix("\n") && !page.hasSuffix("\n\n"))
        #expect(!page.contains("\n\n\n"))
    }
}
