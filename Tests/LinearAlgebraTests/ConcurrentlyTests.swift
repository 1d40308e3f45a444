import Synchronization
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

    @Test("a stage's parts run once each, after all of the stages before", arguments: [false, true])
    func stages(inOrder: Bool) {
        let counts = [3, 0, 1, 100, 1, 1, 7]
        let finished = Mutex([Int](repeating: 0, count: counts.count))
        let early = Mutex(0)
        let runs = Mutex([String: Int]())
        concurrently(stages: counts, inOrder: inOrder) { stage, part in
            if finished.withLock({ Array($0[..<stage]) }) != Array(counts[..<stage]) {
                early.withLock { $0 += 1 }
            }
            runs.withLock { $0["\(stage) \(part)", default: 0] += 1 }
            finished.withLock { $0[stage] += 1 }
        }
        #expect(early.withLock { $0 } == 0)
        #expect(finished.withLock { $0 } == counts)
        #expect(runs.withLock { $0.count } == counts.reduce(0, +))
    }

    @Test("stages within parts of other work finish, though no thread is free for them")
    func nestedStages() {
        let done = Mutex(0)
        concurrently(50) { _ in
            concurrently(stages: [4, 1, 4]) { _, _ in done.withLock { $0 += 1 } }
        }
        #expect(done.withLock { $0 } == 50 * 9)
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
