/// Values one after another in pieces of 65,536, so that a growing column never copies what it has.
struct Column<Value: BitwiseCopyable & Sendable>: Sendable {
    private var pieces: [[Value]] = []
    private(set) var count = 0

    private static var shift: Int { 16 }

    mutating func append(_ value: Value) {
        if count == pieces.count << Self.shift {
            var piece: [Value] = []
            // The first piece grows as needed: most books are small.
            if !pieces.isEmpty { piece.reserveCapacity(1 << Self.shift) }
            pieces.append(piece)
        }
        pieces[pieces.count - 1].append(value)
        count += 1
    }

    subscript(_ index: Int) -> Value {
        pieces[index >> Self.shift][index & (1 << Self.shift - 1)]
    }
}
