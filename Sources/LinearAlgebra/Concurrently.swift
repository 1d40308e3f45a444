import Dispatch

/// Runs `body` once for each of `count` parts, several at a time where the machine has several cores.
///
/// What a part computes must not depend on the others: then the result is the same, bit for bit, on any number of
/// threads. With `inOrder` the parts run one after another, which is how tests show it.
package func concurrently(_ count: Int, inOrder: Bool = Threading.inOrder, _ body: @Sendable (Int) -> Void) {
    if count < 2 || inOrder {
        for part in 0..<count { body(part) }
    } else {
        DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }
}

/// What `body` makes of each of `count` parts, in order; made several at a time as by ``concurrently(_:inOrder:_:)``.
package func concurrentMap<Value>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { buffer, written in
        let places = DisjointlyWritten(buffer)
        // Every part has a place of its own.
        concurrently(count) { places.buffer.initializeElement(at: $0, to: body($0)) }
        written = count
    }
}

/// Two values made at the same time where the machine has several cores; of two failures the first one's is thrown.
package func together<One: Sendable, Other: Sendable, Failure: Error>(
    _ one: @Sendable () throws(Failure) -> One,
    _ other: @Sendable () throws(Failure) -> Other
) throws(Failure) -> (One, Other) {
    let made = (Deferred<Result<One, Failure>>(), Deferred<Result<Other, Failure>>())
    concurrently(2) { index in
        if index == 0 {
            _ = made.0.value { Result(catching: one) }
        } else {
            _ = made.1.value { Result(catching: other) }
        }
    }
    // Both are there by now: neither is made again.
    return (
        try made.0.value { Result(catching: one) }.get(), try made.1.value { Result(catching: other) }.get()
    )
}

/// Whether parts of a computation may run at the same time.
package enum Threading {
    /// True inside ``inOrder(_:)``.
    @TaskLocal package static var inOrder = false
}

/// Memory that the parts of one computation write, each to places of its own.
///
/// The compiler cannot see that the places are disjoint; every use says why they are.
package struct DisjointlyWritten<Element>: @unchecked Sendable {
    package let buffer: UnsafeMutableBufferPointer<Element>

    package init(_ buffer: UnsafeMutableBufferPointer<Element>) { self.buffer = buffer }
}

/// `length` elements in parts of at most `size`: part `index`'s range.
package func part(_ index: Int, of length: Int, size: Int) -> Range<Int> {
    (index * size)..<min(length, (index + 1) * size)
}

/// How many parts of at most `size` there are in `length`.
package func partCount(of length: Int, size: Int) -> Int { (length + size - 1) / size }
