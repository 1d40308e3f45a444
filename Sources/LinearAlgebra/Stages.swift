import Dispatch
import Glibc
import Synchronization

/// Runs `body` for every part of every stage: the parts of a stage several at a time where the machine has several cores, a
/// stage when all of those before it are done.
///
/// For stages too short to wake threads for: the same threads go through all of them, and one that must wait for a
/// stage's last parts gives others its core, and does not sleep. `counts` says how many parts each stage has. What a part
/// computes must not depend on the others of its stage: then the result is the same, bit for bit, on any number of threads.
package func concurrently(
    stages counts: [Int],
    inOrder: Bool = Threading.inOrder,
    _ body: @Sendable (_ stage: Int, _ part: Int) -> Void
) {
    let most = counts.max() ?? 0
    if most < 2 || inOrder {
        for (stage, count) in counts.enumerated() {
            for part in 0..<count { body(stage, part) }
        }
    } else {
        let stages = Stages(counts)
        // Where a thread comes late, or only one is free, the others have done its parts.
        let threads = min(most, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        DispatchQueue.concurrentPerform(iterations: threads) { _ in stages.run(body) }
    }
}

/// Parts of stages, numbered through, for threads to take in that order.
private final class Stages: Sendable {
    /// Where each stage's parts begin, and where the last one's end.
    private let starts: [Int]
    private let taken = Atomic(0)
    private let done = Atomic(0)

    init(_ counts: [Int]) { starts = counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) } }

    /// Takes parts until none is left. A part waits only for parts before it, which other threads are at: the first of those
    /// waits for none.
    func run(_ body: (_ stage: Int, _ part: Int) -> Void) {
        var stage = 0
        while true {
            let number = taken.add(1, ordering: .relaxed).oldValue
            guard number < starts[starts.count - 1] else { return }
            while number >= starts[stage + 1] { stage += 1 }
            while done.load(ordering: .acquiring) < starts[stage] { sched_yield() }
            body(stage, number - starts[stage])
            done.add(1, ordering: .releasing)
        }
    }
}
