import Accounts
import FileFormats
import Glibc

/// The bytes of the field being read, without the spaces around them, and what they mean.
struct SAFTField {
    private var bytes = [UInt8](repeating: 0, count: LedgerBounds.textBytes)
    private var count = 0
    private var cache = TextCache()
    /// Whether more came than a field may hold.
    private(set) var isTooLong = false

    /// Empties the field.
    mutating func begin() {
        count = 0
        isTooLong = false
    }

    /// Takes the next piece of its text.
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        guard let source = piece.baseAddress, piece.count <= bytes.count - count else {
            isTooLong = isTooLong || !piece.isEmpty
            return
        }
        bytes.withUnsafeMutableBytes { buffer in
            if let start = buffer.baseAddress { memcpy(start + count, source, piece.count) }
        }
        count += piece.count
    }

    /// The text; the same long texts are made once.
    mutating func text() -> String {
        bytes.withUnsafeBufferPointer { cache.text(SAFTField.trimmed($0, count)) }
    }

    /// The amount, without its sign at most `most`.
    func amount(atMost most: Kroner) -> AmountText {
        bytes.withUnsafeBufferPointer { AmountText(SAFTField.trimmed($0, count), most: most) }
    }

    /// The day, written `2024-02-29`, with or without a time or a time zone after it; `nil` for anything else.
    func date() -> CalendarDate? {
        bytes.withUnsafeBufferPointer { buffer in
            let text = SAFTField.trimmed(buffer, count)
            guard text.count >= 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
                text.count == 10 || "TZ+-".utf8.contains(text[10]),
                let year = SAFTField.number(text[0..<4]), let month = SAFTField.number(text[5..<7]),
                let day = SAFTField.number(text[8..<10])
            else { return nil }
            return CalendarDate(year: year, month: month, day: day)
        }
    }

    /// The whole number from nothing upwards, of at most nine digits; `nil` for anything else.
    func wholeNumber() -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            let text = SAFTField.trimmed(buffer, count)
            return text.isEmpty || text.count > 9 ? nil : SAFTField.number(text[...])
        }
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var value = 0
        for byte in digits {
            guard byte &- 48 < 10 else { return nil }
            value = value * 10 + Int(byte &- 48)
        }
        return value
    }

    /// The first `count` of `bytes` without XML's white space at either end.
    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ count: Int) -> UnsafeBufferPointer<
        UInt8
    > {
        var (start, end) = (0, count)
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }
}
