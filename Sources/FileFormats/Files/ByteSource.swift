import Glibc

/// The bytes of a file, a piece at a time, or of a text in memory or a packed file handed out the same way.
public final class ByteSource {
    /// The file, as the user named it.
    public let file: String
    /// Bytes in all, as the system said when the file was opened.
    public let size: Int
    /// Bytes handed out so far; of a stream, those read of the file.
    public private(set) var position = 0
    /// The digest of the file as far as a stream has read it; `nil` for other sources.
    public var digest: SHA256Digest? { stream?.digest }

    private let descriptor: Int32
    private let memory: [UInt8]
    private var stream: ByteStream?
    /// The latest piece of the stream, and how much of it was handed out.
    private var piece: [UInt8] = []
    private var used = 0

    /// Opens the regular file at `path`, named `name` in messages where that is another.
    ///
    /// - Throws: `.notFound`; `.unreadable` for a folder, a device or a file without permission.
    public init(contentsOf path: String, called name: String? = nil) throws(FileFormatError) {
        (descriptor, size) = try InputFile.opened(path)
        file = name ?? path
        memory = []
        stream = nil
    }

    /// Hands out what comes of `stream`, and takes the file's digest on the way.
    ///
    /// - Parameter file: what the file is called in messages, where it is not its path.
    public init(_ stream: consuming ByteStream, file: String? = nil) {
        self.file = file ?? stream.path
        size = stream.size
        descriptor = -1
        memory = []
        self.stream = consume stream
    }

    /// Hands out `bytes`, named `file` in messages.
    public init(bytes: [UInt8], file: String) {
        self.file = file
        size = bytes.count
        descriptor = -1
        memory = bytes
        stream = nil
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Fills `buffer` from its start and returns how many bytes it got; none only at the end.
    ///
    /// - Throws: `.unreadable`; of a stream, as ``ByteStream/next(_:)``.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFormatError) -> Int {
        if stream != nil { return try readStream(into: buffer) }
        let count = descriptor >= 0 ? try readFile(into: buffer) : readMemory(into: buffer)
        position += count
        return count
    }

    private func readStream(into buffer: UnsafeMutableRawBufferPointer) throws(FileFormatError) -> Int {
        if used == piece.count {
            used = 0
            guard try stream?.next(&piece) == true else { return 0 }
            position = stream?.position ?? position
        }
        let count = min(buffer.count, piece.count - used)
        piece[used..<used + count].withUnsafeBytes { buffer.copyMemory(from: $0) }
        used += count
        return count
    }

    private func readMemory(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, memory.count - position)
        memory[position..<position + count].withUnsafeBytes { buffer.copyMemory(from: $0) }
        return count
    }

    private func readFile(into buffer: UnsafeMutableRawBufferPointer) throws(FileFormatError) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(path: file, reason: SystemReason.latest) }
            return count
        }
    }
}
