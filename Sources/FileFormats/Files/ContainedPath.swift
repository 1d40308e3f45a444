import Glibc

/// Paths written in a file, which must not lead out of that file's folder.
public enum ContainedPath {
    /// The path of `relative` inside `folder`, once it is known to stay there.
    ///
    /// `..` and symbolic links are followed and accepted as long as they end inside the folder. The path is
    /// returned as named, not resolved, so that messages show what the user wrote.
    ///
    /// - Throws: `.outsideFolder` for an absolute or empty path and for one that leaves the folder;
    ///   `.notFound` where nothing stands; `.unreadable` where the system will not tell.
    public static func resolve(
        _ relative: String,
        inside folder: String
    ) throws(FileFormatError) -> String {
        guard staysInsideAsWritten(relative) else {
            throw .outsideFolder(path: relative, folder: folder)
        }
        let joined = folder.hasSuffix("/") ? folder + relative : folder + "/" + relative
        let root = try real(folder)
        let target = try real(joined)
        guard target == root || target.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
            throw .outsideFolder(path: relative, folder: folder)
        }
        return joined
    }

    /// Whether `relative`, read without looking at the disk, is a relative path that never climbs above its
    /// start.
    static func staysInsideAsWritten(_ relative: String) -> Bool {
        guard !relative.isEmpty, !relative.hasPrefix("/"), !relative.utf8.contains(0) else { return false }
        var depth = 0
        for part in relative.split(separator: "/") where part != "." {
            depth += part == ".." ? -1 : 1
            if depth < 0 { return false }
        }
        return true
    }

    /// `path` with every symbolic link and `..` followed.
    private static func real(_ path: String) throws(FileFormatError) -> String {
        guard let resolved = realpath(path, nil) else {
            if errno == ENOENT || errno == ENOTDIR { throw .notFound(path: path) }
            throw .unreadable(path: path, reason: SystemReason.latest)
        }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
