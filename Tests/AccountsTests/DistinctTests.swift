import Accounts
import Testing

@Suite("Each value once")
struct DistinctTests {
    @Test("In the order first met")
    func order() {
        #expect(["b", "a", "b", "c", "a"].distinct == ["b", "a", "c"])
        #expect([Int]().distinct.isEmpty)
    }
}
