/// The texts that cells refer to by their number, one behind the other in one piece of memory.
struct SharedStrings: Sendable {
    private var bytes: [UInt8] = []
    /// Where each text ends.
    private var ends: [UInt32] = []

    /// How many texts there are.
    var count: Int { ends.count }

    /// How much memory they take.
    var heldBytes: Int { bytes.count + ends.count * MemoryLayout<UInt32>.size }

    /// The text with this number; `nil` where there is none.
    subscript(_ index: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(index) else { return nil }
        return bytes[Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])]
    }

    /// Adds the text of `item`.
    mutating func append(_ item: StringItem) {
        item.write(to: &bytes)
        ends.append(UInt32(bytes.count))
    }
}
