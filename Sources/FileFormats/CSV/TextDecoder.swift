/// Turns the bytes of a text file, whatever its encoding, into UTF-8 piece by piece.
///
/// A file without a byte order mark is taken as UTF-8 or Windows-1252 by its first letter outside ASCII; a letter later in
/// the file that can only stand in the other one stops the decoder, for then somebody put two files together, and no
/// reading of the whole is right.
struct TextDecoder {
    /// Why the decoder stopped.
    struct Failure: Equatable {
        /// The rule that is broken, in the words of `Fault.Problem.malformed`.
        let rule: String
        /// The byte at fault, counted from the file's start.
        let offset: Int
        /// Its value.
        let byte: UInt8
    }

    /// A piece of this many bytes never becomes more than `expansion` times as many.
    static let expansion = 3

    static let mixed =
        "the file mixes encodings: letters stand as UTF-8 in one place and as Windows-1252 in another"
    static let notText = "a zero byte stands in the text: this is no text file, or UTF-16 without its mark"
    static let brokenPair = "half a letter of UTF-16 stands alone"

    private enum State: Equatable {
        case begin, ascii, utf8, windows, littleEndian, bigEndian
    }

    private(set) var failure: Failure?
    private var state = State.begin
    /// Whether the user said which encoding it is; then letters are not weighed.
    private let isGiven: Bool
    private let given: TextEncoding?
    private var consumed = 0
    /// The bytes of a letter that the next piece will end.
    private var rest: [UInt8] = []

    /// Whether the text is UTF-8 and nothing else, zeros included.
    private let isStrict: Bool

    init(_ encoding: TextEncoding?, isStrict: Bool = false) {
        self.isStrict = isStrict
        given = encoding
        isGiven = encoding != nil
    }

    /// The encoding, as far as it is known: ASCII counts as UTF-8.
    var encoding: TextEncoding {
        switch state {
        case .begin, .ascii, .utf8: .utf8
        case .windows: .windows1252
        case .littleEndian, .bigEndian: .utf16
        }
    }

    /// Decodes `piece` into `output`, which has room for `expansion` times as many bytes and those left over; returns how
    /// many it wrote. After a failure nothing more is written.
    mutating func decode(
        _ piece: UnsafeBufferPointer<UInt8>,
        isLast: Bool,
        into output: UnsafeMutablePointer<UInt8>
    ) -> Int {
        guard failure == nil else { return 0 }
        if rest.isEmpty, state != .begin { return decodeWhole(piece, isLast: isLast, into: output) }
        // The first piece, or one that ends a letter begun before: rare enough to copy.
        var bytes = rest
        bytes.append(contentsOf: piece)
        rest = []
        if state == .begin {
            if bytes.count < 3, !isLast {
                rest = bytes
                return 0
            }
            let mark = begin(bytes)
            bytes.removeFirst(mark)
            consumed += mark
        }
        return bytes.withUnsafeBufferPointer { decodeWhole($0, isLast: isLast, into: output) }
    }

    /// Looks at the first bytes; returns the length of the mark.
    private mutating func begin(_ bytes: [UInt8]) -> Int {
        if !isStrict, bytes.starts(with: [0xFF, 0xFE]) {
            state = .littleEndian
            return 2
        }
        if !isStrict, bytes.starts(with: [0xFE, 0xFF]) {
            state = .bigEndian
            return 2
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            state = .utf8
            return 3
        }
        switch given {
        case .utf8: state = .utf8
        case .windows1252: state = .windows
        case .utf16: state = .littleEndian
        case nil: state = .ascii
        }
        return 0
    }

