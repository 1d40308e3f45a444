import Accounts
import FileFormats
import Foundation
import TestSupport
import Testing

@testable import Ledgers
@testable import Reporting

@Suite("Review page")
struct ReviewPageTests {
    private static let golden = Repository.fixtures + "/ledger-review"

    @Test("The whole page of a small review", arguments: Language.allCases)
    func golden(_ language: Language) throws {
        let page = ReviewPage(SmallReview.review(), names: Self.names, language: language).html
        let path = Self.golden + "/review.\(language.rawValue).html"
        let expected = try InputFile.text(at: path)
        for (one, other) in zip(page.split(separator: "\n"), expected.split(separator: "\n"))
        where one != other {
            Issue.record("\(one)\n\(other)")
            break
        }
        #expect(page == expected)
    }

    static let names = ReviewNames(
        industries: [
            .sn2007: [
                "08.120": Name(english: "Quarrying of gravel", norwegian: "Utvinning fra grus- og sandtak")
            ]
        ],
        municipalities: ["5059": "Orkland", "5001": "Trondheim", "5055": "Heim"]
    )

    @Test("A party's name cannot become markup", arguments: Language.allCases)
    func escaping(_ language: Language) {
        let hostile = "\"><img src=x onerror=alert(1)>\u{202E}'\u{1B}[31m AS"
        let review = SmallReview.review(
            suppliers: [SmallReview.party(.supplier, hostile, hostile, hostile)],
            vouchers: [SmallReview.purchase("99", 30, hostile, hostile, net: 1_000_000, on: "4000")]
        )
        let page = ReviewPage(review, language: language).html
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(!page.contains("<script") && !page.contains("<img"))
        #expect(page.contains("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;\u{FFFD}&#39;\u{FFFD}[31m AS"))
        for scalar in page.unicodeScalars {
            let isControl = scalar.value < 0x20 && scalar != "\n" || (0x202A...0x202E).contains(scalar.value)
            #expect(!isControl, "\(scalar.value)")
        }
    }

    @Test("Persons are named nowhere", arguments: Language.allCases)
    func persons(_ language: Language) {
        let review = SmallReview.review()
        let rows = ReviewRows(review)
        let outputs = [
            ReviewPage(review, names: Self.names, language: language).html, rows.parties, rows.changes,
            rows.summary, rows.json.prettyText,
        ]
        for name in SmallReview.persons + [
            "Nordmann", "510005481", "510\u{A0}005\u{A0}481", "20003", "77777",
        ] {
            #expect(!outputs.contains { $0.contains(name) }, "\(name)")
        }
        #expect(review.parties.contains { $0.kind == .soleProprietors })
        #expect(review.parties.contains { $0.kind == .privatePersons })
    }

    @Test("The rules that leave out add up to what is left out")
    func refusalsAddUp() {
        let review = SmallReview.review()
        let uses = RuleUse.uses(of: .refused, in: review)
        let purchases = BalanceTotal(.supplier, in: review)
        #expect(uses.map(\.rule) == [.sameVoucherTwice, .invoiceNumberOnly])
        #expect(uses.reduce(Kroner.zero) { $0 + $1.purchases.amount } == purchases.refused.amount)
        #expect(uses.reduce(0) { $0 + $1.purchases.rows } == purchases.refused.rows)
        #expect(purchases.refused.amount == Kroner(oere: 1_484_500))
        #expect(review.isWhole)
    }

    @Test("Every rule that met something is explained, and no other", arguments: Language.allCases)
    func rules(_ language: Language) {
        let review = SmallReview.review()
        let page = ReviewPage(review, language: language).html
        let met = Set(review.changes.map(\.rule))
        for rule in ReviewRule.allCases {
            #expect(page.contains("<code>\(rule.rawValue)</code>") == met.contains(rule), "\(rule)")
        }
        for rule in met {
            let effect: Markup = "\(ReviewRuleWording(rule, in: language).effect)"
            #expect(page.contains(effect.html), "\(rule)")
        }
    }

    @Test("Nothing is fetched from elsewhere")
    func selfContained() {
        let page = ReviewPage(SmallReview.review(), language: .norwegian).html
        for word in ["http:", "https:", "src=", "href=", "url(", "@import", "<script", "<link"] {
            #expect(!page.contains(word), "\(word)")
        }
    }

    @Test("A review of nothing is a page that says so", arguments: Language.allCases)
    func empty(_ language: Language) {
        let ledger = SmallReview.ledger("tom.csv", "CSV", nil, "", [], [])
        let page = ReviewPage(LedgerReview(of: [ledger]), language: language).html
        #expect(page.contains(language == .norwegian ? "Ingenting er utelatt." : "Nothing was refused."))
        #expect(page.contains(language == .norwegian ? "Fant ingen innkjøp." : "No purchases were found."))
    }
}
