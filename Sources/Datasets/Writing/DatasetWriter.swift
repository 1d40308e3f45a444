public import Accounts
import FileFormats

/// Writes accounts as dataset folders: all files of a dataset or none, and the same bytes for the same accounts.
///
/// What it writes, `Dataset` reads back equal: it is read before a file is made, and refused with the
/// reader's own error where it cannot be. What the format has no place for is refused too, not dropped.
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

    /// Writes `files`, and a description that states their digests, once they are known to read back.
    func write(
        _ contents: DatasetDescription.Contents,
        _ provenance: Provenance,
        _ rules: [AppliedRule],
        _ files: [(name: String, text: String)]
    ) throws(DatasetError) {
        let bytes = files.map { (name: $0.name, bytes: Array($0.text.utf8)) }
        let digests = bytes.map {
            Provenance.FileTrace(name: $0.name, sha256: SHA256Digest(of: $0.bytes).hexadecimal)
        }
        let text = DatasetDescription(
            title: title,
            provenance: provenance,
            contents: contents,
            rules: rules,
            files: digests
        ).json.prettyText
        let inMemory = DatasetFiles(in: folder, contents: Dictionary(bytes) { first, _ in first })
        let description = try writing { () throws(FileFormatError) in
            try DatasetDescription(
                JSONDocument(text: text, file: inMemory.path(of: DatasetDescription.fileName))
            )
        }
        try Dataset(in: folder, description: description, files: inMemory).readThrough()
        try writing { () throws(FileFormatError) in
            let earlier = try DatasetFiles(in: folder, of: contents.kind)
            for name in contents.kind.optionalFiles where earlier.has(name) && !inMemory.has(name) {
                throw .cannotWrite(
                    path: inMemory.path(of: name),
                    reason: "The folder has this file and the new dataset has not"
                )
            }
            var output = OutputSet(folder: folder)
            for file in bytes { try output.add(file.name, file.bytes) }
            // Last, so that a folder cut off in the middle has no description of files it lacks.
            try output.add(DatasetDescription.fileName, text)
            try output.write()
        }
    }

    func refusal(_ reason: Inexpressible) -> DatasetError {
        .cannotExpress(path: folder, reason)
    }

    private func writing<Value>(_ act: () throws(FileFormatError) -> Value) throws(DatasetError) -> Value {
        do {
            return try act()
        } catch {
            throw .file(path: folder, error)
        }
    }

    /// A file of labels, with the columns `more` for each.
    func labels<Element: Label>(
        _ labels: [Element],
        more columns: [String] = [],
        _ more: (Element) -> [String] = { _ in [] }
    ) -> String {
        var writer = CSVWriter()
        writer.write(row: LabelFile.columns + columns)
        for label in labels {
            writer.write(row: [label.code, label.name.english, label.name.norwegian] + more(label))
        }
        return writer.text
    }
}
