internal import Yams

/// Parses a YAML text with libyaml, through Yams, into nodes of our own. The only file that knows Yams.
struct YAMLComposer {
    private let text: String
    private let file: String
    private let depth: Int

    init(text: String, file: String, depth: Int) {
        self.text = text
        self.file = file
        self.depth = depth
    }

    /// The document's root, null for an empty text.
    func root() throws(FileFormatError) -> YAMLNode {
        guard let hidden = YAMLIndicators.hidden(in: text) else {
            throw malformed("the characters U+F8F0 to U+F8F2 are not accepted", line: 1)
        }
        guard let parsed = try parse(hidden) else {
            return YAMLNode(place: Place(file: file, line: 1), kind: .null)
        }
        var conversion = YAMLConversion(file: file, depth: depth)
        let root = try conversion.node(parsed, path: nil, level: 1, fallbackLine: 1)
        try conversion.faults.finish()
        return root
    }

    private func parse(_ text: String) throws(FileFormatError) -> Node? {
        do {
            return try Parser(yaml: text, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw failure(error, in: text)
        } catch {
            throw malformed("not YAML", line: 1)
        }
    }

    private func failure(_ error: YamlError, in text: String) -> FileFormatError {
        switch error {
        // libyaml gives up at a thousand levels of its own accord.
        case .parser(_, let problem, _, _) where problem.hasPrefix("Maximum nesting level"):
            return .tooMany(path: file, of: "nested levels", limit: depth)
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            return malformed(problem, line: mark.line)
        case .composer(_, _, let mark, _):
            return malformed("only one document may stand in a file", line: mark.line)
        case .duplicatedKeysInMapping(let keys, let context):
            let key = YAMLIndicators.restored(keys.first ?? "")
            let first = context.mark
            let again = repetition(of: first, in: text)
            let place = Place(file: file, line: again ?? first.line, column: key)
            let problem = Fault.Problem.duplicate(firstLine: again == nil ? nil : first.line)
            return .faults([Fault(at: place, value: key, problem)])
        case .reader(let problem, let offset, _, _):
            let before = text.utf8.prefix(offset ?? 0)
            return malformed(problem, line: before.count { $0 == UInt8(ascii: "\n") } + 1)
        default:
            return malformed("not YAML", line: 1)
        }
    }

    /// The next line that begins with the same words in the same column as the key at `first`; Yams tells
    /// where a key that stands twice stands first, not where it stands again. `nil` inside braces.
    private func repetition(of first: Mark, in text: String) -> Int? {
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.indices.contains(first.line - 1) else { return nil }
        let start = first.column - 1
        let line = lines[first.line - 1]
        let key = Array(line.dropFirst(start).prefix { $0 != ":" }) + [":"]
        guard line.prefix(start).allSatisfy({ $0 == " " || $0 == "-" }) else { return nil }
        let index = lines[first.line...].firstIndex { $0.dropFirst(start).starts(with: key) }
        return index.map { $0 + 1 }
    }

    private func malformed(_ rule: String, line: Int) -> FileFormatError {
        .faults([Fault(at: Place(file: file, line: line), .malformed(rule: rule))])
    }
}

/// Turns Yams's nodes into ours, gathering faults and counting levels.
private struct YAMLConversion {
    let file: String
    let depth: Int
    var faults = FaultCollector()

    init(file: String, depth: Int) {
        self.file = file
        self.depth = depth
    }

    mutating func node(
        _ node: Node,
        path: String?,
        level: Int,
        fallbackLine: Int
    ) throws(FileFormatError) -> YAMLNode {
        let line = node.mark?.line ?? fallbackLine
        let place = Place(file: file, line: line, column: path)
        if level > depth, node.scalar == nil { throw .tooMany(path: file, of: "nested levels", limit: depth) }
        switch node {
        case .scalar(let scalar):
            return YAMLNode(place: place, kind: kind(of: scalar, at: place))
        case .sequence(let sequence):
            var elements: [YAMLNode] = []
            for (index, element) in sequence.enumerated() {
                let inner = "\(path ?? "")[\(index)]"
                elements.append(try self.node(element, path: inner, level: level + 1, fallbackLine: line))
            }
            return YAMLNode(place: place, kind: .sequence(elements))
        case .mapping(let mapping):
            let entries = try entries(of: mapping, path: path, level: level, fallbackLine: line)
            return YAMLNode(place: place, kind: .mapping(entries))
        case .alias:
            refuseIndicator(at: place, value: nil)
            return YAMLNode(place: place, kind: .null)
        }
    }

    private mutating func entries(
        of mapping: Node.Mapping,
        path: String?,
        level: Int,
        fallbackLine: Int
    ) throws(FileFormatError) -> [YAMLNode.Entry] {
        var entries: [YAMLNode.Entry] = []
        var firstLines: [String: Int] = [:]
        for (keyNode, valueNode) in mapping {
            let line = keyNode.mark?.line ?? fallbackLine
            guard case .scalar(let scalar) = keyNode else {
                let place = Place(file: file, line: line, column: path)
                faults.add(Fault(at: place, .malformed(rule: "a key must be a text")))
                continue
            }
            let key = YAMLIndicators.restored(scalar.string)
            let inner = path.map { $0 + "." + key } ?? key
            let place = Place(file: file, line: line, column: inner)
            _ = kind(of: scalar, at: place)
            if let firstLine = firstLines[key] {
                faults.add(Fault(at: place, value: key, .duplicate(firstLine: firstLine)))
                continue
            }
            firstLines[key] = line
            let value = try node(valueNode, path: inner, level: level + 1, fallbackLine: line)
            entries.append(YAMLNode.Entry(key: key, place: place, value: value))
        }
        return entries
    }

    private mutating func kind(of scalar: Node.Scalar, at place: Place) -> YAMLNode.Kind {
        let text = YAMLIndicators.restored(scalar.string)
        guard scalar.style == .plain || scalar.style == .any else { return .scalar(text: text, quoted: true) }
        if YAMLIndicators.begin(scalar.string) { refuseIndicator(at: place, value: text) }
        let isNull = ["", "~", "null", "Null", "NULL"].contains(text)
        return isNull ? .null : .scalar(text: text, quoted: false)
    }

    private mutating func refuseIndicator(at place: Place, value: String?) {
        let rule = "anchors (&), aliases (*) and tags (!) are not accepted; quote a text that begins so"
        faults.add(Fault(at: place, value: value, .malformed(rule: rule)))
    }
}
