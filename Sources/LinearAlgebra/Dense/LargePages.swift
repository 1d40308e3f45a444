import Glibc

/// Memory in pages of two megabytes where the system gives them when asked.
///
/// Factors are read and written across their columns, each on small pages of its own: large ones spare most of the looking
/// up of addresses, and most of the faults when the memory is first written.
enum LargePages {
    private static let (small, large) = (4_096, 2 << 20)

    /// Asks for large pages before memory is first written. Nothing depends on whether they come.
    static func advise<Element>(_ memory: UnsafeMutableBufferPointer<Element>) {
        let bytes = UnsafeMutableRawBufferPointer(memory)
        guard let start = bytes.baseAddress, bytes.count >= 4 * large else { return }
        let aligned = start.alignedUp(toMultipleOf: small)
        _ = madvise(aligned, bytes.count - (aligned - start), MADV_HUGEPAGE)
    }
}
