/// Gathers the faults of one file, to throw them together.
struct FaultCollector: Sendable {
    private(set) var faults: [Fault] = []

    mutating func add(_ fault: Fault) {
        faults.append(fault)
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
