import Glibc

/// Folders made for output.
public enum OutputFolder {
    /// Makes `folder` and those of its parents that are missing.
    ///
    /// - Throws: `.cannotWrite`; folders made before the failure are removed again.
    public static func make(_ folder: String) throws(FileFormatError) {
        var made: [String] = []
        do {
            try make(folder, made: &made)
        } catch {
            for folder in made.reversed() { rmdir(folder) }
            throw error
        }
    }

    /// Makes `folder` and its missing parents, appending to `made` those that were not there.
    static func make(_ folder: String, made: inout [String]) throws(FileFormatError) {
        guard !folder.isEmpty, !folder.utf8.contains(0) else {
            throw .cannotWrite(path: folder, reason: "Not a folder name")
        }
        var path = folder.hasPrefix("/") ? "" : "."
        for part in folder.split(separator: "/") {
            path += "/" + part
            if mkdir(path, 0o777) == 0 {
                made.append(path)
            } else if !isFolder(path) {
                throw .cannotWrite(path: folder, reason: SystemReason.latest)
            }
        }
    }

    /// Whether a folder stands at `path`; leaves `errno` as the caller's failed call set it.
    private static func isFolder(_ path: String) -> Bool {
        let reason = errno
        defer { errno = reason }
        var information = stat()
        return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
    }
}
