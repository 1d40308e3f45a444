extension TextDecoder {
    /// The length of the letter of UTF-8 at `index`, after table 3-7 of the Unicode standard; zero where the piece ends
    /// within it and −1 where no letter begins so.
    static func letterLength(_ piece: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let first = piece[index]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return -1
        }
        for offset in 1..<length {
            guard index + offset < piece.count else { return 0 }
            let isFit = offset == 1 ? second ~= piece[index + 1] : 0x80...0xBF ~= piece[index + offset]
            if !isFit { return -1 }
        }
        return length
    }

    /// Writes `scalar` as UTF-8; returns the number of bytes.
    static func write(_ scalar: UInt32, to output: UnsafeMutablePointer<UInt8>) -> Int {
        func byte(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value) }
        switch scalar {
        case ..<0x80:
            output[0] = byte(scalar)
            return 1
        case ..<0x800:
            output[0] = 0xC0 | byte(scalar >> 6)
            output[1] = 0x80 | byte(scalar & 0x3F)
            return 2
        case ..<0x1_0000:
            output[0] = 0xE0 | byte(scalar >> 12)
            output[1] = 0x80 | byte(scalar >> 6 & 0x3F)
            output[2] = 0x80 | byte(scalar & 0x3F)
            return 3
        default:
            output[0] = 0xF0 | byte(scalar >> 18)
            output[1] = 0x80 | byte(scalar >> 12 & 0x3F)
            output[2] = 0x80 | byte(scalar >> 6 & 0x3F)
            output[3] = 0x80 | byte(scalar & 0x3F)
            return 4
        }
    }
}
