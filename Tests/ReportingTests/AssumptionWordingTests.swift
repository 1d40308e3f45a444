import Accounts
import Disclosure
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

    @Test("One firm, one figure and one run before are told of as one")
    func singular() throws {
        func text(_ assumption: Assumption) -> (english: String, norwegian: String) {
            (assumption.text(in: .english), assumption.text(in: .norwegian))
        }
        let one = text(.firmBooks(firms: 1, repairs: []))
        #expect(one.english.hasPrefix("1 firm has a row and a column of its own in the tables"))
        #expect(one.english.contains("what remains of its industry is the rest"))
        #expect(
            one.english.contains("from its reviewed books") && one.english.contains("where the firm did not")
        )
        #expect(one.norwegian.hasPrefix("1 bedrift har egen rad og kolonne i tabellene"))
        #expect(one.norwegian.contains("det som er igjen av næringen dens, er resten"))
        let six = text(.firmBooks(firms: 6, repairs: []))
        #expect(six.english.hasPrefix("6 firms have rows and columns of their own in the tables"))
        #expect(six.norwegian.hasPrefix("6 bedrifter har egne rader og kolonner i tabellene"))

        let single = text(
            .withheldForConfidentiality(
                try DisclosureRules(leastUnits: 1),
                withheld: 1,
                of: 9,
                earlierRuns: 1
            )
        )
        #expect(
            single.english.contains("1 of 9 is withheld") && single.english.contains("fewer than 1 firm,")
        )
        #expect(single.english.contains("from this run, the one before it and one that leaves out"))
        #expect(single.norwegian.contains("av denne kjøringen, den før den og en som utelater"))
        #expect(single.norwegian.contains("færre enn 1 bedrift,"))
        let several = text(
            .withheldForConfidentiality(.usual, withheld: 2, of: 9, earlierRuns: 2)
        )
        #expect(
            several.english.contains("2 of 9 are withheld") && several.english.contains("the 2 before it")
        )
        #expect(several.english.contains("fewer than 3 firms,"))
        #expect(
            several.norwegian.contains("de 2 før den") && several.norwegian.contains("færre enn 3 bedrifter,")
        )
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
