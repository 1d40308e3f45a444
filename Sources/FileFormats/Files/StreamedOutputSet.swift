import Glibc

/// Several files for one folder, written piece by piece and given their names together; as `OutputSet`, for files that
/// are too much to hold in memory.
///
/// Until `publish()` all stand under temporary names. A set that is dropped before leaves no file, and none of the folders
/// made for it.
public final class StreamedOutputSet {
    /// The folder the files go to; made, with its parents, when missing.
    public let folder: String
    /// The names added so far, in that order, relative to the folder.
    public var names: [String] { files.map(\.name) }
    private var files: [(name: String, file: StreamedFile)] = []
    /// The folders made for the files, parents first.
    private var made: [String] = []
    private var isPublished = false

    /// An empty set for `folder`.
    public init(folder: String) {
        self.folder = folder
    }

    deinit {
        guard !isPublished else { return }
        // The files go first; a folder that somebody else holds a file in stays.
        files.removeAll()
        for folder in made.reversed() { rmdir(folder) }
    }

    /// A new file to write to; `name` may hold folders of its own (`"saft/books.xml"`), which are made.
    ///
    /// - Throws: `.outsideFolder` for a name that leaves the folder, `.cannotWrite` for one already added or a folder
    ///   that cannot be made.
    public func add(_ name: String) throws(FileFormatError) -> StreamedFile {
        guard ContainedPath.staysInsideAsWritten(name), !name.split(separator: "/").contains("..") else {
            throw .outsideFolder(path: name, folder: folder)
        }
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        guard !names.contains(name) else {
            throw .cannotWrite(path: path, reason: "Two outputs have this name")
        }
        try OutputFolder.make(StagedFile.folder(of: path), made: &made)
        let file = try StreamedFile(path)
        files.append((name, file))
        return file
    }

    /// Adds a whole file.
    ///
    /// - Throws: as `add(_:)`.
    public func add(_ name: String, _ bytes: [UInt8]) throws(FileFormatError) {
        try add(name).append(bytes)
    }

    /// Gives every file its name, once all are on the disk.
    ///
    /// - Throws: `.cannotWrite`; before the first rename where something could not be written.
    public func publish() throws(FileFormatError) {
        for (_, file) in files { try file.finishWriting() }
        isPublished = true
        for (_, file) in files { try file.publish() }
    }
}
