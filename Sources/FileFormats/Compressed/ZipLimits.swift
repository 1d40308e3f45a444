/// How much of a zip archive is accepted; what lies beyond is refused while it is unpacked, before it fills anything.
public struct ZipLimits: Sendable, Hashable {
    /// Bytes of the archive on disk.
    public var fileBytes = 4 << 30
    /// Bytes one entry may unpack to, counted while unpacking.
    public var entryBytes = 4 << 30
    /// Bytes everything read from one archive may unpack to.
    public var totalBytes = 4 << 30
    /// How many times its packed size an entry may unpack to; entries below four mebibytes are not judged. XML of a
    /// ledger reaches 50, a bomb 1000.
    public var ratio = 200
    /// Entries in the archive.
    public var entries = 10_000

    /// The limits above.
    public static let `default` = ZipLimits()

    /// The default limits, to be changed one by one.
    public init() {}
}
