public import Accounts
import FileFormats

/// Writes accounts as dataset folders: all files of a dataset or none, and the same bytes for the same accounts.
///
/// What it writes, `Dataset` reads back equal. What the format cannot hold is refused, not dropped.
public struct DatasetWriter: Sendable {
    /// The folder the dataset goes to; made, with its parents, when missing.
    public let folder: String
    /// What to call the dataset.
    public let title: Name

    /// A writer of the dataset called `title` to `folder`.
    public init(to folder: String, title: Name) {
        self.folder = folder
        self.title = title
    }

    /// Writes `files`, and a description that states their digests.
    func write(
        _ contents: DatasetDescription.Contents, _ provenance: Provenance, _ rules: [AppliedRule],
        _ files: [(name: String, text: String)]
    ) throws(DatasetError) {
        do {
            var output = OutputSet(folder: folder)
            var digests: [Provenance.FileTrace] = []
            for file in files {
                let bytes = Array(file.text.utf8)
                digests.append(.init(name: file.name, sha256: SHA256Digest(of: bytes).hexadecimal))
                try output.add(file.name, bytes)
            }
            let description = DatasetDescription(
                title: title, provenance: provenance, contents: contents, rules: rules, files: digests)
            // Read what would be written: a blank name or a digest that is none is refused before a file stands.
            let name = DatasetFiles.path(of: DatasetDescription.fileName, in: folder)
            let text = description.json.prettyText
            _ = try DatasetDescription(JSONDocument(text: text, file: name))
            // Last, so that a folder cut off in the middle has no description of files it lacks.
            try output.add(DatasetDescription.fileName, text)
            try output.write()
        } catch {
            throw .file(path: folder, error)
        }
    }

    func refusal(_ reason: Inexpressible) -> DatasetError {
        .cannotExpress(path: folder, reason)
    }

    /// A file of labels, with the columns `more` for each.
    func labels<Element: Label>(
        _ labels: [Element], more columns: [String] = [], _ more: (Element) -> [String] = { _ in [] }
    ) throws(DatasetError) -> String {
        var writer = CSVWriter()
        writer.write(row: LabelFile.columns + columns)
        for label in labels {
            guard !label.code.isEmpty else { throw refusal(.blank(label.name.english)) }
            guard !label.name.english.isEmpty, !label.name.norwegian.isEmpty else { throw refusal(.blank(label.code)) }
            writer.write(row: [label.code, label.name.english, label.name.norwegian] + more(label))
        }
        return writer.text
    }
}
