import FileFormats

/// Bytes gathered for a file, in the text's encoding.
struct TextBuffer {
    private let file: StreamedFile
    private let encoding: Encoding
    private var bytes: [UInt8] = []

    /// How characters become bytes.
    enum Encoding: Sendable {
        case utf8
        case utf8WithMark
        /// Western Windows; what it does not have becomes a question mark.
        case windows1252
        case utf16LittleEndian
    }

    private static let piece = 1 << 16

    init(_ file: StreamedFile, _ encoding: Encoding = .utf8) {
        self.file = file
        self.encoding = encoding
        switch encoding {
        case .utf8, .windows1252: break
        case .utf8WithMark: bytes = [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: bytes = [0xFF, 0xFE]
        }
    }

    mutating func write(_ text: String) throws(FileFormatError) {
        switch encoding {
        case .utf8, .utf8WithMark: bytes.append(contentsOf: text.utf8)
        case .windows1252:
            for scalar in text.unicodeScalars {
                switch scalar.value {
                case 0..<0x80, 0xA0..<0x100: bytes.append(UInt8(scalar.value))
                case 0x2013: bytes.append(0x96)
                default: bytes.append(UInt8(ascii: "?"))
                }
            }
        case .utf16LittleEndian:
            for unit in text.utf16 {
                bytes.append(UInt8(truncatingIfNeeded: unit))
                bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
            }
        }
        if bytes.count >= TextBuffer.piece { try flush() }
    }

    /// Hands what is gathered to the file.
    mutating func flush() throws(FileFormatError) {
        try file.append(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}

/// Øre as text.
enum OereText {
    /// `-1234.50`.
    static func plain(_ oere: Int64) -> String {
        let (kroner, rest) = oere.magnitude.quotientAndRemainder(dividingBy: 100)
        return (oere < 0 ? "-" : "") + String(kroner) + (rest < 10 ? ".0" : ".") + String(rest)
    }

    /// With a decimal comma and `separator` between thousands: `1 234,50`.
    static func grouped(_ oere: Int64, by separator: String) -> String {
        let (kroner, rest) = oere.magnitude.quotientAndRemainder(dividingBy: 100)
        var digits = String(kroner)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        let whole = ([digits] + groups).joined(separator: separator)
        return (oere < 0 ? "-" : "") + whole + (rest < 10 ? ",0" : ",") + String(rest)
    }
}
