import CSodium

/// The SHA-256 digest of some bytes (FIPS 180-4), by which a file is known to be the one described.
public struct SHA256Digest: Sendable, Hashable, CustomStringConvertible {
    /// The thirty-two bytes of the digest.
    public let bytes: [UInt8]

    /// The digest of `message`.
    ///
    /// - Complexity: O(*n*) in the length of the message.
    public init(of message: [UInt8]) {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256(&digest, message, UInt64(message.count))
        bytes = digest
    }

    /// The digest of the regular file at `path`, of which a piece at a time is held.
    ///
    /// - Throws: as `InputFile.pieces(at:of:limit:into:)`, beyond half a gibibyte too.
    public init(ofFile path: String) throws(FileFormatError) {
        var hasher = SHA256Hasher()
        try InputFile.pieces(
            at: path,
            limit: InputFile.defaultLimit,
            into: { piece, _ throws(FileFormatError) in
                hasher.add(piece)
                return true
            }
        )
        self = hasher.digest
    }

    /// A digest that has been computed already.
    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The digest as sixty-four lower-case hexadecimal digits, as `sha256sum` prints it.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// The same as `hexadecimal`.
    public var description: String { hexadecimal }
}
