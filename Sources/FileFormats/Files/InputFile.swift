import Glibc

/// Whole files, read into memory within a stated limit.
public enum InputFile {
    /// Half a gibibyte: far above any table this package reads, far below the memory of a laptop.
    public static let defaultLimit = 512 << 20

    /// The bytes of the regular file at `path`.
    ///
    /// The size is taken from the opened file and bounded again while reading, so a file that grows meanwhile
    /// is refused too.
    ///
    /// - Throws: `.notFound`; `.unreadable` for a folder, a device or a file without permission; `.tooLarge`
    ///   beyond `limit` bytes.
    public static func bytes(
        at path: String,
        limit: Int = defaultLimit
    ) throws(FileFormatError) -> [UInt8] {
        let (descriptor, size) = try opened(path)
        defer { close(descriptor) }
        guard size <= limit else { throw .tooLarge(path: path, bytes: size, limit: limit) }
        return try contents(of: descriptor, expecting: size, path: path, limit: limit)
    }

    /// The text of the UTF-8 file at `path`, without its byte order mark.
    ///
    /// - Throws: as `bytes(at:limit:)`, and `.notUTF8` with the offset of the first wrong byte.
    public static func text(
        at path: String,
        limit: Int = defaultLimit
    ) throws(FileFormatError) -> String {
        try UTF8Text.text(of: try bytes(at: path, limit: limit), file: path)
    }

    /// The regular file at `path`, open for reading, and its size; the caller closes it.
    static func opened(_ path: String) throws(FileFormatError) -> (descriptor: Int32, size: Int) {
        guard !path.isEmpty, !path.utf8.contains(0) else { throw .notFound(path: path) }
        // Without O_NONBLOCK, opening a named pipe that nobody writes to would wait for ever.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw .notFound(path: path) }
            throw .unreadable(path: path, reason: SystemReason.latest)
        }
        do {
            return (descriptor, try regularFileSize(of: descriptor, path: path))
        } catch {
            close(descriptor)
            throw error
        }
    }

    private static func regularFileSize(
        of descriptor: Int32,
        path: String
    ) throws(FileFormatError) -> Int {
        var information = stat()
        guard fstat(descriptor, &information) == 0 else {
            throw .unreadable(path: path, reason: SystemReason.latest)
        }
        switch information.st_mode & S_IFMT {
        case S_IFREG: return Int(information.st_size)
        case S_IFDIR: throw .unreadable(path: path, reason: "Is a directory")
        default: throw .unreadable(path: path, reason: "Not a regular file")
        }
    }

    private static func contents(
        of descriptor: Int32,
        expecting size: Int,
        path: String,
        limit: Int
    ) throws(FileFormatError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(path: path, reason: SystemReason.latest) }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else {
                throw .tooLarge(path: path, bytes: bytes.count + count, limit: limit)
            }
            bytes.append(contentsOf: chunk[..<count])
        }
    }
}
