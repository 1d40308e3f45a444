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
        case .memory:
            return .tooMany(path: file, of: "nested levels", limit: depth)
        default:
            return malformed("not YAML", line: 1)
        }
    }

    /// The next line that begins with the same words in the same column as the key at `first`; Yams tells
    /// where a key that stands twice stands first, not where it stands again.
    private func repetition(of first: Mark, in text: String) -> Int? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.indices.contains(first.line - 1) else { return nil }
        let start = first.column - 1
        let key = lines[first.line - 1].dropFirst(start).prefix { $0 != ":" }
        guard !key.isEmpty else { return nil }
        let index = lines[first.line...].firstIndex { $0.dropFirst(start).hasPrefix(key + ":") }
        return index.map { $0 + 1 }
    }

    private func malformed(_ rule: String, line: Int) -> FileFormatError {
        .faults([Fault(at: Place(file: file, line: line), .malformed(rule: rule))])
    }
}
