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
