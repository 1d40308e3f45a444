import Accounts
import Leontief
import TestSupport
import Testing

@Suite("Ripple model")
struct RippleModelTests {
    @Test("the places an effect can land in: with a region four, without two")
    func scopes() throws {
        let random = try RandomRipple(size: 2, seed: 1)
        #expect(try random.model().scopes == [.region, .restOfCountry, .nation, .abroad])
        #expect(try random.model(withRegion: false).scopes == [.nation, .abroad])
        #expect(try random.model().industries == random.table.industries)
    }
}
