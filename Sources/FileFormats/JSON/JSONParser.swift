/// A strict parser by recursive descent, bounded in depth.
struct JSONParser {
    /// The lines of the values, by the path of keys that leads to them.
    private(set) var lines: [String: Int] = [:]
    /// The packed parts, by path.
    private(set) var packed: [String: JSONScalars] = [:]
    private var faults = FaultCollector()
    private let file: String
    private let bytes: [UInt8]
    private let packing: JSONPacking
    private var position = 0
    private var line = 1

    private static let maximumDepth = 64

    init(_ bytes: [UInt8], file: String, packing: JSONPacking) {
        self.file = file
        self.bytes = bytes
        self.packing = packing
        position = UTF8Text.markLength(in: bytes)
    }

    /// The one value of the text.
    mutating func document() throws(FileFormatError) -> JSONValue {
        skipSpace()
        let value = try value(path: "", depth: 0)
        skipSpace()
        if position < bytes.count { throw malformed("nothing may follow the value") }
        try faults.finish()
        return value
    }

    private mutating func value(path: String, depth: Int) throws(FileFormatError) -> JSONValue {
        guard depth <= JSONParser.maximumDepth else {
            throw .tooMany(path: file, of: "nested levels", limit: JSONParser.maximumDepth)
        }
        lines[path] = line
        switch peek {
        case UInt8(ascii: "{"): return try object(path: path, depth: depth)
        case UInt8(ascii: "["): return try array(path: path, depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number(path: path)
        }
    }

    private mutating func object(path: String, depth: Int) throws(FileFormatError) -> JSONValue {
        var members: [JSONValue.Member] = []
        var firstLines: [String: Int] = [:]
        position += 1
        skipSpace()
        if skip("}") { return .object([]) }
        while true {
            guard peek == UInt8(ascii: "\"") else { throw malformed("a key in quotes is expected") }
            let keyLine = line
            let key = try string()
            let inner = path.isEmpty ? key : path + "." + key
            if let firstLine = firstLines.updateValue(keyLine, forKey: key) {
                let place = Place(file: file, line: keyLine, column: inner)
                faults.add(Fault(at: place, value: key, .duplicate(firstLine: firstLine)))
            }
            skipSpace()
            guard skip(":") else { throw malformed("a colon is expected after a key") }
            skipSpace()
            let isPacked = depth <= 1 && packing.keys.contains(key) && (peek == 0x5B || peek == 0x7B)
            members.append(
                JSONValue.Member(
                    key,
                    isPacked
                        ? try scalars(path: inner, depth: depth + 1)
                        : try value(path: inner, depth: depth + 1)
                )
            )
            skipSpace()
            if skip("}") { return .object(members) }
            guard skip(",") else { throw malformed("a comma or a closing brace is expected") }
            skipSpace()
        }
    }

    private mutating func array(path: String, depth: Int) throws(FileFormatError) -> JSONValue {
        var elements: [JSONValue] = []
        position += 1
        skipSpace()
        if skip("]") { return .array([]) }
        while true {
            elements.append(try value(path: "\(path)[\(elements.count)]", depth: depth + 1))
            skipSpace()
            if skip("]") { return .array(elements) }
            guard skip(",") else { throw malformed("a comma or a closing bracket is expected") }
            skipSpace()
        }
    }

    /// Reads a packed part, for which `null` stands in the tree.
    private mutating func scalars(path: String, depth: Int) throws(FileFormatError) -> JSONValue {
        lines[path] = line
        var scalars = JSONScalars(isArray: peek == UInt8(ascii: "["), line: line)
        var scanner = JSONScalarScanner(position: position + 1, line: line, limit: packing.limit)
        reading: while true {
            let step = scanner.scan(bytes, into: &scalars)
            (position, line) = (scanner.position, scanner.line)
            switch step {
            case .ended: break reading
            case .nested:
                _ = try value(path: path + scalars.nextStep, depth: depth + 1)
                scanner.resume(at: position, line: line, &scalars)
            case .broken(let rule): throw malformed(rule)
            case .tooMany: throw .tooMany(path: file, of: "cells", limit: packing.limit)
            }
        }
        for (index, text) in scanner.notFinite {
            let place = Place(file: file, line: scalars.line(index), column: path + scalars.step(index))
            faults.add(Fault(at: place, value: text, .notFinite))
        }
        for (index, first) in scalars.duplicates {
            let place = Place(file: file, line: scalars.line(index), column: path + scalars.step(index))
            let problem = Fault.Problem.duplicate(firstLine: scalars.line(first))
            faults.add(Fault(at: place, value: scalars.keyText(index), problem))
        }
        packed[path] = scalars
        return .null
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(FileFormatError) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else { throw malformed("a value is expected") }
        position += word.utf8.count
        return value
    }

    private mutating func string() throws(FileFormatError) -> String {
        var scanner = JSONStringScanner(bytes, from: position)
        switch scanner.scan() {
        case .value(let text):
            position = scanner.position
            return text
        case .problem(let problem):
            throw .faults([Fault(at: Place(file: file, line: line), problem)])
        }
    }

    private mutating func number(path: String) throws(FileFormatError) -> JSONValue {
        let signs = Array("+-.eE0123456789".utf8)
        let text = String(decoding: bytes[position...].prefix { signs.contains($0) }, as: UTF8.self)
        guard let value = CSVNumber.number(text), !text.hasPrefix("+"), !JSONParser.leadsWithZero(text) else {
            throw malformed("a value is expected")
        }
        position += text.utf8.count
        if let whole = CSVNumber.integer(text) { return .integer(whole) }
        if !value.isFinite {
            faults.add(Fault(at: Place(file: file, line: line, column: path), value: text, .notFinite))
        }
        return .number(value)
    }

    /// JSON has `0`, `0.5` and `0e1`, but no `01`.
    private static func leadsWithZero(_ number: String) -> Bool {
        let digits = number.utf8.drop { $0 == UInt8(ascii: "-") }
        guard digits.first == UInt8(ascii: "0"), let second = digits.dropFirst().first else { return false }
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(second)
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let byte = peek, UInt32(byte) == character.value else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
            if byte == 0x0A { line += 1 }
            position += 1
        }
    }

    private func malformed(_ rule: String) -> FileFormatError {
        .faults([Fault(at: Place(file: file, line: line), .malformed(rule: rule))])
    }
}
