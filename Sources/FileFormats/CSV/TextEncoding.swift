/// How the letters of a text file stand as bytes.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// UTF-16 that begins with a byte order mark, as Excel saves “Unicode text”.
    case utf16 = "utf-16"
    /// Windows-1252, the superset of Latin-1 that Norwegian programs on Windows write.
    case windows1252 = "windows-1252"

    /// The scalars of the bytes 0x80 to 0x9F in Windows-1252; the five that it leaves empty stand for themselves, as
    /// browsers take them (WHATWG Encoding, index windows-1252).
    static let windowsControls: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
        0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
        0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
