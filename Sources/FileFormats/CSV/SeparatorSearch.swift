/// Finds what stands between the fields of a text table by looking at its first rows.
///
/// Each candidate is tried on the same rows. The one that cuts most rows into the same number of fields, weighed by that
/// number less one, is taken: decimal commas cut rows too, but into fewer fields and not the header.
struct SeparatorSearch {
    /// The best candidate; the semicolon where none cuts anything.
    let separator: CSVTable.Separator

    private static let rows = 60

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var best = (separator: CSVTable.Separator.semicolon, score: 0)
        for candidate in [CSVTable.Separator.semicolon, .tab, .bar, .comma] {
            let counts = SeparatorSearch.fieldCounts(text, candidate.rawValue)
            let frequency = counts.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
            let score = frequency.map { ($0.key - 1) * $0.value }.max() ?? 0
            if score > best.score { best = (candidate, score) }
        }
        separator = best.separator
    }

    /// The separator that a first line such as `sep=;` names, as Excel understands it, and the line's length.
    static func declaration(in text: UnsafeBufferPointer<UInt8>) -> (CSVTable.Separator?, Int) {
        guard text.count >= 6, text.prefix(4).elementsEqual("sep=".utf8),
            let separator = CSVTable.Separator(rawValue: text[4])
        else { return (nil, 0) }
        if text[5] == 0x0A { return (separator, 6) }
        guard text[5] == 0x0D else { return (nil, 0) }
        return (separator, text.count > 6 && text[6] == 0x0A ? 7 : 6)
    }

    /// The number of fields of the first rows that are whole.
    private static func fieldCounts(_ text: UnsafeBufferPointer<UInt8>, _ separator: UInt8) -> [Int] {
        var counts: [Int] = []
        var fields = 1
        var isInQuotes = false
        var isAtStart = true
        for byte in text {
            switch byte {
            case UInt8(ascii: "\"") where isInQuotes || isAtStart: isInQuotes.toggle()
            case separator where !isInQuotes: fields += 1
            case 0x0A where !isInQuotes, 0x0D where !isInQuotes:
                if fields > 1 { counts.append(fields) }
                fields = 1
                if counts.count == rows { return counts }
            default: break
            }
            isAtStart = byte == separator || byte == 0x0A || byte == 0x0D
        }
        if fields > 1 { counts.append(fields) }
        return counts
    }
}
