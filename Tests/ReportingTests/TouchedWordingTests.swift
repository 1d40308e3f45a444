import Accounts
import FileFormats
import Foundation
import Reporting
import TestSupport
import Testing

@Suite("What a rule touched, in words")
struct TouchedWordingTests {
    @Test(
        "Words and numbers of the language",
        arguments: [
            ("rows off: 59", "rows off: 59", "rader som ikke går opp: 59"),
            ("products off: 1200", "products off: 1,200", "produkter som ikke går opp: 1\u{00A0}200"),
            ("largest: R51, 0.188 MNOK", "largest: R51, 0.188 MNOK", "størst: R51, 0,188 mill. kr"),
            ("Fastlands-Norge: 252 rows", "Fastlands-Norge: 252 rows", "Fastlands-Norge: 252 rader"),
            ("F: 1 rows", "F: 1 row", "F: 1 rad"),
            (
                "employment largest deviation from a total: 0.3125",
                "employment, largest deviation from a total: 0.313",
                "sysselsatte, største avvik fra en sum: 0,313"
            ),
            ("employment C: 12.0 of 10.0", "employment C: 12 of 10", "sysselsatte C: 12 av 10"),
            (
                "50 C19_21: -12.5 → 1003.25", "50 C19_21: -12.5 → 1,003.25",
                "50 C19_21: -12,5 → 1\u{00A0}003,25"
            ),
            (
                "2012 value_added C: 90.0 → 100.5", "2012 value added C: 90 → 100.5",
                "2012 bruttoprodukt C: 90 → 100,5"
            ),
            (
                "2019 0 L68A compensation: 149788", "compensation 2019 0 L68A: 149,788",
                "lønnskostnader 2019 0 L68A: 149\u{00A0}788"
            ),
            ("compensation 1 C", "compensation 1 C", "lønnskostnader 1 C"),
            (
                "value_added outside C24 [18, 23.5]", "value added outside C24 [18; 23.5]",
                "bruttoprodukt utenfor C24 [18; 23,5]"
            ),
            (
                "1850 R22 × P52: -1030.98", "1850 R22 × P52: -1,030.98",
                "1850 R22 × P52: -1\u{00A0}030,98"
            ),
        ]
    )
    func forms(touched: String, english: String, norwegian: String) {
        #expect(TouchedWording(.english).text(touched) == english)
        #expect(TouchedWording(.norwegian).text(touched) == norwegian)
    }

    @Test(
        "Codes, years and what is not known stand as they are",
        arguments: [
            "16 + 17 → 50", "2012 → 2011", "30: 2008, 2009", "30: 2008", "ghg", "R68A", "V… → R…",
            "1500 R01: 7",
        ]
    )
    func others(touched: String) {
        for language in Language.allCases { #expect(TouchedWording(language).text(touched) == touched) }
    }

    @Test("What datasets and sources write of how far figures are off is known")
    func written() throws {
        // These two forms are written by what reads workbooks of statistics, and kept in the datasets.
        for folder in ["ssb-io", "ssb-supply-use"] {
            let path = Repository.root + "/data/\(folder)/2020/dataset.json"
            let rules = try JSONDocument(contentsOf: path).root["rules"]?.elements ?? []
            let rounding = try #require(
                rules.first { $0["name"]?.text?.hasSuffix("rounding-accepted") == true }
            )
            for touched in (rounding["touched"]?.elements ?? []).compactMap(\.text) {
                #expect(TouchedWording(.norwegian).text(touched) != touched, "\(touched)")
            }
        }
    }
}
