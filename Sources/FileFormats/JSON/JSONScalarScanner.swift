/// Reads the values of a long array or object of scalars strictly, without a value or a text for each.
struct JSONScalarScanner {
    enum Step {
        /// Behind the closing bracket.
        case ended
        /// Before an array or an object inside, which is for the parser to read.
        case nested
        /// A rule is broken.
        case broken(rule: String)
        /// More values than are accepted.
        case tooMany
    }

    private(set) var position: Int
    private(set) var line: Int
    /// Numbers too large to hold: where among the values, and as they stood.
    private(set) var notFinite: [(index: Int, text: String)] = []
    private let limit: Int
    private var places: [String: Int] = [:]
    private var isFirst = true
    /// The text met last, which as a rule is the next one too.
    private var latest: (text: String, place: Int)?

    /// A scanner behind the opening bracket at `position`.
    init(position: Int, line: Int, limit: Int) {
        self.position = position
        self.line = line
        self.limit = limit
    }

    /// Goes on behind a nested value, which ended at `position` on `line`.
    mutating func resume(at position: Int, line: Int, _ scalars: inout JSONScalars) {
        scalars.append(.other, line: self.line)
        self.position = position
        self.line = line
    }

    /// Reads on until something ends or stops it.
    mutating func scan(_ bytes: [UInt8], into scalars: inout JSONScalars) -> Step {
        let close = scalars.isArray ? UInt8(ascii: "]") : UInt8(ascii: "}")
        while true {
            skipSpace(bytes)
            if isFirst {
                isFirst = false
                if peek(bytes) == close { return end() }
            } else {
                if peek(bytes) == close { return end() }
                guard peek(bytes) == UInt8(ascii: ",") else {
                    return .broken(
                        rule: scalars.isArray
                            ? "a comma or a closing bracket is expected"
                            : "a comma or a closing brace is expected"
                    )
                }
                position += 1
                skipSpace(bytes)
            }
            guard scalars.count < limit else { return .tooMany }
            if !scalars.isArray, let rule = key(bytes, &scalars) { return .broken(rule: rule) }
            switch peek(bytes) {
            case UInt8(ascii: "{"), UInt8(ascii: "["): return .nested
            case UInt8(ascii: "\""):
                if let rule = text(bytes, &scalars) { return .broken(rule: rule) }
            case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
                guard let element = word(bytes) else { return .broken(rule: "a value is expected") }
                scalars.append(element, line: line)
            default:
                guard let number = number(bytes, scalars.count) else {
                    return .broken(rule: "a value is expected")
                }
                scalars.append(.number(number), line: line)
            }
        }
    }

    private mutating func end() -> Step {
        position += 1
        return .ended
    }

    private func peek(_ bytes: [UInt8]) -> UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace(_ bytes: [UInt8]) {
        while position < bytes.count {
            switch bytes[position] {
            case 0x0A: line += 1
            case 0x20, 0x09, 0x0D: break
            default: return
            }
            position += 1
        }
    }

    /// Reads a key and the colon behind it; the rule that is broken.
    private mutating func key(_ bytes: [UInt8], _ scalars: inout JSONScalars) -> String? {
        guard peek(bytes) == UInt8(ascii: "\"") else { return "a key in quotes is expected" }
        var index = position + 1
        var number = 0
        while index < bytes.count, case let digit = bytes[index] &- 0x30, digit < 10, index - position < 18 {
            number = number * 10 + Int(digit)
            index += 1
        }
        let length = index - position - 1
        if length > 0, length == 1 || bytes[position + 1] != 0x30, index < bytes.count,
            bytes[index] == UInt8(ascii: "\"")
        {
            position = index + 1
            scalars.append(key: number)
        } else {
            var scanner = JSONStringScanner(bytes, from: position)
            switch scanner.scan() {
            case .value(let key): scalars.append(key: key)
            case .problem(let problem): return JSONScalarScanner.rule(problem)
            }
            position = scanner.position
        }
        skipSpace(bytes)
        guard peek(bytes) == UInt8(ascii: ":") else { return "a colon is expected after a key" }
        position += 1
        skipSpace(bytes)
        return nil
    }

    /// Reads a text; the rule that is broken.
    private mutating func text(_ bytes: [UInt8], _ scalars: inout JSONScalars) -> String? {
        if let latest, position + latest.text.utf8.count + 1 < bytes.count,
            bytes[(position + 1)...].starts(with: latest.text.utf8),
            bytes[position + latest.text.utf8.count + 1] == UInt8(ascii: "\"")
        {
            position += latest.text.utf8.count + 2
            scalars.append(.text(latest.place), line: line)
            return nil
        }
        var scanner = JSONStringScanner(bytes, from: position)
        switch scanner.scan() {
        case .problem(let problem): return JSONScalarScanner.rule(problem)
        case .value(let text):
            position = scanner.position
            let place = places[text] ?? scalars.add(text)
            places[text] = place
            scalars.append(.text(place), line: line)
            // A text with a quote or a backslash does not stand in the bytes as it is.
            let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
            latest = isPlain ? (text, place) : nil
            return nil
        }
    }

    private static func rule(_ problem: Fault.Problem) -> String {
        if case .malformed(let rule) = problem { rule } else { "a value is expected" }
    }

    private mutating func word(_ bytes: [UInt8]) -> JSONScalars.Element? {
        let rest = bytes[position...]
        for (word, element) in [("null", JSONScalars.Element.null), ("true", .other), ("false", .other)]
        where rest.starts(with: word.utf8) {
            position += word.utf8.count
            return element
        }
        return nil
    }

    /// Reads a number, the value at `index`.
    private mutating func number(_ bytes: [UInt8], _ index: Int) -> Double? {
        let start = position
        var end = position
        while end < bytes.count {
            switch bytes[end] {
            case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: end += 1
            default:
                return taken(bytes, start, end, index)
            }
        }
        return taken(bytes, start, end, index)
    }

    private mutating func taken(_ bytes: [UInt8], _ start: Int, _ end: Int, _ index: Int) -> Double? {
        guard end > start, bytes[start] != UInt8(ascii: "+"), !leadsWithZero(bytes, start, end) else {
            return nil
        }
        let number = bytes[start..<end].withUnsafeBufferPointer { CSVNumber.number($0) }
        guard let number else { return nil }
        position = end
        if !number.isFinite, notFinite.count < FaultCollector.most {
            notFinite.append((index, String(decoding: bytes[start..<end], as: UTF8.self)))
        }
        return number
    }

    /// JSON has `0`, `0.5` and `0e1`, but no `01`.
    private func leadsWithZero(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        let first = bytes[start] == UInt8(ascii: "-") ? start + 1 : start
        return first + 1 < end && bytes[first] == 0x30 && (0x30...0x39).contains(bytes[first + 1])
    }
}
