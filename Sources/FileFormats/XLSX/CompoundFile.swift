/// OLE compound files, which come under a workbook's name and hold none that can be read here: a workbook
/// encrypted with a password, or one in the format of Excel 97 to 2003.
enum CompoundFile {
    private static let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    /// Why `bytes` cannot be read; `nil` when they are no compound file.
    static func refusal(of bytes: [UInt8], path: String) -> FileFormatError? {
        guard bytes.starts(with: magic) else { return nil }
        // The names of the streams stand in the file's directory in UTF-16. Only the old format has a stream
        // `Workbook`; one that is encrypted too is still first of all in the wrong format.
        if bytes.contains(Array("Workbook".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) {
            return .damaged(path: path, reason: "it is a workbook of Excel 97 to 2003 (.xls), not .xlsx")
        }
        return .encrypted(path: path)
    }
}
