import Glibc

/// Several files for one folder, written together or not at all, as far as a file system can promise that.
///
/// Every file is first written whole under a temporary name; only when all are on the disk are they renamed.
/// Whatever fails before the renames (a full disk, a missing permission, a folder in a file's place) leaves
/// the folder as it was. A rename that fails after others succeeded leaves those in place.
public struct OutputSet: Sendable {
    /// The folder the files go to; made, with its parents, when missing.
    public let folder: String
    /// The names added so far, in that order, relative to the folder.
    public private(set) var names: [String] = []
    private var contents: [[UInt8]] = []

    /// An empty set for `folder`.
    public init(folder: String) {
        self.folder = folder
    }

    /// Adds a file; `name` may hold folders of its own (`"tables/use.csv"`).
    ///
    /// - Throws: `.outsideFolder` for a name that leaves the folder, `.cannotWrite` for one already added.
    public mutating func add(_ name: String, _ bytes: [UInt8]) throws(FileFormatError) {
        guard ContainedPath.staysInsideAsWritten(name), !name.split(separator: "/").contains("..") else {
            throw .outsideFolder(path: name, folder: folder)
        }
        guard !names.contains(name) else {
            throw .cannotWrite(path: path(of: name), reason: "Two outputs have this name")
        }
        names.append(name)
        contents.append(bytes)
    }

    /// Adds a text file in UTF-8.
    ///
    /// - Throws: as `add(_:_:)` for bytes.
    public mutating func add(_ name: String, _ text: String) throws(FileFormatError) {
        try add(name, Array(text.utf8))
    }

    /// Writes every file.
    ///
    /// - Throws: `.cannotWrite`, for the first file or folder that could not be made.
    public func write() throws(FileFormatError) {
        var made: [String] = []
        var staged: [StagedFile] = []
        do {
            try OutputFolder.make(folder, made: &made)
            for (name, bytes) in zip(names, contents) {
                let path = path(of: name)
                try OutputFolder.make(StagedFile.folder(of: path), made: &made)
                staged.append(try StagedFile(bytes, for: path))
            }
        } catch {
            for file in staged { file.discard() }
            for folder in made.reversed() { rmdir(folder) }
            throw error
        }
        for (index, file) in staged.enumerated() {
            do {
                try file.publish()
            } catch {
                for remaining in staged[(index + 1)...] { remaining.discard() }
                throw error
            }
        }
    }

    /// Removes files of an earlier run that this one does not write; those that are not there are passed over.
    ///
    /// - Throws: `.cannotWrite` for one that will not go.
    public func remove(stale: [String]) throws(FileFormatError) {
        for name in stale where !names.contains(name) {
            guard unlink(path(of: name)) == 0 || errno == ENOENT else {
                throw .cannotWrite(path: path(of: name), reason: SystemReason.latest)
            }
        }
    }

    private func path(of name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}
