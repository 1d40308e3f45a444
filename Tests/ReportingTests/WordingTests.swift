import Accounts
import Leontief
import Reporting
import Testing

@Suite("Wording")
struct WordingTests {
    private let region = Region(code: "1", name: Name(english: "North", norwegian: "Nord"))
    private let nation = Region(code: "0", name: Name(english: "Country X", norwegian: "Landet X"))

    @Test("Every place has a name of its own", arguments: Language.allCases)
    func places(language: Language) {
        let names = Scope.allCases.map { Wording(language).name(of: $0, region: region, nation: nation) }
        #expect(Set(names).count == Scope.allCases.count && names.allSatisfy { !$0.isEmpty })
    }

    @Test("Region and nation go by their own names, in the language")
    func ownNames() {
        #expect(Wording(.norwegian).name(of: .region, region: region, nation: nation) == "Nord")
        #expect(Wording(.english).name(of: .nation, region: region, nation: nation) == "Country X")
        #expect(Wording(.norwegian).name(of: .restOfCountry, region: region, nation: nation) == "resten av landet")
    }

    @Test("Every effect has a name, another in each language")
    func effects() {
        for effect in Effect.allCases {
            let (english, norwegian) = (Wording(.english).name(of: effect), Wording(.norwegian).name(of: effect))
            #expect(!english.isEmpty && !norwegian.isEmpty && english != norwegian)
        }
    }

    @Test("Units as people write them; one that is not known by its symbol")
    func units() {
        #expect(Wording(.norwegian).name(of: .millionKroner) == "mill. kr")
        #expect(Wording(.english).name(of: .persons) == "persons")
        #expect(Wording(.norwegian).name(of: .tonnesCO2Equivalents) == "tonn CO₂-ekv.")
        #expect(Wording(.norwegian).name(of: Unit("GWh")) == "GWh")
    }

    @Test("One of two texts")
    func choice() {
        #expect(Wording(.english)("yes", "ja") == "yes")
        #expect(Wording(.norwegian)("yes", "ja") == "ja")
    }
}
