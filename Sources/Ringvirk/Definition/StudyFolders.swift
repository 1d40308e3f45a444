import Accounts
import FileFormats

/// Where a study's paths lead: its own files beside it, datasets in the data folder.
struct StudyFolders {
    let study: String
    let data: String
    let year: Year?

    init(study file: String, data: String?, year: Year?) {
        study = Self.parent(of: file)
        self.data = data ?? Self.parent(of: Self.parent(of: study))
        self.year = year
    }

    func dataset(_ node: YAMLNode, _ reader: inout YAMLReader) -> String? {
        guard let path = reader.text(of: node) else { return nil }
        let dated = path.replacing("{year}", with: year?.description ?? "{year}")
        return contained(dated, in: data, node, &reader)
    }

    func own(_ node: YAMLNode, _ reader: inout YAMLReader) -> String? {
        guard let path = reader.text(of: node) else { return nil }
        return contained(path, in: study, node, &reader)
    }

    /// A firm's file: beside the study, or else in the data folder.
    func books(_ node: YAMLNode, _ reader: inout YAMLReader) -> String? {
        guard let path = reader.text(of: node) else { return nil }
        if let own = try? ContainedPath.resolve(path, inside: study) { return own }
        return contained(path, in: data, node, &reader)
    }

    private func contained(
        _ path: String,
        in folder: String,
        _ node: YAMLNode,
        _ reader: inout YAMLReader
    ) -> String? {
        do {
            return try ContainedPath.resolve(path, inside: folder)
        } catch .notFound {
            // Whoever opens it says that it is not there.
            return folder + "/" + path
        } catch {
            reader.fault(node, .malformed(rule: "a path inside the folder \(folder)"))
            return nil
        }
    }

    /// The folder a path lies in; goes up by `..` where the path does not say.
    private static func parent(of path: String) -> String {
        let name = path.split(separator: "/").last
        if path == "/" { return "/" }
        guard let name, name != "..", name != "." else {
            return path == "." || path.isEmpty ? ".." : path + "/.."
        }
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
