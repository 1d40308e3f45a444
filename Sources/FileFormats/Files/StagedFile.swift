import Glibc

/// Contents on the disk under a temporary name, waiting to be given their real one.
struct StagedFile {
    let destination: String
    private let temporary: String

    /// Writes and flushes `bytes` beside `destination`; nothing is left when it throws.
    init(_ bytes: [UInt8], for destination: String) throws(FileFormatError) {
        guard !destination.isEmpty, !destination.utf8.contains(0) else {
            throw .cannotWrite(path: destination, reason: "Not a file name")
        }
        // rename(2) would refuse a folder only after other files of a set had been renamed.
        guard !StagedFile.isFolder(destination) else {
            throw .cannotWrite(path: destination, reason: "Is a directory")
        }
        let unique = String(UInt64.random(in: .min ... .max), radix: 16)
        self.destination = destination
        temporary = StagedFile.folder(of: destination) + "/.partial-" + unique
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .cannotWrite(path: destination, reason: SystemReason.latest) }
        let failure = StagedFile.fill(descriptor, with: bytes)
        let closed = close(descriptor)
        if let reason = failure ?? (closed == 0 ? nil : SystemReason.latest) {
            discard()
            throw .cannotWrite(path: destination, reason: reason)
        }
    }

    /// Contents that are on the disk already, at `temporary` in the folder of `destination`.
    init(temporary: String, for destination: String) {
        self.temporary = temporary
        self.destination = destination
    }

    /// Where the contents are meanwhile.
    var path: String { temporary }

    /// Gives the contents their real name; the temporary name is gone either way.
    func publish() throws(FileFormatError) {
        guard rename(temporary, destination) == 0 else {
            let reason = SystemReason.latest
            discard()
            throw .cannotWrite(path: destination, reason: reason)
        }
        StagedFile.flush(folder: StagedFile.folder(of: destination))
    }

    /// Removes the temporary file.
    func discard() {
        unlink(temporary)
    }

    /// The folder part of `path`, `"."` where it names none.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func isFolder(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
    }

    /// Writes and flushes `bytes`; returns the system's reason when that fails.
    private static func fill(_ descriptor: Int32, with bytes: [UInt8]) -> String? {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return SystemReason.latest }
            written += count
        }
        return fsync(descriptor) == 0 ? nil : SystemReason.latest
    }

    /// Makes the rename itself survive a power cut, where the file system can.
    static func flush(folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
