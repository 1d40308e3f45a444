import FileFormats

/// The first bytes of a file, by which its kind is known whatever its name says.
struct FileHead {
    private let bytes: [UInt8]

    /// How many bytes are looked at.
    private static let length = 512

    /// The head of the file at `path`.
    init(of path: String) throws(FileFormatError) {
        var bytes: [UInt8] = []
        try InputFile.pieces(at: path, of: FileHead.length, limit: .max) { piece, _ throws(FileFormatError) in
            bytes.append(contentsOf: piece)
            return false
        }
        self.bytes = bytes
    }

    /// A head of these bytes.
    init(_ bytes: [UInt8]) {
        self.bytes = Array(bytes.prefix(FileHead.length))
    }

    /// A zip archive: a workbook, or an audit file as Altinn takes it.
    var isZip: Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// An OLE compound file: an old workbook, or one locked with a password.
    var isCompound: Bool { bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) }

    /// XML: an opening angle bracket after a byte order mark, or none, and spaces, in UTF-8 or UTF-16.
    var isXML: Bool {
        let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
        let mark = marks.first { bytes.starts(with: $0) }?.count ?? 0
        let first = bytes.dropFirst(mark).first { $0 > 0x20 }
        return first == UInt8(ascii: "<")
    }
}
