/// What a part of a workbook refers to: `xl/_rels/workbook.xml.rels` and its like.
final class Relationships: WorkbookHandler {
    struct Relationship {
        /// The last word of the relationship's type: `worksheet`, `sharedStrings`, `officeDocument`.
        let kind: String
        /// The entry of the archive it points to.
        let target: String
    }

    private(set) var byID: [String: Relationship] = [:]
    private let folder: String

    /// Relationships whose targets are named from `folder`, the folder of the part they belong to.
    init(folder: String) {
        self.folder = folder
    }

    /// The entry of `kind`; of several, the one whose identifier sorts first.
    func target(ofKind kind: String) -> String? {
        byID.filter { $0.value.kind == kind }.min { $0.key < $1.key }?.value.target
    }

    func start(_ element: WorkbookElement?, _ attributes: XMLTag) throws(FileFormatError) {
        guard element == .relationship, attributes["TargetMode"] != "External",
            let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"]
        else { return }
        let kind = type.split(separator: "/").last.map(String.init) ?? type
        byID[id] = Relationship(kind: kind, target: entry(named: target))
    }

    func end(_ element: WorkbookElement?) {}

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// A target is a path from the archive's root, or from the part's own folder.
    private func entry(named target: String) -> String {
        var parts: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for part in target.split(separator: "/") where part != "." {
            if part == ".." {
                _ = parts.popLast()
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
