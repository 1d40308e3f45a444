import Glibc

/// A file written piece by piece under a temporary name and then given its real one; for output that is too much to
/// hold in memory, as `AtomicFile` and `OutputSet` do.
///
/// Left without `publish()`, nothing stays on the disk.
public final class StreamedFile {
    /// The name the file will have.
    public let path: String
    /// The temporary name its contents stand under until then, in the same folder. Others may write to it, as long as
    /// nothing is appended here.
    public let temporaryPath: String
    /// Bytes appended so far.
    public private(set) var byteCount = 0
    private var buffer: [UInt8] = []
    private var descriptor: Int32
    private var isPublished = false

    private static let bufferSize = 1 << 18

    /// Makes the temporary file beside `path`, in a folder that is there.
    ///
    /// - Throws: `.cannotWrite`.
    public init(_ path: String) throws(FileFormatError) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw .cannotWrite(path: path, reason: "Not a file name")
        }
        // rename(2) would refuse a folder only after other files of a set had been renamed.
        guard !StagedFile.isFolder(path) else { throw .cannotWrite(path: path, reason: "Is a directory") }
        self.path = path
        let unique = String(UInt64.random(in: .min ... .max), radix: 16)
        temporaryPath = StagedFile.folder(of: path) + "/.partial-" + unique
        descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: SystemReason.latest) }
        buffer.reserveCapacity(StreamedFile.bufferSize + 1 << 14)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isPublished { unlink(temporaryPath) }
    }

    /// Adds bytes at the end.
    ///
    /// - Throws: `.cannotWrite`.
    public func append(_ bytes: some Sequence<UInt8>) throws(FileFormatError) {
        let before = buffer.count
        buffer.append(contentsOf: bytes)
        byteCount += buffer.count - before
        if buffer.count >= StreamedFile.bufferSize { try flush() }
    }

    /// Gives the file its real name, once all is on the disk.
    ///
    /// - Throws: `.cannotWrite`.
    public func publish() throws(FileFormatError) {
        try finishWriting()
        guard rename(temporaryPath, path) == 0 else {
            throw .cannotWrite(path: path, reason: SystemReason.latest)
        }
        isPublished = true
        StagedFile.flush(folder: StagedFile.folder(of: path))
    }

    /// Writes what is left and closes; nothing can be appended afterwards.
    ///
    /// - Throws: `.cannotWrite`.
    public func finishWriting() throws(FileFormatError) {
        guard descriptor >= 0 else { return }
        try flush()
        let synchronised = fsync(descriptor) == 0
        let reason = SystemReason.latest
        let closed = close(descriptor) == 0
        descriptor = -1
        guard synchronised, closed else { throw .cannotWrite(path: path, reason: reason) }
    }

    private func flush() throws(FileFormatError) {
        var written = 0
        while written < buffer.count {
            let count = buffer.withUnsafeBytes { bytes in
                write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .cannotWrite(path: path, reason: SystemReason.latest) }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
