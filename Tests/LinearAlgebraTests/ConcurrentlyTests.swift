import Testing

@testable import LinearAlgebra

/// Values made at the same time come in the order they were asked for, and so do their failures.
@Suite("At the same time")
struct ConcurrentlyTests {
    private enum Failure: Error { case one, other }

    @Test("parts stand in order, whatever order they were made in", arguments: [0, 1, 100])
    func order(count: Int) {
        #expect(concurrentMap(count) { "\($0)" } == (0..<count).map { "\($0)" })
    }

    @Test(
        "of two values each is made once; of two failures the first one's is thrown",
        arguments: [false, true]
    )
    func together(inOrder: Bool) throws {
        func pair(_ isFirstSick: Bool, _ isOtherSick: Bool) throws(Failure) -> (Int, String) {
            try LinearAlgebra.together { () throws(Failure) in
                if isFirstSick { throw .one }
                return 1
            } _: { () throws(Failure) in
                if isOtherSick { throw .other }
                return "two"
            }
        }
        try Threading.$inOrder.withValue(inOrder) {
            let sound = try pair(false, false)
            #expect(sound.0 == 1 && sound.1 == "two")
            #expect(throws: Failure.one) { try pair(true, true) }
            #expect(throws: Failure.one) { try pair(true, false) }
            #expect(throws: Failure.other) { try pair(false, true) }
        }
    }
}