    private mutating func decodeWhole(
        _ piece: UnsafeBufferPointer<UInt8>,
        isLast: Bool,
        into output: UnsafeMutablePointer<UInt8>
    ) -> Int {
        guard let input = piece.baseAddress else { return 0 }
        var read = 0
        var written = 0
        while read < piece.count, failure == nil {
            switch state {
            case .littleEndian, .bigEndian:
                guard decodeUnit(piece, &read, output, &written, isLast: isLast) else {
                    return wait(piece, from: read, written)
                }
            case .begin, .ascii, .utf8, .windows:
                let plain = TextDecoder.asciiPrefix(input + read, count: piece.count - read)
                (output + written).update(from: input + read, count: plain)
                read += plain
                written += plain
                guard read < piece.count else { break }
                guard decodeLetter(piece, &read, output, &written, isLast: isLast) else {
                    return wait(piece, from: read, written)
                }
            }
        }
        consumed += read
        return written
    }

    /// Keeps the bytes of a letter that is not whole yet for the next piece.
    private mutating func wait(_ piece: UnsafeBufferPointer<UInt8>, from read: Int, _ written: Int) -> Int {
        guard failure == nil else { return written }
        rest = Array(piece[read...])
        consumed += read
        return written
    }

    /// How many of the first bytes are ASCII and not zero; eight at a time.
    private static func asciiPrefix(_ bytes: UnsafePointer<UInt8>, count: Int) -> Int {
        let high: UInt64 = 0x8080_8080_8080_8080
        let ones: UInt64 = 0x0101_0101_0101_0101
        var index = 0
        while index + 8 <= count {
            let word = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
            // A byte is zero where subtracting one borrows into its high bit.
            if word & high != 0 || (word &- ones) & ~word & high != 0 { break }
            index += 8
        }
        while index < count, bytes[index] < 0x80, bytes[index] != 0 { index += 1 }
        return index
    }

    /// Decodes the letter at `read`, which is not plain ASCII; false where it must wait, or cannot stand there.
    private mutating func decodeLetter(
        _ piece: UnsafeBufferPointer<UInt8>,
        _ read: inout Int,
        _ output: UnsafeMutablePointer<UInt8>,
        _ written: inout Int,
        isLast: Bool
    ) -> Bool {
        let byte = piece[read]
        if byte == 0 {
            guard isStrict else { return fail(TextDecoder.notText, at: read, byte) }
            output[written] = 0
            read += 1
            written += 1
            return true
        }
        let length = TextDecoder.letterLength(piece, at: read)
        if length == 0, !isLast, state != .windows { return false }
        if state == .ascii { state = length > 0 ? .utf8 : .windows }
        if state == .windows {
            // Ã before a continuation byte is how UTF-8 writes å, æ and ø; no Norwegian text has it otherwise.
            if !isGiven, byte == 0xC3 {
                if read + 1 == piece.count, !isLast { return false }
                if length == 2 { return fail(TextDecoder.mixed, at: read, byte) }
            }
            let scalar = byte < 0xA0 ? TextEncoding.windowsControls[Int(byte) - 0x80] : UInt32(byte)
            written += TextDecoder.write(scalar, to: output + written)
            read += 1
            return true
        }
        guard length > 0 else { return fail(TextDecoder.mixed, at: read, byte) }
        for index in 0..<length { output[written + index] = piece[read + index] }
        read += length
        written += length
        return true
    }

    /// Decodes the letter of UTF-16 at `read`; false where it must wait, or cannot stand there.
    private mutating func decodeUnit(
        _ piece: UnsafeBufferPointer<UInt8>,
        _ read: inout Int,
        _ output: UnsafeMutablePointer<UInt8>,
        _ written: inout Int,
        isLast: Bool
    ) -> Bool {
        switch TextDecoder.letter(piece, at: read, isLittleEndian: state == .littleEndian, isLast: isLast) {
        case .scalar(let scalar, let bytes):
            written += TextDecoder.write(scalar, to: output + written)
            read += bytes
            return true
        case .waiting: return false
        case .broken: return fail(TextDecoder.brokenPair, at: read, piece[read])
        case .zero: return fail(TextDecoder.notText, at: read, 0)
        }
    }

    private mutating func fail(_ rule: String, at read: Int, _ byte: UInt8) -> Bool {
        failure = Failure(rule: rule, offset: consumed + read, byte: byte)
        return false
    }
}
