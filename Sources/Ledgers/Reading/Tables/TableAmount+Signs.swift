extension TableAmount {
    mutating func skip(_ character: Character) -> Bool {
        guard position < bytes.count, bytes[position] == character.asciiValue else { return false }
        position += 1
        return true
    }

    mutating func skipSpaces() {
        while true {
            let width = spaceWidth()
            if width == 0 { return }
            position += width
        }
    }

    /// Skips a hyphen, a minus sign (U+2212) or the dash (U+2013) that word processors make of it, and spaces after it.
    mutating func skipMinus() -> Bool {
        if skip("-") {
            skipSpaces()
            return true
        }
        guard position + 2 < bytes.count, bytes[position] == 0xE2,
            (bytes[position + 1], bytes[position + 2]) == (0x88, 0x92)
                || (bytes[position + 1], bytes[position + 2]) == (0x80, 0x93)
        else { return false }
        position += 3
        skipSpaces()
        return true
    }

    /// Skips `kr`, `kr.` or `NOK`, in any case, and spaces after it.
    mutating func skipCurrency() {
        guard position < bytes.count, bytes[position] > 0x39 else { return }
        func matches(_ word: String) -> Bool {
            guard position + word.utf8.count <= bytes.count else { return false }
            return zip(word.utf8, bytes[position...]).allSatisfy { $0 == $1 | 0x20 }
        }
        if matches("kr") {
            position += 2
            _ = skip(".")
        } else if matches("nok") {
            position += 3
        }
        skipSpaces()
    }

    /// The width of the space at the position: ordinary, tabulator, no-break, narrow no-break or thin; zero for none.
    func spaceWidth() -> Int {
        guard position < bytes.count else { return 0 }
        switch bytes[position] {
        case 0x20, 0x09: return 1
        case 0xC2: return position + 1 < bytes.count && bytes[position + 1] == 0xA0 ? 2 : 0
        case 0xE2:
            guard position + 2 < bytes.count, bytes[position + 1] == 0x80 else { return 0 }
            return bytes[position + 2] == 0xAF || bytes[position + 2] == 0x89 ? 3 : 0
        default: return 0
        }
    }
}
