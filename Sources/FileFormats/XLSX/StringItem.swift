/// Gathers the text of one string item: a shared string (`si`) or an inline one (`is`).
///
/// The runs of a rich text are put together; the phonetic reading (`rPh`) that East Asian workbooks carry
/// beside a text is left out.
struct StringItem {
    private var bytes: [UInt8] = []
    private var isInText = false
    private var isInPhonetic = false

    mutating func start(_ element: WorkbookElement?) {
        switch element {
        case .phonetic: isInPhonetic = true
        case .text: isInText = !isInPhonetic
        default: break
        }
    }

    mutating func end(_ element: WorkbookElement?) {
        switch element {
        case .phonetic: isInPhonetic = false
        case .text: isInText = false
        default: break
        }
    }

    mutating func append(_ more: UnsafeBufferPointer<UInt8>) {
        if isInText { bytes.append(contentsOf: more) }
    }

    /// Adds the text so far to `output`, with `_x000D_` and its like turned back into the characters they stand for.
    func write(to output: inout [UInt8]) {
        if bytes.contains(UInt8(ascii: "_")) {
            output += StringItem.unescaped(String(decoding: bytes, as: UTF8.self)).utf8
        } else {
            output += bytes
        }
    }

    /// Workbooks write characters that XML forbids as `_xHHHH_`, in UTF-16 units.
    static func unescaped(_ text: String) -> String {
        var units: [UInt16] = []
        var rest = Array(text.utf16)[...]
        while let unit = rest.first {
            if let escaped = escape(at: rest) {
                units.append(escaped)
                rest = rest.dropFirst(7)
            } else {
                units.append(unit)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func escape(at rest: ArraySlice<UInt16>) -> UInt16? {
        let units = Array(rest.prefix(7))
        let underscore = UInt16(UInt8(ascii: "_"))
        guard units.count == 7, units[0] == underscore, units[6] == underscore,
            units[1] == UInt16(UInt8(ascii: "x")), !units[2...5].contains(UInt16(UInt8(ascii: "+")))
        else { return nil }
        return UInt16(String(decoding: units[2...5], as: UTF16.self), radix: 16)
    }
}
