import Accounts
import Testing

@Suite("Observation")
struct ObservationTests {
    @Test("a sum is a number only where both parts are, and as firm as the weaker")
    func sums() {
        #expect(
            Observation.value(2, .published) + .value(3, .published) == .value(5, .published)
        )
        #expect(Observation.value(2, .published) + .value(3, .implied) == .value(5, .implied))
        #expect(Observation.value(2, .estimated) + .value(3, .implied) == .value(5, .estimated))
    }

    @Test("a withheld part withholds the sum; a figure that cannot occur adds nothing")
    func withoutNumbers() {
        #expect(Observation.suppressed + .value(3, .published) == .suppressed)
        #expect(Observation.notAvailable + .suppressed == .suppressed)
        #expect(Observation.value(3, .published) + .notAvailable == .notAvailable)
        #expect(Observation.notApplicable + .value(3, .published) == .value(3, .published))
        #expect(Observation.suppressed + .notApplicable == .suppressed)
        #expect(Observation.notApplicable + .notApplicable == .notApplicable)
    }

    @Test("only a value has a number and an origin")
    func accessors() {
        #expect(Observation.value(2, .implied).number == 2)
        #expect(Observation.value(2, .implied).origin == .implied)
        for empty in [Observation.suppressed, .notAvailable, .notApplicable] {
            #expect(empty.number == nil)
            #expect(empty.origin == nil)
        }
        #expect(Observation.Origin.allCases.sorted() == [.published, .implied, .estimated])
    }
}
