extension TextDecoder {
    /// Decodes one letter of UTF-16 at `read`; `.waiting` where the piece ends within it.
    static func letter(
        _ piece: UnsafeBufferPointer<UInt8>,
        at read: Int,
        isLittleEndian: Bool,
        isLast: Bool
    ) -> UTF16Letter {
        func unit(_ index: Int) -> UInt32? {
            guard index + 1 < piece.count else { return nil }
            let (first, second) = (UInt32(piece[index]), UInt32(piece[index + 1]))
            return isLittleEndian ? first | second << 8 : first << 8 | second
        }
        guard let first = unit(read) else { return isLast ? .broken : .waiting }
        switch first {
        case 0: return .zero
        case 0xDC00...0xDFFF: return .broken
        case 0xD800...0xDBFF:
            guard let second = unit(read + 2) else { return isLast ? .broken : .waiting }
            guard case 0xDC00...0xDFFF = second else { return .broken }
            return .scalar(0x1_0000 + (first - 0xD800) << 10 + second - 0xDC00, bytes: 4)
        default: return .scalar(first, bytes: 2)
        }
    }
}

/// What stands at a place of a text in UTF-16.
enum UTF16Letter {
    case scalar(UInt32, bytes: Int)
    /// The piece ends within the letter.
    case waiting
    /// Half a letter.
    case broken
    /// A zero, which no text holds.
    case zero
}
