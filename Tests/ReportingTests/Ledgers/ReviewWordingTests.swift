import Accounts
import Ledgers
import Testing

@testable import Reporting

@Suite("Wording of reviews")
struct ReviewWordingTests {
    @Test("Every rule has a title and three sentences, in two languages that differ")
    func rules() {
        for rule in ReviewRule.allCases {
            let (english, norwegian) = (
                ReviewRuleWording(rule, in: .english), ReviewRuleWording(rule, in: .norwegian)
            )
            for wording in [english, norwegian] {
                #expect(!wording.title.isEmpty && !wording.title.hasSuffix("."))
                for sentence in [wording.effect, wording.reason, wording.remedy] {
                    #expect(sentence.hasSuffix(".") && !sentence.contains("  "), "\(sentence)")
                }
            }
            #expect(english.title != norwegian.title && english.effect != norwegian.effect)
            #expect(english.reason != norwegian.reason && english.remedy != norwegian.remedy)
        }
        let titles = Set(ReviewRule.allCases.map { ReviewRuleWording($0, in: .norwegian).title })
        #expect(titles.count == ReviewRule.allCases.count)
    }

    @Test("Every use of a line and every way of reading a voucher is explained", arguments: Language.allCases)
    func lines(_ language: Language) {
        for purpose in LinePurpose.allCases {
            let wording = LinePurposeWording(purpose, in: language)
            #expect(!wording.title.isEmpty && wording.text.hasSuffix("."))
        }
        for rule in ExtractionRule.allCases {
            let wording = ExtractionRuleWording(rule, in: language)
            #expect(!wording.title.isEmpty && wording.text.hasSuffix("."))
        }
    }

    @Test("Øre are written exactly")
    func kroner() {
        let norwegian = NumberFormat(.norwegian)
        #expect(norwegian.kroner(Kroner(oere: 1_234_567)) == "12\u{A0}345,67")
        #expect(norwegian.kroner(Kroner(oere: -5)) == "-0,05")
        #expect(norwegian.kroner(.zero) == "0,00")
        #expect(
            NumberFormat(.english).kroner(Kroner(oere: 900_719_925_474_099_301)) == "9,007,199,254,740,993.01"
        )
        #expect(norwegian.wholeKroner(Kroner(oere: 150)) == "2")
        #expect(norwegian.wholeKroner(Kroner(oere: -150)) == "-2")
        #expect(norwegian.wholeKroner(Kroner(oere: -49)) == "0")
        #expect(norwegian.wholeKroner(Kroner(oere: 99_950)) == "1\u{A0}000")
        #expect(norwegian.count(12_345) == "12\u{A0}345")
    }
}
