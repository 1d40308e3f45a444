import Accounts
import Testing

@Suite("Labels and names")
struct LabelTests {
    @Test("a name speaks the language it is asked in")
    func languages() {
        let name = Name(english: "Fishing", norwegian: "Fiske")
        #expect(name.text(in: .english) == "Fishing")
        #expect(name.text(in: .norwegian) == "Fiske")
        #expect(Name("SSB") == Name(english: "SSB", norwegian: "SSB"))
        #expect(Language(rawValue: "nb") == .norwegian)
    }
}
