import CSodium

/// Takes the SHA-256 digest of bytes that come piece by piece.
public struct SHA256Hasher: Sendable {
    private var state = crypto_hash_sha256_state()

    /// A hasher that has met nothing.
    public init() {
        crypto_hash_sha256_init(&state)
    }

    /// The digest of `bytes` alone.
    public static func digest(of bytes: ArraySlice<UInt8>) -> SHA256Digest {
        var hasher = SHA256Hasher()
        hasher.add(bytes)
        return hasher.digest
    }

    /// Adds `bytes` to what is digested.
    public mutating func add(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { add($0) }
    }

    /// Adds the bytes in `buffer` to what is digested.
    mutating func add(_ buffer: UnsafeBufferPointer<UInt8>) {
        guard let start = buffer.baseAddress else { return }
        crypto_hash_sha256_update(&state, start, UInt64(buffer.count))
    }

    /// The digest of everything added so far; more may be added after.
    public var digest: SHA256Digest {
        var copy = state
        var bytes = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256_final(&copy, &bytes)
        return SHA256Digest(bytes: bytes)
    }
}
