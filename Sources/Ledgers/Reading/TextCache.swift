import Glibc

/// Texts met lately, so that one that comes on every line of a voucher is stored once.
struct TextCache {
    private static let size = 1_024
    private var texts = [String](repeating: "", count: size)

    /// The text in `bytes`, which must be UTF-8.
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        // Texts of up to fifteen bytes are stored in place, and cost nothing to make again.
        guard bytes.count > 15 else { return String(decoding: bytes, as: UTF8.self) }
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        let place = Int(hash >> 8) & (TextCache.size - 1)
        var known = texts[place]
        let isKnown = known.withUTF8 { same in
            guard let one = same.baseAddress, let other = bytes.baseAddress, same.count == bytes.count else {
                return false
            }
            return memcmp(one, other, same.count) == 0
        }
        if isKnown { return known }
        let text = String(decoding: bytes, as: UTF8.self)
        texts[place] = text
        return text
    }
}
