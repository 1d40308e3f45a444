/// Reads one object strictly and keeps the values of the wanted fields; the rest is checked and passed over.
struct JSONFieldScanner {
    let file: String
    private(set) var line: Int
    private var position: Int
    private let end: Int
    /// The first byte's place in the file, for messages about encoding.
    private let offset: Int
    private var record = JSONRecord(count: 0)
    private var fields: [String] = []

    private static let maximumDepth = 64

    init(file: String, line: Int, position: Int, end: Int, offset: Int) {
        self.file = file
        self.line = line
        self.position = position
        self.end = end
        self.offset = offset
    }

    mutating func record(
        _ bytes: Span<UInt8>,
        _ tree: JSONFieldTree,
        _ fields: [String]
    ) throws(FileFormatError) -> JSONRecord {
        self.fields = fields
        record = JSONRecord(count: fields.count)
        record.line = line
        try object(bytes, tree, depth: 0)
        return record
    }

    private mutating func value(
        _ bytes: Span<UInt8>,
        _ branch: JSONFieldTree.Branch?,
        depth: Int
    ) throws(FileFormatError) {
        guard depth <= JSONFieldScanner.maximumDepth else {
            throw .tooMany(path: file, of: "nested levels", limit: JSONFieldScanner.maximumDepth)
        }
        let field = branch?.field
        switch peek(bytes) {
        case UInt8(ascii: "{"): try object(bytes, branch?.tree ?? .none, depth: depth)
        case UInt8(ascii: "["): try array(bytes, depth: depth)
        case UInt8(ascii: "\""):
            if let field {
                try store(.text(try text(bytes)), in: field)
            } else {
                _ = try passString(bytes)
            }
        case UInt8(ascii: "t"): try word("true", bytes, .bool(true), field)
        case UInt8(ascii: "f"): try word("false", bytes, .bool(false), field)
        case UInt8(ascii: "n"): try word("null", bytes, .null, field)
        default: try number(bytes, field)
        }
    }

    private mutating func object(
        _ bytes: Span<UInt8>,
        _ tree: JSONFieldTree,
        depth: Int
    ) throws(FileFormatError) {
        position += 1
        skipSpace(bytes)
        if skip("}", bytes) { return }
        while true {
            guard peek(bytes) == UInt8(ascii: "\"") else { throw malformed("a key in quotes is expected") }
            let key = try passString(bytes)
            let branch = branch(of: tree, at: key, bytes)
            skipSpace(bytes)
            guard skip(":", bytes) else { throw malformed("a colon is expected after a key") }
            skipSpace(bytes)
            try value(bytes, branch, depth: depth + 1)
            skipSpace(bytes)
            if skip("}", bytes) { return }
            guard skip(",", bytes) else { throw malformed("a comma or a closing brace is expected") }
            skipSpace(bytes)
        }
    }

    private func branch(
        of tree: JSONFieldTree,
        at key: Range<Int>,
        _ bytes: Span<UInt8>
    ) -> JSONFieldTree.Branch? {
        for branch in tree.branches where branch.key.count == key.count {
            var matched = 0
            while matched < key.count, branch.key[matched] == bytes[key.lowerBound + matched] { matched += 1 }
            if matched == key.count { return branch }
        }
        return nil
    }

    private mutating func array(_ bytes: Span<UInt8>, depth: Int) throws(FileFormatError) {
        position += 1
        skipSpace(bytes)
        if skip("]", bytes) { return }
        while true {
            try value(bytes, nil, depth: depth + 1)
            skipSpace(bytes)
            if skip("]", bytes) { return }
            guard skip(",", bytes) else { throw malformed("a comma or a closing bracket is expected") }
            skipSpace(bytes)
        }
    }

    /// Passes a string; the place of its characters, between the quotes.
    private mutating func passString(_ bytes: Span<UInt8>) throws(FileFormatError) -> Range<Int> {
        let first = position + 1
        position = first
        while position < end {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return first..<(position - 1)
            case UInt8(ascii: "\\"): position += 1
            case 0..<0x20: throw malformed("control characters in a string must be escaped")
            default: break
            }
        }
        throw malformed("a string is opened and never closed")
    }

    private mutating func text(_ bytes: Span<UInt8>) throws(FileFormatError) -> String {
        let start = position
        let inner = try passString(bytes)
        var quoted: [UInt8] = []
        quoted.reserveCapacity(inner.count + 2)
        for index in start..<position { quoted.append(bytes[index]) }
        if let wrong = UTF8Text.firstInvalidOffset(in: quoted) {
            throw .notUTF8(path: file, byteOffset: offset + start + wrong)
        }
        guard quoted.contains(UInt8(ascii: "\\")) else {
            return String(decoding: quoted[1..<(quoted.count - 1)], as: UTF8.self)
        }
        var scanner = JSONStringScanner(quoted, from: 0)
        switch scanner.scan() {
        case .value(let text): return text
        case .problem(let problem): throw .faults([Fault(at: Place(file: file, line: line), problem)])
        }
    }

    private mutating func word(
        _ word: String,
        _ bytes: Span<UInt8>,
        _ value: JSONRecord.Value,
        _ field: Int?
    ) throws(FileFormatError) {
        for byte in word.utf8 {
            guard peek(bytes) == byte else { throw malformed("a value is expected") }
            position += 1
        }
        if let field { try store(value, in: field) }
    }

    private mutating func number(_ bytes: Span<UInt8>, _ field: Int?) throws(FileFormatError) {
        var digits: [UInt8] = []
        while let byte = peek(bytes), (48...57).contains(byte) || [43, 45, 46, 69, 101].contains(byte) {
            digits.append(byte)
            position += 1
        }
        let text = String(decoding: digits, as: UTF8.self)
        guard CSVNumber.number(text) != nil, digits.first != UInt8(ascii: "+") else {
            throw malformed("a value is expected")
        }
        if let field { try store(.number(text), in: field) }
    }

    private mutating func store(_ value: JSONRecord.Value, in field: Int) throws(FileFormatError) {
        guard record.values[field] == .absent else {
            let place = Place(file: file, line: line, column: fields[field])
            throw .faults([Fault(at: place, .duplicate(firstLine: record.line))])
        }
        record.values[field] = value
    }

    private func peek(_ bytes: Span<UInt8>) -> UInt8? { position < end ? bytes[position] : nil }

    private mutating func skip(_ character: Unicode.Scalar, _ bytes: Span<UInt8>) -> Bool {
        guard let byte = peek(bytes), UInt32(byte) == character.value else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace(_ bytes: Span<UInt8>) {
        while let byte = peek(bytes), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
            if byte == 0x0A { line += 1 }
            position += 1
        }
    }

    private func malformed(_ rule: String) -> FileFormatError {
        .faults([Fault(at: Place(file: file, line: line), .malformed(rule: rule))])
    }
}
