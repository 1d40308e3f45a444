import CZlib

/// Unpacks gzip (RFC 1952) piece by piece, in constant memory: packed bytes are pushed in, unpacked ones are pulled out.
///
/// Several packed files one after another are one stream, as `gzip` has it; zeros after the last are padding, as some
/// tools leave it. Anything else there is damage.
public final class GzipStream {
    private let path: String
    // zlib keeps the address of its state, which therefore may not move.
    private let state: UnsafeMutablePointer<z_stream>
    private var packed: [UInt8] = []
    private var used = 0
    private var hasBegun = false
    private var isBetweenFiles = true

    /// The two bytes that every gzip file begins with.
    public static let mark: [UInt8] = [0x1F, 0x8B]

    /// A stream with nothing unpacked; `path` names the file in messages.
    ///
    /// - Throws: `.unreadable` where there is no memory for it.
    public init(path: String) throws(FileFormatError) {
        self.path = path
        state = .allocate(capacity: 1)
        state.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(state, 16 + MAX_WBITS, ZLIB_VERSION, size) == Z_OK else {
            throw .unreadable(path: path, reason: "no memory to unpack a file")
        }
    }

    deinit {
        inflateEnd(state)
        state.deallocate()
    }

    /// Takes the next packed bytes. Precondition: everything pushed before has been pulled.
    public func push(_ bytes: [UInt8]) {
        precondition(used == packed.count, "packed bytes are left")
        packed = bytes
        used = 0
    }

    /// Fills `piece` from its start with unpacked bytes and says how many; 0 where more must be pushed first.
    ///
    /// - Throws: `.damaged` where the bytes are not gzip or their checksum is wrong.
    public func pull(into piece: inout [UInt8]) throws(FileFormatError) -> Int {
        while true {
            if isBetweenFiles, !(try beginFile()) { return 0 }
            let (status, made) = inflated(into: &piece)
            switch status {
            case Z_STREAM_END: isBetweenFiles = true
            case Z_OK: break
            case Z_BUF_ERROR where made == 0 && used == packed.count: return 0
            default: throw damage
            }
            if made > 0 { return made }
        }
    }

    /// The file has come to its end.
    ///
    /// - Throws: `.damaged` where the packed data have not.
    public func finish() throws(FileFormatError) {
        guard isBetweenFiles, hasBegun else {
            throw .damaged(path: path, reason: "the packed file is cut off")
        }
    }

    /// Whether another packed file begins in what has been pushed.
    private func beginFile() throws(FileFormatError) -> Bool {
        if hasBegun {
            while used < packed.count, packed[used] == 0 { used += 1 }
        }
        guard used < packed.count else { return false }
        if hasBegun, inflateReset(state) != Z_OK { throw damage }
        hasBegun = true
        isBetweenFiles = false
        return true
    }

    private func inflated(into piece: inout [UInt8]) -> (status: Int32, made: Int) {
        let start = used
        let (status, left, room) = packed.withUnsafeMutableBufferPointer { input in
            piece.withUnsafeMutableBufferPointer { output in
                state.pointee.next_in = input.baseAddress.map { $0 + start }
                state.pointee.avail_in = UInt32(input.count - start)
                state.pointee.next_out = output.baseAddress
                state.pointee.avail_out = UInt32(output.count)
                let status = inflate(state, Z_NO_FLUSH)
                return (status, Int(state.pointee.avail_in), Int(state.pointee.avail_out))
            }
        }
        used = packed.count - left
        return (status, piece.count - room)
    }

    private var damage: FileFormatError { .damaged(path: path, reason: "the packed file is damaged") }
}
