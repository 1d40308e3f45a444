import CZlib

/// Bytes packed by gzip (RFC 1952).
public enum GzipFile {
    /// `bytes` packed as one gzip member without a name or a time, so that the same bytes pack to the same.
    ///
    /// - Returns: `nil` where zlib finds no memory.
    public static func pack(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, and 16 for gzip's frame instead of zlib's.
        guard
            deflateInit2_(
                &stream,
                9,
                Z_DEFLATED,
                15 + 16,
                8,
                Z_DEFAULT_STRATEGY,
                ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)
            ) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 32)
        let finished = input.withUnsafeMutableBufferPointer { source in
            packed.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
        }
        guard finished else { return nil }
        return Array(packed.prefix(Int(stream.total_out)))
    }
}
