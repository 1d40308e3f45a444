import Glibc

/// The bytes of a regular file, one piece after another, unpacked on the way where the file is packed with gzip.
///
/// Whether it is packed is seen from its first two bytes, not from its name. Memory stays at a few pieces, whatever the
/// file's size and however well it was packed.
///
///     var stream = try ByteStream(path)
///     var piece: [UInt8] = []
///     while try stream.next(&piece) { … }
///     let digest = stream.digest
public struct ByteStream: ~Copyable {
    /// The file's path, as the user named it.
    public let path: String
    /// How many bytes the file has on the disk.
    public let size: Int
    /// How many of them have been read.
    public private(set) var position = 0
    /// How many bytes have come out, unpacked.
    public private(set) var length = 0
    private let descriptor: Int32
    private let limit: Int
    private let unpacks: Bool
    private var hasher = SHA256Hasher()
    private var unpacker: GzipStream?
    private var room = [UInt8](repeating: 0, count: ByteStream.pieceSize)

    /// Bytes in a piece, at most.
    public static let pieceSize = 1 << 18
    /// Sixteen gibibytes: above any register or ledger, unpacked.
    public static let defaultLimit = 16 << 30

    /// Opens the file at `path`; at most `limit` bytes may come out of it, unpacked.
    ///
    /// - Parameter unpacks: Whether a packed file is unpacked, and not handed out as it is.
    /// - Throws: `.notFound`; `.unreadable` for a folder, a device or a file without permission.
    public init(_ path: String, limit: Int = defaultLimit, unpacks: Bool = true) throws(FileFormatError) {
        self.path = path
        self.unpacks = unpacks
        self.limit = limit
        (descriptor, size) = try InputFile.opened(path)
    }

    deinit { close(descriptor) }

    /// The share of the file that has been read, 0 to 1.
    public var progress: Double { size == 0 ? 1 : min(1, Double(position) / Double(size)) }

    /// The digest of the file as it lies on the disk, as far as it has been read.
    public var digest: SHA256Digest { hasher.digest }

    /// Puts the next bytes into `piece`, in place of what it held; `false` at the end of the file.
    ///
    /// - Throws: `.unreadable`; `.damaged` for a packed file that is cut off or broken; `.tooLarge` or
    ///   `.unpacksTooLarge` beyond the limit.
    public mutating func next(_ piece: inout [UInt8]) throws(FileFormatError) -> Bool {
        piece.removeAll(keepingCapacity: true)
        if position == 0 {
            let count = try read()
            let bytes = room[..<count]
            if unpacks, bytes.starts(with: GzipStream.mark) {
                unpacker = try GzipStream(path: path)
                unpacker?.push(Array(bytes))
            } else {
                return try deliver(count, into: &piece)
            }
        }
        guard let unpacker else { return try deliver(try read(), into: &piece) }
        while true {
            let made = try unpacker.pull(into: &room)
            if made > 0 { return try deliver(made, into: &piece) }
            let count = try read()
            guard count > 0 else {
                try unpacker.finish()
                return false
            }
            unpacker.push(Array(room[..<count]))
        }
    }

    private mutating func deliver(_ count: Int, into piece: inout [UInt8]) throws(FileFormatError) -> Bool {
        length += count
        guard length <= limit else {
            throw unpacker == nil
                ? .tooLarge(path: path, bytes: length, limit: limit)
                : .unpacksTooLarge(path: path, entry: path, bytes: length, limit: limit)
        }
        piece.append(contentsOf: room[..<count])
        return count > 0
    }

    private mutating func read() throws(FileFormatError) -> Int {
        while true {
            let descriptor = descriptor
            let count = room.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(path: path, reason: SystemReason.latest) }
            position += count
            hasher.add(room[..<count])
            return count
        }
    }
}
