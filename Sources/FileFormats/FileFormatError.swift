/// Why a file could not be read or written.
public enum FileFormatError: Error, Sendable, Hashable {
    /// There is no such file.
    case notFound(path: String)
    /// The file is there, but the system refuses to read it.
    case unreadable(path: String, reason: String)
    /// The file is larger than the reader accepts.
    case tooLarge(path: String, bytes: Int, limit: Int)
    /// The bytes are not UTF-8.
    case notUTF8(path: String, byteOffset: Int)
    /// The file is cut off or damaged: its own structure does not hold.
    case damaged(path: String, reason: String)
    /// An archive would unpack to more than is accepted (a zip bomb), or is nested or compressed beyond reason.
    case unpacksTooLarge(path: String, entry: String, bytes: Int, limit: Int)
    /// The file holds more of something (entries, cells, nested levels) than is accepted.
    case tooMany(path: String, of: String, limit: Int)
    /// The workbook is encrypted with a password.
    case encrypted(path: String)
    /// The workbook has no such sheet.
    case noSheet(path: String, wanted: String, found: [String])
    /// A path would leave the folder it must stay in.
    case outsideFolder(path: String, folder: String)
    /// The file was read, and these are the things wrong in it, in the order they stand.
    case faults([Fault])
    /// The file could not be written.
    case cannotWrite(path: String, reason: String)
}
