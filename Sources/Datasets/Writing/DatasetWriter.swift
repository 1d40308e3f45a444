public import Accounts
import FileFormats

/// Writes accounts as dataset folders: all files of a dataset or none, and the same bytes for the same accounts.
///
/// What it writes, `Dataset` reads back equal: it is read before a file has its name, and refused with the
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
    ///
    /// - Parameter stream: Writes the kind's streamed file, and returns its digest. It is written first, under a temporary
    ///   name, and read back from the disk.
    func write(
        _ contents: DatasetDescription.Contents,
        _ provenance: Provenance,
        _ rules: [AppliedRule],
        _ files: [(name: String, text: String)],
        streaming stream: ((StreamedFile) throws(FileFormatError) -> SHA256Digest)? = nil
    ) throws(DatasetError) {
        let output = StreamedOutputSet(folder: folder)
        let bytes = files.map { (name: $0.name, bytes: Array($0.text.utf8)) }
        var digests = bytes.map {
            Provenance.FileTrace(name: $0.name, sha256: SHA256Digest(of: $0.bytes).hexadecimal)
        }
        var held = Dictionary(bytes.map { ($0.name, DatasetFiles.Contents.bytes($0.bytes)) }) { first, _ in
            first
        }
        if let stream, let name = contents.kind.streamedFile {
            try writing { () throws(FileFormatError) in
                let file = try output.add(name)
                let digest = try stream(file)
                try file.finishWriting()
                digests.append(Provenance.FileTrace(name: name, sha256: digest.hexadecimal))
                held[name] = .staged(path: file.temporaryPath, digest)
            }
        }
        let text = DatasetDescription(
            title: title,
            provenance: provenance,
            contents: contents,
            rules: rules,
            files: digests
        ).json.prettyText
        let new = DatasetFiles(in: folder, contents: held)
        let description = try writing { () throws(FileFormatError) in
            try DatasetDescription(
                JSONDocument(text: text, file: new.path(of: DatasetDescription.fileName))
            )
        }
        try Dataset(in: folder, description: description, files: new).readThrough()
        try writing { () throws(FileFormatError) in
            try refuseLeftovers(of: contents.kind, beside: new)
            for file in bytes { try output.add(file.name, file.bytes) }
            // Last, so that a folder cut off in the middle has no description of files it lacks.
            try output.add(DatasetDescription.fileName, Array(text.utf8))
            try output.publish()
        }
    }

    /// Refuses a folder with a file that the new dataset could have and has not, and which would become part of it.
    private func refuseLeftovers(
        of kind: DatasetKind,
        beside new: DatasetFiles
    ) throws(FileFormatError) {
        guard !kind.optionalFiles.isEmpty else { return }
        let earlier = try DatasetFiles(in: folder, of: kind)
        for name in kind.optionalFiles where earlier.has(name) && !new.has(name) {
            throw .cannotWrite(
                path: new.path(of: name),
                reason: "The folder has this file and the new dataset has not"
            )
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
