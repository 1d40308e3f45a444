public import Accounts

/// A selection of a variable's codes, as PxWebApi 2 writes them: codes, `*` and `?` as masks, `top`, `bottom`,
/// `from`, `to` and `range`.
///
/// Expressions are worked out here against the table's description, and the server is asked for codes alone: the
/// number of cells is then known before the first request, and the answer can be held against what was asked for.
enum SelectionExpression: Equatable {
    /// A code, or a mask where there is no such code.
    case code(String)
    /// The last `count` points in time, or the first codes of another variable, after `offset` of them.
    case top(count: Int, offset: Int)
    /// The other end.
    case bottom(count: Int, offset: Int)
    /// The codes from one to another, in the table's order; `nil` is its end.
    case range(from: String?, to: String?)

    /// The expression in `text`.
    ///
    /// - Throws: `.selection` for one that is begun and not well formed.
    init(_ text: String) throws(StatisticsNorwayError) {
        guard let opening = text.firstIndex(of: "("), text.hasSuffix(")") else {
            self = .code(
                text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
            )
            return
        }
        let name = text[..<opening].lowercased()
        let inner = text[text.index(after: opening)...].dropLast()
        let arguments = inner.split(separator: ",", omittingEmptySubsequences: false).map { argument in
            String(argument.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        let numbers = arguments.compactMap { Int($0) }
        switch (name, arguments.count) {
        case ("top", 1...2), ("bottom", 1...2):
            guard numbers.count == arguments.count, numbers[0] > 0, numbers.allSatisfy({ $0 >= 0 }) else {
                throw .selection(text, rule: "a number of codes stands in the brackets")
            }
            let offset = numbers.count > 1 ? numbers[1] : 0
            self =
                name == "top"
                ? .top(count: numbers[0], offset: offset) : .bottom(count: numbers[0], offset: offset)
        case ("from", 1): self = .range(from: arguments[0], to: nil)
        case ("to", 1): self = .range(from: nil, to: arguments[0])
        case ("range", 2): self = .range(from: arguments[0], to: arguments[1])
        case ("top", _), ("bottom", _), ("from", _), ("to", _), ("range", _):
            throw .selection(text, rule: "the expression has as many codes as it needs")
        default: self = .code(text)
        }
    }

    /// The positions in `codes` that the expression selects; none where a code is not there.
    func positions(in codes: [String], isTime: Bool) -> [Int] {
        switch self {
        case .code(let code):
            if let position = codes.firstIndex(of: code) { return [position] }
            guard code.contains("*") || code.contains("?") else { return [] }
            let mask = Array(code)
            return codes.indices.filter { SelectionExpression.matches(Array(codes[$0]), mask) }
        case .top(let count, let offset):
            return SelectionExpression.end(count, offset, of: codes.count, isLast: isTime)
        case .bottom(let count, let offset):
            return SelectionExpression.end(count, offset, of: codes.count, isLast: !isTime)
        case .range(let from, let to):
            guard let first = from.map({ codes.firstIndex(of: $0) }) ?? codes.startIndex,
                let last = to.map({ codes.firstIndex(of: $0) }) ?? codes.endIndex - 1, first <= last
            else { return [] }
            return Array(first...last)
        }
    }

    private static func end(_ count: Int, _ offset: Int, of all: Int, isLast: Bool) -> [Int] {
        let (taken, passed) = (min(count, all), min(offset, all))
        return isLast
            ? Array(max(0, all - passed - taken)..<(all - passed)) : Array(passed..<min(all, passed + taken))
    }

    /// Whether `text` fits `mask`, in which `*` is any characters, also none, and `?` is one.
    static func matches(_ text: [Character], _ mask: [Character]) -> Bool {
        var (place, star, restart) = (0, -1, 0)
        var position = 0
        while position < text.count {
            if place < mask.count, mask[place] == "*" {
                (star, restart) = (place, position)
                place += 1
            } else if place < mask.count, mask[place] == "?" || mask[place] == text[position] {
                place += 1
                position += 1
            } else if star >= 0 {
                restart += 1
                (place, position) = (star + 1, restart)
            } else {
                return false
            }
        }
        return mask[place...].allSatisfy { $0 == "*" }
    }
}

extension CubeSelection {
    /// The selection written `Region=50,11` or `Tid=range(2015,2019),2021`; commas inside brackets do not separate.
    ///
    /// - Throws: `.selection` for a text without a variable or codes, and for brackets that do not close.
    public init(parsing text: String, codeList: String? = nil) throws(StatisticsNorwayError) {
        guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
            throw .selection(text, rule: "it is written Variable=code,code")
        }
        var codes: [String] = []
        var code = ""
        var depth = 0
        for character in text[text.index(after: equals)...] {
            switch character {
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            default: break
            }
            if character == ",", depth == 0 {
                codes.append(code)
                code = ""
            } else {
                code.append(character)
            }
        }
        codes.append(code)
        guard depth == 0 else { throw .selection(text, rule: "brackets that open close again") }
        guard codes.allSatisfy({ !$0.isEmpty }) else {
            throw .selection(text, rule: "it is written Variable=code,code")
        }
        self.init(String(text[..<equals]), codes, codeList: codeList)
    }
}
