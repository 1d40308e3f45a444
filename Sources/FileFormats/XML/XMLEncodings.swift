import CExpat

/// Encodings that expat does not bring with it.
///
/// It knows UTF-8, UTF-16, ISO-8859-1 and US-ASCII. Older Norwegian systems on Windows also write windows-1252.
enum XMLEncodings {
    /// What stands at 0x80 to 0x9F in windows-1252, where ISO-8859-1 has control characters; −1 for nothing.
    private static let windows1252: [Int32] = [
        0x20AC, -1, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
        -1, 0x017D, -1,
        -1, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        -1, 0x017E, 0x0178,
    ]

    /// Describes the encoding `name` to expat; false where it is not known here either.
    static func describe(_ name: UnsafePointer<CChar>, in encoding: UnsafeMutablePointer<XML_Encoding>)
        -> Bool
    {
        guard ["windows-1252", "cp1252", "windows1252"].contains(String(cString: name).lowercased()) else {
            return false
        }
        withUnsafeMutableBytes(of: &encoding.pointee.map) { bytes in
            let map = bytes.bindMemory(to: Int32.self)
            for byte in 0..<min(256, map.count) {
                map[byte] = (0x80..<0xA0).contains(byte) ? windows1252[byte - 0x80] : Int32(byte)
            }
        }
        encoding.pointee.convert = nil
        encoding.pointee.release = nil
        encoding.pointee.data = nil
        return true
    }
}
