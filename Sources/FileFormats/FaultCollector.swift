/// Gathers the faults of one file, to throw them together.
///
/// Only the first are kept: nobody reads more, and a hostile file must not fill the memory with what is wrong in it.
public struct FaultCollector: Sendable {
    /// How many faults of a file are told.
    public static let most = 1_000

    /// The first faults noted, in that order.
    public private(set) var faults: [Fault] = []

    /// Nothing noted.
    public init() {}

    /// Notes a fault.
    public mutating func add(_ fault: Fault) {
        if faults.count < Self.most { faults.append(fault) }
    }

    /// Ends the gathering.
    ///
    /// - Throws: `.faults` if anything was gathered, ordered by line; faults of one line keep their order.
    public func finish() throws(FileFormatError) {
        guard !faults.isEmpty else { return }
        let ordered = faults.enumerated().sorted { left, right in
            (left.element.place.line ?? 0, left.offset) < (right.element.place.line ?? 0, right.offset)
        }
        throw .faults(ordered.map(\.element))
    }
}
