import Glibc

/// The bytes of a file, a piece at a time, or of a text in memory handed out the same way.
public final class ByteSource {
    /// The file, as the user named it.
    public let file: String
    /// Bytes in all, as the system said when the file was opened.
    public let size: Int
    /// Bytes handed out so far.
    public private(set) var position = 0

    private let descriptor: Int32
    private let memory: [UInt8]

    /// Opens the regular file at `path`.
    ///
    /// - Throws: `.notFound`; `.unreadable` for a folder, a device or a file without permission.
    public init(contentsOf path: String) throws(FileFormatError) {
        (descriptor, size) = try InputFile.opened(path)
        file = path
        memory = []
    }

    /// Hands out `bytes`, named `file` in messages.
    public init(bytes: [UInt8], file: String) {
        self.file = file
        size = bytes.count
        descriptor = -1
        memory = bytes
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Fills `buffer` from its start and returns how many bytes it got; none only at the end.
    ///
    /// - Throws: `.unreadable`.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFormatError) -> Int {
        let count = descriptor >= 0 ? try readFile(into: buffer) : readMemory(into: buffer)
        position += count
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
