import Accounts
import Leontief
import Reporting
import Testing

@Suite("Wording")
struct WordingTests {
    @Test("Every effect has a name, another in each language")
    func effects() {
        for effect in Effect.allCases {
            let (english, norwegian) = (
                Wording(.english).name(of: effect), Wording(.norwegian).name(of: effect)
            )
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
