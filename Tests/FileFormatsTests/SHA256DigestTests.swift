import FileFormats
import Testing

/// The examples of FIPS 180-2, appendix B, and the empty message of NIST's test vectors (SHA256ShortMsg).
@Suite struct SHA256DigestTests {
    @Test func abc() {
        let digest = SHA256Digest(of: Array("abc".utf8))
        #expect(digest.hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func emptyMessage() {
        let digest = SHA256Digest(of: [])
        #expect(digest.hexadecimal == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func millionTimesA() {
        let digest = SHA256Digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        #expect(digest.hexadecimal == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }
}
