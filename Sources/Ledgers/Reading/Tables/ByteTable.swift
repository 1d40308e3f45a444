/// Gives each different run of bytes a number, in the order they are met, and makes a text of it once.
///
/// Ledgers repeat a few accounts, codes and party numbers millions of times.
struct ByteTable {
    private(set) var texts: [String] = []
    private var pool: [UInt8] = []
    private var ends: [Int] = []
    private var hashes: [UInt64] = []
    /// Open addressing; −1 is free.
    private var slots = [Int32](repeating: -1, count: 1 << 8)

    var count: Int { texts.count }

    /// Whether there are more texts, or longer ones, than any ledger has.
    var isFull: Bool { texts.count > LedgerBounds.parties || pool.count > 64 << 20 }

    /// The number of `bytes`, new or known.
    mutating func index(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = ByteTable.hash(bytes)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if hashes[index] == hash, holds(bytes, at: index) { return index }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(texts.count)
        hashes.append(hash)
        pool.append(contentsOf: bytes)
        ends.append(pool.count)
        texts.append(String(decoding: bytes, as: UTF8.self))
        if 2 * texts.count > slots.count { grow() }
        return texts.count - 1
    }

    /// The text of `bytes`, made once.
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String { texts[index(of: bytes)] }

    private func holds(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let start = index == 0 ? 0 : ends[index - 1]
        guard ends[index] - start == bytes.count else { return false }
        return pool.withUnsafeBufferPointer { pool in
            for offset in 0..<bytes.count where pool[start + offset] != bytes[offset] { return false }
            return true
        }
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (index, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    /// FNV-1a, with its bits mixed so that the low ones serve as a slot. Which number a text gets does not depend on it.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ (hash >> 32)
    }
}
