/// How much of a workbook is accepted; what lies beyond is refused before it fills the memory.
public struct XLSXLimits: Sendable, Hashable {
    /// Bytes of the file on disk.
    public var fileBytes = 256 << 20
    /// Bytes one entry of the archive may unpack to, counted while unpacking.
    public var entryBytes = 256 << 20
    /// Bytes everything read from one workbook or sheet may unpack to.
    public var totalBytes = 512 << 20
    /// How many times its packed size an entry may unpack to; entries below four mebibytes are not judged.
    /// Real sheets stay below 100, a bomb reaches 1000.
    public var ratio = 400
    /// Entries in the archive.
    public var entries = 10_000
    /// Cells with something in them, and shared strings.
    public var cells = 4_000_000

    /// Bytes of memory for the shared strings, which are held while a sheet is read; and for the texts of a sheet's cells where
    /// all are held.
    public var stringBytes = 32 << 20

    /// For a ledger of as many rows as a sheet can have, read row by row.
    public static let ledger: XLSXLimits = {
        var limits = XLSXLimits()
        (limits.entryBytes, limits.totalBytes, limits.cells) = (4 << 30, 8 << 30, 64 << 20)
        limits.stringBytes = 128 << 20
        return limits
    }()

    /// The limits above.
    public static let `default` = XLSXLimits()

    /// The default limits, to be changed one by one.
    public init() {}

    /// The same for the archive that a workbook is.
    var zip: ZipLimits {
        var zip = ZipLimits()
        (zip.fileBytes, zip.entryBytes, zip.totalBytes) = (fileBytes, entryBytes, totalBytes)
        (zip.ratio, zip.entries) = (ratio, entries)
        return zip
    }
}
