/// Splits bytes into records and fields after RFC 4180, noting faults and going on where it can.
struct CSVScanner {
    struct Record {
        let line: Int
        let fields: [String]
        /// Nothing at all stands on the line: not even an empty pair of quotes.
        let isBlank: Bool
    }

    private(set) var faults = FaultCollector()
    private let bytes: [UInt8]
    private let file: String
    private let separator: UInt8
    private var position: Int
    private var line = 1
    private var expectedFields = 0

    private let quote = UInt8(ascii: "\"")
    private let lineFeed = UInt8(ascii: "\n")
    private let carriageReturn = UInt8(ascii: "\r")

    init(_ bytes: [UInt8], file: String, separator: CSVTable.Separator) {
        self.bytes = bytes
        self.file = file
        self.separator = separator.rawValue
        position = UTF8Text.markLength(in: bytes)
    }

    /// Every record, without blank lines at the end.
    mutating func records() -> [Record] {
        var records: [Record] = []
        while position < bytes.count { records.append(nextRecord()) }
        while records.last?.isBlank == true { records.removeLast() }
        return records
    }

    private mutating func nextRecord() -> Record {
        let firstLine = line
        let start = position
        var fields: [String] = []
        fields.reserveCapacity(expectedFields)
        while true {
            fields.append(nextField())
            guard position < bytes.count, bytes[position] == separator else { break }
            position += 1
        }
        let isBlank = position == start
        skipLineEnd()
        expectedFields = fields.count
        return Record(line: firstLine, fields: fields, isBlank: isBlank)
    }

    private mutating func nextField() -> String {
        guard position < bytes.count, bytes[position] == quote else { return plainField() }
        return quotedField()
    }

    private mutating func plainField() -> String {
        let start = position
        var holdsQuote = false
        while position < bytes.count, bytes[position] != separator, !isLineEnd(at: position) {
            if bytes[position] == quote { holdsQuote = true }
            if bytes[position] == carriageReturn {
                fault("a carriage return must be followed by a line feed", line: line)
            }
            position += 1
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if holdsQuote { fault("a quote may not stand inside an unquoted field", value: text, line: line) }
        return text
    }

    private mutating func quotedField() -> String {
        let firstLine = line
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == quote {
                guard position < bytes.count, bytes[position] == quote else {
                    skipAfterClosingQuote()
                    return String(decoding: content, as: UTF8.self)
                }
                position += 1
            } else if byte == lineFeed {
                line += 1
            }
            content.append(byte)
        }
        fault("a quote is opened and never closed", line: firstLine)
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func skipAfterClosingQuote() {
        let start = position
        while position < bytes.count, bytes[position] != separator, !isLineEnd(at: position) {
            position += 1
        }
        guard position > start else { return }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        fault("nothing may follow a closing quote", value: text, line: line)
    }

    private func isLineEnd(at index: Int) -> Bool {
        if bytes[index] == lineFeed { return true }
        return bytes[index] == carriageReturn && index + 1 < bytes.count && bytes[index + 1] == lineFeed
    }

    private mutating func skipLineEnd() {
        guard position < bytes.count else { return }
        position += bytes[position] == carriageReturn ? 2 : 1
        line += 1
    }

    private mutating func fault(_ rule: String, value: String? = nil, line: Int) {
        faults.add(Fault(at: Place(file: file, line: line), value: value, .malformed(rule: rule)))
    }
}
