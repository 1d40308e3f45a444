internal import Yams

/// Turns Yams's nodes into ours, gathering faults and counting levels.
struct YAMLConversion {
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
        guard level <= depth + 1 else { throw .tooMany(path: file, of: "nested levels", limit: depth) }
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
