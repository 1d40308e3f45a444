/// Gathers the faults of one file, to throw them together.
///
/// Only the first are kept: nobody reads more, and a hostile file must not fill the memory with what is wrong in it.
struct FaultCollector: Sendable {
    /// How many faults of a file are told.
    static let most = 1_000

    private(set) var faults: [Fault] = []

    mutating func add(_ fault: Fault) {
        if faults.count < Self.most { faults.append(fault) }
    }

    /// Throws `.faults` if anything was gathered, ordered by line; faults of one line keep their order.
    func finish() throws(FileFormatError) {
        guard !faults.isEmpty else { return }
        let ordered = faults.enumerated().sorted { left, right in
            (left.element.place.line ?? 0, left.offset) < (right.element.place.line ?? 0, right.offset)
        }
        throw .faults(ordered.map(\.element))
    }
}
