/// Short texts, packed: digits in half a byte each, everything else as it stands.
///
/// Voucher and invoice numbers are nearly always digits; millions of them must lie in memory at once, for a double
/// registration may stand at the other end of the file. Texts of more than 120 bytes are kept by their beginning and a
/// digest, so that they still differ.
struct PackedTexts: Sendable {
    private var bytes = Column<UInt8>()
    /// Where every 32nd text begins.
    private var starts = Column<Int>()
    private(set) var count = 0

    private static let stride = 32
    private static let longest = 120

    mutating func append(_ text: String) {
        if count % Self.stride == 0 { starts.append(bytes.count) }
        count += 1
        var text = text
        let length = text.utf8.count
        if length > Self.longest { text = Self.shortened(text) }
        if !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) {
            bytes.append(0x80 | UInt8(text.utf8.count))
            var high: UInt8?
            for digit in text.utf8 {
                if let first = high {
                    bytes.append(first << 4 | (digit - 48))
                    high = nil
                } else {
                    high = digit - 48
                }
            }
            if let high { bytes.append(high << 4) }
        } else {
            bytes.append(UInt8(text.utf8.count))
            for byte in text.utf8 { bytes.append(byte) }
        }
    }

    /// The text with this number.
    ///
    /// - Complexity: a walk over at most 31 texts.
    subscript(_ index: Int) -> String {
        var position = starts[index / Self.stride]
        for _ in 0..<(index % Self.stride) { position += 1 + size(at: position) }
        let head = bytes[position]
        let length = Int(head & 0x7F)
        position += 1
        var units: [UInt8] = []
        units.reserveCapacity(length)
        for place in 0..<length {
            if head & 0x80 != 0 {
                let pair = bytes[position + place / 2]
                units.append(48 + (place % 2 == 0 ? pair >> 4 : pair & 0xF))
            } else {
                units.append(bytes[position + place])
            }
        }
        return String(decoding: units, as: UTF8.self)
    }

    /// How many bytes follow the head at `position`.
    private func size(at position: Int) -> Int {
        let head = bytes[position]
        let length = Int(head & 0x7F)
        return head & 0x80 != 0 ? (length + 1) / 2 : length
    }

    private static func shortened(_ text: String) -> String {
        var digest = StableHash()
        digest.add(text)
        var kept = text.unicodeScalars.prefix(longest)
        while String(kept).utf8.count > 96 { kept = kept.dropLast() }
        return String(kept) + "…" + String(digest.value, radix: 16)
    }
}

/// A hash that is the same in every run (FNV-1a, 64 bits).
struct StableHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        add(UInt8(0xFF))
    }

    mutating func add(_ number: Int64) {
        var rest = UInt64(bitPattern: number)
        for _ in 0..<8 {
            add(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    private mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}
