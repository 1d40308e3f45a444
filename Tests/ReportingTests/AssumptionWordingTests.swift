import Accounts
import Reporting
import Testing

@Suite("Assumption wording")
struct AssumptionWordingTests {
    @Test("Every assumption is a sentence or more, another in each language and another for each parameter")
    func sentences() throws {
        var texts: Set<String> = []
        let assumptions = try SmallReport.assumptions()
        for assumption in assumptions {
            for language in Language.allCases {
                let text = assumption.text(in: language)
                #expect(text.hasSuffix(".") || text.hasSuffix("]"), "\(text)")
                #expect(!text.contains("\n") && !text.contains("  ") && !text.contains(" ."), "\(text)")
                texts.insert(text)
            }
        }
        #expect(texts.count == 2 * assumptions.count)
    }

    @Test("Parameters are told, in the language's numbers")
    func parameters() throws {
        let texts = try SmallReport.assumptions().map { ($0.text(in: .english), $0.text(in: .norwegian)) }
        let flegg = try #require(texts.first { $0.0.contains(" FLQ ") })
        #expect(flegg.0.contains("δ = 0.10") && flegg.0.contains("λ = 0.7600") && flegg.0.contains("7.33%"))
        #expect(
            flegg.1.contains("δ = 0,10") && flegg.1.contains("λ = 0,7600")
                && flegg.1.contains("7,33\u{00A0}%")
        )
        let households = try #require(texts.first { $0.0.contains("[table 1]") })
        // .75 · .93 · .9 = .62775
        for number in ["80.3%", "25.0%", "7.0%", "90.0%", "62.8%", "R68A"] {
            #expect(households.0.contains(number), "\(number)")
        }
    }
}
