/// OLE compound files, which come under a workbook's name and hold none that can be read here: a workbook
/// encrypted with a password, or one in the format of Excel 97 to 2003.
enum CompoundFile {
    private static let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    /// Whether a file that begins with `start` is a compound file.
    static func isOne(_ start: UnsafeMutableRawBufferPointer) -> Bool { start.starts(with: magic) }

    /// Why the compound file of these bytes cannot be read.
    static func refusal(of bytes: [UInt8], path: String) -> FileFormatError {
        // The names of the streams stand in the file's directory in UTF-16. Only the old format has a stream
        // `Workbook`; one that is encrypted too is still first of all in the wrong format.
        if bytes.contains(Array("Workbook".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) {
            return .damaged(path: path, reason: "it is a workbook of Excel 97 to 2003 (.xls), not .xlsx")
        }
        return .encrypted(path: path)
    }
}
